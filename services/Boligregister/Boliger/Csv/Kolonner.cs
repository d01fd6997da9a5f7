using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Boliger.Csv;

/// <summary>
/// The columns of the register's CSV: Kobo's import spreadsheet, in its order, then what Kobo lacks. Headings are matched
/// without regard to case, spaces, hyphens and underscores.
/// </summary>
internal static class Kolonner
{
    /// <summary>Egenskaper that Kobo has a column of its own for; the others share the column «egenskaper».</summary>
    public static readonly IReadOnlyDictionary<string, string> EgenskapKolonne = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rullestol"] = "errullestoltilpasset",
        ["bofellesskap"] = "erbofellesskap",
        ["doegnbemannet"] = "erdognbemannet",
        ["personalbase"] = "harpersonalbase",
    };

    public static readonly IReadOnlyList<Kolonne> Alle =
    [
        Kolonne.Tekst("kommunenummer", "matrikkel", (d, v) => d.Kommunenummer = v, d => Nummer(d)?.Kommunenummer),
        Kolonne.Tekst("gnrbnr", "matrikkel", (d, v) => d.GnrBnr = v, d => Nummer(d) is { } n ? $"{n.Gaardsnummer}/{n.Bruksnummer}" : null),
        Kolonne.Tekst("festenummer", "matrikkel", (d, v) => d.Festenummer = v, d => NullSomTom(Nummer(d)?.Festenummer)),
        Kolonne.Tekst("seksjonsnummer", "matrikkel", (d, v) => d.Seksjonsnummer = v, d => NullSomTom(Nummer(d)?.Seksjonsnummer)),
        Kolonne.Tekst("bruksenhetsnummer", "bruksenhetsnummer", (d, v) => d.Bruksenhetsnummer = v, d => d.Bruksenhetsnummer),
        Kolonne.Tekst("gatenavn", "adresse.gatenavn", (d, v) => d.Adresse.Gatenavn = v, d => d.Adresse.Gatenavn),
        Kolonne.Heltall("husnummer", "adresse.husnummer", (d, v) => d.Adresse.Husnummer = v, d => d.Adresse.Husnummer),
        Kolonne.Tekst("husbokstav", "adresse.husbokstav", (d, v) => d.Adresse.Husbokstav = v, d => d.Adresse.Husbokstav),
        Kolonne.Tekst("postnummer", "adresse.postnummer", (d, v) => d.Adresse.Postnummer = v.PadLeft(4, '0'), d => d.Adresse.Postnummer),
        Kolonne.Tekst("ekstrareferanse", "ekstraReferanse", (d, v) => d.EkstraReferanse = v, d => d.EkstraReferanse),
        Kolonne.Tekst("koboboligtype", "boligtype", (d, v) => d.Boligtype = v, d => d.Boligtype),
        Kolonne.Tekst("underkategoriboligtype", "underkategoriBoligtype", (d, v) => d.UnderkategoriBoligtype = v, d => d.UnderkategoriBoligtype),
        Kolonne.Enum<Disposisjonsform>("kobodisposisjonsform", "disposisjonsform", (d, v) => d.Disposisjonsform = v, d => d.Disposisjonsform),
        Kolonne.Tekst("boligeiersnavn", "eier.navn", (d, v) => d.Eier.Navn = v, d => d.Eier.Navn),
        Kolonne.Tekst("boligeiersorganisasjonsnummer", "eier.organisasjonsnummer", (d, v) => d.Eier.Organisasjonsnummer = v, d => d.Eier.Organisasjonsnummer),
        Kolonne.Tekst("boligeiersmobilnummer", "eier.mobilnummer", (d, v) => d.Eier.Mobilnummer = v, d => d.Eier.Mobilnummer),
        Kolonne.Enum<Boligstatus>("boligstatus", "status", (d, v) => d.Status = v, d => d.Status),
        Kolonne.Dato("statusdato", "statusFra", (d, v) => d.StatusFra = v, d => d.StatusFra),
        Kolonne.Desimal("manedsleie", "maanedsleie", (d, v) => d.Maanedsleie = v, d => d.Maanedsleie),
        Kolonne.Tekst("malernummerstrom", "maalernummerStroem", (d, v) => d.MaalernummerStroem = v, d => d.MaalernummerStroem),
        Kolonne.Tekst("malernummervann", "maalernummerVann", (d, v) => d.MaalernummerVann = v, d => d.MaalernummerVann),
        Kolonne.Desimal("depositum", "depositum", (d, v) => d.Depositum = v, d => d.Depositum),
        Egenskap("rullestol"),
        Kolonne.Heltall("antallsoverom", "soverom", (d, v) => d.Soverom = v, d => d.Soverom),
        Kolonne.Tekst("skolekretsbarneskole", "skolekretsBarneskole", (d, v) => d.SkolekretsBarneskole = v, d => d.SkolekretsBarneskole),
        Kolonne.Tekst("skolekretsungdomsskole", "skolekretsUngdomsskole", (d, v) => d.SkolekretsUngdomsskole = v, d => d.SkolekretsUngdomsskole),
        Kolonne.Tekst("ovriginformasjon", "oevrigInformasjon", (d, v) => d.OevrigInformasjon = v, d => d.OevrigInformasjon),
        Kolonne.JaNei("kvalifiserermvakompensasjon", "kvalifisererMvaKompensasjon", (d, v) => d.KvalifisererMvaKompensasjon = v, d => d.KvalifisererMvaKompensasjon),
        Egenskap("bofellesskap"),
        Egenskap("doegnbemannet"),
        Egenskap("personalbase"),

        // What Kobo lacks.
        Kolonne.Tekst("leverandorboligid", "leverandorBoligId", (d, v) => d.LeverandorBoligId = v, d => d.LeverandorBoligId),
        Kolonne.Tekst("poststed", "adresse.poststed", (d, v) => d.Adresse.Poststed = v, d => d.Adresse.Poststed),
        Kolonne.Tekst("omraade", "omraade", (d, v) => d.Omraade = v, d => d.Omraade),
        Kolonne.Tekst("kommunedel", "kommunedel", (d, v) => d.Kommunedel = v, d => d.Kommunedel),
        Kolonne.Tekst("kategori", "kategori", (d, v) => d.Kategori = v, d => d.Kategori),
        Kolonne.Desimal("bruksareal", "bruksareal", (d, v) => d.Bruksareal = v, d => d.Bruksareal),
        Kolonne.Heltall("etasje", "etasje", (d, v) => d.Etasje = v, d => d.Etasje),
        Kolonne.Tekst("egenskaper", "egenskaper", (d, v) => d.Merker.AddRange(v.Split([',', '|'])), d => string.Join('|', d.Egenskaper.Where(e => !EgenskapKolonne.ContainsKey(e)))),
    ];

    /// <summary>
    /// Kobo's columns about a lease. Leases are not the dwelling register's, and a name is personal data: the columns are
    /// recognised, reported as ignored, and never read.
    /// </summary>
    public static readonly IReadOnlySet<string> Ignorerte = new HashSet<string>(StringComparer.Ordinal)
    {
        "hovedsoker", "leieforholdertidsubegrenset", "leieforholdstartdato", "leieforholdsluttdato",
    };

    /// <summary>Other spellings of a heading: the API's own field names, and å, ø in full.</summary>
    private static readonly Dictionary<string, string> Synonymer = new(StringComparer.Ordinal)
    {
        ["maanedsleie"] = "manedsleie",
        ["månedsleie"] = "manedsleie",
        ["soverom"] = "antallsoverom",
        ["status"] = "boligstatus",
        ["statusfra"] = "statusdato",
        ["boligtype"] = "koboboligtype",
        ["disposisjonsform"] = "kobodisposisjonsform",
        ["organisasjonsnummer"] = "boligeiersorganisasjonsnummer",
        ["mobilnummer"] = "boligeiersmobilnummer",
        ["eier"] = "boligeiersnavn",
        ["maalernummerstroem"] = "malernummerstrom",
        ["målernummerstrøm"] = "malernummerstrom",
        ["maalernummervann"] = "malernummervann",
        ["målernummervann"] = "malernummervann",
        ["oevriginformasjon"] = "ovriginformasjon",
        ["øvriginformasjon"] = "ovriginformasjon",
        ["leverandørboligid"] = "leverandorboligid",
        ["område"] = "omraade",
        ["hovedsøker"] = "hovedsoker",
        ["erdøgnbemannet"] = "erdognbemannet",
    };

    /// <summary>Without these a file cannot say what a dwelling is.</summary>
    public static readonly string[] Paakrevde = ["gatenavn", "omraade", "kategori", "antallsoverom", "boligstatus"];

    private static readonly Dictionary<string, Kolonne> EtterNavn = Alle.ToDictionary(k => k.Navn, StringComparer.Ordinal);

    /// <summary>The heading in its bare form, synonyms resolved.</summary>
    public static string Bart(string overskrift)
    {
        var bart = string.Concat(overskrift.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return Synonymer.GetValueOrDefault(bart, bart);
    }

    /// <summary>The heading of the column that a field comes from (the first, where several do).</summary>
    public static string ForFelt(string felt) => Alle.FirstOrDefault(k => k.Felt == felt)?.Navn ?? felt;

    public static Kolonne? Finn(string bart) => EtterNavn.GetValueOrDefault(bart);

    private static Kolonne Egenskap(string egenskap) => Kolonne.JaNei(
        EgenskapKolonne[egenskap], "egenskaper",
        (d, ja) => d.Merker.AddRange(ja ? [egenskap] : []),
        d => d.Egenskaper.Contains(egenskap, StringComparer.Ordinal));

    private static Matrikkelnummer? Nummer(Boligdata d) => Matrikkelnummer.TryParse(d.Matrikkel, out var nummer) ? nummer : null;

    private static string? NullSomTom(int? tall) => tall is null or 0 ? null : tall.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
