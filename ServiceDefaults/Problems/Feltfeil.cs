using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Boligsosial.ServiceDefaults.Problems;

/// <summary>What the framework's validation says of a field, in English and by its name in the code, as the API says it: in Norwegian, by its name in JSON, with a kode.</summary>
internal static partial class Feltfeil
{
    public static void Oversett(HttpValidationProblemDetails problem)
    {
        var koder = new List<string>();
        problem.Errors = problem.Errors.GroupBy(e => Felt(e.Key), e => e.Value, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => g.SelectMany(tekster => tekster).Select(tekst =>
            {
                var (kode, norsk) = Oversett(tekst);
                koder.Add(kode);
                return norsk;
            }).ToArray(),
            StringComparer.Ordinal);
        problem.Extensions["koder"] = koder.Distinct(StringComparer.Ordinal).ToArray();
    }

    /// <summary>«Varianter[0].LoepetidAar» is «varianter[0].loepetidAar» in JSON.</summary>
    private static string Felt(string navn) => string.Join('.', navn.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static (string Kode, string Tekst) Oversett(string tekst)
    {
        if (Mangler().IsMatch(tekst))
            return ("mangler", "Må oppgis.");
        if (Mellom().Match(tekst) is { Success: true } mellom)
            return ("utenfor-grensene", $"Må være fra {Grense(mellom.Groups["fra"].Value)} til {Grense(mellom.Groups["til"].Value)}.");
        if (Hoeyst().Match(tekst) is { Success: true } hoeyst)
            return ("for-lang", $"Kan ikke ha flere enn {hoeyst.Groups["antall"].Value} tegn eller ledd.");
        if (Minst().Match(tekst) is { Success: true } minst)
            return ("for-kort", $"Må ha minst {minst.Groups["antall"].Value} tegn eller ledd.");
        return Engelsk().IsMatch(tekst) ? ("ugyldig-verdi", "Er ikke en gyldig verdi.") : ("ugyldig-verdi", tekst);
    }

    /// <summary>A day is written as everywhere else in the API.</summary>
    private static string Grense(string grense) =>
        DateOnly.TryParseExact(grense, "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : grense;

    [GeneratedRegex("^The .+ field is required\\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Mangler();

    [GeneratedRegex("^The field .+ must be between (?<fra>\\S+) and (?<til>\\S+?)\\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Mellom();

    [GeneratedRegex("^The field .+ must be a string.* with a maximum length of '?(?<antall>\\d+)'?\\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Hoeyst();

    [GeneratedRegex("^The field .+ must be a string or array type with a minimum length of '(?<antall>\\d+)'\\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Minst();

    [GeneratedRegex("^The (field )?\\S+ ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Engelsk();
}
