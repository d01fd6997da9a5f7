using System.Diagnostics;
using Boligsosial.Testing;
using Npgsql;

namespace Boligsosial.Bench;

/// <summary>
/// Applications of all Norway in one unit: the caseworkers' lists, search by person, one application and the explanation of a
/// place among 20 000, fifty at a time over HTTP; beside the same question as bare SQL, and with a tenth of the data.
/// </summary>
internal static class SoeknadBench
{
    private const int Samtidige = 50;
    private const int Spoersmaal = 1500;
    private const int Ulike = 20_000;
    private const int Sekunder = 10;
    private const string Api = "/api/v1/boligregister";
    private static readonly int[] Stoerrelser = [100_000, 1_000_000];

    private static readonly (string Slag, int Grense, Func<int, string> Sti, Func<int, string> Sql)[] Maalinger =
    [
        ("list", 100, nr => $"{Api}/soeknader?{Koeer[nr % Koeer.Length].Filter}", nr => $"SELECT * FROM soeknad WHERE enhet = 'aake' AND {Koeer[nr % Koeer.Length].Sql} ORDER BY id LIMIT 51"),
        ("search by person", 100, nr => $"{Api}/soeknader?personRef={Person(nr)}", nr => $"SELECT * FROM soeknad WHERE soekere @> ARRAY['{Person(nr)}'::uuid]"),
        ("one application", 100, nr => $"{Api}/soeknader/{Id(nr)}", nr => $"SELECT * FROM soeknad WHERE id = '{Id(nr)}'"),
        ("explanation of a place", 0, nr => $"{Api}/venteliste/{Id(nr - (nr % 50))}/forklaring", _ => "SELECT situasjon, count(*) FROM soeknad WHERE enhet = 'aake' AND status = 'innvilget' AND gyldig_til >= current_date GROUP BY 1"),
    ];

    private static (string Filter, string Sql)[] Koeer =>
    [
        ("status=mottatt", "status = 'mottatt' AND gyldig_til >= current_date"),
        ("status=innvilget", "status = 'innvilget' AND gyldig_til >= current_date"),
        ("status=avslag&type=bytte", "status = 'avslag' AND type = 'bytte'"),
        ("frist=foreloepig-svar-forfaller", "status = 'mottatt' AND foreloepig_svar IS NULL AND mottatt <= current_date - 23 AND gyldig_til >= current_date"),
        ("frist=utloeper-snart", "status IN ('mottatt', 'innvilget') AND gyldig_til BETWEEN current_date AND current_date + 14"),
        ("frist=dokumentasjon-mangler", "status IN ('mottatt', 'innvilget') AND gyldig_til >= current_date AND dokumentasjon_mangler"),
    ];

    public static async Task Kjoer(Tabell tabell)
    {
        await using var servere = new Servere();
        var tilkobling = await servere.NyDatabase();
        await using var database = SqlExtensions.Aapne(new NpgsqlConnectionStringBuilder(tilkobling) { MaxPoolSize = Samtidige }.ConnectionString);
        await using var tjeneste = await Prosess.Boligregister(tilkobling, servere);
        using var klient = await tjeneste.Klient();

        var (fra, foer) = (0, new Dictionary<string, TimeSpan>(StringComparer.Ordinal));
        foreach (var til in Stoerrelser)
        {
            await Fyll(database, fra, til);
            fra = til;
            foreach (var (slag, grense, sti, sql) in Maalinger)
            {
                // Postgres settles on the plan of a question after five on each connection, and the filling made it forget them.
                // Others are measured than those it was warmed up with, and hardly one of them twice.
                var stier = Enumerable.Range(0, 2 * Ulike).Select(nr => new Uri(tjeneste.Adresse!, sti((int)(nr * 7919L % til)))).ToList();
                await Last.Maal(stier[Ulike..], Samtidige, Sekunder / 2);
                var svar = await Last.Maal(stier[..Ulike], Samtidige, Sekunder);
                var vaar = svar.P99;
                var bar = Tall.Persentil(await Maal(nr => Alle(database, sql(nr)), til, Spoersmaal, Samtidige), 0.99);
                var vekst = foer.TryGetValue(slag, out var tidel) ? $", {vaar / tidel:0.00} × a tenth" : "";
                foer[slag] = vaar;
                if (grense > 0 && til == Stoerrelser[^1])
                    tabell.Krav($"{slag}, {til} søknader, {Samtidige} at a time: p99", Tall.Ms(vaar), Tall.Ms(bar), $"≤ {grense} ms{vekst}", vaar.TotalMilliseconds <= grense && svar.Feil == 0);
                else
                    tabell.Linje($"{slag}, {til} søknader, {Samtidige} at a time: p99", Tall.Ms(vaar), Tall.Ms(bar), vekst);
            }
        }

        var en = Tall.Persentil(await Maal(nr => klient.GetByteArrayAsync(Maalinger[^1].Sti(nr)), fra, 200, 1), 0.99);
        tabell.Krav("explanation of a place among 20 000, one at a time: p99", Tall.Ms(en), "", "≤ 50 ms", en.TotalMilliseconds <= 50);
        var rangert = Tall.Persentil(await Maal(_ => klient.GetByteArrayAsync($"{Api}/venteliste"), fra, 20, 1), 0.5);
        tabell.Linje("first page of a ranked list of 20 000, one at a time: p50", Tall.Ms(rangert));
    }

