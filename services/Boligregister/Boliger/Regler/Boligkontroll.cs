using System.Text.RegularExpressions;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Boliger.Regler;

/// <summary>
/// What a registered dwelling must be like; the same for POST, PUT and each line of an import. Forms: matrikkellova § 5
/// (matrikkelnummer), matrikkelforskriften § 53 (bruksenhetsnummer); limits are plausibility, not law.
/// </summary>
public static partial class Boligkontroll
{
    /// <summary>As many bedrooms as a dwelling can have.</summary>
    public const int FlestSoverom = 30;

    private const int Tekstlengde = 200;
    private const int Fritekstlengde = 4000;

    /// <summary>Puts <paramref name="data"/> in its written form: trimmed, blanks as nothing, egenskaper sorted and once each.</summary>
    public static Boligdata Normaliser(Boligdata data) => data with
    {
        LeverandorBoligId = Tekst(data.LeverandorBoligId),
        Matrikkel = Matrikkelnummer.TryParse(data.Matrikkel, out var nummer) ? nummer.ToString() : Tekst(data.Matrikkel),
        Bruksenhetsnummer = Tekst(data.Bruksenhetsnummer)?.ToUpperInvariant(),
        EkstraReferanse = Tekst(data.EkstraReferanse),
        Adresse = (data.Adresse ?? new()) with
        {
            Gatenavn = Tekst(data.Adresse?.Gatenavn) ?? "",
            Husbokstav = Tekst(data.Adresse?.Husbokstav)?.ToUpperInvariant(),
            Postnummer = Tekst(data.Adresse?.Postnummer),
            Poststed = Tekst(data.Adresse?.Poststed),
        },
        Omraade = Tekst(data.Omraade) ?? "",
        Kommunedel = Tekst(data.Kommunedel),
        Kategori = Tekst(data.Kategori)?.ToLowerInvariant() ?? "",
        Boligtype = Tekst(data.Boligtype),
        UnderkategoriBoligtype = Tekst(data.UnderkategoriBoligtype),
        Eier = (data.Eier ?? new()) with
        {
            Navn = Tekst(data.Eier?.Navn),
            Organisasjonsnummer = Tekst(data.Eier?.Organisasjonsnummer)?.Replace(" ", "", StringComparison.Ordinal),
            Mobilnummer = Tekst(data.Eier?.Mobilnummer),
        },
        Egenskaper = Egenskaper(data.Egenskaper),
        MaalernummerStroem = Tekst(data.MaalernummerStroem),
        MaalernummerVann = Tekst(data.MaalernummerVann),
        SkolekretsBarneskole = Tekst(data.SkolekretsBarneskole),
        SkolekretsUngdomsskole = Tekst(data.SkolekretsUngdomsskole),
        OevrigInformasjon = Tekst(data.OevrigInformasjon),
    };

