using System.Threading.RateLimiting;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Boligsosial.ServiceDefaults.Persons;

/// <summary>
/// Searches by fødselsnummer that one caller can make in ten minutes (<c>Personvern:SoekPerTiMinutter</c>, 60): enough for
/// work, too few to find out who is registered by trying numbers. Counted in each replica.
/// </summary>
internal sealed class SearchLimit : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter;
    private readonly ILogger<SearchLimit> _log;

    public SearchLimit(IConfiguration configuration, ILogger<SearchLimit> log)
    {
        var most = configuration.GetValue("Personvern:SoekPerTiMinutter", 60);
        _log = log;
        _limiter = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetFixedWindowLimiter(caller, _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(10) }));
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var caller = Bruker.Of(context.HttpContext.User);
        using var lease = _limiter.AttemptAcquire(caller.Id);
        if (lease.IsAcquired)
            return await next(context);

        _log.LogWarning("{Caller} searches for more people than work would need, and is refused", caller.Id);
        context.HttpContext.Response.Headers.RetryAfter = "600";
        return Problem.From(new Avvisning("for-mange-soek", "Det er gjort for mange søk på fødselsnummer. Prøv igjen om ti minutter."), StatusCodes.Status429TooManyRequests);
    }

    public void Dispose() => _limiter.Dispose();
}
