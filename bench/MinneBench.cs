namespace Boligsosial.Bench;

/// <summary>What each of our processes holds (resident) when nobody has asked it anything for a while.</summary>
internal static class MinneBench
{
    private const long Grense = 150_000_000;
    private static readonly TimeSpan Hvile = TimeSpan.FromSeconds(60);

    public static async Task Kjoer(Tabell tabell)
    {
        await using var kjoering = new Kjoering();
        await kjoering.Start();
        await Task.Delay(Hvile);
        Les(tabell, "at rest after the first start and the demo's year");
        await kjoering.Stopp();
        await kjoering.Start();
        await Task.Delay(Hvile);
        Les(tabell, "idle after start, data present");
    }

    private static void Les(Tabell tabell, string naar)
    {
        foreach (var (pid, navn) in Kjoering.DotnetProsesser().OrderBy(p => p.Navn, StringComparer.Ordinal))
        {
            var minne = Prosess.Status(pid, "VmRSS");
            tabell.Krav($"memory, {naar}: {navn}", Tall.Mb(minne), $"{Tall.Mb(Prosess.Andel(pid))} with its share of what they share", "≤ 150 MB", minne <= Grense);
        }
    }
}
