using System.Diagnostics;
using Boligsosial.Testing;
using Npgsql;

namespace Boligsosial.Bench.Benk;

/// <summary>Events from a committed write to applied, against a bare loop in the same run; and what waiting and idling cost.</summary>
internal static class MeldingBench
{
    private const int Skrivere = 8;
    private const int Underveis = 1000;
    private const int Bak = 5_000_000;
    private const int Venter = 200_000;
    private static readonly TimeSpan Frist = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Varighet = TimeSpan.FromSeconds(15);

    public static async Task Kjoer(Tabell tabell)
    {
        await using var servere = new Servere();
        var tilkobling = await servere.NyDatabase();
        await using var database = SqlExtensions.Aapne(tilkobling);
        var rabbitMq = await servere.RabbitMq();
        var megler = new Uri(rabbitMq);
        await using var ledning = new Forbindelse(megler.Host, megler.Port);
        ledning.Koble();
        await using (var tjeneste = await Benktjeneste.Start(tilkobling, rabbitMq))
            await Fart(tabell, tjeneste, database, rabbitMq);

        // Over a wire that can be cut.
        await using var paaLedning = await Benktjeneste.Start(tilkobling, $"amqp://{megler.UserInfo}@127.0.0.1:{ledning.Port}");
        await EtterBrudd(tabell, paaLedning, database, ledning);
        await MedHistorikk(tabell, paaLedning, database);
    }

    private static async Task Fart(Tabell tabell, Benktjeneste tjeneste, NpgsqlDataSource database, string megler)
    {
        await Eventually.Is(async () => (await tjeneste.Klient.GetAsync("/health")).IsSuccessStatusCode, "ready");
        await Eventually.Is(async () => await database.Verdi<long>("SELECT count(*) FROM subscription WHERE NOT rebuilding") == 1, "live");

        // Warm, each on its own so that the rounds that count meet compiled code.
        await PerSekund(tjeneste.Skriv, () => tjeneste.Brukt, TimeSpan.FromSeconds(5));
        double bar;
        List<double> barLag;
        await using (var loekke = await BarLoekke.Start(database, megler))
        {
            await PerSekund(loekke.Skriv, () => loekke.Brukt, TimeSpan.FromSeconds(5));
            bar = await PerSekund(loekke.Skriv, () => loekke.Brukt, Varighet);
            barLag = await Lag(loekke.Skriv, loekke.Lag);
        }

        var vaar = await PerSekund(tjeneste.Skriv, () => tjeneste.Brukt, Varighet);
        tabell.Krav("events a second, committed to applied", $"{vaar:0}", $"{bar:0}", $"{vaar / bar:0.00} ≥ 0.60", vaar >= 0.6 * bar);
        tabell.Krav("events a second", $"{vaar:0}", "", "≥ 1500", vaar >= 1500);
        var lag = await Lag(tjeneste.Skriv, tjeneste.Lag);
        tabell.Krav("lag at 50 a second: p50", Ms(lag, 0.5), Ms(barLag, 0.5), "≤ 8 ms", Persentil(lag, 0.5) <= 0.008);
        tabell.Krav("lag at 50 a second: p99", Ms(lag, 0.99), Ms(barLag, 0.99), "≤ 40 ms", Persentil(lag, 0.99) <= 0.040);

        await Ledig(tabell, new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!);
    }

