using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Regler;

/// <summary>Deadlines of an application: <see cref="Soeknadsfrister"/>, <see cref="Klagefrist"/>.</summary>
public sealed class SoeknadsfristerTests
{
    [Theory]
    [InlineData("2026-11-20", 3, "2027-02-20")]
    [InlineData("2026-11-30", 3, "2027-02-28")] // no 30 February: its last day
    [InlineData("2027-11-30", 3, "2028-02-29")] // leap year
    [InlineData("2027-11-29", 3, "2028-02-29")]
    [InlineData("2026-08-31", 3, "2026-11-30")] // no 31 November
    [InlineData("2028-02-29", 3, "2028-05-29")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2026-12-31", 1, "2027-01-31")]
    public void En_soeknad_gjelder_til_samme_dag_i_maaneden_eller_den_siste(string fra, int maaneder, string til) =>
        Assert.Equal(DateOnly.Parse(til), Soeknadsfrister.GyldigTil(DateOnly.Parse(fra), maaneder));

    [Theory]
    [InlineData("2026-11-01", "2026-12-01")]
    [InlineData("2027-01-31", "2027-02-28")]
    [InlineData("2028-01-31", "2028-02-29")]
    [InlineData("2026-10-31", "2026-11-30")]
    public void Foreloepig_svar_gis_innen_en_maaned(string mottatt, string frist) =>
        Assert.Equal(DateOnly.Parse(frist), Soeknadsfrister.ForeloepigSvar(DateOnly.Parse(mottatt)));

    [Fact]
    public void Soeket_etter_svarfrister_er_den_samme_regelen_sett_fra_den_andre_siden()
    {
        for (var dag = new DateOnly(2026, 1, 1); dag < new DateOnly(2029, 1, 1); dag = dag.AddDays(1))
        {
            var siste = Soeknadsfrister.SisteMottattMedSvarfrist(dag);
            Assert.True(Soeknadsfrister.ForeloepigSvar(siste) <= dag && Soeknadsfrister.ForeloepigSvar(siste.AddDays(1)) > dag, $"{dag}: {siste}");
        }
    }

    [Theory]
    [InlineData("2026-11-25", "2026-12-16")]
    [InlineData("2026-11-28", "2026-12-21")] // Saturday 19 December: Monday
    [InlineData("2026-11-29", "2026-12-21")] // Sunday
    [InlineData("2026-12-04", "2026-12-28")] // Christmas Day, 26 December, Sunday 27 December
    [InlineData("2026-12-11", "2027-01-04")] // New Year's Day, weekend
    [InlineData("2027-03-04", "2027-03-30")] // Maundy Thursday to Easter Monday, 25 to 29 March
    [InlineData("2027-04-15", "2027-05-07")] // Ascension Day 6 May
    [InlineData("2027-04-26", "2027-05-18")] // Whit Monday and 17 May
    [InlineData("2026-04-10", "2026-05-04")] // 1 May, weekend
    public void Klagefristen_er_tre_uker_og_ender_paa_en_virkedag(string underrettet, string frist) =>
        Assert.Equal(DateOnly.Parse(frist), Klagefrist.Av(DateOnly.Parse(underrettet)));

    [Theory]
    [InlineData("2026-11-25", null, KlagefristRegnesFra.UnderretningKommetFram, "2026-11-29")]
    [InlineData("2026-11-25", "2026-11-27", KlagefristRegnesFra.UnderretningKommetFram, "2026-11-27")]
    [InlineData("2026-11-25", "2026-11-27", KlagefristRegnesFra.ElektroniskVarsel, "2026-11-25")]
    public void Fristen_regnes_fra_det_loven_sier(string sendt, string? framme, KlagefristRegnesFra fra, string underrettet) =>
        Assert.Equal(DateOnly.Parse(underrettet), Klagefrist.Underrettet(DateOnly.Parse(sendt), framme is null ? null : DateOnly.Parse(framme), fra, 4));

    [Theory]
    [InlineData("2026-11-25", "2027-11-25", true)]
    [InlineData("2026-11-25", "2027-11-26", false)]
    [InlineData("2028-02-29", "2029-02-28", true)]
    [InlineData("2028-02-29", "2029-03-01", false)]
    public void Etter_et_aar_kan_klagen_ikke_behandles(string vedtak, string klage, bool kan) =>
        Assert.Equal(kan, Klagefrist.Kontroller(DateOnly.Parse(klage), DateOnly.Parse(vedtak)) is null);

    [Theory]
    [InlineData("", null, false)] // a low income alone
    [InlineData("nibr-2", null, true)]
    [InlineData("", "Overgrep i nabolaget, politimelding er vist.", true)]
    [InlineData("", "  ", false)]
    public void Lav_inntekt_alene_er_ikke_nok(string situasjon, string? annet, bool kan) =>
        Assert.Equal(kan, Avgjoerelse.Innvilgelse(situasjon.Split(' ', StringSplitOptions.RemoveEmptyEntries), annet) is null);

    [Theory]
    [InlineData(Avslagsgrunn.LavInntektAlene, "", false, null)]
    [InlineData(Avslagsgrunn.LavInntektAlene, "nibr-5", false, "situasjon-til-stede")]
    [InlineData(Avslagsgrunn.OpplysningerMangler, "", false, "dokumentasjon-ikke-etterspurt")]
    [InlineData(Avslagsgrunn.OpplysningerMangler, "", true, null)]
    [InlineData(Avslagsgrunn.HarEgnetBolig, "uegnet-bomiljoe", false, null)]
    public void Et_avslag_stemmer_med_saken(Avslagsgrunn grunn, string situasjon, bool mangler, string? kode) =>
        Assert.Equal(kode, Avgjoerelse.Avslag(grunn, situasjon.Split(' ', StringSplitOptions.RemoveEmptyEntries), mangler)?.Kode);

    [Fact]
    public void Rusfrihet_og_boevne_er_ingen_avslagsgrunn() =>
        Assert.DoesNotContain(Enum.GetNames<Avslagsgrunn>(), n => n.Contains("rus", StringComparison.OrdinalIgnoreCase) || n.Contains("evne", StringComparison.OrdinalIgnoreCase));
}
