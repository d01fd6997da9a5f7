using System.Diagnostics;
using System.Text.Json;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>A batch of messages in one transaction: which reactions apply which of them, and which are held.</summary>
internal sealed class Applying(IServiceProvider services, ServiceDbContext db, Subscriptions subscriptions, MessagingMetrics metrics, CancellationToken avbrutt)
{
    private readonly Dictionary<string, (Guid Rebuild, bool Rebuilding)> _state = new(StringComparer.Ordinal);
    private readonly HashSet<(string Consumer, string Key)> _heldKeys = [];
    private HashSet<(Guid Id, string Consumer)> _fresh = [];

    /// <summary>A message was held, or may go on: <see cref="HeldMessages"/> has something to do after the commit.</summary>
    public bool WokeHeld { get; private set; }

    /// <summary>Someone asked for history, after the commit.</summary>
    public bool WokeHistory { get; private set; }

    /// <summary>What is to be done with a message for one reaction.</summary>
    private enum Verdict
    {
        Apply,
        Pass,
        WaitForEarlier,
        WaitForHistory,
    }

    /// <summary>Looks up what decides, and notes all that will be applied: what was noted before is not fresh.</summary>
    public async Task Begin(IReadOnlyList<Received> messages)
    {
        await Look([.. messages.Select(m => m.Envelope?.Key).OfType<string>().Distinct(StringComparer.Ordinal)]);
        var due = (
            from envelope in messages.Select(m => m.Envelope).OfType<Envelope>()
            from subscription in subscriptions.To(envelope.Type)
            where Judge(subscription, envelope) == Verdict.Apply
            select (envelope.Id, subscription.Consumer)).ToList();
        _fresh = await Note(due);
    }

    /// <summary>Lets each reaction have the message, or holds it for them; adds to <paramref name="applied"/>.</summary>
    public async Task Apply(Received message, List<(string Consumer, DateTimeOffset Created)> applied)
    {
        if (message.Envelope is not { } envelope)
        {
            await Held.Unreadable(db, subscriptions.Service, message, avbrutt);
            return;
        }

        if (Rebuild.IsControl(envelope.Type))
        {
            (WokeHeld, WokeHistory) = await Rebuild.Control(db, envelope, avbrutt);
            return;
        }

        foreach (var subscription in subscriptions.To(envelope.Type))
        {
            switch (Judge(subscription, envelope))
            {
                case Verdict.WaitForEarlier:
                    await Held.Hold(db, subscription.Consumer, message, "behind", avbrutt);
                    WokeHeld = true;
                    break;
                case Verdict.WaitForHistory:
                    await Held.Hold(db, subscription.Consumer, message, "rebuild", avbrutt);
                    break;
                case Verdict.Apply when _fresh.Remove((envelope.Id, subscription.Consumer)):
                    await Run(subscription, envelope);
                    applied.Add((subscription.Consumer, envelope.Created));
                    break;
                case Verdict.Apply:
                    metrics.Redelivered(subscription.Consumer);
                    break;
            }
        }
    }

    /// <summary>One held message, whose turn it is. False when it had been applied already.</summary>
    public async Task<bool> ApplyHeld(Subscription subscription, Envelope envelope)
    {
        if ((await Note([(envelope.Id, subscription.Consumer)])).Count == 0)
            return false;
        await Run(subscription, envelope);
        return true;
    }

    private Verdict Judge(Subscription subscription, Envelope envelope)
    {
        // A reaction that is not registered yet is new: it gets the history first.
        var (rebuild, rebuilding) = _state.GetValueOrDefault(subscription.Consumer, (Guid.Empty, true));
        if (envelope.Rebuild is { } copy && copy != rebuild)
            return Verdict.Pass;
        if (envelope.Rebuild is null && rebuilding)
            return Verdict.WaitForHistory;
        return _heldKeys.Contains((subscription.Consumer, envelope.Key)) ? Verdict.WaitForEarlier : Verdict.Apply;
    }

    private async Task Run(Subscription subscription, Envelope envelope)
    {
        using var activity = MessagingMetrics.Activities.StartActivity($"{envelope.Type} apply", ActivityKind.Consumer, envelope.Trace);
        activity?.SetTag("consumer", subscription.Consumer);
        try
        {
            var hendelse = envelope.Body.Deserialize(subscription.Contract, Envelope.Json) ?? throw new JsonException("The message has no body.");
            var naar = (Naar)services.GetRequiredService(subscription.Type);
            await naar.Handle(hendelse, new Mottatt(envelope.Id, envelope.Created, envelope.Source), avbrutt);
            if (db.ChangeTracker.HasChanges())
                await db.SaveChangesAsync(avbrutt);
            db.ChangeTracker.Clear();
        }
        catch (Exception e) when (!DatabaseAway.Is(e) && !avbrutt.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            throw new ApplyException(subscription.Consumer, e);
        }
    }

    private async Task Look(string[] keys)
    {
        // FOR SHARE: a rebuild does not begin in the middle of a batch.
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection())
        {
            BatchCommands =
            {
                new("SELECT consumer, rebuild, rebuilding FROM subscription FOR SHARE"),
                new("SELECT DISTINCT consumer, key FROM inbox_held WHERE state IN ('retry', 'dead', 'behind') AND key = ANY ($1)") { Parameters = { new() { Value = keys } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(avbrutt);
        while (await reader.ReadAsync(avbrutt))
            _state[reader.GetString(0)] = (reader.GetGuid(1), reader.GetBoolean(2));
        await reader.NextResultAsync(avbrutt);
        while (await reader.ReadAsync(avbrutt))
            _heldKeys.Add((reader.GetString(0), reader.GetString(1)));
    }

    private async Task<HashSet<(Guid Id, string Consumer)>> Note(List<(Guid Id, string Consumer)> due)
    {
        var fresh = new HashSet<(Guid, string)>();
        if (due.Count == 0)
            return fresh;

        await using var insert = new NpgsqlCommand(
            "INSERT INTO inbox (message_id, consumer) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING RETURNING message_id, consumer",
            (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Parameters = { new() { Value = due.Select(d => d.Id).ToArray() }, new() { Value = due.Select(d => d.Consumer).ToArray() } },
        };
        await using var reader = await insert.ExecuteReaderAsync(avbrutt);
        while (await reader.ReadAsync(avbrutt))
            fresh.Add((reader.GetGuid(0), reader.GetString(1)));
        return fresh;
    }
}
