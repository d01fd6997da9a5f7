using System.Runtime.CompilerServices;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Wire;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard;

/// <summary>What the dashboard asks of an AppHost: its name, its resources, their consoles, and to start and stop them.</summary>
internal sealed class ResourceService(
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    ResourceCommandService commands,
    DistributedApplicationOptions options,
    IHostEnvironment environment,
    IHostApplicationLifetime lifetime)
{
    private const string Name = "/aspire.v1.DashboardService";

    /// <summary>The dashboard takes messages up to 16 MB; a character is at most 3 bytes here.</summary>
    private const int MostCharacters = 2 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapUnary<Empty>($"{Name}/GetApplicationInformation", (_, _) => Task.FromResult<IMessage>(Information()));
        app.MapStream<Empty>($"{Name}/WatchResources", (_, cancellationToken) => ResourcesAsync(cancellationToken));
        app.MapStream<ConsoleRequest>($"{Name}/WatchResourceConsoleLogs", ConsoleAsync);
        app.MapUnary<CommandRequest>($"{Name}/ExecuteResourceCommand", ExecuteAsync);
        // Questions to the user: none are ever asked. That it is «unimplemented» the dashboard takes, at times, for a lost connection.
        app.MapSilent($"{Name}/WatchInteractions", lifetime.ApplicationStopping);
        app.MapUnimplemented(Name);
    }

    /// <summary>«Boligsosial.AppHost» is shown as «Boligsosial».</summary>
    private ApplicationInformation Information()
    {
        var name = options.DashboardApplicationName ?? environment.ApplicationName;
        const string Suffix = "AppHost";
        var isSuffixed = name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);
        return new() { ApplicationName = isSuffixed ? name[..^Suffix.Length].TrimEnd('.') : name };
    }

    private async IAsyncEnumerable<IMessage> ResourcesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = UntilStopping(cancellationToken);
        var initial = new Initial();
        initial.Resources.AddRange(notifications.Current.Select(WireResource.From));
        yield return new ResourcesUpdate { Initial = initial };

        // Opens with what is there once more: nothing is lost between the two.
        await foreach (var update in notifications.WatchAsync(end.Token))
        {
            var changes = new Changes();
            changes.Value.Add(new Change { Upsert = WireResource.From(update) });
            yield return new ResourcesUpdate { Changes = changes };
        }
    }

    private async IAsyncEnumerable<IMessage> ConsoleAsync(ConsoleRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = UntilStopping(cancellationToken);
        await foreach (var lines in loggers.Watch(request.ResourceName, !request.SuppressFollow, end.Token))
        {
            var update = new ConsoleUpdate();
            var characters = 0;
            foreach (var line in lines)
            {
                var text = line.Content.Length > MostCharacters ? line.Content[..MostCharacters] : line.Content;
                if (update.Lines.Count > 0 && characters + text.Length > MostCharacters)
                {
                    yield return update;
                    (update, characters) = (new ConsoleUpdate(), 0);
                }

                update.Lines.Add(new ConsoleLine { Text = text, LineNumber = line.LineNumber, IsStdErr = line.IsErrorMessage });
                characters += text.Length;
            }

            yield return update;
        }
    }

    private async Task<IMessage> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var result = await commands.ExecuteCommandAsync(request.ResourceName, request.CommandName, cancellationToken);
        return new CommandResponse
        {
            Outcome = result.Success ? CommandOutcome.Succeeded : result.Canceled ? CommandOutcome.Cancelled : CommandOutcome.Failed,
            Message = result.Message ?? "",
        };
    }

    private CancellationTokenSource UntilStopping(CancellationToken cancellationToken) =>
        CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
}
