using System.Globalization;
using Boligsosial.Boligregister.Leie.Regler;

namespace Boligsosial.Boligregister.Tests.Regler;

/// <summary>Husleieloven, the day before and the day after.</summary>
public sealed class LeieReglerTests
{
    private static DateOnly Dag(string dag) => DateOnly.Parse(dag, CultureInfo.InvariantCulture);

    private static decimal Tall(string tall) => decimal.Parse(tall, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-01-01", "2029-01-01")]
    [InlineData("2026-01-31", "2029-01-31")]
    [InlineData("2025-03-01", "2028-03-01")]
    [InlineData("2024-02-29", "2027-03-01")]
    [InlineData("2024-03-01", "2027-03-01")]
    [InlineData("2025-02-28", "2028-02-28")]
    public void Tre_aar_er_tre_hele_aar(string fra, string til)
    {
        Assert.Equal(Dag(til), Leietid.TidligsteSlutt(Dag(fra)));
        Assert.Null(Leietid.Kontroller(Dag(fra), Dag(til), Grunner.Ingen, 0, tidsubestemt: false));
        var nei = Leietid.Kontroller(Dag(fra), Dag(til).AddDays(-1), Grunner.Ingen, 0, tidsubestemt: false);
        Assert.Equal(("leietid-for-kort", "husleieloven § 9-3"), (nei?.Kode, nei?.Hjemmel?.ToString()));
    }

    [Theory]
    [InlineData(Grunner.Saerlige, 0, null)]
    [InlineData(Grunner.Saerlige, 1, "kort-leietid-brukt")]
    [InlineData(Grunner.Tungtveiende, 1, null)]
    [InlineData(Grunner.Ingen, 0, "leietid-for-kort")]
    public void Kort_leietid_er_en_gang_med_saerlige_grunner_og_siden_med_tungtveiende(Grunner grunner, int tidligere, string? kode) =>
        Assert.Equal(kode, Leietid.Kontroller(new(2026, 1, 1), new(2027, 1, 1), grunner, tidligere, tidsubestemt: false)?.Kode);

    [Theory]
    [InlineData(null, Grunner.Ingen, null)]
    [InlineData("2030-01-01", Grunner.Ingen, "bofellesskap-tidsubestemt")]
    [InlineData("2030-01-01", Grunner.Saerlige, null)]
    public void Bofellesskap_er_tidsubestemt_uten_grunn_til_annet(string? til, Grunner grunner, string? kode) =>
        Assert.Equal(kode, Leietid.Kontroller(new(2026, 1, 1), til is null ? null : Dag(til), grunner, 0, tidsubestemt: true)?.Kode);

    [Theory]
    [InlineData("2026-08-31", "2026-12-01")]
    [InlineData("2026-11-30", "2027-03-01")]
    [InlineData("2026-12-01", "2027-03-02")]
    public void En_utloept_avtale_er_tidsubestemt_naar_det_har_gaatt_mer_enn_tre_maaneder(string til, string fra) =>
        Assert.Equal(Dag(fra), Leietid.TidsubestemtFra(Dag(til)));

    [Theory]
    [InlineData("2026-01-15", "2026-05-01")]
    [InlineData("2026-01-31", "2026-05-01")]
    [InlineData("2026-02-01", "2026-06-01")]
    [InlineData("2026-11-30", "2027-03-01")]
    [InlineData("2027-11-30", "2028-03-01")]
    [InlineData("2026-12-01", "2027-04-01")]
    public void Oppsigelse_er_tre_maaneder_til_utloepet_av_en_kalendermaaned(string mottatt, string opphoerer) =>
        Assert.Equal(Dag(opphoerer), Oppsigelsesfrist.Opphoer(Dag(mottatt), enkeltrom: false));

    [Theory]
    [InlineData("2026-01-15", "2026-02-16")]
    [InlineData("2026-01-31", "2026-03-01")]
    public void For_et_enkelt_rom_er_den_en_maaned(string mottatt, string opphoerer) =>
        Assert.Equal(Dag(opphoerer), Oppsigelsesfrist.Opphoer(Dag(mottatt), enkeltrom: true));

    [Theory]
    [InlineData("2026-01-31", "2026-02-28", "2026-05-28")]
    [InlineData("2026-03-15", "2026-04-15", "2026-07-15")]
    public void Protest_er_en_maaned_og_soeksmaal_tre_etter_den(string mottatt, string protest, string soeksmaal) =>
        Assert.Equal((Dag(protest), Dag(soeksmaal)), (Oppsigelsesfrist.Protest(Dag(mottatt)), Oppsigelsesfrist.Soeksmaal(Dag(mottatt))));

    [Theory]
    [InlineData(9000, 54_000, 0, true)]
    [InlineData(9000, 0, 54_000, true)]
    [InlineData(9000, 27_000, 27_000, true)]
    [InlineData(9000, 27_000, 27_001, false)]
    public void Depositum_og_garanti_er_hoeyst_seks_maaneders_leie(decimal leie, decimal depositum, decimal garanti, bool lov) =>
        Assert.Equal(lov, Sikkerhet.Kontroller(leie, depositum, garanti) is null);

    /// <summary>SSB 14710: June 2025 100.1, June 2026 102.8, May 2026 103.</summary>
    [Theory]
    [InlineData("100.1", "102.8", "12323.68")]
    [InlineData("103", "102.8", "11976.70")]
    public void Indeksregulering_foelger_konsumprisindeksen_opp_og_ned(string indeksDa, string indeksNaa, string ventet)
    {
        var (leie, da, naa, tak) = (12_000m, Tall(indeksDa), Tall(indeksNaa), Tall(ventet));
        Assert.Equal(tak, Leieregulering.KpiTak(leie, da, naa));
        Assert.Equal(Math.Floor(tak), Leieregulering.Avrund(tak, heleKroner: true));
        Assert.Equal(tak, Leieregulering.Avrund(tak, heleKroner: false));
    }

    [Theory]
    [InlineData("2025-06-01", "2026-05-01", "2026-06-01", true)]
    [InlineData("2025-06-01", "2026-05-01", "2026-05-31", false)]
    [InlineData("2025-06-01", "2026-05-02", "2026-06-01", false)]
    [InlineData("2024-02-29", "2025-01-01", "2025-02-28", true)]
    [InlineData("2025-01-01", "2026-01-31", "2026-02-28", true)]
    [InlineData("2025-01-01", "2026-01-31", "2026-02-27", false)]
    public void Indeksregulering_venter_et_aar_og_varsles_en_maaned_foer(string sist, string varslet, string virkning, bool lov) =>
        Assert.Equal(lov, Leieregulering.KontrollerKpi(Dag(virkning), Dag(sist), Dag(varslet)) is null);

    [Theory]
    [InlineData("2024-01-01", "2024-01-01", "2026-07-01", "2027-01-01", null)]
    [InlineData("2024-01-01", "2024-01-01", "2026-06-30", "2027-01-01", "gjengs-leie-for-tidlig")]
    [InlineData("2024-01-01", "2024-01-01", "2026-07-01", "2026-12-31", "regulering-for-tidlig")]
    [InlineData("2024-01-01", "2026-06-01", "2026-07-01", "2027-01-01", "regulering-for-tidlig")]
    [InlineData("2024-01-01", "2026-06-01", "2026-07-01", "2027-06-01", null)]
    [InlineData("2023-08-31", "2023-08-31", "2026-02-28", "2026-08-28", null)]
    public void Gjengs_leie_kreves_etter_to_og_et_halvt_aar_og_gjelder_et_halvt_aar_etter(string annen, string sist, string krav, string virkning, string? kode) =>
        Assert.Equal(kode, Leieregulering.KontrollerGjengs(Dag(virkning), Dag(annen), Dag(sist), Dag(krav))?.Kode);
}
