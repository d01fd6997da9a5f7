using System.Globalization;
using System.Threading.RateLimiting;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Yarp.ReverseProxy.Model;

namespace Boligsosial.Gateway;

/// <summary>What the gateway takes from one caller: requests per second, and bytes per request by route.</summary>
internal static class Limits
{
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var perSecond = builder.Configuration.GetValue("Gateway:ForespoerslerPerSekund", 10_000);
        builder.Services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetTokenBucketLimiter(Caller(context), _ => new()
                {
                    TokenLimit = perSecond,
                    TokensPerPeriod = Math.Max(1, perSecond / 10),
                    ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
                    AutoReplenishment = true,
                }));
            options.OnRejected = TooMany;
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxRequestLineSize = 8 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
    }

    public static void UseLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseRouting();
        app.Use(RefuseTooLarge);
    }

    /// <summary>
    /// A body that says it is too large is answered before any of it is read. One that does not say is cut off by the
    /// server at the same limit, on its way through.
    /// </summary>
    private static RequestDelegate RefuseTooLarge(RequestDelegate next) => context =>
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.MaxRequestBodySize;
        if (!(context.Request.ContentLength > most))
            return next(context);

        // The server throws away what the caller goes on sending, for a few seconds. A connection that is closed in its
        // face would take the answer with it.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        return TypedResults.Problem(Problem.Of(
            StatusCodes.Status413PayloadTooLarge, "for-stor", $"Innholdet kan være på {most} byte.")).ExecuteAsync(context);
    };

    private static async ValueTask TooMany(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await TypedResults.Problem(Problem.Of(
            StatusCodes.Status429TooManyRequests, "for-mange", $"For mange forespørsler. Prøv igjen om {seconds} sekund.")).ExecuteAsync(rejected.HttpContext);
    }

    private static string Caller(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
