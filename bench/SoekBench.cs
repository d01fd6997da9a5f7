using System.Diagnostics;
using Boligsosial.Testing;
using Npgsql;

namespace Boligsosial.Bench;

/// <summary>
/// Searches with three filters over HTTP while the register grows: a reproducible mix of what people ask for, common and
/// rare, four at a time. With <c>--explain</c>: how Postgres ran the slowest kind, as the service asks it.
/// </summary>
internal static class SoekBench
{
    private const int Soek = 3000;
    private const int Samtidige = 4;
    private const string Boliger = "/api/v1/boligregister/boliger";
    private static readonly int[] Stoerrelser = [10_000, 100_000, 1_000_000];

    public static async Task Kjoer(Tabell tabell, bool forklar)
    {
        await using var servere = new Servere();
        var tilkobling = await servere.NyDatabase();
        await using var database = SqlExtensions.Aapne(tilkobling);
        await using var tjeneste = await Prosess.Boligregister(tilkobling, servere);
        using var klient = await tjeneste.Klient();

        var (p99, fra) = (new List<TimeSpan>(), 0);
        foreach (var til in Stoerrelser)
        {
            await Bestand.Fyll(database, Bestand.Rader(til).Skip(fra));
            await database.Kjoer("VACUUM ANALYZE");
            await database.Kjoer("CHECKPOINT");
            fra = til;

            var spoersmaal = Soekemiks.Trekk(Soek, til);
            await Maal(klient, spoersmaal[..1500]);
            var svar = await Maal(klient, spoersmaal);
            p99.Add(Tall.Persentil(svar.Select(s => s.Tid), 0.99));
            tabell.Linje($"search, {til} rows: p50 / p99", $"{Tall.Ms(Tall.Median(svar.Select(s => s.Tid)))} / {Tall.Ms(p99[^1])}", p99.Count == 1 ? "" : Tall.Ms(p99[0]), p99.Count == 1 ? "" : $"{p99[^1] / p99[0]:0.00}");
            if (forklar)
                await Forklar(svar, tilkobling, servere);
        }

        tabell.Krav("search: p99 at 1 000 000 rows / at 10 000", Tall.Ms(p99[^1]), Tall.Ms(p99[0]), $"{p99[^1] / p99[0]:0.00} ≤ 3", p99[^1] <= 3 * p99[0]);
        await Antall(tabell, klient, database);
    }

    private static async Task Antall(Tabell tabell, HttpClient klient, NpgsqlDataSource database)
    {
        var sti = $"{Boliger}/antall?grupper=omraade,kategori,status";
        await Maal(klient, [.. Enumerable.Repeat(new Soekemiks.Spoersmaal("antall", sti), 200)]);
        var svar = await Maal(klient, [.. Enumerable.Repeat(new Soekemiks.Spoersmaal("antall", sti), 1000)], samtidige: 1);
        var fire = await Maal(klient, [.. Enumerable.Repeat(new Soekemiks.Spoersmaal("antall", sti), 1000)]);
        var bar = new List<TimeSpan>();
        for (var i = 0; i < 5; i++)
            bar.Add(await Tall.Tid(() => database.Kjoer("SELECT omraade, kategori, status, count(*) FROM bolig GROUP BY 1, 2, 3")));
        var p99 = Tall.Persentil(svar.Select(s => s.Tid), 0.99);
        tabell.Linje("antall by three groups, four at a time: p50 / p99", $"{Tall.Ms(Tall.Median(fire.Select(s => s.Tid)))} / {Tall.Ms(Tall.Persentil(fire.Select(s => s.Tid), 0.99))}", "", "");
        tabell.Krav("antall by three groups, 1 000 000 rows: p99", Tall.Ms(p99), $"{Tall.Ms(Tall.Median(bar))} (GROUP BY)", "≤ 50 ms", p99.TotalMilliseconds <= 50);
    }

    private static async Task<List<(Soekemiks.Spoersmaal Soek, TimeSpan Tid)>> Maal(HttpClient klient, List<Soekemiks.Spoersmaal> spoersmaal, int samtidige = Samtidige)
    {
        var svar = new (Soekemiks.Spoersmaal Soek, TimeSpan Tid)[spoersmaal.Count];
        var neste = -1;
        await Task.WhenAll(Enumerable.Range(0, samtidige).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref neste); i < spoersmaal.Count; i = Interlocked.Increment(ref neste))
            {
                var start = Stopwatch.GetTimestamp();
                await klient.GetByteArrayAsync(spoersmaal[i].Sti);
                svar[i] = (spoersmaal[i], Stopwatch.GetElapsedTime(start));
            }
        }));
        return [.. svar];
    }

    /// <summary>
    /// Each kind of search by its p99, and the plan of the slowest: from Postgres' own auto_explain, which sees the statement
    /// and the values that the service sent.
    /// </summary>
    private static async Task Forklar(List<(Soekemiks.Spoersmaal Soek, TimeSpan Tid)> svar, string tilkobling, Servere servere)
    {
        var slag = svar.GroupBy(s => s.Soek.Slag)
            .Select(g => (Slag: g.Key, P50: Tall.Median(g.Select(s => s.Tid)), P99: Tall.Persentil(g.Select(s => s.Tid), 0.99), Verst: g.MaxBy(s => s.Tid).Soek))
            .OrderByDescending(s => s.P99).ToList();
        foreach (var s in slag)
            Console.WriteLine($"    {s.Slag,-40} p50 {Tall.Ms(s.P50),9}  p99 {Tall.Ms(s.P99),9}  {s.Verst.Sti}");

        var forklart = new NpgsqlConnectionStringBuilder(tilkobling)
        {
            Options = "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_analyze=on -c auto_explain.log_buffers=on "
                + "-c auto_explain.log_level=notice -c client_min_messages=notice",
        }.ConnectionString;
        await using var tjeneste = await Prosess.Boligregister(forklart, servere, ("Logging__LogLevel__Npgsql.Connection", "Debug"));
        using var klient = await tjeneste.Klient();
        foreach (var s in slag.Take(3))
        {
            // As often as it takes until Postgres has the plan it stays with.
            for (var i = 0; i < 12; i++)
                await klient.GetByteArrayAsync(s.Verst.Sti);
            await Task.Delay(200);
            tjeneste.Linjer();
            await klient.GetByteArrayAsync(s.Verst.Sti);
            await Task.Delay(200);
            Console.WriteLine($"--- {s.Slag}: {s.Verst.Sti}");
            foreach (var linje in tjeneste.Linjer().SkipWhile(l => !l.Contains("duration:", StringComparison.Ordinal)))
                Console.WriteLine("    " + linje);
        }
    }
}
