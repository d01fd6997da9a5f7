using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.Testing;
using Npgsql;

namespace Boligsosial.Bench;

/// <summary>
/// Ten thousand places with a million stays behind: who can sleep where tonight, a year's capacity, bookings by sixteen at a time with two after
/// every bed, and the clocks of a hundred thousand households; beside the same as bare SQL, and with a tenth of the stays.
/// </summary>
internal static class BotilbudBench
{
    private const string Api = "/api/v1/midlertidig-botilbud";
    private const int Plasser = 10_000;
    private const int Samtidige = 16;
    private const int Bestillinger = 3_000;
    private const int Klokker = 100_000;

    // Stays behind each place: a hundred thousand, and a million.
    private static readonly int[] Dybder = [10, 100];

    public static async Task Kjoer(Tabell tabell)
    {
        var foer = (Soek: TimeSpan.Zero, Kapasitet: TimeSpan.Zero);
        foreach (var dybde in Dybder)
        {
            await using var servere = new Servere();
            var tilkobling = new NpgsqlConnectionStringBuilder(await servere.NyDatabase()) { MaxPoolSize = Samtidige }.ConnectionString;
            await using var database = SqlExtensions.Aapne(tilkobling);
            await using var tjeneste = await Prosess.MidlertidigBotilbud(tilkobling, servere);
            using var klient = await tjeneste.Klient(Roller.NavVeileder);
            using var leder = await tjeneste.Klient(Roller.NavLeder);
            await Fyll(database, dybde);
            var (stor, hva) = (dybde == Dybder[^1], $"{Plasser} places, {Plasser * dybde} stays");

            var soek = await P99(500, nr => klient.GetByteArrayAsync($"{Api}/henvendelser/{Henvendelse(nr)}/plasser"));
            var barSoek = await P99(200, _ => database.Verdi<long>(
                "SELECT count(*) FROM plass p WHERE p.enhet = 'nav' AND NOT EXISTS (SELECT FROM plassbelegg b WHERE b.plass_id = p.id AND daterange(b.fra, b.klar) && daterange(current_date, current_date + 1))"));
            Vis($"tonight's search, {hva}: p99", soek, barSoek, 50, foer.Soek);
            var kapasitet = await P99(30, _ => leder.GetByteArrayAsync($"{Api}/oversikt/kapasitet?fra={Dag(-365)}&til={Dag(0)}"));
            var barKapasitet = await P99(30, _ => database.Verdi<long>("SELECT count(*) FROM plassbelegg WHERE daterange(fra, klar) && daterange(current_date - 365, current_date)"));
            Vis($"a year's capacity, {hva}: p99", kapasitet, barKapasitet, 200, foer.Kapasitet);
            foer = (soek, kapasitet);
            if (!stor)
                continue;

            await Bestill(tabell, klient, database);
            await Ring(tabell, klient, database);

            void Vis(string navn, TimeSpan vaar, TimeSpan bar, int grense, TimeSpan tidel)
            {
                if (stor)
                    tabell.Krav(navn, Tall.Ms(vaar), Tall.Ms(bar), $"≤ {grense} ms, {vaar / tidel:0.00} × a tenth", vaar.TotalMilliseconds <= grense);
                else
                    tabell.Linje(navn, Tall.Ms(vaar), Tall.Ms(bar));
            }
        }
    }

