using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>Keeps each resource's snapshot and console in step with what DCP says of its processes.</summary>
internal sealed class ExecutableWatcher(
    DcpClient dcp,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    IDistributedApplicationEventing eventing,
    IServiceProvider services)
{
    private readonly HashSet<string> _followed = [];

    public async Task RunAsync(IEnumerable<IResource> resources, CancellationToken cancellationToken)
    {
        var byId = resources.SelectMany(r => r.ResourceIds().Select(id => (Id: id, Resource: r))).ToDictionary(r => r.Id, r => r.Resource);
        await foreach (var executable in dcp.WatchAsync(DcpClient.Executables, cancellationToken))
        {
            var id = (string)executable["metadata"]!["name"]!;
            if (byId.TryGetValue(id, out var resource) && executable["metadata"]!["deletionTimestamp"] is null)
            {
                await UpdateAsync(resource, id, executable, cancellationToken);
            }
        }
    }

    private async Task UpdateAsync(IResource resource, string id, JsonNode executable, CancellationToken cancellationToken)
    {
        if ((string?)executable["status"]?["state"] is not { Length: > 0 } state)
        {
            return;
        }

        var status = executable["status"]!;
        // A terminated process is one that the engine stopped.
        state = state == "Terminated" ? KnownResourceStates.Exited : state;
        var wasOver = notifications.TryGetCurrentState(id, out var before) && KnownResourceStates.TerminalStates.Contains(before.Snapshot.State?.Text);
        await notifications.PublishUpdateAsync(resource, id, s => s with
        {
            State = wasOver && KnownResourceStates.TerminalStates.Contains(state) ? s.State : state,
            ExitCode = (int?)status["exitCode"],
            CreationTimeStamp = Time(executable["metadata"]!["creationTimestamp"]),
            StartTimeStamp = Time(status["startupTimestamp"]),
            StopTimeStamp = Time(status["finishTimestamp"]),
            Properties = ProcessProperties.Update(s.Properties, resource, executable),
            EnvironmentVariables = Environment(executable),
        });
        if ((string?)executable["metadata"]!["uid"] is { } uid && (int?)status["pid"] > 0 && _followed.Add(uid))
        {
            _ = FollowAsync(id, "stdout", cancellationToken);
            _ = FollowAsync(id, "stderr", cancellationToken);
        }

        if (!wasOver && KnownResourceStates.TerminalStates.Contains(state) && notifications.TryGetCurrentState(id, out var after))
        {
            await eventing.PublishAsync(new ResourceStoppedEvent(resource, services, after), cancellationToken);
        }
    }

    private async Task FollowAsync(string id, string source, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var line in dcp.LogAsync(id, source, cancellationToken))
            {
                loggers.Write(id, line, source == "stderr");
            }
        }
        catch (OperationCanceledException)
        {
            // The application stops.
        }
        catch (HttpRequestException error)
        {
            loggers.GetLogger(id).LogError(error, "The console of this process cannot be read.");
        }
    }

    private static DateTime? Time(JsonNode? node) => DateTimeOffset.TryParse((string?)node, out var time) ? time.UtcDateTime : null;

    /// <summary>What the resource was given, as DCP filled it in; what merely comes with the machine is marked as such.</summary>
    private static ImmutableArray<EnvironmentVariableSnapshot> Environment(JsonNode executable)
    {
        var given = (executable["spec"]?["env"] as JsonArray ?? []).Select(v => (string)v!["name"]!).ToHashSet();
        return [.. (executable["status"]?["effectiveEnv"] as JsonArray ?? []).Select(v => new EnvironmentVariableSnapshot((string)v!["name"]!, (string?)v["value"], given.Contains((string)v["name"]!)))];
    }
}
