using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Wire;

namespace Aspire.Hosting.Dashboard;

/// <summary>Which of start, stop and restart the page offers: those that make sense in the state the resource is in.</summary>
internal static class ResourceCommands
{
    public static IEnumerable<Command> Of(ResourceEvent update)
    {
        if (update.Resource is not (ExecutableResource or ProjectResource) || update.Snapshot.IsHidden)
        {
            return [];
        }

        var state = update.Snapshot.State?.Text;
        var description = update.Resource is ProjectResource ? "Restart resource. Source code is not recompiled." : "Restart resource";
        return
        [
            Command(KnownResourceCommands.StartCommand, "Start", "Start resource", "Play", IconVariant.Filled, isHighlighted: true, Start(state)),
            Command(KnownResourceCommands.StopCommand, "Stop", "Stop resource", "Stop", IconVariant.Filled, isHighlighted: true, Stop(state)),
            Command(KnownResourceCommands.RestartCommand, "Restart", description, "ArrowCounterclockwise", IconVariant.Regular, isHighlighted: false, Restart(state)),
        ];
    }

    private static CommandState Start(string? state) =>
        IsBetween(state) ? CommandState.Disabled
        : IsStopped(state) || state == KnownResourceStates.Waiting ? CommandState.Enabled
        : CommandState.Hidden;

    private static CommandState Stop(string? state) =>
        state == KnownResourceStates.Stopping ? CommandState.Disabled
        : IsBetween(state) || IsStopped(state) || state == KnownResourceStates.Waiting ? CommandState.Hidden
        : CommandState.Enabled;

    private static CommandState Restart(string? state) =>
        IsBetween(state) || IsStopped(state) || state == KnownResourceStates.Waiting || state == KnownResourceStates.Stopping
            ? CommandState.Disabled
            : CommandState.Enabled;

    /// <summary>On its way to running, or the container engine is away: nothing to do but wait.</summary>
    private static bool IsBetween(string? state) =>
        string.IsNullOrEmpty(state) || state == KnownResourceStates.Starting || state == KnownResourceStates.RuntimeUnhealthy;

    private static bool IsStopped(string? state) =>
        KnownResourceStates.TerminalStates.Contains(state!) || state == KnownResourceStates.NotStarted || state == "Unknown";

    private static Command Command(string name, string displayName, string description, string icon, IconVariant variant, bool isHighlighted, CommandState state) => new()
    {
        Name = name,
        DisplayName = displayName,
        DisplayDescription = description,
        IconName = icon,
        IconVariant = variant,
        IsHighlighted = isHighlighted,
        State = state,
    };
}