    /// <summary>Every free bed is asked for twice at about the same time: half of the answers are 201, half 409 with the next best, and no bed is taken twice.</summary>
    private static async Task Bestill(Tabell tabell, HttpClient klient, NpgsqlDataSource database)
    {
        var svar = new HttpStatusCode[Bestillinger * 2];
        var tid = await Samtidig(svar.Length, async nr =>
        {
            using var ett = await klient.PostAsJsonAsync($"{Api}/opphold", new { henvendelseId = Henvendelse(nr), plassId = Plass((nr / 2 / 3 * 10) + (nr / 2 % 3)), avreise = Dag(3), begrunnelse = "Det er den som er ledig." });
            svar[nr] = ett.StatusCode;
        });
        var (gitt, avvist) = (svar.Count(s => s == HttpStatusCode.Created), svar.Count(s => s == HttpStatusCode.Conflict));
        var doble = await database.Verdi<long>("SELECT count(*) - count(DISTINCT plass_id) FROM plassbelegg WHERE daterange(fra, klar) @> current_date");
        var bar = await Samtidig(Bestillinger, nr => database.Kjoer(
            $"INSERT INTO plassbelegg (id, plass_id, opphold_id, fra, til, klar, pris, aarsak) VALUES (gen_random_uuid(), '{Plass(nr)}', NULL, current_date + 400, current_date + 401, current_date + 402, 0, 'Bench')"));
        var perSekund = svar.Length / tid.TotalSeconds;
        tabell.Krav(
            $"bookings a second, {Samtidige} at a time, two for each bed / bare INSERT", $"{perSekund:0}", $"{Bestillinger / bar.TotalSeconds:0}", "≥ 300, none twice",
            perSekund >= 300 && (gitt, avvist, doble) == (Bestillinger, Bestillinger, 0));
        tabell.Linje("beds given / refused / taken twice", $"{gitt} / {avvist} / {doble}");
    }

    private static async Task Ring(Tabell tabell, HttpClient klient, NpgsqlDataSource database)
    {
        await database.Kjoer(
            $"""
            INSERT INTO opphold (id, enhet, henvendelse_id, husstand_id, personer, fra, til, status, natthjem, bestilt_av)
            SELECT gen_random_uuid(), 'nav', ('00000000-0000-7000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid, ('00000000-0000-7000-9000-' || lpad(to_hex(nr), 12, '0'))::uuid, personer, current_date - nr % 150, current_date + 7, 'loeper', false, 'Bench'
            FROM generate_series(0, {Klokker - 1}) nr JOIN henvendelse h ON h.id = ('00000000-0000-7000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid;
            """);
        await database.Kjoer("VACUUM ANALYZE opphold");
        var klokker = await Tall.Tid(() => klient.GetByteArrayAsync($"{Api}/botid"));
        var bar = await Tall.Tid(() => database.Verdi<long>("SELECT sum(d)::bigint FROM (SELECT husstand_id, sum(least(til, current_date) - fra) AS d FROM opphold GROUP BY 1) s"));
        tabell.Krav($"the clocks of {Klokker} running stays, and the longest first", Tall.S(klokker), Tall.S(bar), "≤ 5 s", klokker.TotalSeconds <= 5);
    }

