using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AppHost;

public static class GjenstartExtensions
{
    /// <summary>Services and native servers that end without being asked to are started again.</summary>
    public static IDistributedApplicationBuilder AddGjenstart(this IDistributedApplicationBuilder builder)
    {
        builder.Services.AddHostedService<Gjenstart>();
        return builder;
    }
}

/// <summary>
/// Aspire itself leaves a crashed process lying. This starts it again after 1, 2, 4, 8 … seconds, tells so in its console and among its
/// properties, and gives up, as failed and with the reason, at the fifth crash within a minute.
/// </summary>
internal sealed class Gjenstart(ResourceNotificationService notifications, ResourceCommandService commands, ResourceLoggerService loggers) : BackgroundService
{
    public const string Egenskap = "gjenstart";
    private const int Grense = 5;
    private static readonly ResourceStateSnapshot Feilet = new(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error);
    private static readonly TimeSpan Vindu = TimeSpan.FromMinutes(1);
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly Dictionary<string, Forloep> _forloep = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var hendelse in notifications.WatchAsync(stoppingToken))
        {
            if (hendelse.Resource is not (ProjectResource or NativeServer))
            {
                continue;
            }

            if (HarKrasjet(hendelse, out var forloep))
            {
                await KrasjetAsync(hendelse, forloep, stoppingToken);
            }
            else if (forloep.GittOpp is { } grunn && ErSlutt(hendelse))
            {
                await VisAsync(hendelse, grunn, Feilet); // The engine has repeated that the process ended.
            }
        }
    }

    private bool HarKrasjet(ResourceEvent hendelse, out Forloep forloep)
    {
        if (!_forloep.TryGetValue(hendelse.ResourceId, out forloep!))
        {
            _forloep[hendelse.ResourceId] = forloep = new Forloep();
        }

        var tilstand = hendelse.Snapshot.State?.Text;
        var erSlutt = ErSlutt(hendelse);
        var krasjet = erSlutt && forloep is { Startet: true, Bedt: false };
        if (tilstand == KnownResourceStates.Starting || tilstand == KnownResourceStates.Running)
        {
            (forloep.Startet, forloep.Bedt, forloep.GittOpp) = (true, false, null);
        }
        else if (tilstand == KnownResourceStates.Stopping)
        {
            forloep.Bedt = true;
        }
        else if (erSlutt)
        {
            forloep.Startet = false;
        }

        return krasjet;
    }

    private async Task KrasjetAsync(ResourceEvent hendelse, Forloep forloep, CancellationToken cancellationToken)
    {
        var logger = loggers.GetLogger(hendelse.ResourceId);
        var naa = _time.GetUtcNow();
        forloep.Krasj.RemoveAll(tid => naa - tid > Vindu);
        forloep.Krasj.Add(naa);
        var antall = forloep.Krasj.Count;
        if (antall >= Grense)
        {
            var grunn = $"Crashed {antall} times within a minute, last with exit code {hendelse.Snapshot.ExitCode}: not started again. See the console for why.";
            logger.LogError("{Grunn}", grunn);
            forloep.GittOpp = grunn;
            forloep.Krasj.Clear();
            await VisAsync(hendelse, grunn, Feilet);
            return;
        }

        var vent = TimeSpan.FromSeconds(1 << (antall - 1));
        var melding = $"Ended with exit code {hendelse.Snapshot.ExitCode} without being asked to; starts again in {vent.TotalSeconds} s ({antall} of {Grense - 1} within a minute).";
        logger.LogWarning("{Melding}", melding);
        await VisAsync(hendelse, melding, tilstand: null);
        _ = StartAsync(hendelse, vent, cancellationToken);
    }

    private async Task StartAsync(ResourceEvent hendelse, TimeSpan vent, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(vent, _time, cancellationToken);
            // Someone may have started it by hand meanwhile.
            if (notifications.TryGetCurrentState(hendelse.ResourceId, out var naa) && KnownResourceStates.TerminalStates.Contains(naa.Snapshot.State?.Text ?? ""))
            {
                await commands.ExecuteCommandAsync(hendelse.ResourceId, KnownResourceCommands.StartCommand, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The whole system stops.
        }
    }

    private static bool ErSlutt(ResourceEvent hendelse) =>
        hendelse.Snapshot.State?.Text is { } tilstand && (tilstand == KnownResourceStates.Finished || tilstand == KnownResourceStates.Exited);

    private Task VisAsync(ResourceEvent hendelse, string melding, ResourceStateSnapshot? tilstand) =>
        notifications.PublishUpdateAsync(hendelse.Resource, hendelse.ResourceId, s => s with
        {
            State = tilstand ?? s.State,
            Properties =
            [
                .. s.Properties.Where(p => p.Name != Egenskap),
                new ResourcePropertySnapshot(Egenskap, melding) { DisplayName = "Restart", IsHighlighted = true, SortOrder = -1 },
            ],
        });

    private sealed class Forloep
    {
        public bool Startet { get; set; }

        public bool Bedt { get; set; }

        /// <summary>Why it is not started again, until someone does.</summary>
        public string? GittOpp { get; set; }

        public List<DateTimeOffset> Krasj { get; } = [];
    }
}
