using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Boliger.Regler;

namespace Boligsosial.Boligregister.Tests.Regler;

public sealed class BoligkontrollTests
{
    private static readonly string Tegn201 = new('x', 201);

    private static Boligdata Gyldig => new()
    {
        LeverandorBoligId = "AAL-0001",
        Matrikkel = "1508-131/42",
        Bruksenhetsnummer = "H0203",
        Adresse = new() { Gatenavn = "Fjordgata", Husnummer = 3, Husbokstav = "B", Postnummer = "6003", Poststed = "Ålesund" },
        Omraade = "Gamle Ålesund",
        Kategori = "gjennomgangsbolig",
        Egenskaper = ["heis", "rullestol"],
        Eier = new() { Navn = "Syntetisk utleier", Organisasjonsnummer = "123456789" },
        Bruksareal = 54.5m,
        Soverom = 2,
        Etasje = 2,
        Maanedsleie = 9_500,
        Depositum = 0,
        Status = Boligstatus.LedigKlar,
        StatusFra = new(2025, 6, 1),
    };

    [Fact]
    public void Godtar_en_bolig_der_alt_er_oppgitt() => Assert.Empty(Feil(Gyldig));

    [Fact]
    public void Godtar_en_bolig_der_bare_det_noedvendige_er_oppgitt() => Assert.Empty(Feil(new()
    {
        LeverandorBoligId = "AAL-0001",
        Adresse = new() { Gatenavn = "Fjordgata" },
        Omraade = "Skodje",
        Kategori = "bemannet",
        Soverom = 0,
        Status = Boligstatus.Utleid,
    }));

    public static TheoryData<string, Boligdata> Grenser => new()
    {
        { "bare matrikkel", Gyldig with { LeverandorBoligId = null } },
        { "bare leverandorBoligId", Gyldig with { Matrikkel = null, Bruksenhetsnummer = null } },
        { "loftsleilighet", Gyldig with { Bruksenhetsnummer = "L0101" } },
        { "underetasje", Gyldig with { Bruksenhetsnummer = "U0101", Etasje = -1 } },
        { "kjeller", Gyldig with { Bruksenhetsnummer = "K0101", Etasje = -5 } },
        { "hybel uten soverom", Gyldig with { Soverom = 0 } },
        { "30 soverom", Gyldig with { Soverom = 30 } },
        { "etasje 60", Gyldig with { Etasje = 60 } },
        { "5000 m²", Gyldig with { Bruksareal = 5_000 } },
        { "0,01 m²", Gyldig with { Bruksareal = 0.01m } },
        { "gratis", Gyldig with { Maanedsleie = 0 } },
        { "500 000 kroner i måneden", Gyldig with { Maanedsleie = 500_000 } },
        { "depositum 3 millioner", Gyldig with { Depositum = 3_000_000 } },
        { "husnummer 99999", Gyldig with { Adresse = Gyldig.Adresse with { Husnummer = 99_999 } } },
        { "husbokstav Å", Gyldig with { Adresse = Gyldig.Adresse with { Husbokstav = "Å" } } },
        { "gatenavn på 200 tegn", Gyldig with { Adresse = Gyldig.Adresse with { Gatenavn = Tegn201[..200] } } },
        { "fritekst på 4000 tegn", Gyldig with { OevrigInformasjon = new('x', 4_000) } },
        { "ingen egenskaper", Gyldig with { Egenskaper = [] } },
    };

    [Theory]
    [MemberData(nameof(Grenser), DisableDiscoveryEnumeration = true)]
    public void Godtar_det_som_ligger_paa_grensen(string hva, Boligdata bolig) => Assert.True(Feil(bolig).Count == 0, hva);

