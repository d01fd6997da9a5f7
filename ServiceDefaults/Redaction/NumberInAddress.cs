using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Boligsosial.ServiceDefaults.Redaction;

/// <summary>
/// Addresses end up in logs, histories and bookmarks that nobody here rules over. A request with a fødselsnummer in its path or
/// query is therefore refused before anything reads it, also where the number would have been right.
/// </summary>
internal static class NumberInAddress
{
    public static Task Refuse(HttpContext context, RequestDelegate next) =>
        Redact.Finds(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget)
            ? TypedResults.Problem(Problem.Of(
                StatusCodes.Status400BadRequest, "foedselsnummer-i-adressen", "Fødselsnummer hører aldri hjemme i en adresse. Send det i innholdet.")).ExecuteAsync(context)
            : next(context);
}
