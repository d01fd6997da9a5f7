using System.Diagnostics;

namespace AppHost.Tests;

/// <summary>Every process below an AppHost inherits a mark, by which it is found however it was started.</summary>
internal static class Prosesser
{
    public static int[] Med(string merke) => [.. Directory.GetDirectories("/proc")
        .Select(mappe => int.TryParse(Path.GetFileName(mappe), out var pid) ? pid : 0)
        .Where(pid => pid > 0 && Les($"/proc/{pid}/environ").Contains(merke, StringComparison.Ordinal))];

    public static int[] BarnAv(int forelder) => [.. Directory.GetDirectories("/proc")
        .Select(mappe => int.TryParse(Path.GetFileName(mappe), out var pid) ? pid : 0)
        .Where(pid => pid > 0 && Les($"/proc/{pid}/status").Contains($"PPid:\t{forelder}\n", StringComparison.Ordinal))];

    public static void Drep(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }

    /// <summary>Asks again until it holds; a test that waits in vain says for what.</summary>
    public static async Task EtterHvert(string hva, TimeSpan frist, Func<Task<bool>> gjelder)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await gjelder())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < frist, $"Waited {frist.TotalSeconds} s in vain: {hva}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static string Les(string fil)
    {
        try
        {
            return File.ReadAllText(fil);
        }
        catch (Exception feil) when (feil is IOException or UnauthorizedAccessException)
        {
            return ""; // Gone meanwhile, or not ours.
        }
    }
}
