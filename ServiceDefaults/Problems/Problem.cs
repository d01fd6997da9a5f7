using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Redaction;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Boligsosial.ServiceDefaults.Problems;

/// <summary>
/// Every answer that is not a success is one of these (RFC 9457): <c>type = urn:boligsosial:{kode}</c>, and where a field
/// is to blame <c>errors: {felt: [tekst]}</c>.
/// </summary>
public static class Problem
{
    public const string TypePrefix = "urn:boligsosial:";

    /// <summary>When routing says it, the endpoint that was meant is no longer known.</summary>
    internal const string UkjentMedietype =
        "Innholdet har en type som endepunktet ikke leser. Der det ventes JSON, er typen application/json; der det ventes CSV, er den text/csv. Beskrivelsen av endepunktet sier hvilken.";

    /// <summary>A refusal by a rule (422) or by the state that the thing is in (409).</summary>
    public static ProblemHttpResult From(Avvisning avvisning, int status = StatusCodes.Status422UnprocessableEntity)
    {
        var problem = Of(status, avvisning.Kode, avvisning.Tekst);
        if (avvisning.Hjemmel is { } hjemmel)
            problem.Extensions["hjemmel"] = hjemmel;
        if (avvisning.Felt is { } felt)
            problem.Extensions["errors"] = new Dictionary<string, string[]>(StringComparer.Ordinal) { [felt] = [avvisning.Tekst] };
        return TypedResults.Problem(problem);
    }

    /// <summary>Fields that break what the API says of them: 400, all of them in one answer.</summary>
    public static ProblemHttpResult Invalid(IEnumerable<Avvisning> feil)
    {
        var alle = feil.ToList();
        var problem = Of(StatusCodes.Status400BadRequest, "ugyldig", "Ett eller flere felt er ikke gyldige.");
        problem.Extensions["errors"] = alle.GroupBy(f => f.Felt ?? "", f => f.Tekst, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        problem.Extensions["koder"] = alle.Select(f => f.Kode).Distinct(StringComparer.Ordinal).ToArray();
        return TypedResults.Problem(problem);
    }

    /// <summary>404 for one thing by its id.</summary>
    public static ProblemHttpResult NotFound(string hva) =>
        TypedResults.Problem(Of(StatusCodes.Status404NotFound, "finnes-ikke", $"{hva} finnes ikke."));

    internal static ProblemDetails Invalid(string felt, string kode, string tekst)
    {
        var problem = Of(StatusCodes.Status400BadRequest, kode, tekst);
        problem.Extensions["errors"] = new Dictionary<string, string[]>(StringComparer.Ordinal) { [felt] = [tekst] };
        return problem;
    }

    /// <summary>A problem of that status, code and text.</summary>
    public static ProblemDetails Of(int status, string kode, string tekst) => new()
    {
        Status = status,
        Type = TypePrefix + kode,
        Title = Titles.GetValueOrDefault(status, "Feil"),
        Detail = tekst,
    };

    /// <summary>
    /// Fills in what the framework leaves empty, for answers that it makes itself (404, 405, 415, validation), and lets no
    /// fødselsnummer that came in go out again.
    /// </summary>
    internal static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ??= context.HttpContext.Response.StatusCode;
        if (problem.Type?.StartsWith(TypePrefix, StringComparison.Ordinal) != true)
        {
            var validation = problem is HttpValidationProblemDetails;
            problem.Type = TypePrefix + (validation ? "ugyldig" : Codes.GetValueOrDefault(status, "feil"));
            problem.Detail = validation ? "Ett eller flere felt er ikke gyldige." : Details.GetValueOrDefault(status, problem.Detail ?? "");
            problem.Title = null;
        }

        problem.Title ??= Titles.GetValueOrDefault(status, "Feil");
        problem.Instance ??= context.HttpContext.Request.Path;
        problem.Instance = Redact.Text(problem.Instance);
        problem.Detail = Redact.Text(problem.Detail);
        if (problem is HttpValidationProblemDetails invalid)
        {
            if (!invalid.Extensions.ContainsKey("koder"))
                Feltfeil.Oversett(invalid);
            invalid.Errors = Redacted(invalid.Errors);
        }

        if (problem.Extensions.TryGetValue("errors", out var own) && own is IDictionary<string, string[]> errors)
            problem.Extensions["errors"] = Redacted(errors);
        problem.Extensions["traceId"] = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
    }

    private static Dictionary<string, string[]> Redacted(IDictionary<string, string[]> errors) => errors
        .GroupBy(e => Redact.Text(e.Key), e => e.Value, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.SelectMany(texts => texts).Select(Redact.Text).ToArray(), StringComparer.Ordinal)!;

    private static readonly Dictionary<int, string> Titles = new()
    {
        [400] = "Ugyldig forespørsel",
        [401] = "Ikke innlogget",
        [403] = "Ikke tilgang",
        [404] = "Finnes ikke",
        [405] = "Metoden kan ikke brukes her",
        [408] = "For treg",
        [409] = "Kan ikke gjøres nå",
        [412] = "Utdatert",
        [413] = "For stor",
        [414] = "For lang adresse",
        [415] = "Ukjent medietype",
        [422] = "Avvist",
        [428] = "If-Match mangler",
        [429] = "For mange forespørsler",
        [431] = "For store hoder",
        [499] = "Avbrutt",
        [500] = "Feil hos oss",
        [502] = "Tjenesten svarer ikke",
        [503] = "Utilgjengelig",
        [504] = "Tjenesten svarte ikke i tide",
    };

    private static readonly Dictionary<int, string> Codes = new()
    {
        [400] = "ugyldig-foresporsel",
        [401] = "ikke-innlogget",
        [403] = "ikke-tilgang",
        [404] = "finnes-ikke",
        [405] = "metode",
        [408] = "for-treg",
        [413] = "for-stor",
        [415] = "ukjent-medietype",
        [429] = "for-mange",
        [500] = "intern-feil",
        [502] = "tjeneste-svarer-ikke",
        [503] = "utilgjengelig",
        [504] = "tidsavbrudd",
    };

    private static readonly Dictionary<int, string> Details = new()
    {
        [401] = "Send et gyldig tilgangstoken: Authorization: Bearer …",
        [403] = "Rollen din har ikke tilgang til dette.",
        [404] = "Adressen finnes ikke i denne tjenesten.",
        [405] = "Adressen finnes, men ikke med denne HTTP-metoden.",
        [408] = "Forespørselen kom for sakte.",
        [413] = "Innholdet er større enn adressen tar imot.",
        [415] = UkjentMedietype,
        [502] = "Tjenesten bak adressen svarer ikke. Prøv igjen om litt.",
        [503] = "Tjenesten bak adressen er ikke oppe akkurat nå. Prøv igjen om litt.",
        [504] = "Tjenesten bak adressen brukte for lang tid. Det du ba om, kan likevel være gjort.",
    };
}