    /// <summary>Everything that is wrong with normalised <paramref name="d"/>, field by field.</summary>
    public static IEnumerable<Avvisning> Kontroller(Boligdata d, Kommuneprofil profil)
    {
        if (d.Matrikkel is not null && !Matrikkelnummer.TryParse(d.Matrikkel, out _))
            yield return Ugyldig("matrikkel", "Skrives kommunenr-gnr/bnr[/fnr[/snr]], for eksempel 1508-131/42.", new("matrikkellova", "§ 5"));
        if (d.Bruksenhetsnummer is not null && !Bruksenhet().IsMatch(d.Bruksenhetsnummer))
            yield return Ugyldig("bruksenhetsnummer", "Er H, L, U eller K og fire sifre, for eksempel H0203.", new("matrikkelforskriften", "§ 53"));
        if (d.LeverandorBoligId is null && d.Matrikkel is null)
            yield return new("mangler", "Oppgi leverandorBoligId eller matrikkel; ellers kan boligen ikke kjennes igjen.", Felt: "leverandorBoligId");

        if (d.Adresse.Gatenavn.Length == 0)
            yield return Mangler("adresse.gatenavn");
        if (d.Adresse.Husnummer is < 1 or > 99_999)
            yield return Ugyldig("adresse.husnummer", "Må være fra 1 til 99999.");
        if (d.Adresse.Husbokstav is { } bokstav && (bokstav.Length != 1 || !char.IsLetter(bokstav[0])))
            yield return Ugyldig("adresse.husbokstav", "Er én bokstav.");
        if (d.Adresse.Postnummer is not null && !FireSifre().IsMatch(d.Adresse.Postnummer))
            yield return Ugyldig("adresse.postnummer", "Er fire sifre.");

        if (d.Omraade.Length == 0)
            yield return Mangler("omraade");
        if (d.Kategori.Length == 0)
            yield return Mangler("kategori");
        else if (!profil.Kategorier.Contains(d.Kategori, StringComparer.Ordinal))
            yield return Avvisning.UkjentVerdi("kategori", profil.Kategorier);
        foreach (var ukjent in d.Egenskaper.Where(e => !profil.Egenskaper.Contains(e, StringComparer.Ordinal)).Take(1))
            yield return Avvisning.UkjentVerdi("egenskaper", profil.Egenskaper);
        if (!Enum.IsDefined(d.Disposisjonsform))
            yield return Ugyldig("disposisjonsform", "Er ukjent.");
        if (d.Status is null)
            yield return Mangler("status");

        if (d.Soverom is null)
            yield return Mangler("soverom");
        if (d.Soverom is < 0 or > FlestSoverom)
            yield return Ugyldig("soverom", $"Må være fra 0 til {FlestSoverom}.");
        if (d.Etasje is < -5 or > 60)
            yield return Ugyldig("etasje", "Må være fra -5 til 60.");
        if (d.Bruksareal is <= 0 or > 5000)
            yield return Ugyldig("bruksareal", "Må være over 0 og høyst 5000 m².");
        if (d.Maanedsleie is < 0 or > 500_000)
            yield return Ugyldig("maanedsleie", "Må være fra 0 til 500 000 kroner per måned.");
        if (d.Depositum is < 0 or > 3_000_000)
            yield return Ugyldig("depositum", "Må være fra 0 til 3 000 000 kroner.");
        if (d.Eier.Organisasjonsnummer is not null && !NiSifre().IsMatch(d.Eier.Organisasjonsnummer))
            yield return Ugyldig("eier.organisasjonsnummer", "Er ni sifre.");

        foreach (var (felt, verdi) in Tekster(d))
        {
            var lengst = felt == "oevrigInformasjon" ? Fritekstlengde : Tekstlengde;
            if (verdi?.Length > lengst)
                yield return new("for-lang", $"Kan være på {lengst} tegn.", Felt: felt);
            if (verdi?.Contains('\0') == true)
                yield return Ugyldig(felt, "Inneholder et nulltegn.");
            // Dwellings are shown, exported and told of to everyone who works with them.
            if (Foedselsnummer.FinnesI(verdi))
                yield return Ugyldig(felt, "Inneholder et fødselsnummer. Opplysninger om personer hører ikke hjemme på en bolig.");
        }
    }

    private static (string Felt, string? Verdi)[] Tekster(Boligdata d) =>
    [
        ("leverandorBoligId", d.LeverandorBoligId),
        ("ekstraReferanse", d.EkstraReferanse),
        ("adresse.gatenavn", d.Adresse.Gatenavn),
        ("adresse.poststed", d.Adresse.Poststed),
        ("omraade", d.Omraade),
        ("kommunedel", d.Kommunedel),
        ("boligtype", d.Boligtype),
        ("underkategoriBoligtype", d.UnderkategoriBoligtype),
        ("eier.navn", d.Eier.Navn),
        ("eier.mobilnummer", d.Eier.Mobilnummer),
        ("maalernummerStroem", d.MaalernummerStroem),
        ("maalernummerVann", d.MaalernummerVann),
        ("skolekretsBarneskole", d.SkolekretsBarneskole),
        ("skolekretsUngdomsskole", d.SkolekretsUngdomsskole),
        ("oevrigInformasjon", d.OevrigInformasjon),
    ];

    private static string? Tekst(string? verdi) => string.IsNullOrWhiteSpace(verdi) ? null : verdi.Trim();

    private static string[] Egenskaper(string?[]? verdier) => verdier is null or []
        ? []
        : [.. verdier.Select(Tekst).OfType<string>().Select(e => e.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Avvisning Mangler(string felt) => new("mangler", "Må oppgis.", Felt: felt);

    private static Avvisning Ugyldig(string felt, string tekst, Hjemmel? hjemmel = null) => new("ugyldig-verdi", tekst, hjemmel, felt);

    [GeneratedRegex(@"^[HLUK][0-9]{4}\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Bruksenhet();

    [GeneratedRegex(@"^[0-9]{4}\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex FireSifre();

    [GeneratedRegex(@"^[0-9]{9}\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex NiSifre();
}
