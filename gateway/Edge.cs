using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Net.Http.Headers;
using IPNetwork = System.Net.IPNetwork;

namespace Boligsosial.Gateway;

/// <summary>What the world outside meets first: which proxies are believed, which origins may read, what browsers are told.</summary>
internal static class Edge
{
    private const string Api = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>
    /// Swagger UI's own files, and the calls that it makes; it sets styles on its elements, and evaluates the function that asks
    /// for a token. The page is there in Development only.
    /// </summary>
    private const string Page = "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void AddEdge(this WebApplicationBuilder builder)
    {
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(builder.Configuration.GetSection("Gateway:Cors:Opphav").Get<string[]>() ?? [])
            .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
            .AllowAnyHeader()
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Location, HeaderNames.RetryAfter, CorrelationId.Header)
            .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));

        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in Proxies(builder.Configuration))
                forwarded.KnownIPNetworks.Add(proxy);
        });
    }

    public static void UseEdge(this WebApplication app)
    {
        // Without known proxies nobody's word is taken for where a request comes from: the limits go by the address.
        if (Proxies(app.Configuration).Length > 0)
            app.UseForwardedHeaders();
        app.Use(SecurityHeaders);
        app.UseCors();
    }

    private static IPNetwork[] Proxies(IConfiguration configuration) =>
        Array.ConvertAll(configuration.GetSection("Gateway:KjenteProxyer").Get<string[]>() ?? [], IPNetwork.Parse);

    /// <summary>Set as the answer starts: error handling empties the headers, and a service's own would be beside ours.</summary>
    private static RequestDelegate SecurityHeaders(RequestDelegate next) => context =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            var path = context.Request.Path;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.ContentSecurityPolicy = path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase) ? Page : Api;
            headers.Remove(HeaderNames.Server);
            headers.Remove(HeaderNames.XPoweredBy);
            if (headers.CacheControl.Count == 0 && path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
                headers.CacheControl = "no-store";
            if (context.Request.IsHttps && !context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
                headers.StrictTransportSecurity = "max-age=31536000";
            return Task.CompletedTask;
        });
        return next(context);
    };
}
