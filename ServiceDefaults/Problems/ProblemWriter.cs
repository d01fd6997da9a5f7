using System.Net.Mime;
using Microsoft.AspNetCore.Http;

namespace Boligsosial.ServiceDefaults.Problems;

/// <summary>
/// For callers who accept something else, «text/html» or «text/csv»: without it they would get the problem past
/// <see cref="Problem.Complete"/>, with what it masks and without what it fills in.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        Problem.Complete(context);
        return new(context.HttpContext.Response.WriteAsJsonAsync(
            context.ProblemDetails, context.ProblemDetails.GetType(), options: null, MediaTypeNames.Application.ProblemJson, context.HttpContext.RequestAborted));
    }
}
