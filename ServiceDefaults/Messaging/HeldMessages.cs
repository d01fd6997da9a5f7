using System.Diagnostics;
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
    IServiceScopeFactory scopes, Subscriptions subscriptions, Migrator migrator, HeldSignal signal, OutboxSignal outbox, MessagingMetrics metrics, IOptions<MessagingOptions> options,
    ILogger<HeldMessages> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migrator.WaitUntilDone(stoppingToken);
        var forgot = Stopwatch.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WithDb(db => Rebuild.Ask(db, subscriptions, outbox, stoppingToken), stoppingToken);
                while (await ApplyNext(stoppingToken))
                {
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

    /// <summary>The oldest message whose turn it is, in one transaction; false when there is none.</summary>
    private async Task<bool> ApplyNext(CancellationToken stopping)
    {
        Received? message = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(stopping);
            if (await Next(db, stopping) is not var (id, consumer, text))
                return false;

            message = Received.Read(System.Text.Encoding.UTF8.GetBytes(text));
            var subscription = subscriptions.Named(consumer)
                ?? throw new ApplyException(consumer, new InvalidOperationException($"This service has no reaction {consumer} any more."));
            var applied = await new Applying(scope.ServiceProvider, db, subscriptions, metrics, stopping).ApplyHeld(subscription, message.Envelope!);
            await db.Database.ExecuteSqlAsync($"DELETE FROM inbox_held WHERE id = {id}", stopping);
            await transaction.CommitAsync(stopping);
            if (applied)
                metrics.Applied(consumer, TimeProvider.System.GetUtcNow() - message.Envelope!.Created);
            else
                metrics.Redelivered(consumer);
        }
        catch (ApplyException e)
        {
            log.LogError(e.InnerException, "{Type} {MessageId} could not be applied by {Consumer}", message!.Envelope?.Type, message.Envelope?.Id, e.Consumer);
            await WithDb(db => Held.Failed(db, message, e, options.Value, stopping), stopping);
            metrics.Failed(e.Consumer);
        }

        return true;
    }

    private static async Task<(long Id, string Consumer, string Message)?> Next(ServiceDbContext db, CancellationToken stopping)
    {
        await using var select = new NpgsqlCommand(
            """
            SELECT id, consumer, message FROM inbox_held h
            WHERE (state = 'behind' OR (state = 'retry' AND next_attempt <= now()))
              AND NOT EXISTS (SELECT FROM inbox_held e WHERE e.consumer = h.consumer AND e.key = h.key AND e.id < h.id AND e.state <> 'discarded')
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """,
            (NpgsqlConnection)db.Database.GetDbConnection());
        await using var reader = await select.ExecuteReaderAsync(stopping);
        return await reader.ReadAsync(stopping) ? (reader.GetInt64(0), reader.GetString(1), reader.GetString(2)) : null;
    }

    private async Task WithDb(Func<ServiceDbContext, Task> work, CancellationToken stopping)
    {
        stopping.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<ServiceDbContext>());
    }
}
