using System.Reflection;
using Boligsosial.ServiceDefaults.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Boligsosial.ServiceDefaults;

/// <summary>
/// Traces, metrics and logs over OTLP, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to. ASP.NET Core, HttpClient,
/// Npgsql and MassTransit emit their own activities and meters; nothing is instrumented twice.
/// </summary>
internal static class Telemetry
{
    /// <summary>Our own activities and meters are named by this or below it.</summary>
    public const string Name = "Boligsosial";

    /// <summary>Often enough for a page that someone watches; <c>OTEL_METRIC_EXPORT_INTERVAL</c> says otherwise.</summary>
    private const int MetricsEveryMilliseconds = 5_000;

    /// <summary>Combinations of labels that one instrument has room for; what comes over is counted under one label of its own.</summary>
    private const int LabelsOfOne = 200;

    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", "Yarp.ReverseProxy", $"{Name}*"];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "Npgsql", "MassTransit", $"{Name}*",
    ];

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        RedactedLogs.Add(builder.Services);
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;

        // Without this, ASP.NET Core 10 leaves its activities without method, route and status, and under one name for all.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);

        var resource = ResourceBuilder.CreateDefault().AddService(
            builder.Configuration["OTEL_SERVICE_NAME"] ?? builder.Environment.ApplicationName,
            serviceVersion: Assembly.GetEntryAssembly()?.GetName().Version?.ToString(),
            autoGenerateServiceInstanceId: false).AddEnvironmentVariableDetector();

        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = false;
            logging.SetResourceBuilder(resource);
            logging.AddOtlpExporter();
        });

        builder.Services.AddHostedService(_ => new Providers(
            () => Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddTraces()
                .AddOtlpExporter()
                .Build(),
            () => Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMetrics()
                .AddOtlpExporter((_, reader) => reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds ??= MetricsEveryMilliseconds)
                .Build()));
    }

    /// <summary>The spans that leave, as they leave: an exporter goes after this.</summary>
    internal static TracerProviderBuilder AddTraces(this TracerProviderBuilder builder) => builder
        .AddSource(Sources)
        .AddProcessor(new WithoutHealthChecks())
        .AddProcessor(new NamedByPath())
        .AddProcessor(new RedactedActivities());

    /// <summary>
    /// The metrics that leave. Room for every combination of labels is taken when an instrument is seen: the library's 2 000 each would be 12 MB of a process, and
    /// only the durations of requests, by route and status, have that many.
    /// </summary>
    internal static MeterProviderBuilder AddMetrics(this MeterProviderBuilder builder) => builder
        .AddMeter(Meters)
        .AddView(instrument => instrument.Name == "http.server.request.duration" ? null : new MetricStreamConfiguration { CardinalityLimit = LabelsOfOne });

    /// <summary>Lives as long as the host; disposing flushes what is not yet sent.</summary>
    private sealed class Providers(Func<TracerProvider> traces, Func<MeterProvider> metrics) : IHostedService, IDisposable
    {
        private TracerProvider? _traces;
        private MeterProvider? _metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _traces = traces();
            _metrics = metrics();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            _traces?.Dispose();
            _metrics?.Dispose();
        }
    }

    /// <summary>«GET /api/v1/boligregister/boliger» says more in a list than the name that ASP.NET Core gives to all.</summary>
    private sealed class NamedByPath : BaseProcessor<System.Diagnostics.Activity>
    {
        public override void OnEnd(System.Diagnostics.Activity data)
        {
            if (data.OperationName == "Microsoft.AspNetCore.Hosting.HttpRequestIn" && data.GetTagItem("http.request.method") is string method)
                data.DisplayName = $"{method} {data.GetTagItem("http.route") ?? data.GetTagItem("url.path")}";
        }
    }

    /// <summary>A health check every few seconds from every caller, and what it asks the database, would drown what people look for.</summary>
    private sealed class WithoutHealthChecks : BaseProcessor<System.Diagnostics.Activity>
    {
        public override void OnEnd(System.Diagnostics.Activity data)
        {
            for (var activity = data; activity is not null; activity = activity.Parent)
            {
                if (activity.GetTagItem("url.path") is "/health" or "/alive")
                    data.ActivityTraceFlags &= ~System.Diagnostics.ActivityTraceFlags.Recorded;
            }
        }
    }
}
