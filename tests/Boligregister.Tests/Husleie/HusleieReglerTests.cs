using Boligsosial.Boligregister.Husleie.Regler;
using Kid = Boligsosial.Boligregister.Husleie.Regler.Kid;

namespace Boligsosial.Boligregister.Tests.Husleie;

/// <summary>The rules of rent, at their boundaries.</summary>
public sealed class HusleieReglerTests
{
    [Theory]
    [InlineData("2026-12", "2020-01-01", null, "9300")] // a whole month
    [InlineData("2026-12", "2026-12-01", null, "9300")]
    [InlineData("2026-12", "2026-12-02", null, "9000")] // 30 of 31 days
    [InlineData("2026-12", "2026-12-31", null, "300")] // 1 of 31
    [InlineData("2026-12", "2027-01-01", null, "0")]
    [InlineData("2026-11", "2026-11-30", null, "310")] // 1 of 30
    [InlineData("2026-02", "2026-02-15", null, "4650")] // 14 of 28
    [InlineData("2028-02", "2028-02-15", null, "4810.34")] // 15 of 29: a leap year
    [InlineData("2028-02", "2028-02-29", null, "320.69")]
    [InlineData("2026-12", "2020-01-01", "2026-12-01", "0")] // ends before the month
    [InlineData("2026-12", "2020-01-01", "2026-12-02", "300")]
    [InlineData("2026-12", "2020-01-01", "2026-12-31", "9000")]
    [InlineData("2026-12", "2020-01-01", "2027-01-01", "9300")]
    [InlineData("2026-12", "2026-12-11", "2026-12-21", "3000")] // begins and ends inside it
    public void En_del_av_en_maaned_betales_etter_dager(string maaned, string fra, string? til, string ventet) =>
        Assert.Equal(decimal.Parse(ventet), Maanedskrav.Beregn(Dag($"{maaned}-01"), Dag(fra), til is null ? null : Dag(til), [new(new(2020, 1, 1), 9300)]));

    [Theory]
    [InlineData("2026-12-01", 12400)]
    [InlineData("2026-12-02", 12300)] // one day at the old
    [InlineData("2026-12-16", 10900)] // 15 at 300, 16 at 400
    [InlineData("2026-12-31", 9400)]
    [InlineData("2027-01-01", 9300)]
    public void En_ny_leie_gjelder_fra_sin_dag(string endret, decimal ventet) =>
        Assert.Equal(ventet, Maanedskrav.Beregn(Dag("2026-12-01"), Dag("2020-01-01"), null, [new(Dag("2020-01-01"), 9300), new(Dag(endret), 12400)]));

    [Theory]
    [InlineData("2026-12", "2026-11-15", 1, 14, "2026-12-01")]
    [InlineData("2026-12", "2026-11-17", 1, 14, "2026-12-01")] // the last day on which the first still is 14 days off
    [InlineData("2026-12", "2026-11-18", 1, 14, "2026-12-02")]
    [InlineData("2026-12", "2026-12-20", 1, 14, "2027-01-03")]
    [InlineData("2028-03", "2028-02-16", 1, 14, "2028-03-01")] // 29 days in February
    [InlineData("2026-12", "2026-11-15", 20, 0, "2026-12-20")]
    public void Forfall_er_profilens_dag_men_aldri_foer_fristen(string maaned, string laget, int dag, int frist, string ventet) =>
        Assert.Equal(Dag(ventet), Maanedskrav.Forfall(Dag($"{maaned}-01"), Dag(laget), dag, frist));

    [Theory]
    [InlineData("0000000018", true)]
    [InlineData("0000000019", false)]
    [InlineData("0000000108", false)] // two digits have changed places
    [InlineData("1234567897", true)]
    [InlineData("2", false)]
    public void Siste_siffer_i_KID_kontrollerer_de_andre(string kid, bool gyldig) => Assert.Equal(gyldig, Kid.ErGyldig(kid));

    [Theory]
    [InlineData("0000 0000 18", "0000000018")]
    [InlineData("", null)]
    [InlineData("husleie", null)]
    [InlineData("１２３", null)]
    public void KID_leses_som_siffer_eller_ikke(string celle, string? ventet) => Assert.Equal(ventet, Kid.Les(celle));

