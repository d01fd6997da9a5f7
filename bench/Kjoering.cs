using System.Diagnostics;

namespace Boligsosial.Bench;

/// <summary>The whole system as its user starts it, on free ports and with a data folder that goes away.</summary>
internal sealed class Kjoering : IAsyncDisposable
{
    private readonly string _mappe = Path.Combine(Path.GetTempPath(), $"boligsosial-bench-{Guid.CreateVersion7():N}");
    private readonly Dictionary<string, string> _miljoe;

    public Kjoering()
    {
        // The dashboard takes the two ports after its own as well.
        var dashboard = Enumerable.Range(0, 1000).Select(_ => Prosess.LedigPort()).First(p => p < 65_000);
        _miljoe = new()
        {
            ["Data__Mappe"] = _mappe,
            ["Utsteder__Port"] = $"{Prosess.LedigPort()}",
            ["Gateway__Port"] = $"{Prosess.LedigPort()}",
            ["Postgres__Port"] = $"{Prosess.LedigPort()}",
            ["Rabbitmq__Port"] = $"{Prosess.LedigPort()}",
            ["Dashboard__Port"] = $"{dashboard}",
        };
    }

    /// <summary>From the command to the line that says «ready».</summary>
    public Task<TimeSpan> Start() => Tall.Tid(async () =>
    {
        var linjer = await Kommando("run", "--detach");
        if (!linjer.Exists(l => l.Contains("Boligsosial is ready", StringComparison.Ordinal)))
            throw new InvalidOperationException(string.Join('\n', linjer));
    });

    public Task<TimeSpan> Stopp() => Tall.Tid(() => Kommando("stop"));

    /// <summary>Ours among the running: AppHost and what it has started, by name, without the dashboard and the servers.</summary>
    public static IEnumerable<(int Pid, string Navn)> DotnetProsesser()
    {
        foreach (var mappe in Directory.GetDirectories("/proc").Where(m => int.TryParse(Path.GetFileName(m), out _)))
        {
            string[] kommando, miljoe;
            try
            {
                (kommando, miljoe) = (File.ReadAllText($"{mappe}/cmdline").Split('\0'), File.ReadAllText($"{mappe}/environ").Split('\0'));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            var navn = Path.GetFileName(kommando.FirstOrDefault(k => k.EndsWith(".dll", StringComparison.Ordinal)) ?? kommando[0]).Replace(".dll", "", StringComparison.Ordinal);
            if (miljoe.Contains($"BOLIGSOSIAL_RUN={Prosess.Rot}") && (navn == "AppHost" || navn.StartsWith("Boligsosial.", StringComparison.Ordinal)))
                yield return (int.Parse(Path.GetFileName(mappe)), navn);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stopp();
        if (Directory.Exists(_mappe))
            Directory.Delete(_mappe, recursive: true);
    }

    private async Task<List<string>> Kommando(params string[] argumenter)
    {
        // To a file: what run --detach leaves behind would keep a pipe open.
        Directory.CreateDirectory(_mappe);
        var utskrift = Path.Combine(_mappe, "utskrift");
        var start = new ProcessStartInfo("bash", ["-c", $"\"$@\" >'{utskrift}' 2>&1 </dev/null", "-", Path.Combine(Prosess.Rot, "boligsosial"), .. argumenter]);
        foreach (var (navn, verdi) in _miljoe)
            start.Environment[navn] = verdi;
        using var prosess = Process.Start(start)!;
        await prosess.WaitForExitAsync();
        return [.. await File.ReadAllLinesAsync(utskrift)];
    }
}
