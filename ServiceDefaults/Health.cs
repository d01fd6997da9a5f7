using System.Text.Json;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Boligsosial.ServiceDefaults;

/// <summary>
/// <c>/alive</c>: the process answers. <c>/health</c>: it can do its work (own database migrated and reachable, broker
/// reachable); 503 with the reason of each check otherwise. Neither is routed by the gateway.
/// </summary>
internal static class Health
{
    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().Add(new("migrering", sp => sp.GetRequiredService<Migrator>(), null, null));

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().ExcludeFromDescription();
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous().ExcludeFromDescription();
    }

    private static Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(
            new
            {
                status = report.Status.ToString(),
                kontroller = report.Entries.Select(e => new
                {
                    navn = e.Key,
                    status = e.Value.Status.ToString(),
                    // The exception's type, not its text: a text may hold a connection string.
                    beskrivelse = e.Value.Exception is { } x ? x.GetType().Name : e.Value.Description,
                }),
            },
            JsonSerializerOptions.Web));
    }
}
