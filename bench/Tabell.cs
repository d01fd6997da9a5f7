using System.Diagnostics;

namespace Boligsosial.Bench;

/// <summary>Measure | Ours | Baseline | Ratio or limit | Holds. Each line is told at once as well, as a measurement takes minutes.</summary>
internal sealed class Tabell
{
    private readonly List<string[]> _linjer = [["Measure", "Ours", "Baseline", "Ratio/limit", "Holds"]];

    /// <summary>A figure with a limit.</summary>
    public void Krav(string hva, string vaar, string grunnlinje, string grense, bool holder) => Linje(hva, vaar, grunnlinje, grense, holder ? "yes" : "no");

    /// <summary>A figure for information.</summary>
    public void Linje(string hva, string vaar, string grunnlinje = "", string forhold = "", string holder = "")
    {
        _linjer.Add([hva, vaar, grunnlinje, forhold, holder]);
        Console.Error.WriteLine("  " + string.Join(" · ", _linjer[^1].Where(c => c.Length > 0)));
    }

    public void Skriv(TextWriter ut)
    {
        var bredder = Enumerable.Range(0, _linjer[0].Length).Select(k => _linjer.Max(l => l[k].Length)).ToArray();
        _linjer.Insert(1, [.. bredder.Select(b => new string('-', b))]);
        foreach (var linje in _linjer)
            ut.WriteLine($"| {string.Join(" | ", linje.Select((celle, k) => k == 0 ? celle.PadRight(bredder[k]) : celle.PadLeft(bredder[k])))} |");
    }
}

/// <summary>Times and what is made of many of them.</summary>
internal static class Tall
{
    public static async Task<TimeSpan> Tid(Func<Task> arbeid)
    {
        var start = Stopwatch.GetTimestamp();
        await arbeid();
        return Stopwatch.GetElapsedTime(start);
    }

    public static double Median(IEnumerable<double> tall) => Persentil(tall, 0.5);

    public static TimeSpan Median(IEnumerable<TimeSpan> tider) => Persentil(tider, 0.5);

    public static TimeSpan Persentil(IEnumerable<TimeSpan> tider, double andel) => TimeSpan.FromTicks((long)Persentil(tider.Select(t => (double)t.Ticks), andel));

    public static string Ms(TimeSpan tid) => $"{tid.TotalMilliseconds:0.0} ms";

    public static string S(TimeSpan tid) => $"{tid.TotalSeconds:0.00} s";

    public static string Mb(long byteAntall) => $"{byteAntall / 1e6:0} MB";

    private static double Persentil(IEnumerable<double> tall, double andel)
    {
        var sortert = tall.Order().ToArray();
        return sortert[(int)Math.Ceiling(andel * (sortert.Length - 1))];
    }
}
