using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard;

/// <summary>Tells a service where to send its telemetry and under which name; name and instance are filled in by DCP.</summary>
internal static class OtlpEnvironment
{
    public static void Add(EnvironmentCallbackContext context, IConfiguration configuration, IHostEnvironment environment)
    {
        var variables = context.EnvironmentVariables;
        variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] ?? "http://localhost:18889";
        variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        variables["OTEL_RESOURCE_ATTRIBUTES"] = """service.instance.id={{- index .Annotations "otel-service-instance-id" -}}""";
        variables["OTEL_SERVICE_NAME"] = """{{- index .Annotations "otel-service-name" -}}""";
        if (configuration["AppHost:OtlpApiKey"] is { } key)
        {
            variables["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={key}";
        }

        if (environment.IsDevelopment())
        {
            variables["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
            variables["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
            variables["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
            variables["OTEL_TRACES_SAMPLER"] = "always_on";
            variables["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
        }
    }
}

internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
