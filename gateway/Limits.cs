using System.Globalization;
using System.Threading.RateLimiting;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Yarp.ReverseProxy.Model;

namespace Boligsosial.Gateway;

/// <summary>
/// What the gateway takes from one caller: requests per second, and bytes per request by route. What it takes from a connection
/// (size and number of headers, how slow it may be) is Kestrel's, by <c>Kestrel:Limits</c> under Kestrel's own names.
/// </summary>
internal static class Limits
{
    private const int LongestTarget = 8 * 1024;

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var perAddress = builder.Configuration.GetValue("Gateway:ForespoerslerPerSekund", 10_000);
        var perClient = builder.Configuration.GetValue("Gateway:ForespoerslerPerSekundPerKlient", 5_000);
        builder.Services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => PerSecond(Address(context), perAddress)),
                PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    Client(context) is { } client ? PerSecond(client, perClient) : RateLimitPartition.GetNoLimiter("")));
            options.OnRejected = TooMany;
        });

        var limits = builder.Configuration.GetSection("Kestrel:Limits");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            limits.Bind(kestrel.Limits);
            // The binder cannot change one that is there already.
            kestrel.Limits.MinRequestBodyDataRate = limits.GetSection(nameof(KestrelServerLimits.MinRequestBodyDataRate)).Get<MinDataRate>() ?? kestrel.Limits.MinRequestBodyDataRate;
        });
    }

    public static void UseLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        app.Use(RefuseTooLong);
        app.UseRouting();
        app.Use(RefuseTooLarge);
    }

    /// <summary>Kestrel takes twice as long a line: what it refuses itself gets an answer without words.</summary>
    private static RequestDelegate RefuseTooLong(RequestDelegate next) => context =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length <= LongestTarget
            ? next(context)
            : TypedResults.Problem(Problem.Of(
                StatusCodes.Status414UriTooLong, "for-lang-adresse", $"Adressen kan være på {LongestTarget} tegn.")).ExecuteAsync(context);

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

    private static RateLimitPartition<string> PerSecond(string caller, int requests) => RateLimitPartition.GetTokenBucketLimiter(caller, _ => new()
    {
        TokenLimit = requests,
        TokensPerPeriod = Math.Max(1, requests / 10),
        ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
        AutoReplenishment = true,
    });

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Whose token it is; null when nobody has said who it is.</summary>
    private static string? Client(HttpContext context) => context.User.FindFirst(Bruker.IdClaim)?.Value;
}
