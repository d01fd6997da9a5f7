using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// From the model to running processes: addresses first, then every process as soon as what it waits for is ready.
/// Afterwards <see cref="ExecutableWatcher"/> turns what DCP reports into snapshots.
/// </summary>
internal sealed class Orchestrator(
    DistributedApplicationModel model,
    DistributedApplicationOptions applicationOptions,
    EngineOptions options,
    DcpHost dcp,
    ExecutableFactory factory,
    Presenter presenter,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    IHostApplicationLifetime lifetime,
    ILogger<Orchestrator> logger) : IHostedService, IResourceController, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _work = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (applicationOptions.EnableResourceLogging)
        {
            loggers.Written = (id, line) => logger.LogInformation("{Resource}: {Line}", id, line.Content);
        }

        var processes = model.Resources.Where(r => r is ExecutableResource or ProjectResource).ToArray();
        foreach (var resource in processes)
        {
            resource.Annotations.Add(new DcpInstancesAnnotation([.. Enumerable.Range(0, resource.GetReplicaCount()).Select(_ => $"{resource.Name}-{RandomSuffix()}")]));
        }

        foreach (var resource in model.Resources)
        {
            await presenter.PublishInitialAsync(resource);
        }

        await dcp.StartAsync(cancellationToken);
        await new EndpointAllocator(dcp.Client, options).AllocateAsync(model.Resources, cancellationToken);
        _work.Add(WatchAsync(processes));
        foreach (var resource in model.Resources)
        {
            await presenter.PublishAddressesAsync(resource, cancellationToken);
        }

        _work.AddRange(processes.Where(r => !r.HasAnnotationOfType<ExplicitStartupAnnotation>())
            .SelectMany(r => r.ResourceIds().Select(id => StartResourceAsync(r, id, _stopping.Token))));
        await eventing.PublishAsync(new AfterResourcesCreatedEvent(services, model), cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await dcp.StopAsync(cancellationToken);
        await Task.WhenAll(_work).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async Task StartResourceAsync(IResource resource, string resourceId, CancellationToken cancellationToken)
    {
        if (notifications.TryGetCurrentState(resourceId, out var known) && known.Snapshot.State?.Text == KnownResourceStates.Waiting)
        {
            // It is being started already, and now waits no longer.
            await notifications.PublishUpdateAsync(resource, resourceId, s => s with { State = KnownResourceStates.Starting });
            return;
        }

        try
        {
            await notifications.PublishUpdateAsync(resource, resourceId, s => s with
            {
                State = KnownResourceStates.Starting,
                ExitCode = null,
                StopTimeStamp = null,
                ResourceReady = resource.GetReplicaCount() > 1 ? s.ResourceReady : null,
                HealthReports = [.. resource.Annotations.OfType<HealthCheckAnnotation>().Select(h => new HealthReportSnapshot(h.Key, null, null, null))],
            });
            await eventing.PublishAsync(new BeforeResourceStartedEvent(resource, services), cancellationToken);
            await WaitForDependenciesAsync(resource, resourceId, cancellationToken);
            await notifications.PublishUpdateAsync(resource, resourceId, s => s with { State = KnownResourceStates.Starting });
            await dcp.Client.DeleteAsync(DcpClient.Executables, resourceId, cancellationToken);
            var (metadata, spec) = await factory.CreateAsync(resource, resourceId, cancellationToken);
            await dcp.Client.CreateAsync(DcpClient.Executables, "Executable", metadata, spec, cancellationToken);
        }
        catch (Exception error) when (!_stopping.IsCancellationRequested)
        {
            loggers.GetLogger(resourceId).LogError(error, "Cannot start.");
            await notifications.PublishUpdateAsync(resource, resourceId, s => s with { State = new(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error) });
        }
        catch (OperationCanceledException)
        {
            // The application stops before this resource came to start.
        }
    }

    public async Task StopResourceAsync(IResource resource, string resourceId, CancellationToken cancellationToken)
    {
        var path = $"{DcpClient.Executables}/{resourceId}";
        if (await dcp.Client.GetAsync(path, cancellationToken) is null)
        {
            return;
        }

        await notifications.PublishUpdateAsync(resource, resourceId, s => KnownResourceStates.TerminalStates.Contains(s.State?.Text) ? s : s with { State = KnownResourceStates.Stopping });
        await dcp.Client.PatchAsync(path, new() { ["spec"] = new System.Text.Json.Nodes.JsonObject { ["stop"] = true } }, cancellationToken);
        await notifications.WaitForResourceAsync(
            resource.Name, e => e.ResourceId == resourceId && KnownResourceStates.TerminalStates.Contains(e.Snapshot.State?.Text), cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private static string RandomSuffix() => System.Security.Cryptography.RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 8);

    /// <summary>Until all are ready, or until someone who does not want to wait says start.</summary>
    private async Task WaitForDependenciesAsync(IResource resource, string resourceId, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ready = notifications.WaitForDependenciesAsync(resource, resourceId, over.Token);
        if (!ready.IsCompleted)
        {
            var told = notifications.WaitForResourceAsync(resource.Name, e => e.ResourceId == resourceId && e.Snapshot.State?.Text != KnownResourceStates.Waiting, over.Token);
            await await Task.WhenAny(ready, told);
            await over.CancelAsync();
        }
    }

    /// <summary>An engine that is gone has taken every process with it: then the application is over too, and says why.</summary>
    private async Task WatchAsync(IEnumerable<IResource> processes)
    {
        await new ExecutableWatcher(dcp.Client, notifications, loggers, eventing, services).RunAsync(processes, _stopping.Token);
        logger.LogCritical("Aspire's engine ended, and with it every process it ran: stopping.");
        lifetime.StopApplication();
    }
}
