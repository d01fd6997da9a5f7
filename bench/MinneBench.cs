using Boligsosial.Testing;

namespace Boligsosial.Bench;

/// <summary>
/// What each of our processes holds (resident) when nobody has asked it anything for a while, and the share of the machine that is theirs when what several hold
/// together (the runtime's and the packages' files) is counted once; beside a service of the same packages (but MassTransit) with nothing in it.
/// </summary>
internal static class MinneBench
{
    private const long Grense = 150_000_000;

    /// <summary>Being left alone is what is measured, and nothing tells when it has been long enough: MemoryAtRest looks every twenty seconds.</summary>
    private static readonly TimeSpan Hvile = TimeSpan.FromSeconds(60);

    public static async Task Kjoer(Tabell tabell)
    {
        var bar = await Bar();
        await using var kjoering = new Kjoering();
        await kjoering.Start();
        await Task.Delay(Hvile);
        Les(tabell, "at rest after the first start and the demo's year", bar);
        await kjoering.Stopp();
        await kjoering.Start();
        await Task.Delay(Hvile);
        Les(tabell, "idle after start, data present", bar);
    }

    private static async Task<long> Bar()
    {
        await using var servere = new Servere();
        var database = await servere.NyDatabase();
        await using (var tilkobling = SqlExtensions.Aapne(database))
            await tilkobling.Kjoer("""CREATE TABLE "Rader" ("Id" uuid PRIMARY KEY)""");
        await using var tjeneste = await Prosess.Web(Environment.ProcessPath!, ["tjeneste", database, await servere.RabbitMq()], []);
        await Task.Delay(Hvile);
        return Prosess.Status(tjeneste.Id, "VmRSS");
    }

    private static void Les(Tabell tabell, string naar, long bar)
    {
        foreach (var (pid, navn) in Kjoering.DotnetProsesser().OrderBy(p => p.Navn, StringComparer.Ordinal))
        {
            var minne = Prosess.Status(pid, "VmRSS");
            tabell.Krav($"memory, {naar}: {navn}", Tall.Mb(minne), Tall.Mb(bar), $"≤ 150 MB; {Tall.Mb(Prosess.Andel(pid))} with its share of what they share", minne <= Grense);
        }
    }
}
