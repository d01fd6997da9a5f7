using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Boligsosial.Felles;

/// <summary>
/// A property's number in Matrikkelen, written <c>kommunenr-gnr/bnr[/fnr[/snr]]</c>: «1508-131/42» or «1508-131/42/0/7».
/// Source: matrikkellova § 5 and matrikkelforskriften; 0 stands for «no» festenummer or seksjonsnummer.
/// </summary>
public sealed partial record Matrikkelnummer(string Kommunenummer, int Gaardsnummer, int Bruksnummer, int Festenummer = 0, int Seksjonsnummer = 0)
{
    /// <summary>Reads the written form; false when it is not one.</summary>
    public static bool TryParse(string? tekst, [NotNullWhen(true)] out Matrikkelnummer? nummer)
    {
        var treff = Form().Match(tekst?.Trim() ?? "");
        nummer = treff.Success
            ? new(treff.Groups[1].Value, Tall(treff, 2), Tall(treff, 3), Tall(treff, 4), Tall(treff, 5))
            : null;
        return treff.Success;
    }

    /// <summary>The written form, as short as it can be.</summary>
    public override string ToString() => (Festenummer, Seksjonsnummer) switch
    {
        (0, 0) => $"{Kommunenummer}-{Gaardsnummer}/{Bruksnummer}",
        (_, 0) => $"{Kommunenummer}-{Gaardsnummer}/{Bruksnummer}/{Festenummer}",
        _ => $"{Kommunenummer}-{Gaardsnummer}/{Bruksnummer}/{Festenummer}/{Seksjonsnummer}",
    };

    private static int Tall(Match treff, int gruppe) =>
        treff.Groups[gruppe].Success ? int.Parse(treff.Groups[gruppe].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{1,5})/([0-9]{1,5})(?:/([0-9]{1,5}))?(?:/([0-9]{1,5}))?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
