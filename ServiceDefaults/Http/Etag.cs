using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.ServiceDefaults.Http;

/// <summary>The version of an aggregate (its row's <c>xmin</c>) as an ETag, and back from If-Match.</summary>
public static class Etag
{
    /// <summary>The endpoint changes something that the caller must have seen; it reads If-Match with <see cref="TryRead"/>.</summary>
    public static RouteHandlerBuilder WithIfMatch(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new IfMatchMetadata())
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    /// <summary>Gives the answer its ETag.</summary>
    public static void Set(HttpContext context, uint version) =>
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>
    /// The version that the caller has seen. 428 when If-Match is missing: a change without it could undo another's;
    /// 412 when it is not a version of ours.
    /// </summary>
    public static bool TryRead(HttpContext context, out uint version, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        if (uint.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out version))
        {
            problem = null;
            return true;
        }

        problem = header.Length == 0
            ? Problem.From(new Avvisning("if-match-mangler", "Send If-Match med ETag-en du fikk da du hentet det du vil endre."), StatusCodes.Status428PreconditionRequired)
            : Stale();
        return false;
    }

    /// <summary>412: someone else has changed it since.</summary>
    public static ProblemHttpResult Stale() => Problem.From(
        new Avvisning("utdatert", "Noen har endret dette i mellomtiden. Hent det på nytt og prøv igjen."),
        StatusCodes.Status412PreconditionFailed);

    /// <summary>Marks an endpoint that needs the header.</summary>
    internal sealed class IfMatchMetadata;
}
