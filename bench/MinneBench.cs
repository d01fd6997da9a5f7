namespace Boligsosial.Bench;

/// <summary>What each of our processes takes of the machine's memory when nobody has asked it anything for a while.</summary>
internal static class MinneBench
{
    private const long Grense = 150_000_000;
    private static readonly TimeSpan Hvile = TimeSpan.FromSeconds(60);

    public static async Task Kjoer(Tabell tabell)
    {
        await using var kjoering = new Kjoering();
        await kjoering.Start();
        await Task.Delay(Hvile);
        // No requirement: a year of life has been played, so every part of it has been in use.
        foreach (var (navn, andel, resident, _) in Les())
            tabell.Linje($"memory, at rest after the demo's year: {navn}", andel, resident);
        await kjoering.Stopp();
        await kjoering.Start();
        await Task.Delay(Hvile);
        foreach (var (navn, andel, resident, holder) in Les())
            tabell.Krav($"memory, idle after start: {navn}", andel, resident, "≤ 150 MB", holder);
    }

    private static IEnumerable<(string Navn, string Andel, string Resident, bool Holder)> Les() =>
        from prosess in Kjoering.DotnetProsesser()
        orderby prosess.Navn
        let andel = Prosess.Andel(prosess.Pid)
        select (prosess.Navn, Tall.Mb(andel), $"{Tall.Mb(Prosess.Status(prosess.Pid, "VmRSS"))} resident, with the whole of what it shares", andel <= Grense);
}
