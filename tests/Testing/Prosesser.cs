using System.Diagnostics;

namespace Boligsosial.Testing;

/// <summary>Every process below an AppHost inherits a mark, by which it is found however it was started.</summary>
public static class Prosesser
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
