using Boligsosial.Boligregister.Boliger.Csv;

namespace Boligsosial.Boligregister.Tests.Csv;

public sealed class OverskriftTests
{
    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    public async Task Leser_begge_skilletegn(char skille)
    {
        var lest = await Lest.Av($"{Lest.Hode}\nA1;Fjordgata;Skodje;bemannet;2;utleid\n".Replace(';', skille));

        Assert.Equal(("A1", "Skodje", 2), (lest.Bolig.LeverandorBoligId, lest.Bolig.Omraade, lest.Bolig.Soverom));
    }

    [Fact]
    public async Task Kolonnene_kan_staa_i_en_annen_rekkefoelge() =>
        Assert.Equal("Fjordgata", (await Lest.Av("boligstatus;antallsoverom;kategori;omraade;gatenavn;leverandorboligid\nutleid;1;bemannet;Skodje;Fjordgata;A1")).Bolig.Adresse.Gatenavn);

    [Theory]
    [InlineData("LeverandorBoligId;Gatenavn;Område;KATEGORI;Antall soverom;bolig-status")]
    [InlineData("leverandør_bolig_id; gatenavn ;omraade;kategori;soverom;status")]
    [InlineData("\"leverandorboligid\";\"gatenavn\";\"omraade\";\"kategori\";\"antallsoverom\";\"boligstatus\"")]
    public async Task Overskrifter_kjennes_igjen_paa_tvers_av_skrivemaater(string hode) =>
        Assert.Equal("Skodje", (await Lest.Av($"{hode}\nA1;Fjordgata;Skodje;bemannet;1;utleid")).Bolig.Omraade);

    [Theory]
    [InlineData("sep=;\n")]
    [InlineData("SEP=;\r\n")]
    public async Task Regnearkets_linje_om_skilletegn_hoppes_over_og_telles_med(string sep)
    {
        var lest = await Lest.Av($"{sep}{Lest.Hode}\nA1;Fjordgata;Skodje;bemannet;x;utleid");

        Assert.Equal(["3:ugyldig-verdi"], lest.Feil);
    }

    [Theory]
    [InlineData("boligstatus")]
    [InlineData("Bolig status")]
    [InlineData("status")]
    public async Task Samme_kolonne_to_ganger_avvises(string igjen)
    {
        var lest = await Lest.Av($"{Lest.Hode};{igjen}\nA1;Fjordgata;Skodje;bemannet;1;utleid;utleid");

        var feil = Assert.Single(lest.Overskrift);
        Assert.Equal(("kolonne-to-ganger", igjen, 1), (feil.Kode, feil.Kolonne, feil.Linje));
    }

    [Theory]
    [InlineData("gatenavn")]
    [InlineData("omraade")]
    [InlineData("kategori")]
    [InlineData("antallsoverom")]
    [InlineData("boligstatus")]
    [InlineData("leverandorboligid")]
    public async Task En_kolonne_som_maa_vaere_med_mangler(string navn)
    {
        var lest = await Lest.Av(Lest.Hode.Replace(navn, "noeannet", StringComparison.Ordinal) + "\nA1;Fjordgata;Skodje;bemannet;1;utleid");

        var feil = Assert.Single(lest.Overskrift);
        Assert.Equal(("kolonne-mangler", navn, 1), (feil.Kode, feil.Kolonne, feil.Linje));
        Assert.Empty(lest.Rader);
    }

    [Fact]
    public async Task Matrikkel_kan_staa_i_stedet_for_leverandorboligid() => Assert.Equal(
        "1508-131/42/0/0",
        (await Lest.Av("kommunenummer;gnrbnr;gatenavn;omraade;kategori;antallsoverom;boligstatus\n1508;131/42;Fjordgata;Skodje;bemannet;1;utleid")).Bolig.Matrikkel);

    [Fact]
    public async Task Kolonner_om_leieforhold_og_ukjente_kolonner_meldes_og_leses_aldri()
    {
        var lest = await Lest.Av($"{Lest.Hode};hovedsoker;leieforholdstartdato;leieforholdsluttdato;leieforholdertidsubegrenset;farge\nA1;Fjordgata;Skodje;bemannet;1;utleid;Kari Nordmann;ikke en dato;31.12.2025;kanskje;gul");

        Assert.Equal(["hovedsoker", "leieforholdstartdato", "leieforholdsluttdato", "leieforholdertidsubegrenset", "farge"], lest.Ignorerte);
        Assert.DoesNotContain("Kari", lest.Bolig.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Kobos_kolonner_om_leieforhold_er_ingen_av_registerets() =>
        Assert.Empty(Kolonner.Ignorerte.Intersect(Kolonner.Alle.Select(k => k.Navn)));

    [Fact]
    public async Task Tomme_kolonner_etter_den_siste_er_greit() =>
        Assert.Empty((await Lest.Av($"{Lest.Hode};;\nA1;Fjordgata;Skodje;bemannet;1;utleid;;")).Feil);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\uFEFF")]
    [InlineData("   \r\n")]
    [InlineData("sep=;\n")]
    public async Task En_tom_fil_avvises(string tekst) => Assert.Equal(["1:tom-fil"], (await Lest.Av(tekst)).Feil);

    [Fact]
    public async Task Bare_overskrift_gir_ingen_linjer()
    {
        var lest = await Lest.Av(Lest.Hode);

        Assert.Empty(lest.Feil);
        Assert.Empty(lest.Rader);
    }

    [Fact]
    public async Task Et_regneark_avvises_med_raad_om_aa_lagre_som_csv()
    {
        byte[] xlsx = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00, 0x0A, 0x99, 0xC4, 0x0D, 0x0A];

        var feil = Assert.Single((await Lest.Av(xlsx)).Overskrift);

        Assert.Equal("ikke-csv", feil.Kode);
        Assert.Contains("CSV", feil.Melding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task En_foerste_linje_uten_ende_avvises_uten_at_alt_leses()
    {
        await using var uendelig = new Uendelig("kolonne;");

        Assert.Equal(["1:ikke-csv"], (await Lest.Av(uendelig)).Feil);
        Assert.InRange(uendelig.Lest, 1, 1 << 20);
    }
}
