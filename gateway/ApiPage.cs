using Yarp.ReverseProxy.Configuration;

namespace Boligsosial.Gateway;

/// <summary>
/// <c>/openapi</c>, in Development: one page that lists each service's OpenAPI document and lets people try it. The page itself
/// is open, and asks for a token: the documents and the API are not.
/// </summary>
internal static class ApiPage
{
    private const string WithToken =
        "(request) => { request.headers.Authorization = 'Bearer ' + (window.token ??= window.prompt('Token, from ./boligsosial token <rolle>')?.trim()); return request; }";

    public static void UseApiPage(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;

        var services = app.Services.GetRequiredService<IProxyConfigProvider>().GetConfig().Clusters.Select(c => c.ClusterId).Order(StringComparer.Ordinal);
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "openapi";
            ui.DocumentTitle = "Boligsosial – API";
            ui.UseRequestInterceptor(WithToken);
            foreach (var service in services)
                ui.SwaggerEndpoint($"/openapi/{service}.json", service);
        });
        app.Use(next => context =>
        {
            if (context.Request.Path != "/")
                return next(context);
            context.Response.Redirect("/openapi");
            return Task.CompletedTask;
        });
    }
}
