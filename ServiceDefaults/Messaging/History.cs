using System.Text.Json;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>
/// The publisher's side of a rebuild: sends copies of what was told to the queue that asked, in order, and remembers how
/// far it has come, so that a crash costs a few copies twice.
/// </summary>
internal sealed class History(NpgsqlDataSource database, Broker broker, Subscriptions subscriptions, Migrator migrator, HistorySignal signal, ILogger<History> log) : BackgroundService
{
    private const int Chunk = 500;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Backoff = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migrator.WaitUntilDone(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendChunk(stoppingToken))
                {
                }

                await signal.Wait(LookEvery, stoppingToken);
            }
            catch (Exception e) when ((e is BrokerAwayException || DatabaseAway.Is(e)) && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "History waits");
                await Task.Delay(Backoff, stoppingToken);
            }
        }
    }

    private async Task<bool> SendChunk(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        if (await Claim(connection, stopping) is not { } request)
            return false;

        // Delivered or not by now: what had happened when the history was asked for.
        await using var select = new NpgsqlCommand(
            $"""
            WITH told AS (
                (SELECT {OutboxRow.Columns}, 0::smallint FROM outbox_history
                 WHERE nr > $1 AND type = $2 AND pg_visible_in_snapshot(xid, $3::pg_snapshot) ORDER BY nr LIMIT {Chunk})
                UNION ALL
                (SELECT {OutboxRow.Columns}, 0::smallint FROM outbox
                 WHERE nr > $1 AND type = $2 AND pg_visible_in_snapshot(xid, $3::pg_snapshot) ORDER BY nr LIMIT {Chunk}))
            SELECT * FROM told ORDER BY nr LIMIT {Chunk}
            """,
            connection)
        {
            Parameters = { new() { Value = request.SentTo }, new() { Value = request.Type }, new() { Value = request.Snapshot } },
        };
        var rows = await OutboxRow.Read(select, subscriptions.Service, request.Rebuild, stopping);
        var messages = rows.Count > 0 ? rows.Select(r => r.Message) : [EndOf(request)];
        await broker.Send(messages, request.Queue, stopping);
        await using var update = new NpgsqlCommand("UPDATE outbox_rebuild SET sent_to = $2, done = $3 WHERE rebuild = $1", connection)
        {
            Parameters = { new() { Value = request.Rebuild }, new() { Value = rows.Count > 0 ? rows[^1].Nr : long.MaxValue }, new() { Value = rows.Count == 0 } },
        };
        await update.ExecuteNonQueryAsync(stopping);
        await transaction.CommitAsync(stopping);
        return true;
    }

    private Envelope EndOf(Request request) => new(
        Guid.CreateVersion7(), Rebuild.Ended, request.Consumer, subscriptions.Service, TimeProvider.System.GetUtcNow(), null, request.Rebuild, JsonElement.Parse("{}"));

    private static async Task<Request?> Claim(NpgsqlConnection connection, CancellationToken stopping)
    {
        await using var claim = new NpgsqlCommand(
            "SELECT rebuild, queue, consumer, type, snapshot::text, sent_to FROM outbox_rebuild WHERE NOT done ORDER BY rebuild LIMIT 1 FOR UPDATE SKIP LOCKED", connection);
        await using var reader = await claim.ExecuteReaderAsync(stopping);
        return await reader.ReadAsync(stopping)
            ? new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt64(5))
            : null;
    }

    private sealed record Request(Guid Rebuild, string Queue, string Consumer, string Type, string Snapshot, long SentTo);
}