    private static string Id(int nr) => $"{nr:x8}-0000-7000-8000-{nr:x12}";

    private static string Person(int nr) => $"{nr:x8}-0000-8000-8000-{nr:x12}";

    /// <summary>Of a hundred: two wait (every fiftieth), one is not decided on, and the rest are of earlier years.</summary>
    private static async Task Fyll(NpgsqlDataSource database, int fra, int til)
    {
        await database.Kjoer(
            $$"""
            INSERT INTO person (person_ref, noekkel, kryptert, registrert)
            SELECT (lpad(to_hex(nr), 8, '0') || '-0000-8000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid, '1', '', now() FROM generate_series({{fra}}, {{til - 1}}) nr;
            INSERT INTO person_enhet (person_ref, enhet, registrert)
            SELECT (lpad(to_hex(nr), 8, '0') || '-0000-8000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid, 'aake', now() FROM generate_series({{fra}}, {{til - 1}}) nr;
            INSERT INTO soeknad (id, enhet, soekere, type, kanal, status, mottatt, gyldig_til, voksne, barns_alder, situasjon_oppgitt, situasjon, grupper, soverom, tilgjengelighet, omraader,
                skjermet_behov, naer_kollektiv, inntekt_per_maaned, samarbeider, samtykke, kategorier, dokumentasjon_mangler)
            SELECT (lpad(to_hex(nr), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid, 'aake', ARRAY[(lpad(to_hex(nr), 8, '0') || '-0000-8000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid],
                (ARRAY['ny', 'ny', 'ny', 'bytte', 'fornyelse'])[1 + nr % 5], 'elektronisk', status, mottatt, mottatt + 92, 1 + nr % 2, barn, situasjon, situasjon, '{}', nr % 4, 'ordinaer', '{}',
                false, false, 20000, '{}', false, '{gjennomgangsbolig}', nr % 7 = 0
            FROM (SELECT nr, status, CASE WHEN status IN ('innvilget', 'mottatt') THEN current_date - (nr / 50 * 13) % 90 ELSE current_date - 100 - nr % 3000 END AS mottatt,
                    (ARRAY['{}', '{4}', '{0,17}'])[1 + nr / 7 % 3]::integer[] AS barn, (ARRAY['{}', '{nibr-2}', '{fare-for-aa-miste}', '{uegnet-bolig}', '{nibr-5,uegnet-bolig}'])[1 + nr / 3 % 5]::text[] AS situasjon
                  FROM (SELECT nr, CASE WHEN nr % 50 = 0 THEN 'innvilget' WHEN nr % 100 = 1 THEN 'mottatt' ELSE (ARRAY['avslag', 'bosatt', 'utloept', 'trukket'])[1 + nr % 4] END AS status
                        FROM generate_series({{fra}}, {{til - 1}}) nr) n) s
            """);
        await database.Kjoer("VACUUM ANALYZE");
        await database.Kjoer("CHECKPOINT");
    }

    private static async Task Alle(NpgsqlDataSource database, string sql)
    {
        await using var kommando = database.CreateCommand(sql);
        await using var leser = await kommando.ExecuteReaderAsync();
        while (await leser.ReadAsync())
        {
        }
    }

    private static async Task<List<TimeSpan>> Maal(Func<int, Task> spoer, int rader, int antall, int samtidige)
    {
        var (tider, neste) = (new TimeSpan[antall], -1);
        await Task.WhenAll(Enumerable.Range(0, samtidige).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref neste); i < antall; i = Interlocked.Increment(ref neste))
            {
                var start = Stopwatch.GetTimestamp();
                await spoer((int)(i * 7919L % rader));
                tider[i] = Stopwatch.GetElapsedTime(start);
            }
        }));
        return [.. tider];
    }
}
