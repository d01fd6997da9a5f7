using Microsoft.Extensions.Hosting;

namespace Boligsosial.ServiceDefaults;

/// <summary>
/// Gives memory back when the process has come to rest. The collector looks when something is allocated, so what a start, an import or a rebuild leaves behind stays
/// for hours in a process that nobody calls, and there are many on one machine.
/// </summary>
internal sealed class MemoryAtRest : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    /// <summary>Bytes in that time: telemetry and health checks allocate less, any real work more.</summary>
    private const long AtRest = 8_000_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        var (before, given) = (GC.GetTotalAllocatedBytes(), false);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var atRest = allocated - before < AtRest;
            if (atRest && !given)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            (before, given) = (allocated, atRest);
        }
    }
}
