using System.Globalization;
using System.Text.Json;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Redaction;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>Rows of <c>inbox_held</c>: the long retries, and the dead letters, are here and not in the broker.</summary>
internal static class Held
{
    private const int LongestError = 2000;

    /// <summary>Waits, for an earlier message of its aggregate («behind») or for the history («rebuild»).</summary>
    public static Task Hold(ServiceDbContext db, string consumer, Received message, string state, CancellationToken avbrutt)
    {
        var envelope = message.Envelope!;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO inbox_held (message_id, consumer, state, source, type, key, message)
            VALUES ({envelope.Id}, {consumer}, {state}, {envelope.Source}, {envelope.Type}, {envelope.Key}, {message.Text})
            ON CONFLICT DO NOTHING
            """,
            avbrutt);
    }

    /// <summary>It is no message of ours: a dead letter of the service itself.</summary>
    public static Task Unreadable(ServiceDbContext db, string service, Received message, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO inbox_held (message_id, consumer, state, source, type, key, message, attempts, error, history)
        VALUES ({Guid.CreateVersion7()}, {service}, 'dead', '', '', {Guid.CreateVersion7().ToString()}, {message.Text}, 1, {Text(message.Fault!)}, {History(message.Fault!)}::jsonb)
        """,
        avbrutt);

    /// <summary>An attempt failed: to be tried again after the next of the waits, dead after the last or when there is no hope.</summary>
    public static Task Failed(ServiceDbContext db, Received message, ApplyException failure, MessagingOptions options, CancellationToken avbrutt)
    {
        var (envelope, error, delays) = (message.Envelope!, failure.InnerException!, Array.ConvertAll(options.RetryDelays.Split(' '), s => double.Parse(s, CultureInfo.InvariantCulture)));
        if (failure.IsHopeless)
            delays = [];
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO inbox_held AS h (message_id, consumer, state, source, type, key, message, attempts, next_attempt, error, history)
            VALUES ({envelope.Id}, {failure.Consumer}, {(delays.Length == 0 ? "dead" : "retry")}, {envelope.Source}, {envelope.Type}, {envelope.Key}, {message.Text},
                    1, now() + make_interval(secs => ({delays})[1]), {Text(error)}, {History(error)}::jsonb)
            ON CONFLICT (message_id, consumer) DO UPDATE SET
                attempts = h.attempts + 1, error = excluded.error, history = h.history || excluded.history,
                state = CASE WHEN h.attempts + 1 > cardinality({delays}) THEN 'dead' ELSE 'retry' END,
                next_attempt = now() + make_interval(secs => ({delays})[h.attempts + 1])
            """,
            avbrutt);
    }

    private static string Text(Exception error)
    {
        var text = Redact.Text($"{error.GetType().Name}: {error.Message}");
        return text.Length <= LongestError ? text : text[..LongestError];
    }

    private static string History(Exception error) => JsonSerializer.Serialize(new[] { new { tidspunkt = TimeProvider.System.GetUtcNow(), feil = Text(error) } });
}
