using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Felles;

/// <summary><see cref="KlagbartVedtak"/>, of every service: the klage's way through (forvaltningsloven §§ 28 to 34, LOV-1967-02-10).</summary>
public sealed class KlagbartVedtakTests
{
    private static readonly DateOnly Kom = new(2026, 11, 20);

    [Theory]
    [InlineData(Klageutfall.Omgjort, null)]
    [InlineData(Klageutfall.Stadfestet, "klage-ikke-oversendt")]
    [InlineData(Klageutfall.Opphevet, "klage-ikke-oversendt")]
    public void Foer_oversendelsen_kan_den_som_traff_vedtaket_bare_omgjoere_det(Klageutfall utfall, string? kode)
    {
        var vedtak = Klaget();

        var nei = vedtak.AvgjoerKlage(utfall, Kom.AddDays(5));

        Assert.Equal((kode, kode is null ? null : "§ 33"), (nei?.Kode, nei?.Hjemmel?.Paragraf));
        Assert.Equal(kode is null ? utfall : null, vedtak.KlageUtfall);
        if (nei is not null)
            Assert.Contains("NAV kan bare omgjøre selv", nei.Tekst, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Klageutfall.Omgjort)]
    [InlineData(Klageutfall.Stadfestet)]
    [InlineData(Klageutfall.Opphevet)]
    public void Klageinstansen_avgjoer_en_gang_og_for_godt(Klageutfall utfall)
    {
        var vedtak = Klaget();

        Assert.Equal("klage-ikke-oversendt", vedtak.IkkeOversendt()?.Kode);
        Assert.Null(vedtak.Oversend(Kom.AddDays(2)));
        Assert.Null(vedtak.IkkeOversendt());
        Assert.Equal("klage-oversendt", vedtak.Oversend(Kom.AddDays(3))?.Kode);
        Assert.Null(vedtak.AvgjoerKlage(utfall, Kom.AddDays(30)));
        Assert.Equal("klage-avgjort", vedtak.AvgjoerKlage(Klageutfall.Omgjort, Kom.AddDays(31))?.Kode);
        Assert.Equal("klage-avgjort", vedtak.Oversend(Kom.AddDays(31))?.Kode);
        Assert.Equal("klage-finnes", vedtak.Klag(Kom.AddDays(31), "En gang til")?.Kode);
        Assert.Equal((utfall, Kom.AddDays(30), Kom.AddDays(2)), (vedtak.KlageUtfall, vedtak.KlageAvgjort, vedtak.KlageOversendt));
    }

    [Fact]
    public void Uten_klage_er_det_ingenting_aa_sende_eller_avgjoere()
    {
        var vedtak = new Proevevedtak();

        Assert.Null(vedtak.IkkeOversendt());
        Assert.Equal("ingen-klage", vedtak.Oversend(Kom)?.Kode);
        Assert.All(Enum.GetValues<Klageutfall>(), u => Assert.Equal("ingen-klage", vedtak.AvgjoerKlage(u, Kom)?.Kode));
    }

    [Theory]
    [InlineData("2026-12-21", false)]
    [InlineData("2026-12-22", true)]
    public void En_klage_etter_fristen_tas_og_noteres_som_for_sen(string kom, bool forSent)
    {
        var vedtak = new Proevevedtak();

        Assert.Null(vedtak.KontrollerKlage(DateOnly.Parse(kom)));
        Assert.Null(vedtak.Klag(DateOnly.Parse(kom), "Uenig"));
        Assert.Equal((forSent, "Uenig"), (vedtak.KlageForSent, vedtak.KlageGrunn));
    }

    [Fact]
    public void Ingenting_skjer_foer_det_som_kommer_foran()
    {
        var vedtak = new Proevevedtak();
        Assert.Equal("dato-for-tidlig", vedtak.KontrollerKlage(vedtak.Dato.AddDays(-1))?.Kode);
        Assert.Null(vedtak.KontrollerKlage(vedtak.Dato.AddYears(1)));
        Assert.Equal("klage-over-ett-aar", vedtak.KontrollerKlage(vedtak.Dato.AddYears(1).AddDays(1))?.Kode);

        vedtak.Klag(Kom, "Uenig");
        Assert.Equal("dato-for-tidlig", vedtak.KontrollerOversendelse(Kom.AddDays(-1))?.Kode);
        Assert.Equal("dato-for-tidlig", vedtak.KontrollerUtfall(Kom.AddDays(-1))?.Kode);
        Assert.Null(vedtak.KontrollerUtfall(Kom));
        vedtak.Oversend(Kom.AddDays(2));
        Assert.Equal("dato-for-tidlig", vedtak.KontrollerUtfall(Kom.AddDays(1))?.Kode);
        Assert.Null(vedtak.KontrollerUtfall(Kom.AddDays(2)));
    }

    private static Proevevedtak Klaget()
    {
        var vedtak = new Proevevedtak();
        vedtak.Klag(Kom, "Uenig");
        return vedtak;
    }

    private sealed class Proevevedtak : KlagbartVedtak
    {
        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        public Proevevedtak() =>
            (Dato, Begrunnelse, Hjemmel, Klagefrist, Klageinstans, BesluttetAv) = (new(2026, 11, 16), "a", "b", new(2026, 12, 21), "statsforvalteren", "c");

        protected override string Underinstans => "NAV";
    }
}
