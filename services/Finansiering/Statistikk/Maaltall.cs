using System.Text.RegularExpressions;

namespace Boligsosial.Finansiering.Statistikk;

/// <summary>
/// What an imported figure may be of. A name that is misspelt is a figure that nobody finds again, so others are refused; another is a line here. «-antall» and «-kroner» are
/// shown for each thousand inhabitants too.
/// </summary>
internal static partial class Maaltall
{
    /// <summary>In alphabetical order.</summary>
    public static readonly string[] Alle =
    [
        "bostoette-antall",
        "bostoette-avslag-antall",
        "bostoette-barnefamilier-prosent",
        "bostoette-kroner",
        "bostoette-nye-soeknader-antall",
        "bostoette-snitt-bostoette",
        "bostoette-snitt-boutgift",
        "bostoette-snitt-inntekt",
        "bostoette-soekere-antall",
        "innbyggere",
        "startlaan-andel-av-kjoepesum-prosent",
        "startlaan-antall",
        "startlaan-avslag-antall",
        "startlaan-barnefamilier-antall",
        "startlaan-barnefamilier-prosent",
        "startlaan-flyktninger-antall",
        "startlaan-fra-eid-bolig-antall",
        "startlaan-fra-foreldres-bolig-antall",
        "startlaan-fra-kommunal-bolig-antall",
        "startlaan-fra-privat-leie-antall",
        "startlaan-kjoep-antall",
        "startlaan-kroner",
        "startlaan-laaneopptak-kroner",
        "startlaan-refinansieringer-antall",
        "startlaan-snitt-kjoepesum",
        "startlaan-snitt-laan",
        "startlaan-soeknader-antall",
        "startlaan-tilpasning-antall",
        "startlaan-utbedring-antall",
        "tilskudd-antall",
        "tilskudd-bevilget-kroner",
        "tilskudd-etablering-kroner",
        "tilskudd-kroner",
        "tilskudd-soeknader-antall",
        "tilskudd-tilpasning-kroner",
    ];

    /// <summary>The counties that there are or were since 1990, by the first two digits of their municipalities' numbers (SSB's classifications 104 and 131).</summary>
    private static readonly HashSet<string> Fylker = new(StringComparer.Ordinal)
    {
        "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "14", "15", "16", "17", "18", "19", "20",
        "30", "31", "32", "33", "34", "38", "39", "40", "42", "46", "50", "54", "55", "56",
    };

    /// <summary>Four digits, the first two a county and the last two not 00; Oslo is one municipality. There is no table of every one that has been.</summary>
    public static bool ErKommunenummer(string nummer) =>
        FireSifre().IsMatch(nummer) && Fylker.Contains(nummer[..2]) && nummer[2..] != "00" && (nummer[..2] != "03" || nummer == "0301");

    [GeneratedRegex(@"^[0-9]{4}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FireSifre();
}
