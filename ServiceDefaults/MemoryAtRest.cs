using System.Runtime.InteropServices;
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

    /// <summary>Of the C library, where it has it (glibc): gives back what the runtime has freed, which it keeps otherwise; 8 of 40 MB after a start.</summary>
    private delegate int MallocTrim(nuint pad);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var trim = NativeLibrary.TryLoad("libc.so.6", out var libc) && NativeLibrary.TryGetExport(libc, "malloc_trim", out var address)
            ? Marshal.GetDelegateForFunctionPointer<MallocTrim>(address)
            : null;
        using var timer = new PeriodicTimer(Every);
        var (before, given) = (GC.GetTotalAllocatedBytes(), false);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var atRest = allocated - before < AtRest;
            if (atRest && !given)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                trim?.Invoke(0);
            }

            (before, given) = (allocated, atRest);
        }
    }
}
