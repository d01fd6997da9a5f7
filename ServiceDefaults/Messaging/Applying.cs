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
    private readonly HashSet<(Guid Id, string Consumer)> _fresh = [];

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

    /// <summary>
    /// Looks up what decides, and notes all that comes as applied, in one round trip: what was noted before is not fresh.
    /// What turns out not to be applied now is forgotten again, which is rare.
    /// </summary>
    public async Task Begin(IReadOnlyList<Received> messages)
    {
        var (envelopes, keys) = (messages.Select(m => m.Envelope).OfType<Envelope>().ToList(), new HashSet<string>(StringComparer.Ordinal));
        keys.UnionWith(envelopes.Select(e => e.Key));
        var all = (from envelope in envelopes from subscription in subscriptions.To(envelope.Type) select (Envelope: envelope, Subscription: subscription)).ToList();

        // FOR SHARE: a rebuild does not begin in the middle of a batch.
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection())
        {
            BatchCommands =
            {
                new("SELECT consumer, rebuild, rebuilding FROM subscription FOR SHARE"),
                new("SELECT DISTINCT consumer, key FROM inbox_held WHERE state IN ('retry', 'dead', 'behind') AND key = ANY ($1)") { Parameters = { new() { Value = keys.ToArray() } } },
                Note(all.ConvertAll(a => (a.Envelope.Id, a.Subscription.Consumer))),
            },
        };
        await using (var reader = await batch.ExecuteReaderAsync(avbrutt))
        {
            while (await reader.ReadAsync(avbrutt))
                _state[reader.GetString(0)] = (reader.GetGuid(1), reader.GetBoolean(2));
            await reader.NextResultAsync(avbrutt);
            while (await reader.ReadAsync(avbrutt))
                _heldKeys.Add((reader.GetString(0), reader.GetString(1)));
            await reader.NextResultAsync(avbrutt);
            while (await reader.ReadAsync(avbrutt))
                _fresh.Add((reader.GetGuid(0), reader.GetString(1)));
        }

        // A message may be here twice, live and as a copy of the history, and be applied as one of them.
        await Forget([.. _fresh.Except(all.Where(a => Judge(a.Subscription, a.Envelope) == Verdict.Apply).Select(a => (a.Envelope.Id, a.Subscription.Consumer)))]);
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
        var fresh = await db.Database.ExecuteSqlAsync($"INSERT INTO inbox (message_id, consumer) VALUES ({envelope.Id}, {subscription.Consumer}) ON CONFLICT DO NOTHING", avbrutt);
        if (fresh == 0)
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

    private static NpgsqlBatchCommand Note(List<(Guid Id, string Consumer)> messages) =>
        new("INSERT INTO inbox (message_id, consumer) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING RETURNING message_id, consumer")
        {
            Parameters = { new() { Value = messages.Select(m => m.Id).ToArray() }, new() { Value = messages.Select(m => m.Consumer).ToArray() } },
        };

    private async Task Forget((Guid Id, string Consumer)[] messages)
    {
        if (messages.Length == 0)
            return;
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM inbox USING unnest({messages.Select(m => m.Id).ToArray()}, {messages.Select(m => m.Consumer).ToArray()}) AS m(id, consumer) WHERE inbox.message_id = m.id AND inbox.consumer = m.consumer", avbrutt);
        _fresh.ExceptWith(messages);
    }
}
