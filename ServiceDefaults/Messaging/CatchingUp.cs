using System.Diagnostics;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>After a break: what has waited that long can wait a little longer, and those who call meanwhile get most of the machine.</summary>
internal static class CatchingUp
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(3);

    // What took long because the database or the broker was away, is no reason to rest longer.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    /// <summary>Twice as long as the work took, when what was worked on was late; else not at all. The delay is the purpose: nothing is waited for that a signal could tell of.</summary>
    public static Task Rest(long started, DateTimeOffset created, CancellationToken stopping)
    {
        var rest = Stopwatch.GetElapsedTime(started) * 2;
        return TimeProvider.System.GetUtcNow() - created > Late ? Task.Delay(rest < Longest ? rest : Longest, stopping) : Task.CompletedTask;
    }
}
