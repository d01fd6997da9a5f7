using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>
/// Aspire's own dashboard, run as a hidden resource. It is asked for by the same settings as with the real packages. What it shows
/// on its Resources page comes from <see cref="ResourceNotificationService"/> through a service that the stand-in does not have yet.
/// </summary>
internal static class DashboardResource
{
    public const string Name = "aspire-dashboard";
    private const string OtlpUrl = "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL";

    public static void AddDashboard(this DistributedApplicationBuilder builder)
    {
        var path = builder.AppHostAssembly.Metadata("aspiredashboardpath");
        if (path is null || !File.Exists(path))
        {
            throw new DistributedApplicationException($"Aspire's dashboard is not at {path}; ./boligsosial installs it.");
        }

        var configuration = builder.Configuration;
        var frontend = configuration["ASPNETCORE_URLS"]?.Split(';')[0] ?? "http://localhost:18888";
        configuration[OtlpUrl] ??= $"http://localhost:{FreePort.Find()}";
        var open = configuration.GetValue("ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", false);
        if (!open)
        {
            configuration["AppHost:BrowserToken"] ??= configuration["ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN"] ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
            configuration["AppHost:OtlpApiKey"] ??= RandomNumberGenerator.GetHexString(32, lowercase: true);
        }

        var dashboard = builder.AddExecutable(Name, path, Path.GetDirectoryName(path)!, "dashboard")
            .WithInitialState(new CustomResourceSnapshot { ResourceType = "Executable", Properties = [], IsHidden = true })
            .WithEnvironment("ASPNETCORE_URLS", frontend)
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Production")
            .WithEnvironment("ASPIRE_ALLOW_UNSECURED_TRANSPORT", "true")
            .WithEnvironment("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", configuration[OtlpUrl]);
        foreach (var (name, value) in Access(configuration, open))
        {
            dashboard.WithEnvironment(name, value);
        }

        var token = open ? "" : $"/login?t={configuration["AppHost:BrowserToken"]}";
        dashboard.OnResourceReady((_, ready, _) =>
        {
            ready.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Aspire.Hosting.DistributedApplication")
                .LogInformation("Login to the dashboard at {LoginUrl}", frontend + token);
            return Task.CompletedTask;
        });
    }

    private static Dictionary<string, string?> Access(ConfigurationManager configuration, bool open) => open
        ? new() { ["DASHBOARD__FRONTEND__AUTHMODE"] = "Unsecured", ["DASHBOARD__OTLP__AUTHMODE"] = "Unsecured", ["DASHBOARD__API__AUTHMODE"] = "Unsecured" }
        : new()
        {
            ["DASHBOARD__FRONTEND__AUTHMODE"] = "BrowserToken",
            ["DASHBOARD__FRONTEND__BROWSERTOKEN"] = configuration["AppHost:BrowserToken"],
            ["DASHBOARD__OTLP__AUTHMODE"] = "ApiKey",
            ["DASHBOARD__OTLP__PRIMARYAPIKEY"] = configuration["AppHost:OtlpApiKey"],
            ["DASHBOARD__API__AUTHMODE"] = "ApiKey",
            ["DASHBOARD__API__PRIMARYAPIKEY"] = configuration["AppHost:OtlpApiKey"],
        };
}
