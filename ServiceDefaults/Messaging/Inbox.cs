using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>
/// Applies what comes: in the broker's order, many in one transaction, each once. When one fails the batch is done again
/// one by one; what fails alone, three times, is held (<see cref="Held"/>) and the others flow on. While the database is
/// away nothing is acknowledged.
/// </summary>
internal sealed class Inbox(
    IServiceScopeFactory scopes, Subscriptions subscriptions, Migrator migrator, HeldSignal held, HistorySignal history, MessagingMetrics metrics, IOptions<MessagingOptions> options,
    TimeProvider time, ILogger<Inbox> log) : BackgroundService
{
    private static readonly TimeSpan[] ShortWaits = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200)];
    private static readonly TimeSpan LongestDatabaseWait = TimeSpan.FromSeconds(1);
    private readonly Arrivals _arrivals = new();

    /// <summary>Done when the message is applied or held: then it can be acknowledged.</summary>
    public Task Receive(int channel, ulong tag, byte[] message) => _arrivals.Add(channel, tag, message);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migrator.WaitUntilDone(stoppingToken);
        while (true)
        {
            var batch = await _arrivals.Next(options.Value.Batch, stoppingToken);
            var start = Stopwatch.GetTimestamp();
            var messages = batch.ConvertAll(arrival => Received.Read(arrival.Message));
            await UntilDatabaseAnswers(() => Apply(messages, stoppingToken), stoppingToken);
            batch.ForEach(arrival => arrival.Done.TrySetResult());
            if (messages[^1].Envelope is { Rebuild: null, Created: var created })
                await CatchingUp.Rest(start, created, stoppingToken);
        }
    }

    /// <summary>Waits for the database as long as it takes; whatever else goes wrong is the caller's.</summary>
    private async Task UntilDatabaseAnswers(Func<Task> work, CancellationToken stopping)
    {
        var wait = TimeSpan.FromMilliseconds(50);
        while (true)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception e) when (DatabaseAway.Is(e) && !stopping.IsCancellationRequested)
            {
                log.LogWarning(e, "The database is away; messages wait {Wait}", wait);
                await Task.Delay(wait, stopping);
                wait = wait * 2 < LongestDatabaseWait ? wait * 2 : LongestDatabaseWait;
            }
        }
    }

    private async Task Apply(List<Received> messages, CancellationToken stopping)
    {
        // What a control message says holds for the messages after it.
        if (!messages.Exists(m => m.Envelope is { } envelope && Rebuild.IsControl(envelope.Type)))
        {
            try
            {
                await ApplyTogether(messages, stopping);
                return;
            }
            catch (ApplyException)
            {
                // One of them: found below, alone.
            }
        }

        foreach (var message in messages)
            await ApplyAlone(message, stopping);
    }

    /// <summary>Until every reaction has applied it or has it held.</summary>
    private async Task ApplyAlone(Received message, CancellationToken stopping)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await ApplyTogether([message], stopping);
                return;
            }
            catch (ApplyException e) when (attempt < ShortWaits.Length && !e.IsHopeless)
            {
                log.LogWarning(e.InnerException, "{Type} {MessageId} could not be applied by {Consumer}; once more", message.Envelope!.Type, message.Envelope.Id, e.Consumer);
                await Task.Delay(ShortWaits[attempt], stopping);
            }
            catch (ApplyException e)
            {
                log.LogError(e.InnerException, "{Type} {MessageId} could not be applied by {Consumer}; it is held", message.Envelope!.Type, message.Envelope.Id, e.Consumer);
                await HoldFailed(message, e, stopping);
                attempt = -1;
            }
        }
    }

    /// <summary>One transaction: note as applied, apply or hold, commit.</summary>
    private async Task ApplyTogether(List<Received> messages, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var applied = new List<(string Consumer, DateTimeOffset Created)>();
        await using (var transaction = await db.Database.BeginTransactionAsync(stopping))
        {
            var work = new Applying(scope.ServiceProvider, db, subscriptions, metrics, stopping);
            await work.Begin(messages);
            foreach (var message in messages)
                await work.Apply(message, applied);
            await transaction.CommitAsync(stopping);
            if (work.WokeHeld)
                held.Set();
            if (work.WokeHistory)
                history.Set();
        }

        foreach (var (consumer, created) in applied)
            metrics.Applied(consumer, time.GetUtcNow() - created);
    }

    private async Task HoldFailed(Received message, ApplyException failure, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        await Held.Failed(db, message, failure, options.Value, stopping);
        metrics.Failed(failure.Consumer);
        held.Set();
    }
}

/// <summary>A message, read or not.</summary>
internal sealed record Received(Envelope? Envelope, string Text, Exception? Fault)
{
    public static Received Read(byte[] message)
    {
        var text = Encoding.UTF8.GetString(message).Replace("\0", "", StringComparison.Ordinal);
        try
        {
            return new(JsonSerializer.Deserialize<Envelope>(text, Envelope.Json) ?? throw new JsonException("The message is empty."), text, null);
        }
        catch (JsonException e)
        {
            return new(null, text, e);
        }
    }
}

/// <summary>A reaction could not apply a message.</summary>
internal sealed class ApplyException(string consumer, Exception cause) : Exception($"{consumer}: {cause.Message}", cause)
{
    public string Consumer => consumer;

    /// <summary>A message that does not keep its contract will not keep it next time either.</summary>
    public bool IsHopeless => InnerException is JsonException;
}
