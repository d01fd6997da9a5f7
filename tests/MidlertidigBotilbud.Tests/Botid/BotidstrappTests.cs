using Boligsosial.MidlertidigBotilbud.Botid.Regler;

namespace Boligsosial.MidlertidigBotilbud.Tests.Botid;

/// <summary>What the nights in temporary housing ask for; the three strengths of the three months (Bolig for velferd 2014–2020).</summary>
public sealed class BotidstrappTests
{
    private static readonly Terskler Terskler = new(14, 30, 60, 75, 90);
    private static readonly DateOnly Idag = new(2026, 12, 1);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(13, 0)]
    [InlineData(14, 1)]
    [InlineData(29, 1)]
    [InlineData(30, 2)]
    [InlineData(59, 2)]
    [InlineData(60, 3)]
    [InlineData(74, 3)]
    [InlineData(75, 4)]
    [InlineData(89, 4)]
    [InlineData(90, 5)]
    [InlineData(400, 5)]
    public void Hvert_steg_kommer_paa_sin_dag(int doegn, int antall) =>
        Assert.Equal(Enum.GetValues<Botidssteg>().Take(antall), Venter(doegn));

    [Fact]
    public void Det_som_er_gjort_venter_ikke_og_det_fra_en_annen_tid_teller_ikke()
    {
        Assert.Equal([Botidssteg.Varsel], Botidstrapp.Venter(30, Idag.AddDays(-30), Terskler, [(Botidssteg.Plankontroll, Idag.AddDays(-30)), (Botidssteg.Varsel, Idag.AddDays(-31))], null, false, Idag));
    }

    [Fact]
    public void Unntaket_gjelder_til_og_med_dagen_og_ikke_lenger()
    {
        Assert.DoesNotContain(Botidssteg.TreMaaneder, Venter(90, Idag));
        Assert.Contains(Botidssteg.TreMaaneder, Venter(90, Idag.AddDays(-1)));
    }

    [Fact]
    public void Med_barn_eller_unge_kan_ingen_klikke_det_bort()
    {
        Assert.Contains(Botidssteg.TreMaaneder, Venter(90, Idag.AddDays(30), barnEllerUng: true));
        Assert.DoesNotContain(Botidssteg.TreMaaneder, Venter(89, null, barnEllerUng: true));
    }

    [Fact]
    public void Tre_maaneder_gjoeres_ikke_opp_som_et_steg_og_ingen_steg_foer_sin_dag()
    {
        Assert.Equal("krever-unntak", Botidstrapp.Kontroller(Botidssteg.TreMaaneder, 200, Terskler)!.Kode);
        Assert.Equal("steg-ikke-naadd", Botidstrapp.Kontroller(Botidssteg.Leder, 59, Terskler)!.Kode);
        Assert.Null(Botidstrapp.Kontroller(Botidssteg.Leder, 60, Terskler));
    }

    private static IEnumerable<Botidssteg> Venter(int doegn, DateOnly? unntakTil = null, bool barnEllerUng = false) =>
        Botidstrapp.Venter(doegn, Idag.AddDays(-doegn), Terskler, [], unntakTil, barnEllerUng, Idag);
}
