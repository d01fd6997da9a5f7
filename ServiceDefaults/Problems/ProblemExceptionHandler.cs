using System.Text.Json;
using System.Text.RegularExpressions;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace Boligsosial.ServiceDefaults.Problems;

/// <summary>
/// The one place where an exception becomes an answer. Refusals are values and never pass here: what does is a request
/// that cannot be read (400, 413, 415), infrastructure that is away (503) or a bug (500, without detail).
/// </summary>
internal sealed partial class ProblemExceptionHandler(IProblemDetailsService problems, ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer; the connection ends, the transaction has been rolled back.
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = Describe(httpContext, exception);
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }

    private Microsoft.AspNetCore.Mvc.ProblemDetails Describe(HttpContext context, Exception exception)
    {
        if (exception is BadHttpRequestException bad)
            return Unreadable(bad);

        if (exception is DbUpdateConcurrencyException)
            return Problem.Of(StatusCodes.Status412PreconditionFailed, "utdatert", "Noen har endret dette i mellomtiden. Hent det på nytt og prøv igjen.");

        if (exception is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } or { InnerException: PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } })
            return Problem.Of(StatusCodes.Status400BadRequest, "ugyldig-tegn", "En tekst har et tegn som ikke kan lagres (nulltegn).");

        // ASP.NET Core takes it for a fault of ours.
        if (exception is InvalidOperationException && MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type is { Charset.HasValue: true, Encoding: null })
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, "ukjent-medietype", "Innholdet har et tegnsett som ikke er kjent. Send det i UTF-8.");

        if (DatabaseAway.Is(exception))
        {
            log.LogWarning(exception, "The database is away; the caller is told to try again");
            context.Response.Headers.RetryAfter = "5";
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "utilgjengelig", "Tjenesten når ikke databasen akkurat nå. Prøv igjen om litt.");
        }

        log.LogError(exception, "Unhandled exception in {Endpoint}", context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName);
        return Problem.Of(StatusCodes.Status500InternalServerError, "intern-feil", "Noe gikk galt hos oss. Oppgi traceId når du melder fra.");
    }

    private static Microsoft.AspNetCore.Mvc.ProblemDetails Unreadable(BadHttpRequestException bad) => bad switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            Problem.Of(413, "for-stor", "Innholdet er større enn tjenesten tar imot."),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
            Problem.Of(415, "ukjent-medietype", Problem.UkjentMedietype),
        { InnerException: UnknownEnumValueException unknown } =>
            Problem.Invalid(Field(unknown.Path), "ukjent-verdi", unknown.Message),
        { InnerException: JsonException { Path: { } path } json } when Field(path).Length > 0 =>
            Problem.Invalid(Field(path), "ugyldig-json", $"Feltet kan ikke leses (linje {json.LineNumber + 1}, posisjon {json.BytePositionInLine + 1})."),
        { InnerException: JsonException json } =>
            Problem.Of(400, "ugyldig-json", $"Innholdet er ikke gyldig JSON (linje {json.LineNumber + 1}, posisjon {json.BytePositionInLine + 1})."),
        _ when Parameter().Match(bad.Message) is { Success: true } match =>
            Problem.Invalid(JsonNamingPolicy.CamelCase.ConvertName(match.Groups[2].Value), "ugyldig-verdi", $"Verdien kan ikke leses som {Norwegian(match.Groups[1].Value)}."),
        _ when RequiredParameter().Match(bad.Message) is { Success: true } match =>
            Problem.Invalid(JsonNamingPolicy.CamelCase.ConvertName(match.Groups[1].Value), "mangler", "Må oppgis."),
        _ => Problem.Of(bad.StatusCode, "ugyldig-foresporsel", "Forespørselen kan ikke leses."),
    };

    /// <summary>«$.adresse.postnummer» → «adresse.postnummer».</summary>
    private static string Field(string? path) => path is null ? "" : path.TrimStart('$').TrimStart('.');

    private static string Norwegian(string type) => type.Replace("Nullable<", "", StringComparison.Ordinal).TrimEnd('>', '?', ']', '[') switch
    {
        "int" or "long" or "short" => "heltall",
        "decimal" or "double" => "tall",
        "DateOnly" or "DateTime" or "DateTimeOffset" => "dato (ISO 8601)",
        "bool" => "true eller false",
        "Guid" => "uuid",
        var other => other,
    };

    // ASP.NET Core tells which parameter only in the text; a test holds these two forms.
    [GeneratedRegex("""^Failed to bind parameter "(\S+) (\w+)" from""", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Parameter();

    [GeneratedRegex("""^Required parameter "\S+ (\w+)" was not provided""", RegexOptions.CultureInvariant, 100)]
    private static partial Regex RequiredParameter();
}