    public static TheoryData<string, string, Boligdata> Avvist => new()
    {
        { "leverandorBoligId", "mangler", Gyldig with { LeverandorBoligId = null, Matrikkel = null } },
        { "leverandorBoligId", "for-lang", Gyldig with { LeverandorBoligId = Tegn201 } },
        { "leverandorBoligId", "ugyldig-verdi", Gyldig with { LeverandorBoligId = "AAL\0" } },
        { "matrikkel", "ugyldig-verdi", Gyldig with { Matrikkel = "1508-131" } },
        { "bruksenhetsnummer", "ugyldig-verdi", Gyldig with { Bruksenhetsnummer = "M0101" } },
        { "bruksenhetsnummer", "ugyldig-verdi", Gyldig with { Bruksenhetsnummer = "H101" } },
        { "bruksenhetsnummer", "ugyldig-verdi", Gyldig with { Bruksenhetsnummer = "H0101\n" } },
        { "ekstraReferanse", "for-lang", Gyldig with { EkstraReferanse = Tegn201 } },
        { "adresse.gatenavn", "mangler", Gyldig with { Adresse = new() } },
        { "adresse.gatenavn", "for-lang", Gyldig with { Adresse = new() { Gatenavn = Tegn201 } } },
        { "adresse.husnummer", "ugyldig-verdi", Gyldig with { Adresse = Gyldig.Adresse with { Husnummer = 0 } } },
        { "adresse.husnummer", "ugyldig-verdi", Gyldig with { Adresse = Gyldig.Adresse with { Husnummer = 100_000 } } },
        { "adresse.husbokstav", "ugyldig-verdi", Gyldig with { Adresse = Gyldig.Adresse with { Husbokstav = "AB" } } },
        { "adresse.husbokstav", "ugyldig-verdi", Gyldig with { Adresse = Gyldig.Adresse with { Husbokstav = "1" } } },
        { "adresse.postnummer", "ugyldig-verdi", Gyldig with { Adresse = Gyldig.Adresse with { Postnummer = "603" } } },
        { "adresse.postnummer", "ugyldig-verdi", Gyldig with { Adresse = Gyldig.Adresse with { Postnummer = "٦٠٠٣" } } },
        { "adresse.poststed", "for-lang", Gyldig with { Adresse = Gyldig.Adresse with { Poststed = Tegn201 } } },
        { "omraade", "mangler", Gyldig with { Omraade = "" } },
        { "omraade", "for-lang", Gyldig with { Omraade = Tegn201 } },
        { "omraade", "ugyldig-verdi", Gyldig with { Omraade = "Skodje\0" } },
        { "kommunedel", "for-lang", Gyldig with { Kommunedel = Tegn201 } },
        { "kategori", "mangler", Gyldig with { Kategori = "" } },
        { "kategori", "ukjent-verdi", Gyldig with { Kategori = "trygdebolig" } },
        { "egenskaper", "ukjent-verdi", Gyldig with { Egenskaper = ["heis", "svoemmebasseng"] } },
        { "boligtype", "for-lang", Gyldig with { Boligtype = Tegn201 } },
        { "underkategoriBoligtype", "for-lang", Gyldig with { UnderkategoriBoligtype = Tegn201 } },
        { "disposisjonsform", "ugyldig-verdi", Gyldig with { Disposisjonsform = (Disposisjonsform)7 } },
        { "status", "mangler", Gyldig with { Status = null } },
        { "soverom", "mangler", Gyldig with { Soverom = null } },
        { "soverom", "ugyldig-verdi", Gyldig with { Soverom = -1 } },
        { "soverom", "ugyldig-verdi", Gyldig with { Soverom = 31 } },
        { "etasje", "ugyldig-verdi", Gyldig with { Etasje = -6 } },
        { "etasje", "ugyldig-verdi", Gyldig with { Etasje = 61 } },
        { "bruksareal", "ugyldig-verdi", Gyldig with { Bruksareal = 0 } },
        { "bruksareal", "ugyldig-verdi", Gyldig with { Bruksareal = 5_000.01m } },
        { "maanedsleie", "ugyldig-verdi", Gyldig with { Maanedsleie = -1 } },
        { "maanedsleie", "ugyldig-verdi", Gyldig with { Maanedsleie = 500_001 } },
        { "depositum", "ugyldig-verdi", Gyldig with { Depositum = -1 } },
        { "depositum", "ugyldig-verdi", Gyldig with { Depositum = 3_000_001 } },
        { "eier.navn", "for-lang", Gyldig with { Eier = new() { Navn = Tegn201 } } },
        { "eier.organisasjonsnummer", "ugyldig-verdi", Gyldig with { Eier = new() { Organisasjonsnummer = "12345678" } } },
        { "eier.mobilnummer", "for-lang", Gyldig with { Eier = new() { Mobilnummer = Tegn201 } } },
        { "maalernummerStroem", "for-lang", Gyldig with { MaalernummerStroem = Tegn201 } },
        { "maalernummerVann", "for-lang", Gyldig with { MaalernummerVann = Tegn201 } },
        { "skolekretsBarneskole", "for-lang", Gyldig with { SkolekretsBarneskole = Tegn201 } },
        { "skolekretsUngdomsskole", "for-lang", Gyldig with { SkolekretsUngdomsskole = Tegn201 } },
        { "oevrigInformasjon", "for-lang", Gyldig with { OevrigInformasjon = new('x', 4_001) } },
        { "oevrigInformasjon", "ugyldig-verdi", Gyldig with { OevrigInformasjon = "a\0b" } },
    };

    [Theory]
    [MemberData(nameof(Avvist), DisableDiscoveryEnumeration = true)]
    public void Avviser_en_verdi_og_sier_hvilket_felt_og_hvorfor(string felt, string kode, Boligdata bolig)
    {
        var feil = Assert.Single(Feil(bolig));

        Assert.Equal((felt, kode), (feil.Felt, feil.Kode));
    }

    [Fact]
    public void Alle_feil_i_en_bolig_kommer_paa_en_gang() => Assert.Equal(
        ["leverandorBoligId", "adresse.gatenavn", "omraade", "kategori", "status", "soverom"],
        Feil(new()).Select(f => f.Felt));

    [Fact]
    public void Formene_i_matrikkelen_viser_til_hjemmelen()
    {
        var feil = Feil(Gyldig with { Matrikkel = "x", Bruksenhetsnummer = "x" });

        Assert.Equal(["matrikkellova § 5", "matrikkelforskriften § 53"], feil.Select(f => f.Hjemmel?.ToString()));
    }

    private static List<Boligsosial.Felles.Avvisning> Feil(Boligdata bolig) => [.. Boligkontroll.Kontroller(bolig, Profil.Aalesund)];
}
