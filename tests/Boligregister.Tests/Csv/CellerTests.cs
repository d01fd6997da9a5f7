using System.Globalization;
using System.Text.Json;
using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Boliger.Csv;

namespace Boligsosial.Boligregister.Tests.Csv;

public sealed class CellerTests
{
    [Theory]
    [InlineData("9507.50", "9507.50")]
    [InlineData("9507,50", "9507.50")]
    [InlineData("9 507,50", "9507.50")]
    [InlineData("9\u00a0507,5", "9507.5")]
    [InlineData("12000", "12000")]
    public async Task Beloep_leses_med_punktum_og_med_norsk_komma(string celle, string kroner) =>
        Assert.Equal(decimal.Parse(kroner, CultureInfo.InvariantCulture), (await Lest.Celle("manedsleie", celle)).Bolig.Maanedsleie);

    [Theory]
    [InlineData("2025-06-01")]
    [InlineData("01.06.2025")]
    [InlineData(" 01.06.2025 ")]
    public async Task Datoer_leses_paa_begge_maater(string celle) =>
        Assert.Equal(new DateOnly(2025, 6, 1), (await Lest.Celle("statusdato", celle)).Bolig.StatusFra);

    [Theory]
    [InlineData("ja", true)]
    [InlineData("J", true)]
    [InlineData("SANN", true)]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("nei", false)]
    [InlineData("0", false)]
    [InlineData("usann", false)]
    public async Task Ja_og_nei_leses_som_regnearket_skriver_dem(string celle, bool ja)
    {
        Assert.Equal(ja, (await Lest.Celle("kvalifiserermvakompensasjon", celle)).Bolig.KvalifisererMvaKompensasjon);
        Assert.Equal(ja, (await Lest.Celle("errullestoltilpasset", celle)).Bolig.Egenskaper.Contains("rullestol"));
    }

    [Theory]
    [InlineData("manedsleie", "ni tusen")]
    [InlineData("manedsleie", "9.507,50")]
    [InlineData("manedsleie", "12500,-")]
    [InlineData("bruksareal", "54 m2")]
    [InlineData("statusdato", "06/01/2025")]
    [InlineData("statusdato", "31.02.2025")]
    [InlineData("statusdato", "45809")]
    [InlineData("etasje", "2,5")]
    [InlineData("etasje", "99999999999")]
    [InlineData("husnummer", "3B")]
    [InlineData("errullestoltilpasset", "kanskje")]
    [InlineData("kobodisposisjonsform", "lånt")]
    public async Task En_celle_som_ikke_kan_leses_avvises_med_kolonnen_og_uten_innholdet(string kolonne, string celle)
    {
        var feil = Assert.Single(Assert.Single((await Lest.Celle(kolonne, celle)).Rader).Feil);

        Assert.Equal((2, kolonne, "ugyldig-verdi"), (feil.Linje, feil.Kolonne, feil.Kode));
        Assert.DoesNotContain(celle, feil.Melding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("under-vedlikehold", Boligstatus.UnderVedlikehold)]
    [InlineData("Under vedlikehold", Boligstatus.UnderVedlikehold)]
    [InlineData("LEDIG_KLAR", Boligstatus.LedigKlar)]
    public async Task Status_leses_paa_tvers_av_skrivemaater(string celle, Boligstatus status) =>
        Assert.Equal(status, (await Lest.Av($"{Lest.Hode}\nA1;Fjordgata;Skodje;bemannet;1;{celle}")).Bolig.Status);

    [Theory]
    [InlineData("3")]
    [InlineData("utleidå")]
    [InlineData("utleid!")]
    public async Task En_ukjent_status_avvises_og_de_gyldige_nevnes(string celle)
    {
        var feil = Assert.Single(Assert.Single((await Lest.Av($"{Lest.Hode}\nA1;Fjordgata;Skodje;bemannet;1;{celle}")).Rader).Feil);

        Assert.Contains("under-vedlikehold", feil.Melding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alle_feil_i_en_linje_kommer_paa_en_gang()
    {
        var lest = await Lest.Av($"{Lest.Hode};etasje;manedsleie\nA1;Fjordgata;Skodje;bemannet;to;borte;første;mye");

        Assert.Equal(["antallsoverom", "boligstatus", "etasje", "manedsleie"], Assert.Single(lest.Rader).Feil.Select(f => f.Kolonne));
    }

    [Fact]
    public async Task Matrikkelen_settes_sammen_av_fire_kolonner() => Assert.Equal(
        "0301-131/42/3/7",
        (await Lest.Av($"{Lest.Hode};kommunenummer;gnrbnr;festenummer;seksjonsnummer\nA1;Fjordgata;Oslo;bemannet;1;utleid;301;131/42;3;7")).Bolig.Matrikkel);

    [Fact]
    public async Task Kommunenummer_uten_gaards_og_bruksnummer_er_ingen_matrikkel() =>
        Assert.Null((await Lest.Av($"{Lest.Hode};kommunenummer;gnrbnr\nA1;Fjordgata;Skodje;bemannet;1;utleid;1508;")).Bolig.Matrikkel);

    [Theory]
    [InlineData(";;3;")]
    [InlineData(";;;7")]
    [InlineData(";131/42;;")]
    [InlineData("1508;;;7")]
    public async Task En_halv_matrikkel_blir_ikke_borte(string celler) =>
        Assert.NotNull((await Lest.Av($"{Lest.Hode};kommunenummer;gnrbnr;festenummer;seksjonsnummer\nA1;Fjordgata;Skodje;bemannet;1;utleid;{celler}")).Bolig.Matrikkel);

    [Fact]
    public async Task Postnummer_som_regnearket_har_tatt_nullen_fra_faar_den_igjen() =>
        Assert.Equal("0150", (await Lest.Celle("postnummer", "150")).Bolig.Adresse.Postnummer);

    [Theory]
    [InlineData("heis|trinnfri")]
    [InlineData("\"heis,trinnfri\"")]
    public async Task Egenskaper_deles_med_strek_eller_komma(string celle) =>
        Assert.Equal(["heis", "trinnfri"], (await Lest.Celle("egenskaper", celle)).Bolig.Egenskaper);

    [Fact]
    public void Det_en_kolonne_skriver_leser_den_tilbake()
    {
        var bolig = new Boligdata
        {
            LeverandorBoligId = "A1",
            Matrikkel = "1508-131/42/3/7",
            Bruksenhetsnummer = "H0203",
            EkstraReferanse = "rom 2",
            Adresse = new() { Gatenavn = "Fjordgata", Husnummer = 3, Husbokstav = "B", Postnummer = "6003", Poststed = "Ålesund" },
            Omraade = "Gamle Ålesund",
            Kommunedel = "Nørvøy",
            Kategori = "bemannet",
            Boligtype = "Leilighet",
            UnderkategoriBoligtype = "Hybel",
            Disposisjonsform = Disposisjonsform.Tilvisning,
            Eier = new() { Navn = "Eier", Organisasjonsnummer = "123456789", Mobilnummer = "90000000" },
            Bruksareal = 54.25m,
            Soverom = 2,
            Etasje = -1,
            Egenskaper = ["bofellesskap", "doegnbemannet", "heis", "personalbase", "rullestol", "trinnfri"],
            Maanedsleie = 9507.5m,
            Depositum = 0,
            Status = Boligstatus.LedigEnkelIstandsetting,
            StatusFra = new(2025, 6, 1),
            MaalernummerStroem = "s",
            MaalernummerVann = "v",
            SkolekretsBarneskole = "b",
            SkolekretsUngdomsskole = "u",
            KvalifisererMvaKompensasjon = false,
            OevrigInformasjon = "å",
        };

        var rad = new Boligrad();
        foreach (var kolonne in Kolonner.Alle)
            Assert.Null(kolonne.Les(rad, kolonne.Skriv(bolig) ?? throw new InvalidOperationException(kolonne.Navn)));
        var lest = rad.Ferdig();

        Assert.Equal(bolig.Egenskaper, lest.Egenskaper.Order(StringComparer.Ordinal));
        Assert.Equal(JsonSerializer.Serialize(bolig), JsonSerializer.Serialize<Boligdata>(lest with { Egenskaper = bolig.Egenskaper }));
    }
}
