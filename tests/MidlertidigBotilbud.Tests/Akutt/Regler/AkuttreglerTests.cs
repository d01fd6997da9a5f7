using Boligsosial.MidlertidigBotilbud.Akutt.Regler;

namespace Boligsosial.MidlertidigBotilbud.Tests.Akutt.Regler;

/// <summary>The clock of the same day, and why help may be refused (sosialtjenesteloven § 27, rundskriv R35 as Ålesund's plan 7.1.4 tells it).</summary>
public sealed class AkuttreglerTests
{
    [Theory]
    [InlineData("2026-12-01", "2026-12-01", "2026-12-01")]
    [InlineData("2026-12-01", "2026-12-15", "2026-12-15")]
    [InlineData("2028-02-28", "2028-02-29", "2028-02-29")]
    public void Fristen_er_samme_dag_eller_dagen_behovet_begynner(string mottatt, string behovFra, string frist) =>
        Assert.Equal(DateOnly.Parse(frist), Sammedagsfrist.Frist(DateOnly.Parse(mottatt), DateOnly.Parse(behovFra)));

    [Theory]
    [InlineData("2026-12-01", "2026-12-01", true)]
    [InlineData("2026-12-02", "2026-12-02", false)]
    [InlineData(null, "2026-12-01", null)]
    [InlineData(null, "2026-12-02", false)]
    public void I_tide_er_til_og_med_fristen(string? avgjort, string idag, bool? iTide) =>
        Assert.Equal(iTide, Sammedagsfrist.ITide(new(2026, 12, 1), avgjort is null ? null : DateOnly.Parse(avgjort), DateOnly.Parse(idag)));

    [Theory]
    [InlineData(Avslagsgrunn.AnnenKommune)]
    [InlineData(Avslagsgrunn.ManglerPapirer)]
    [InlineData(Avslagsgrunn.IkkeSoektSelv)]
    [InlineData(Avslagsgrunn.EgenSkyld)]
    public void Det_som_ikke_er_en_grunn_kan_ikke_brukes(Avslagsgrunn grunn)
    {
        var nei = Avslagsgrunner.Kontroller(grunn)!;

        Assert.Equal(("ulovlig-avslagsgrunn", "sosialtjenesteloven § 27"), (nei.Kode, $"{nei.Hjemmel}"));
    }

    [Theory]
    [InlineData(Avslagsgrunn.HarForsvarligSted)]
    [InlineData(Avslagsgrunn.KlarerDetSelv)]
    [InlineData(Avslagsgrunn.TakketNeiTilForsvarligTilbud)]
    public void De_andre_kan(Avslagsgrunn grunn) => Assert.Null(Avslagsgrunner.Kontroller(grunn));

    [Fact]
    public void Barnas_beste_vurderes_naar_det_er_barn()
    {
        Assert.Equal("barnets-beste-mangler", Avslagsgrunner.BarnetsBeste(1, "  ")!.Kode);
        Assert.Null(Avslagsgrunner.BarnetsBeste(1, "Vurdert."));
        Assert.Null(Avslagsgrunner.BarnetsBeste(0, null));
    }
}
