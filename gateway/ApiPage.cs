using Yarp.ReverseProxy.Configuration;

namespace Boligsosial.Gateway;

/// <summary><c>/openapi</c>: one page that lists each service's OpenAPI document and lets people try it.</summary>
internal static class ApiPage
{
    public static void UseApiPage(this WebApplication app)
    {
        var services = app.Services.GetRequiredService<IProxyConfigProvider>().GetConfig().Clusters.Select(c => c.ClusterId).Order(StringComparer.Ordinal);
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "openapi";
            ui.DocumentTitle = "Boligsosial – API";
            foreach (var service in services)
                ui.SwaggerEndpoint($"/openapi/{service}.json", service);
        });
        app.MapGet("/", () => TypedResults.Redirect("/openapi")).ExcludeFromDescription();
    }
}
