using System.Text.Json;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>
/// Gives a reaction the publisher's whole history, from the beginning. The consumer asks by a message; the publisher sends
/// copies to the consumer's own queue (<see cref="History"/>) and says when that was all. What comes live meanwhile is held
/// and applied after it: what both have brought is applied once. A new reaction begins like this by itself.
/// </summary>
internal static class Rebuild
{
    /// <summary>From publisher to consumer: that was all.</summary>
    public const string Ended = "history-ended";

    private const string Requested = ".history-requested";

    /// <summary>From consumer to publisher.</summary>
    public static string RequestTo(string service) => service + Requested;

    public static bool IsControl(string type) => type == Ended || type.EndsWith(Requested, StringComparison.Ordinal);

    /// <summary>Throws away what the reaction has kept and begins anew, in one transaction. False when there is no such reaction.</summary>
    public static async Task<bool> Start(ServiceDbContext db, Subscription subscription, IServiceProvider services, string by, CancellationToken avbrutt)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(avbrutt);
        var started = await db.Database.ExecuteSqlAsync(
            $"UPDATE subscription SET rebuild = {Guid.CreateVersion7()}, rebuilding = true, since = now(), requested = NULL, started_by = {by} WHERE consumer = {subscription.Consumer}", avbrutt);
        if (started == 0)
            return false;
        await ((Naar)services.GetRequiredService(subscription.Type)).Toem(avbrutt);
        await db.SaveChangesAsync(avbrutt);
        await db.Database.ExecuteSqlAsync($"DELETE FROM inbox WHERE consumer = {subscription.Consumer}", avbrutt);
        await db.Database.ExecuteSqlAsync($"DELETE FROM inbox_held WHERE consumer = {subscription.Consumer} AND state <> 'discarded'", avbrutt);
        await transaction.CommitAsync(avbrutt);
        return true;
    }

    /// <summary>Registers new reactions, and asks the publishers of those that rebuild, again until it is over, first every few seconds, later seldom: the publisher may not be built yet. Asking twice is asking once.</summary>
    public static async Task Ask(ServiceDbContext db, Subscriptions subscriptions, OutboxSignal outbox, CancellationToken avbrutt)
    {
        if (subscriptions.All.Count == 0)
            return;

        var consumers = subscriptions.All.Select(s => s.Consumer).ToArray();
        var (types, requests) = (subscriptions.All.Select(s => s.Event).ToArray(), subscriptions.All.Select(s => RequestTo(s.Source)).ToArray());
        var asked = await db.Database.ExecuteSqlAsync(
            $"""
            WITH mine AS (
                SELECT * FROM unnest({consumers}, {types}, {requests}) AS m(consumer, type, request)),
            new AS (
                INSERT INTO subscription (consumer, rebuild, rebuilding, requested, started_by)
                SELECT consumer, gen_random_uuid(), true, now(), 'ny' FROM mine ON CONFLICT DO NOTHING RETURNING consumer, rebuild),
            again AS (
                UPDATE subscription SET requested = now()
                WHERE rebuilding AND (requested IS NULL OR requested < now() - greatest('5 seconds', least('10 minutes', requested - since)))
                RETURNING consumer, rebuild)
            INSERT INTO outbox (message_id, type, key, body)
            SELECT gen_random_uuid(), request, consumer, json_build_object('rebuild', rebuild, 'queue', {subscriptions.Service}::text, 'consumer', consumer, 'type', type)
            FROM (SELECT * FROM new UNION ALL SELECT * FROM again) a JOIN mine USING (consumer)
            """,
            avbrutt);
        if (asked > 0)
            outbox.Set();
    }

    /// <summary>What the two kinds of control message do; whether held messages may go on, and whether history is wanted.</summary>
    public static async Task<(bool Held, bool History)> Control(ServiceDbContext db, Envelope envelope, CancellationToken avbrutt)
    {
        if (envelope.Type == Ended)
        {
            // Held anew, so that they come after what was held of the history.
            var ended = await db.Database.ExecuteSqlAsync(
                $"""
                WITH live AS (
                    UPDATE subscription SET rebuilding = false, since = now() WHERE consumer = {envelope.Key} AND rebuild = {envelope.Rebuild} AND rebuilding RETURNING consumer),
                waited AS (
                    DELETE FROM inbox_held WHERE state = 'rebuild' AND consumer IN (SELECT consumer FROM live) RETURNING *)
                INSERT INTO inbox_held (message_id, consumer, state, source, type, key, message, received)
                SELECT message_id, consumer, 'behind', source, type, key, message, received FROM waited ORDER BY id
                """,
                avbrutt);
            return (ended > 0, false);
        }

        var request = envelope.Body.Deserialize<Request>(Envelope.Json)!;
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO outbox_rebuild (rebuild, queue, consumer, type) VALUES ({request.Rebuild}, {request.Queue}, {request.Consumer}, {request.Type}) ON CONFLICT DO NOTHING", avbrutt);
        return (false, true);
    }

    private sealed record Request(Guid Rebuild, string Queue, string Consumer, string Type);
}
