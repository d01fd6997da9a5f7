using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Bostoette.Regler;

/// <summary>
/// The municipalities whose upper limit is higher (forskrift om bustøtte § 3 second paragraph). The forskrift names them, so the name decides and
/// the groups are dated. A municipality that got another number (Viken and Troms og Finnmark were divided on 1 January 2024) is known by all it has
/// had: no number was used again for another, so an old month may be asked for by either. Numbers: SSB's classification 131.
/// </summary>
public static class Kommunegruppe
{
    /// <summary>FOR-2021-03-13-691; every amendment of § 3 since has named the same.</summary>
    private static readonly (DateOnly Fra, Dictionary<string, int> Gruppe)[] Grupper =
    [
        (new(2021, 3, 13), Av(["Oslo"], ["Bergen", "Trondheim", "Tromsø", "Stavanger", "Bærum"], ["Kristiansand", "Lillestrøm", "Frogn", "Lørenskog", "Nordre Follo", "Asker", "Nesodden", "Sola", "Sandnes"])),
    ];

    private static readonly Dictionary<string, string> Navn = new(StringComparer.Ordinal)
    {
        ["0301"] = "Oslo",
        ["4601"] = "Bergen",
        ["5001"] = "Trondheim",
        ["5401"] = "Tromsø",
        ["5501"] = "Tromsø",
        ["1103"] = "Stavanger",
        ["3024"] = "Bærum",
        ["3201"] = "Bærum",
        ["4204"] = "Kristiansand",
        ["3030"] = "Lillestrøm",
        ["3205"] = "Lillestrøm",
        ["3022"] = "Frogn",
        ["3214"] = "Frogn",
        ["3029"] = "Lørenskog",
        ["3222"] = "Lørenskog",
        ["3020"] = "Nordre Follo",
        ["3207"] = "Nordre Follo",
        ["3025"] = "Asker",
        ["3203"] = "Asker",
        ["3023"] = "Nesodden",
        ["3212"] = "Nesodden",
        ["1124"] = "Sola",
        ["1108"] = "Sandnes",
    };

    /// <summary>The counties that there are or were since 2020; Oslo is one municipality.</summary>
    private static readonly HashSet<string> Fylker = new(StringComparer.Ordinal) { "03", "11", "15", "18", "30", "31", "32", "33", "34", "38", "39", "40", "42", "46", "50", "54", "55", "56" };

    /// <summary>0: none; 1–3 as the forskrift's a–c.</summary>
    public static int Av(string kommunenummer, DateOnly dato)
    {
        if (!Navn.TryGetValue(kommunenummer, out var navn))
            return 0;
        for (var nr = Grupper.Length - 1; nr >= 0; nr--)
        {
            if (Grupper[nr].Fra <= dato)
                return Grupper[nr].Gruppe.GetValueOrDefault(navn);
        }

        return 0;
    }

    /// <summary>What a municipality with a group is called; null for others.</summary>
    public static string? NavnPaa(string kommunenummer) => Navn.GetValueOrDefault(kommunenummer);

    /// <summary>Four digits, the first two a county.</summary>
    public static Avvisning? Kontroller(string? kommunenummer, string felt) => kommunenummer switch
    {
        null => new("mangler", "Må oppgis: kommunen avgjør det øvre taket på boutgiftene (forskrift om bustøtte § 3).", Felt: felt),
        { Length: 4 } when kommunenummer.All(char.IsAsciiDigit) && Fylker.Contains(kommunenummer[..2]) && (kommunenummer[..2] != "03" || kommunenummer == "0301") => null,
        _ => new("ugyldig-kommunenummer", "Er ikke et kommunenummer: fire sifre, der de to første er et fylke («1508»).", Felt: felt),
    };

    private static Dictionary<string, int> Av(params string[][] grupper) =>
        grupper.SelectMany((navn, nr) => navn.Select(n => KeyValuePair.Create(n, nr + 1))).ToDictionary(StringComparer.Ordinal);
}
