using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>Asks the health checks of every running resource, often until it is healthy and seldom after, and says when it is ready.</summary>
internal sealed class HealthMonitor(
    ResourceNotificationService notifications,
    HealthCheckService checks,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    TimeProvider time,
    ILogger<HealthMonitor> logger) : BackgroundService
{
    private static readonly TimeSpan UntilHealthy = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WhenHealthy = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _monitored = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var update in notifications.WatchAsync(stoppingToken))
        {
            var name = update.Resource.Name;
            var state = update.Snapshot.State?.Text;
            if (state == KnownResourceStates.Running && !_monitored.ContainsKey(name))
            {
                var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                _monitored[name] = over;
                _ = MonitorAsync(update.Resource, over.Token);
            }
            else if (IsTerminal(state) && update.Resource.ResourceIds().All(IsOver) && _monitored.TryRemove(name, out var monitored))
            {
                await monitored.CancelAsync();
                monitored.Dispose();
            }
        }
    }

    private static bool IsTerminal(string? state) => KnownResourceStates.TerminalStates.Contains(state);

    private bool IsOver(string resourceId) => notifications.TryGetCurrentState(resourceId, out var current) && IsTerminal(current.Snapshot.State?.Text);

    private async Task MonitorAsync(IResource resource, CancellationToken cancellationToken)
    {
        var keys = resource.Annotations.OfType<HealthCheckAnnotation>().Select(a => a.Key).ToHashSet();
        var ready = false;
        try
        {
            while (true)
            {
                var report = keys.Count == 0 ? null : await checks.CheckHealthAsync(r => keys.Contains(r.Name), cancellationToken);
                var isHealthy = report is null or { Status: HealthStatus.Healthy };
                if (isHealthy && !ready)
                {
                    ready = true;
                    var work = eventing.PublishAsync(new ResourceReadyEvent(resource, services), cancellationToken);
                    await notifications.PublishUpdateAsync(resource, s => s with { ResourceReady = work });
                    _ = ReportAsync(resource, work);
                }

                if (report is null)
                {
                    return;
                }

                var now = time.GetUtcNow().UtcDateTime;
                await notifications.PublishUpdateAsync(resource, s => s with
                {
                    HealthReports = [.. report.Entries.Select(e => new HealthReportSnapshot(e.Key, e.Value.Status, e.Value.Description, e.Value.Exception?.ToString()) { LastRunAt = now })],
                });
                await Task.Delay(isHealthy ? WhenHealthy : UntilHealthy, time, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The resource, or the application, is over.
        }
    }

    private async Task ReportAsync(IResource resource, Task work)
    {
        try
        {
            await work;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogError(error, "What should happen when '{Resource}' is ready failed.", resource.Name);
        }
    }
}
