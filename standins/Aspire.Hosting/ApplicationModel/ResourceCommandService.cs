using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

public static class KnownResourceCommands
{
    public static readonly string StartCommand = "start";
    public static readonly string StopCommand = "stop";
    public static readonly string RestartCommand = "restart";
}

public sealed class ExecuteCommandResult
{
    public required bool Success { get; init; }

    public bool Canceled { get; init; }

    public string? Message { get; init; }
}

/// <summary>What starts and stops one process of a resource.</summary>
internal interface IResourceController
{
    Task StartResourceAsync(IResource resource, string resourceId, CancellationToken cancellationToken);

    Task StopResourceAsync(IResource resource, string resourceId, CancellationToken cancellationToken);
}

/// <summary>Start, stop and restart, for the dashboard, for tests and for the AppHost's own restart policy.</summary>
public class ResourceCommandService
{
    private readonly ResourceNotificationService _notifications;
    private readonly ResourceLoggerService _loggers;
    private readonly IResourceController _controller;

    internal ResourceCommandService(ResourceNotificationService notifications, ResourceLoggerService loggers, IResourceController controller) =>
        (_notifications, _loggers, _controller) = (notifications, loggers, controller);

    public async Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default)
    {
        var results = await Task.WhenAll(resource.ResourceIds().Select(id => ExecuteAsync(resource, id, commandName, cancellationToken)));
        return results.FirstOrDefault(r => !r.Success) ?? results[0];
    }

    public async Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default) =>
        _notifications.TryGetCurrentState(resourceId, out var known)
            ? await ExecuteAsync(known.Resource, known.ResourceId, commandName, cancellationToken)
            : new ExecuteCommandResult { Success = false, Message = $"Resource '{resourceId}' not found." };

    private async Task<ExecuteCommandResult> ExecuteAsync(IResource resource, string resourceId, string commandName, CancellationToken cancellationToken)
    {
        if (resource is not (ExecutableResource or ProjectResource))
        {
            return new ExecuteCommandResult { Success = false, Message = $"Resource '{resourceId}' has no process of its own to {commandName}." };
        }

        var logger = _loggers.GetLogger(resourceId);
        try
        {
            logger.LogInformation("Executing command '{Command}'.", commandName);
            if (commandName == KnownResourceCommands.StopCommand || commandName == KnownResourceCommands.RestartCommand)
            {
                await _controller.StopResourceAsync(resource, resourceId, cancellationToken);
            }

            if (commandName == KnownResourceCommands.StartCommand || commandName == KnownResourceCommands.RestartCommand)
            {
                await _controller.StartResourceAsync(resource, resourceId, cancellationToken);
            }
            else if (commandName != KnownResourceCommands.StopCommand)
            {
                return new ExecuteCommandResult { Success = false, Message = $"Command '{commandName}' not available for resource '{resourceId}'." };
            }

            return new ExecuteCommandResult { Success = true };
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogError(error, "Command '{Command}' failed.", commandName);
            return new ExecuteCommandResult { Success = false, Message = error.Message };
        }
        catch (OperationCanceledException)
        {
            return new ExecuteCommandResult { Success = false, Canceled = true };
        }
    }
}
