using System.Diagnostics;
using System.Text;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>
/// Gives held messages their next attempt, the first of each aggregate first; asks again for a history that does not come;
/// forgets what was applied long ago.
/// </summary>
internal sealed class HeldMessages(
    NpgsqlDataSource database, IServiceScopeFactory scopes, Subscriptions subscriptions, Migrator migrator, HeldSignal signal, OutboxSignal outbox, MessagingMetrics metrics, IOptions<MessagingOptions> options,
    ILogger<HeldMessages> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migrator.WaitUntilDone(stoppingToken);
        var (registered, forgot) = (false, Stopwatch.GetTimestamp());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Nearly always nothing: one question, then, not a transaction.
                if (!registered || await AnyWork(stoppingToken))
                {
                    await WithDb(db => Rebuild.Ask(db, subscriptions, outbox, stoppingToken), stoppingToken);
                    while (await ApplyNext(options.Value.Batch, stoppingToken))
                    {
                    }

                    registered = true;
                }

                if (Stopwatch.GetElapsedTime(forgot) > ForgetEvery)
                {
                    await WithDb(db => db.Database.ExecuteSqlAsync($"DELETE FROM inbox WHERE applied < now() - {options.Value.InboxKept}", stoppingToken), stoppingToken);
                    forgot = Stopwatch.GetTimestamp();
                }
            }
            catch (Exception e) when (DatabaseAway.Is(e) && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "The database is away; held messages wait");
            }

            await signal.Wait(LookEvery, stoppingToken);
        }
    }

    private async Task<bool> AnyWork(CancellationToken stopping)
    {
        await using var ask = database.CreateCommand(
            "SELECT EXISTS (SELECT FROM subscription WHERE rebuilding) OR EXISTS (SELECT FROM inbox_held WHERE state = 'behind' OR (state = 'retry' AND next_attempt <= now()))");
        return (bool)(await ask.ExecuteScalarAsync(stopping))!;
    }

    /// <summary>The oldest messages whose turn it is, in one transaction, or one by one when that fails; false when there are none.</summary>
    private async Task<bool> ApplyNext(int most, CancellationToken stopping)
    {
        List<(string Consumer, Received Message)> due = [];
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(stopping);
            var work = new Applying(scope.ServiceProvider, db, subscriptions, metrics, stopping);
            due = await Next(db, most, stopping);
            foreach (var (consumer, message) in due)
                await Apply(work, consumer, message);
            await transaction.CommitAsync(stopping);
        }
        catch (ApplyException) when (due.Count > 1)
        {
            for (var i = 0; i < due.Count && await ApplyNext(1, stopping); i++)
            {
            }
        }
        catch (ApplyException e)
        {
            var message = due[0].Message;
            log.LogError(e.InnerException, "{Type} {MessageId} could not be applied by {Consumer}", message.Envelope?.Type, message.Envelope?.Id, e.Consumer);
            await WithDb(db => Held.Failed(db, message, e, options.Value, stopping), stopping);
            metrics.Failed(e.Consumer);
        }

        return due.Count > 0;
    }

    private async Task Apply(Applying work, string consumer, Received message)
    {
        var subscription = subscriptions.Named(consumer)
            ?? throw new ApplyException(consumer, new InvalidOperationException($"This service has no reaction {consumer} any more."));
        if (await work.ApplyHeld(subscription, message.Envelope!))
            metrics.Applied(consumer, TimeProvider.System.GetUtcNow() - message.Envelope!.Created);
        else
            metrics.Redelivered(consumer);
    }

    /// <summary>Takes them out, one replica at a time: the next of an aggregate is not another's.</summary>
    private static async Task<List<(string Consumer, Received Message)>> Next(ServiceDbContext db, int most, CancellationToken stopping)
    {
        await using var take = new NpgsqlCommand(
            """
            WITH mine AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(hashtext('inbox_held')) AS yes),
            due AS (
                SELECT id FROM inbox_held h, mine
                WHERE yes AND (state = 'behind' OR (state = 'retry' AND next_attempt <= now()))
                  AND NOT EXISTS (
                      SELECT FROM inbox_held e
                      WHERE e.consumer = h.consumer AND e.key = h.key AND e.id < h.id
                        AND (e.state IN ('dead', 'rebuild') OR (e.state = 'retry' AND e.next_attempt > now())))
                ORDER BY id LIMIT $1),
            taken AS (DELETE FROM inbox_held WHERE id IN (SELECT id FROM due) RETURNING id, consumer, message)
            SELECT consumer, message FROM taken ORDER BY id
            """,
            (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Parameters = { new() { Value = most } },
        };
        var due = new List<(string, Received)>();
        await using var reader = await take.ExecuteReaderAsync(stopping);
        while (await reader.ReadAsync(stopping))
            due.Add((reader.GetString(0), Received.Read(Encoding.UTF8.GetBytes(reader.GetString(1)))));
        return due;
    }

    private async Task WithDb(Func<ServiceDbContext, Task> work, CancellationToken stopping)
    {
        stopping.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<ServiceDbContext>());
    }
}
