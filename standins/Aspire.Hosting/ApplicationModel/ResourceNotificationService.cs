using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// Holds the latest snapshot of every resource and tells who watches. Everything that shows or waits for state reads here:
/// the dashboard's resource service, WaitFor, tests.
/// </summary>
public class ResourceNotificationService
{
    private const string WaitingFor = "resource.waitingFor";
    private readonly ConcurrentDictionary<string, ResourceEvent> _current = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ChannelWriter<ResourceEvent>> _watchers = [];
    private readonly Lock _gate = new();
    private readonly ResourceLoggerService _loggers;

    internal ResourceNotificationService(ResourceLoggerService loggers) => _loggers = loggers;

    /// <summary>The latest snapshot of every resource.</summary>
    internal ICollection<ResourceEvent> Current => _current.Values;

    public async Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        foreach (var id in resource.ResourceIds())
        {
            await PublishUpdateAsync(resource, id, stateFactory);
        }
    }

    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        lock (_gate)
        {
            var before = _current.TryGetValue(resourceId, out var known) ? known.Snapshot : Initial(resource);
            var after = stateFactory(before);
            if (after.State?.Text != KnownResourceStates.Waiting && after.Properties.Any(p => p.Name == WaitingFor))
            {
                after = after with { Properties = [.. after.Properties.Where(p => p.Name != WaitingFor)] };
            }

            var update = new ResourceEvent(resource, resourceId, after);
            _current[resourceId] = update;
            foreach (var watcher in _watchers)
            {
                watcher.TryWrite(update);
            }
        }

        return Task.CompletedTask;
    }

    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        // An id, or the name of a resource that has one id only.
        resourceEvent = _current.TryGetValue(resourceId, out var byId) ? byId
            : _current.Values.Where(e => e.Resource.Name.Equals(resourceId, StringComparison.OrdinalIgnoreCase)).ToArray() is [var only] ? only
            : null;
        return resourceEvent is not null;
    }

    /// <summary>First the latest snapshot of every resource, then each update.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateUnbounded<ResourceEvent>();
        lock (_gate)
        {
            foreach (var known in _current.Values)
            {
                channel.Writer.TryWrite(known);
            }

            _watchers.Add(channel.Writer);
        }

        try
        {
            await foreach (var update in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return update;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers.Remove(channel.Writer);
            }
        }
    }

    public async Task<ResourceEvent> WaitForResourceAsync(string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        await foreach (var update in WatchAsync(cancellationToken))
        {
            if (update.Resource.Name.Equals(resourceName, StringComparison.OrdinalIgnoreCase) && predicate(update))
            {
                return update;
            }
        }

        throw new OperationCanceledException($"Resource '{resourceName}' did not reach the awaited state.", cancellationToken);
    }

    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    public async Task<string> WaitForResourceAsync(string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var update = await WaitForResourceAsync(resourceName, e => targetStates.Contains(e.Snapshot.State?.Text), cancellationToken);
        return update.Snapshot.State!.Text;
    }

    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, WaitBehavior.WaitOnResourceUnavailable, cancellationToken);

    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        var stop = waitBehavior == WaitBehavior.StopOnResourceUnavailable;
        var update = await WaitForResourceAsync(resourceName, e => IsReady(e) || (stop && IsOver(e)), cancellationToken);
        if (!IsReady(update))
        {
            throw new DistributedApplicationException($"Stopped waiting for resource '{resourceName}': it is {update.Snapshot.State?.Text}.");
        }

        await update.Snapshot.ResourceReady!.WaitAsync(cancellationToken);
        return update;
    }

    public Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken) =>
        Task.WhenAll(resource.ResourceIds().Select(id => WaitForDependenciesAsync(resource, id, cancellationToken)));

    internal async Task WaitForDependenciesAsync(IResource resource, string resourceId, CancellationToken cancellationToken)
    {
        var waits = resource.Annotations.OfType<WaitAnnotation>().ToArray();
        if (waits.Length > 0)
        {
            await PublishUpdateAsync(resource, resourceId, s => s with { State = KnownResourceStates.Waiting });
            var pending = new ConcurrentDictionary<WaitAnnotation, bool>(waits.Select(w => KeyValuePair.Create(w, true)));
            await ShowPendingAsync();
            await Task.WhenAll(waits.Select(async wait =>
            {
                await Task.WhenAll(wait.Resource.ResourceIds().Select(id => WaitForDependencyAsync(resourceId, wait, id, cancellationToken)));
                pending.TryRemove(wait, out _);
                await ShowPendingAsync();
            }));

            Task ShowPendingAsync() => PublishUpdateAsync(resource, resourceId, s => s with
            {
                Properties = [.. s.Properties.Where(p => p.Name != WaitingFor), new(WaitingFor, pending.Keys.Select(w => w.Resource.Name).Distinct().ToArray())],
            });
        }
    }

    private async Task WaitForDependencyAsync(string waitingId, WaitAnnotation wait, string dependencyId, CancellationToken cancellationToken)
    {
        var logger = _loggers.GetLogger(waitingId);
        logger.LogInformation("Waiting for resource '{Dependency}' ({WaitType}).", dependencyId, wait.WaitType);
        var update = await WaitForResourceAsync(wait.Resource.Name, e => e.ResourceId == dependencyId && wait.WaitType switch
        {
            WaitType.WaitUntilHealthy => IsReady(e),
            WaitType.WaitUntilStarted => e.Snapshot.State?.Text == KnownResourceStates.Running,
            _ => IsOver(e),
        }, cancellationToken);

        if (wait.WaitType == WaitType.WaitForCompletion && update.Snapshot.ExitCode != wait.ExitCode)
        {
            throw new DistributedApplicationException(
                $"Resource '{waitingId}' waits for '{dependencyId}' to complete with exit code {wait.ExitCode}; it is {update.Snapshot.State?.Text} with {update.Snapshot.ExitCode}.");
        }

        if (update.Snapshot.ResourceReady is { } ready && wait.WaitType == WaitType.WaitUntilHealthy)
        {
            await ready.WaitAsync(cancellationToken);
        }

        logger.LogInformation("Finished waiting for resource '{Dependency}'.", dependencyId);
    }

    private static bool IsReady(ResourceEvent e) => e.Snapshot is { HealthStatus: HealthStatus.Healthy, ResourceReady: not null };

    private static bool IsOver(ResourceEvent e) => KnownResourceStates.TerminalStates.Contains(e.Snapshot.State?.Text);

    private static CustomResourceSnapshot Initial(IResource resource) =>
        resource.TryGetLastAnnotation<ResourceSnapshotAnnotation>(out var given)
            ? given.InitialSnapshot
            : new CustomResourceSnapshot { ResourceType = resource.GetType().Name, Properties = [] };
}
