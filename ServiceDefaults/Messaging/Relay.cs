using System.Diagnostics;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>
/// Carries the outbox to the broker: woken by the commit, in lanes so that several replicas can at once, and a row leaves
/// the outbox only with the broker's confirmation. A crash in between sends it again, which the inbox takes care of.
/// Our own because MassTransit's outbox polls, and writes four times per message.
/// </summary>
internal sealed class Relay(NpgsqlDataSource database, Broker broker, Subscriptions subscriptions, Migrator migrator, OutboxSignal signal, MessagingMetrics metrics, ILogger<Relay> log)
    : BackgroundService
{
    private const int LanesAtATime = 8;
    private const int RowsPerLane = 64;
    private const string Channel = "outbox";
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Backoff = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migrator.WaitUntilDone(stoppingToken);
        _ = Listen(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var woken = await signal.Wait(LookEvery, stoppingToken);
                if ((woken || await Count(stoppingToken) > 0) && broker.Connected)
                    await Drain(stoppingToken);
            }
            catch (BrokerAwayException e)
            {
                log.LogWarning("The broker did not take the messages ({Reason}); they stay in the outbox", e.InnerException?.Message ?? e.Message);
                await Again(stoppingToken);
            }
            catch (Exception e) when (DatabaseAway.Is(e) && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "The database is away; the outbox waits");
                await Again(stoppingToken);
            }
        }
    }

    private async Task Again(CancellationToken stopping)
    {
        await Task.Delay(Backoff, stopping);
        signal.Set();
    }

    private async Task Drain(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        while (true)
        {
            var start = Stopwatch.GetTimestamp();
            if (await Round(connection, stopping) is not { } oldest)
                return;
            await CatchingUp.Rest(start, oldest, stopping);
        }
    }

    /// <summary>One transaction: claim lanes, send, move to the history. How old the oldest was; null when there is no more to claim.</summary>
    private async Task<DateTimeOffset?> Round(NpgsqlConnection connection, CancellationToken stopping)
    {
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        var rows = await Claim(connection, stopping);
        if (rows.Count == 0)
        {
            // If any are left, another replica has their lanes: it may have looked before they came, or be dead.
            await using var left = new NpgsqlCommand($"SELECT pg_notify('{Channel}', '') FROM outbox LIMIT 1", connection);
            var others = await left.ExecuteScalarAsync(stopping) is not null;
            await transaction.CommitAsync(stopping);
            if (others)
                _ = Again(stopping); // Not awaited: what is committed meanwhile need not wait for it.
            return null;
        }

        await broker.Send(rows.Select(r => r.Message), queue: null, stopping);
        metrics.Published(rows.Count);
        await Execute(
            connection,
            """
            WITH sent AS (
                DELETE FROM outbox o USING unnest($1, $2) AS s(lane, nr) WHERE o.lane = s.lane AND o.nr = s.nr
                RETURNING o.nr, message_id, type, key, body, trace, created, xid)
            INSERT INTO outbox_history SELECT * FROM sent WHERE type NOT LIKE '%.history-requested'
            """,
            stopping, rows.Select(r => r.Lane).ToArray(), rows.Select(r => r.Nr).ToArray());
        await transaction.CommitAsync(stopping);

        // So few that they were all: what has come since has set the signal.
        return rows.Count >= RowsPerLane || rows.Select(r => r.Lane).Distinct().Count() == LanesAtATime ? rows[0].Message.Created : null;
    }

    /// <summary>
    /// The first rows of some lanes that no other replica has. What the last holder of a lane sent a moment ago may still be
    /// seen, and is sent again: the inbox knows it. What is moved to the history and lost in a crash is sent again too: no
    /// reason to wait for the disk.
    /// </summary>
    private async Task<List<OutboxRow>> Claim(NpgsqlConnection connection, CancellationToken stopping)
    {
        await using var claim = new NpgsqlCommand(
            $"""
            WITH claimed AS MATERIALIZED (
                SELECT lane, set_config('synchronous_commit', 'off', true) FROM outbox_lane l
                WHERE EXISTS (SELECT FROM outbox o WHERE o.lane = l.lane)
                ORDER BY random() LIMIT {LanesAtATime} FOR UPDATE SKIP LOCKED)
            SELECT {OutboxRow.Columns}, o.lane FROM claimed
            CROSS JOIN LATERAL (SELECT * FROM outbox o WHERE o.lane = claimed.lane ORDER BY o.nr LIMIT {RowsPerLane}) o ORDER BY nr
            """,
            connection);
        return await OutboxRow.Read(claim, subscriptions.Service, rebuild: null, stopping);
    }

    /// <summary>For the metrics, and the net under the signals: how much waits, for how long.</summary>
    private async Task<long> Count(CancellationToken stopping)
    {
        await using var count = database.CreateCommand(
            """
            SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(created)), 0)::float8,
                   (SELECT count(*) FROM inbox_held WHERE state IN ('retry', 'behind', 'rebuild')), (SELECT count(*) FROM inbox_held WHERE state = 'dead')
            FROM outbox
            """);
        await using var reader = await count.ExecuteReaderAsync(stopping);
        await reader.ReadAsync(stopping);
        metrics.Stock = (reader.GetInt64(0), reader.GetDouble(1), reader.GetInt64(2), reader.GetInt64(3));
        return metrics.Stock.Outbox;
    }

    /// <summary>Hears from other replicas; without it the slow look would do the same, later.</summary>
    private async Task Listen(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(stopping);
                connection.Notification += (_, _) => signal.Set();
                await Execute(connection, $"LISTEN {Channel}", stopping);
                while (true)
                    await connection.WaitAsync(stopping);
            }
            catch (Exception e) when (DatabaseAway.Is(e) || e is OperationCanceledException)
            {
                await Task.Delay(LookEvery, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken stopping, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(stopping);
    }
}
