namespace Boligsosial.Bench;

/// <summary>From <c>./boligsosial run</c> to the line that says «ready»: built, without data and with.</summary>
internal static class StartBench
{
    private const int Runder = 3;

    public static async Task Kjoer(Tabell tabell)
    {
        // Builds when it must; that is not what is measured.
        await using (var bygg = new Kjoering())
            await bygg.Start();

        await using var kjoering = new Kjoering();
        tabell.Linje("start without data (makes the databases, loads the demo stock)", Tall.S(await kjoering.Start()));
        var (start, stopp) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var runde = 0; runde < Runder; runde++)
        {
            stopp.Add(await kjoering.Stopp());
            start.Add(await kjoering.Start());
        }

        tabell.Krav("start, built and data present", Tall.S(Tall.Median(start)), "", "≤ 30 s", Tall.Median(start).TotalSeconds <= 30);
        tabell.Linje("stop", Tall.S(Tall.Median(stopp)));
    }
}
