using Boligsosial.Finansiering.Bostoettesaker;

namespace Boligsosial.Finansiering.Tests.Bostoettesaker;

/// <summary>What follows of what Husbanken decides, without a database (forskrift om bustøtte § 9, FOR-2012-10-31-1182 § 6).</summary>
public sealed class BostoettesakTests
{
    [Fact]
    public void Innvilget_overfoeres_til_neste_maaned()
    {
        var sak = Ny();

        Assert.Null(sak.Avgjoer(Vedtak("2026-06-01", "V00")));
        Assert.Null(sak.Avgjoer(Vedtak("2026-07-01", "V00")));

        Assert.Equal((Saksstatus.Innvilget, new DateOnly(2026, 8, 1), (DateOnly?)null), (sak.Status, sak.NesteMaaned, sak.ProevesTil));
        Assert.Equal("feil-maaned", sak.Avgjoer(Vedtak("2026-07-01", "V00"))!.Kode);
        Assert.Equal("feil-maaned", sak.Avgjoer(Vedtak("2026-09-01", "V00"))!.Kode);
    }

    [Fact]
    public void Avslag_for_inntekt_proeves_paa_nytt_i_to_maaneder()
    {
        var sak = Ny();

        sak.Avgjoer(Vedtak("2026-06-01", "V03"));
        Assert.Equal((Saksstatus.ProevesPaaNytt, new DateOnly(2026, 8, 1)), (sak.Status, sak.ProevesTil));
        sak.Avgjoer(Vedtak("2026-07-01", "V03"));
        Assert.Equal((Saksstatus.ProevesPaaNytt, new DateOnly(2026, 8, 1)), (sak.Status, sak.ProevesTil));
        sak.Avgjoer(Vedtak("2026-08-01", "V03"));

        Assert.Equal(Saksstatus.Avslag, sak.Status);
        Assert.Equal("sak-avsluttet", sak.Avgjoer(Vedtak("2026-09-01", "V00"))!.Kode);
    }

    [Fact]
    public void Den_som_faar_bostoette_i_mellomtiden_har_to_nye_maaneder()
    {
        var sak = Ny();
        foreach (var (maaned, kode) in new[] { ("2026-06-01", "V03"), ("2026-07-01", "V00"), ("2026-08-01", "V03") })
            Assert.Null(sak.Avgjoer(Vedtak(maaned, kode)));

        Assert.Equal((Saksstatus.ProevesPaaNytt, new DateOnly(2026, 10, 1)), (sak.Status, sak.ProevesTil));
    }

    [Theory]
    [InlineData("V02")]
    [InlineData("V04")]
    [InlineData("V05")]
    [InlineData("V09")]
    [InlineData("V11")]
    [InlineData("V48")]
    public void Andre_avslag_avslutter_saken(string kode)
    {
        var sak = Ny();
        sak.Avgjoer(Vedtak("2026-06-01", kode));

        Assert.Equal(Saksstatus.Avslag, sak.Status);
        Assert.Equal("sak-avsluttet", sak.Overfoer(new(2026, 6, 1), new(2026, 7, 1), null)!.Kode);
    }

    [Fact]
    public void Mangler_rettet_for_sent_flytter_maaneden()
    {
        var sak = Ny(Saksstatus.Mangelfull);

        Assert.Null(sak.Rett(new(2026, 7, 26)));
        Assert.Equal((Saksstatus.Mottatt, new DateOnly(2026, 8, 1)), (sak.Status, sak.Maaned));
        Assert.Equal("ingen-mangler", sak.Rett(new(2026, 7, 27))!.Kode);
    }

    [Fact]
    public void Samtykket_maa_komme_foer_det_som_overfoeres()
    {
        var sak = Ny();

        var nei = sak.Overfoer(new(2026, 6, 2), new(2026, 6, 1), null)!;

        Assert.Equal(("samtykke-paa-forhaand", "bustøttelova § 9"), (nei.Kode, $"{nei.Hjemmel}"));
        Assert.Null(sak.OverfoeresFra);
        Assert.Null(sak.Overfoer(new(2026, 6, 1), new(2026, 6, 1), new(2026, 9, 1)));
    }

    [Fact]
    public void Klagen_gaar_til_Husbanken_og_saa_til_nemnda()
    {
        var vedtak = Vedtak("2026-06-01", "V04");

        Assert.Equal("ingen-klage", Utfall(Klageinstans.Husbanken, Bostoetteklageutfall.Omgjort));
        Assert.Null(vedtak.Klag(vedtak.Klagefrist.AddDays(1), "Egen inngang finnes"));
        Assert.True(vedtak.KlageForSent);
        Assert.Equal("klage-finnes", vedtak.Klag(vedtak.Klagefrist, "En gang til")!.Kode);
        Assert.Equal("klage-hos-husbanken", Utfall(Klageinstans.Klagenemnda, Bostoetteklageutfall.Omgjort));
        Assert.Null(Utfall(Klageinstans.Husbanken, Bostoetteklageutfall.Opprettholdt));
        Assert.Equal("klage-avgjort", Utfall(Klageinstans.Husbanken, Bostoetteklageutfall.Omgjort));
        Assert.Null(Utfall(Klageinstans.Klagenemnda, Bostoetteklageutfall.Omgjort));
        Assert.Equal("klage-avgjort", Utfall(Klageinstans.Klagenemnda, Bostoetteklageutfall.Opprettholdt));

        string? Utfall(Klageinstans instans, Bostoetteklageutfall utfall) => vedtak.AvgjoerKlage(instans, utfall, new(2026, 8, 1))?.Kode;
    }

    private static Bostoettesak Ny(Saksstatus status = Saksstatus.Mottatt) => new()
    {
        Enhet = "aake",
        Soeker = Guid.CreateVersion7(),
        Kanal = Kanal.Papir,
        Status = status,
        Mottatt = new(2026, 6, 10),
        Maaned = new(2026, 6, 1),
    };

    private static Bostoettevedtak Vedtak(string maaned, string kode) => new()
    {
        Maaned = DateOnly.Parse(maaned),
        Kode = kode,
        Dato = DateOnly.Parse(maaned).AddMonths(1),
        Klagefrist = DateOnly.Parse(maaned).AddMonths(1).AddDays(21),
    };
}