    [Theory]
    [InlineData(null, Kid.Mangel.KidMangler)]
    [InlineData("0000000019", Kid.Mangel.KidUgyldig)]
    [InlineData("0000000018", Kid.Mangel.KidUkjent)]
    public void Det_sies_hvorfor_en_KID_ikke_fant_noen(string? kid, Kid.Mangel ventet) => Assert.Equal(ventet, Kid.Forklar(kid));

    [Theory]
    [InlineData("2026-12-31", 0, 0, 0, 0)] // due today is not late
    [InlineData("2026-12-30", 100, 0, 0, 0)]
    [InlineData("2026-12-01", 100, 0, 0, 0)] // 30 days
    [InlineData("2026-11-30", 0, 100, 0, 0)] // 31
    [InlineData("2026-11-01", 0, 100, 0, 0)] // 60
    [InlineData("2026-10-31", 0, 0, 100, 0)] // 61
    [InlineData("2026-10-02", 0, 0, 100, 0)] // 90
    [InlineData("2026-10-01", 0, 0, 0, 100)] // 91
    [InlineData("2020-02-29", 0, 0, 0, 100)]
    public void Restansen_deles_etter_dager_siden_forfall(string forfall, decimal til30, decimal til60, decimal til90, decimal over90) => Assert.Equal(
        new(til30, til60, til90, over90, til30 + til60 + til90 + over90), Restansealder.Fordel([new(Dag(forfall), 100)], Dag("2026-12-31")));

    [Theory]
    [InlineData("2026-12-01", 3000, Avtalestatus.Loeper)]
    [InlineData("2026-12-22", 3000, Avtalestatus.Loeper)] // 7 days of grace after the 15th
    [InlineData("2026-12-23", 3000, Avtalestatus.Brutt)]
    [InlineData("2026-12-23", 2000, Avtalestatus.Loeper)]
    [InlineData("2027-01-22", 2000, Avtalestatus.Loeper)]
    [InlineData("2027-01-23", 2000, Avtalestatus.Brutt)]
    [InlineData("2027-01-23", 1000, Avtalestatus.Loeper)]
    [InlineData("2027-02-23", 1, Avtalestatus.Brutt)]
    [InlineData("2027-02-23", 0, Avtalestatus.Oppfylt)]
    public void En_avtale_er_brutt_naar_et_avdrag_ikke_er_betalt_innen_naaden(string dag, decimal skyldes, Avtalestatus ventet) => Assert.Equal(
        ventet,
        Avtale.Vurder(3000, [(Dag("2026-12-15"), 1000), (Dag("2027-01-15"), 1000), (Dag("2027-02-15"), 1000)], [new(Dag("2026-10-01"), skyldes)], Dag(dag), 7));

    [Fact]
    public void Husleien_ved_siden_av_avtalen_maa_ogsaa_betales()
    {
        Restansealder.Aapent[] aapne = [new(Dag("2026-10-01"), 1000), new(Dag("2027-01-01"), 9500)];

        Assert.Equal(Avtalestatus.Loeper, Avtale.Vurder(1000, [(Dag("2027-06-01"), 1000)], aapne, Dag("2027-01-08"), 7));
        Assert.Equal(Avtalestatus.Brutt, Avtale.Vurder(1000, [(Dag("2027-06-01"), 1000)], aapne, Dag("2027-01-09"), 7));
    }

    [Theory]
    [InlineData("2026-12-01", 3, "2023-12-01")]
    [InlineData("2027-02-28", 3, "2024-02-28")] // what fell due on the leap day waits one day more
    [InlineData("2027-03-01", 3, "2024-03-01")]
    [InlineData("2028-02-29", 3, "2025-02-28")]
    public void Det_avskrives_etter_hele_aar(string dato, int aar, string ventet) => Assert.Equal(Dag(ventet), Avskrivning.SisteForfall(Dag(dato), aar));

    private static DateOnly Dag(string dag) => DateOnly.Parse(dag);
}
