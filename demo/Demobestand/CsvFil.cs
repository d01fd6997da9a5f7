using System.Globalization;

namespace Boligsosial.Demobestand;

/// <summary>
/// The file that <c>POST /boliger/import</c> takes: Kobo's columns, then what Kobo lacks. Written without the service's own
/// code, as a municipality's own export would be; a test holds the two against each other.
/// </summary>
public static class CsvFil
{
    /// <summary>Egenskaper that Kobo has a column of its own for.</summary>
    private static readonly string[] EgenKolonne = ["rullestol", "bofellesskap", "doegnbemannet", "personalbase"];

    private static readonly (string Navn, Func<Demobolig, string?> Celle)[] Kolonner =
    [
        ("kommunenummer", _ => "1508"),
        ("gnrbnr", b => $"{Tall(b.Bygg.Sted.Gaardsnummer)}/{Tall(b.Bygg.Bruksnummer)}"),
        ("festenummer", _ => null),
        ("seksjonsnummer", _ => null),
        ("bruksenhetsnummer", b => b.Bruksenhetsnummer),
        ("gatenavn", b => b.Bygg.Gatenavn),
        ("husnummer", b => Tall(b.Bygg.Husnummer)),
        ("husbokstav", _ => null),
        ("postnummer", b => b.Bygg.Sted.Postnummer),
        ("ekstrareferanse", _ => null),
        ("koboboligtype", b => b.Bygg.Boligtype),
        ("underkategoriboligtype", _ => null),
        ("kobodisposisjonsform", b => b.Bygg.Disposisjonsform),
        ("boligeiersnavn", b => b.Bygg.Disposisjonsform == "eid" ? null : "Syntetisk utleier"),
        ("boligeiersorganisasjonsnummer", _ => null),
        ("boligeiersmobilnummer", _ => null),
        ("boligstatus", b => b.Status),
        ("statusdato", b => b.StatusFra.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("manedsleie", b => Tall(b.Maanedsleie)),
        ("malernummerstrom", _ => null),
        ("malernummervann", _ => null),
        ("depositum", _ => null),
        ("errullestoltilpasset", b => JaNei(b, "rullestol")),
        ("antallsoverom", b => Tall(b.Soverom)),
        ("skolekretsbarneskole", _ => null),
        ("skolekretsungdomsskole", _ => null),
        ("ovriginformasjon", _ => "Syntetisk demodata"),
        ("kvalifiserermvakompensasjon", b => b.Bygg.Kategori == "gjennomgangsbolig" ? "nei" : "ja"),
        ("erbofellesskap", b => JaNei(b, "bofellesskap")),
        ("erdognbemannet", b => JaNei(b, "doegnbemannet")),
        ("harpersonalbase", b => JaNei(b, "personalbase")),
        ("leverandorboligid", b => b.LeverandorBoligId),
        ("poststed", b => b.Bygg.Sted.Poststed),
        ("omraade", b => b.Omraade),
        ("kommunedel", b => b.Bygg.Sted.Kommunedel),
        ("kategori", b => b.Bygg.Kategori),
        ("bruksareal", b => Tall(b.Bruksareal)),
        ("etasje", b => Tall(b.Etasje)),
        ("egenskaper", b => string.Join('|', b.Egenskaper.Except(EgenKolonne).Order(StringComparer.Ordinal))),
    ];

    public static void Skriv(TextWriter fil, IEnumerable<Demobolig> boliger)
    {
        fil.NewLine = "\n";
        fil.WriteLine(string.Join(';', Kolonner.Select(k => k.Navn)));
        foreach (var bolig in boliger)
            fil.WriteLine(string.Join(';', Kolonner.Select(k => Celle(k.Celle(bolig)))));
    }

    private static string Celle(string? tekst) => tekst?.AsSpan().IndexOfAny(";\"\r\n") is null or < 0
        ? tekst ?? ""
        : throw new InvalidOperationException("The demo stock has no cells that need quotes.");

    private static string JaNei(Demobolig bolig, string egenskap) => bolig.Egenskaper.Contains(egenskap) ? "ja" : "nei";

    private static string Tall(int tall) => tall.ToString(CultureInfo.InvariantCulture);
}