    /// <summary>Writers write as fast as what is applied allows; what is applied, per second.</summary>
    private static async Task<double> PerSekund(Func<int, Task> skriv, Func<int> brukt, TimeSpan varighet)
    {
        var (start, foerste, skrevet) = (Stopwatch.GetTimestamp(), brukt(), 0);
        await Task.WhenAll(Enumerable.Range(0, Skrivere).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(start) < varighet)
            {
                if (Volatile.Read(ref skrevet) - (brukt() - foerste) < Underveis)
                    await skriv(Interlocked.Increment(ref skrevet));
                else
                    await Task.Delay(1);
            }
        }));
        var perSekund = (brukt() - foerste) / Stopwatch.GetElapsedTime(start).TotalSeconds;
        await Eventually.Is(() => Task.FromResult(brukt() - foerste >= skrevet), "all are applied");
        return perSekund;
    }

    private static async Task<List<double>> Lag(Func<int, Task> skriv, Func<List<double>> lag)
    {
        lag();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 1000; i++)
        {
            var igjen = TimeSpan.FromMilliseconds(20 * i) - Stopwatch.GetElapsedTime(start);
            if (igjen > TimeSpan.Zero)
                await Task.Delay(igjen);
            await skriv(i);
        }

        await Task.Delay(500);
        return lag();
    }

    /// <summary>Queries that the service makes of its database when there is nothing to do, counted by Npgsql's own activities; those of the AppHost, which asks the server how it is from this process too, are not its.</summary>
    private static async Task Ledig(Tabell tabell, string database)
    {
        const int sekunder = 30;
        var spoerringer = 0;
        await Task.Delay(TimeSpan.FromSeconds(3));
        using var lytter = new ActivityListener
        {
            ShouldListenTo = kilde => kilde.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spoerring =>
            {
                if ((string?)spoerring.GetTagItem("db.namespace") == database)
                    Interlocked.Increment(ref spoerringer);
            },
        };
        ActivitySource.AddActivityListener(lytter);
        await Task.Delay(TimeSpan.FromSeconds(sekunder));
        var perSekund = spoerringer / (double)sekunder;
        if (spoerringer == 0)
            throw new InvalidOperationException("The service asks its database now and then: they were not counted.");
        tabell.Krav("idle: queries a second, all of messaging", $"{perSekund:0.00}", "", "≤ 1", perSekund <= 1);
    }

    /// <summary>The broker comes back to many that wait: how long, how much memory, and what callers notice.</summary>
    private static async Task EtterBrudd(Tabell tabell, Benktjeneste tjeneste, NpgsqlDataSource database, Forbindelse ledning)
    {
        await Eventually.Is(async () => (await tjeneste.Klient.GetAsync("/health")).IsSuccessStatusCode, "ready");
        var normal = await Svartider(tjeneste, () => Task.Delay(TimeSpan.FromSeconds(10)));
        await ledning.Kutt();
        await database.Kjoer(
            $"""
            INSERT INTO outbox (message_id, type, key, body)
            SELECT gen_random_uuid(), 'benk.ting-hendt', i, json_build_object('ting', gen_random_uuid(), 'tall', 1) FROM generate_series(1, {Venter}) i
            """);
        var (minne, brukt, start) = (Minne(), tjeneste.Brukt, Stopwatch.GetTimestamp());
        var topp = minne;
        var under = await Svartider(tjeneste, async () =>
        {
            ledning.Koble();
            while (tjeneste.Brukt - brukt < Venter)
            {
                if (Stopwatch.GetElapsedTime(start) > Frist)
                    throw new TimeoutException($"{tjeneste.Brukt - brukt} of {Venter} applied within {Frist}.");
                await Task.Delay(100);
                topp = Math.Max(topp, Minne());
            }
        });
        tabell.Linje($"{Venter} waiting when the broker returns: drained in", Tall.S(Stopwatch.GetElapsedTime(start)));
        tabell.Krav("… memory grows", Tall.Mb(topp - minne), "", "≤ 100 MB", topp - minne <= 100e6);
        tabell.Krav("… new calls meanwhile: p99", Tall.Ms(under), Tall.Ms(normal), $"{under / normal:0.00} ≤ 3", under <= 3 * normal);
    }

    private static async Task MedHistorikk(Tabell tabell, Benktjeneste tjeneste, NpgsqlDataSource database)
    {
        var tom = await PerSekund(tjeneste.Skriv, () => tjeneste.Brukt, Varighet);
        await database.Kjoer(
            $"""
            INSERT INTO outbox_history (nr, message_id, type, key, body, created, xid)
            SELECT -i, gen_random_uuid(), 'benk.ting-hendt', i, '{"{}"}', now(), pg_current_xact_id() FROM generate_series(1, {Bak}) i
            """);
        await database.Kjoer($"INSERT INTO inbox (message_id, consumer) SELECT gen_random_uuid(), 'NaarTingHendt' FROM generate_series(1, {Bak}) i");
        await database.Kjoer("VACUUM ANALYZE outbox_history, inbox");
        await database.Kjoer("CHECKPOINT");
        await PerSekund(tjeneste.Skriv, () => tjeneste.Brukt, TimeSpan.FromSeconds(3));
        var full = await PerSekund(tjeneste.Skriv, () => tjeneste.Brukt, Varighet);
        tabell.Krav($"events a second with {Bak} delivered behind / with none", $"{full:0}", $"{tom:0}", $"{full / tom:0.00} ≥ 0.90", full >= 0.9 * tom);
    }

    /// <summary>The p99 of writing calls, fifty a second, while something is done.</summary>
    private static async Task<TimeSpan> Svartider(Benktjeneste tjeneste, Func<Task> imens)
    {
        var (tider, arbeid) = (new List<TimeSpan>(), imens());
        while (!arbeid.IsCompleted)
        {
            tider.Add(await Tall.Tid(async () => (await tjeneste.Klient.PostAsync("/api/v1/benk/ting", null)).EnsureSuccessStatusCode()));
            await Task.Delay(20);
        }

        await arbeid;
        return Tall.Persentil(tider, 0.99);
    }

    private static long Minne() => Prosess.Status(Environment.ProcessId, "VmRSS");

    private static string Ms(IEnumerable<double> sekunder, double andel) => Tall.Ms(TimeSpan.FromSeconds(Persentil(sekunder, andel)));

    private static double Persentil(IEnumerable<double> tall, double andel) => Tall.Persentil(tall.Select(TimeSpan.FromSeconds), andel).TotalSeconds;
}