    /// <summary>Stays of six nights and a day to make ready, one after the other, the last of them over tonight but in three of ten places.</summary>
    private static async Task Fyll(NpgsqlDataSource database, int dybde)
    {
        await database.Kjoer(
            $$"""
            INSERT INTO person (person_ref, noekkel, kryptert, registrert)
            SELECT ('00000000-0000-8000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid, '1', '', now() FROM generate_series(0, 199999) nr;
            INSERT INTO person_enhet (person_ref, enhet, registrert) SELECT person_ref, 'nav', now() FROM person;
            INSERT INTO tilbyder (id, enhet, navn, type) SELECT ('00000000-0000-7000-a000-' || lpad(to_hex(nr), 12, '0'))::uuid, 'nav', 'Tilbyder ' || nr, 'privat' FROM generate_series(0, 99) nr;
            INSERT INTO plass (id, enhet, tilbyder_id, navn, slag, senger, tilgjengelighet, krever_rusfrihet, tar_barn, tar_husdyr, skolekrets, pris, klargjoering_dager, kvalitet_dato, kvalitet_oppfylt)
            SELECT ('00000000-0000-7000-b000-' || lpad(to_hex(nr), 12, '0'))::uuid, 'nav', ('00000000-0000-7000-a000-' || lpad(to_hex(nr % 100), 12, '0'))::uuid, 'Plass ' || nr,
                (ARRAY['hybel', 'leilighet', 'hospits', 'hotell', 'campingplass'])[1 + nr % 5], 1 + nr % 4, (ARRAY['ordinaer', 'ordinaer', 'trinnfri', 'rullestol'])[1 + nr / 4 % 4], nr % 3 = 0, nr % 2 = 0,
                nr % 7 = 0, 'Krets ' || nr % 20, 600 + nr % 900, 1, current_date - nr % 500, CASE WHEN nr % 3 = 0 THEN '{bad-og-wc}' ELSE '{bad-og-wc,matlaging,klesvask,privatliv,besoek}' END::text[]
            FROM generate_series(0, {{Plasser - 1}}) nr;
            INSERT INTO henvendelse (id, enhet, husstand_id, personer, kanal, bakgrunn, mottatt, behov_fra, voksne, barns_alder, alder, tilgjengelighet, kan_bo_rusfritt, husdyr, skolekrets, papirer_mangler, status)
            SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid, 'nav', ('00000000-0000-7000-9000-' || lpad(to_hex(nr), 12, '0'))::uuid, ARRAY[('00000000-0000-8000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid],
                'oppmoete', 'uten-tak', now() - interval '1 hour', current_date, 1, CASE WHEN nr % 5 = 0 THEN '{4}' ELSE '{}' END::integer[], 30, 'ordinaer', true, false, 'Krets ' || nr % 20, false, 'innvilget'
            FROM generate_series(0, 199999) nr;
            INSERT INTO opphold (id, enhet, henvendelse_id, husstand_id, personer, fra, til, status, natthjem, bestilt_av)
            SELECT ('00000000-0000-7000-' || lpad(to_hex(32768 + i), 4, '0') || '-' || lpad(to_hex(nr), 12, '0'))::uuid, 'nav', h.id, h.husstand_id, h.personer, current_date - 3 - i * 7, current_date + 3 - i * 7,
                CASE WHEN i = 0 THEN 'loeper' ELSE 'avsluttet' END, false, 'Bench'
            FROM generate_series(0, {{Plasser - 1}}) nr CROSS JOIN generate_series(0, {{dybde - 1}}) i
            JOIN henvendelse h ON h.id = ('00000000-0000-7000-8000-' || lpad(to_hex(100000 + (nr * {{dybde}} + i) % 100000), 12, '0'))::uuid
            WHERE i > 0 OR nr % 10 >= 3;
            INSERT INTO plassbelegg (id, plass_id, opphold_id, fra, til, klar, pris)
            SELECT o.id, ('00000000-0000-7000-b000-' || right(o.id::text, 12))::uuid, o.id, o.fra, o.til, o.til + 1, 900 FROM opphold o;
            """);
        await database.Kjoer("VACUUM ANALYZE");
        await database.Kjoer("CHECKPOINT");
    }

    private static async Task<TimeSpan> P99(int antall, Func<int, Task> spoer)
    {
        // Warm first, so that what counts meets compiled code.
        const int varmer = 150;
        var tider = new List<TimeSpan>();
        for (var i = -varmer; i < antall; i++)
        {
            var tid = await Tall.Tid(() => spoer(i + varmer));
            if (i >= 0)
                tider.Add(tid);
        }

        return Tall.Persentil(tider, 0.99);
    }

    private static async Task<TimeSpan> Samtidig(int antall, Func<int, Task> gjoer)
    {
        var (start, neste) = (Stopwatch.GetTimestamp(), -1);
        await Task.WhenAll(Enumerable.Range(0, Samtidige).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref neste); i < antall; i = Interlocked.Increment(ref neste))
                await gjoer(i);
        }));
        return Stopwatch.GetElapsedTime(start);
    }

    private static string Henvendelse(int nr) => $"00000000-0000-7000-8000-{nr:x12}";

    private static string Plass(int nr) => $"00000000-0000-7000-b000-{nr:x12}";

    private static string Dag(int fra) => $"{TimeProvider.System.Idag().AddDays(fra):yyyy-MM-dd}";
}
