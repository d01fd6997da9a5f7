using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>
/// Aspire's own dashboard, run as a hidden resource and asked for by the same settings as with the real packages. What its
/// Resources page shows comes from <see cref="ResourceServiceHost"/>; telemetry it gets from the services themselves.
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
        var isRandom = configuration.GetValue("DcpPublisher:RandomizePorts", false);
        var frontend = Address(configuration["ASPNETCORE_URLS"]?.Split(';')[0] ?? "http://localhost:18888", isRandom);
        configuration[OtlpUrl] = Address(configuration[OtlpUrl], isRandom).GetLeftPart(UriPartial.Authority);
        var open = configuration.GetValue("ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", false);
        if (!open)
        {
            configuration["AppHost:BrowserToken"] ??= configuration["ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN"] ?? NewKey();
            configuration["AppHost:OtlpApiKey"] ??= NewKey();
            configuration[ResourceServiceHost.KeySetting] ??= NewKey();
        }

        var dashboard = builder.AddExecutable(Name, path, Path.GetDirectoryName(path)!, "dashboard")
            .WithInitialState(new CustomResourceSnapshot { ResourceType = "Executable", Properties = [], IsHidden = true })
            .WithHttpEndpoint(port: frontend.Port, isProxied: false)
            .WithEnvironment("ASPNETCORE_URLS", frontend.GetLeftPart(UriPartial.Authority))
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Production")
            .WithEnvironment("ASPIRE_ALLOW_UNSECURED_TRANSPORT", "true")
            .WithEnvironment(OtlpUrl, configuration[OtlpUrl]);
        var resourceService = "";
        dashboard.OnBeforeResourceStarted(async (_, starting, cancellationToken) =>
            resourceService = await starting.Services.GetRequiredService<ResourceServiceHost>().UrlAsync(cancellationToken));
        dashboard.WithEnvironment(ResourceServiceHost.UrlSetting, () => resourceService);
        foreach (var (name, value) in Access(configuration, open))
        {
            dashboard.WithEnvironment(name, value);
        }

        dashboard.OnResourceReady((_, ready, _) =>
        {
            var logger = ready.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Aspire.Hosting.DistributedApplication");
            var url = frontend.GetLeftPart(UriPartial.Authority);
            logger.LogInformation("Now listening on: {DashboardUrl}", url);
            if (!open)
            {
                logger.LogInformation("Login to the dashboard at {LoginUrl}", $"{url}/login?t={configuration["AppHost:BrowserToken"]}");
            }

            return Task.CompletedTask;
        });
    }

    private static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static Uri Address(string? given, bool isRandom) =>
        given is { Length: > 0 } && !isRandom ? new Uri(given) : new UriBuilder("http", "localhost", FreePort.Find()).Uri;

    private static Dictionary<string, string?> Access(ConfigurationManager configuration, bool open) => open
        ? new()
        {
            ["DASHBOARD__FRONTEND__AUTHMODE"] = "Unsecured",
            ["DASHBOARD__OTLP__AUTHMODE"] = "Unsecured",
            ["DASHBOARD__API__AUTHMODE"] = "Unsecured",
            ["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "Unsecured",
        }
        : new()
        {
            ["DASHBOARD__FRONTEND__AUTHMODE"] = "BrowserToken",
            ["DASHBOARD__FRONTEND__BROWSERTOKEN"] = configuration["AppHost:BrowserToken"],
            ["DASHBOARD__OTLP__AUTHMODE"] = "ApiKey",
            ["DASHBOARD__OTLP__PRIMARYAPIKEY"] = configuration["AppHost:OtlpApiKey"],
            ["DASHBOARD__API__AUTHMODE"] = "ApiKey",
            ["DASHBOARD__API__PRIMARYAPIKEY"] = configuration["AppHost:OtlpApiKey"],
            ["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "ApiKey",
            ["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"] = configuration[ResourceServiceHost.KeySetting],
        };
}
