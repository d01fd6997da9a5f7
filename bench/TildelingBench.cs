using System.Net.Http.Json;
using Boligsosial.Testing;
using Npgsql;

namespace Boligsosial.Bench;

/// <summary>
/// A proposal over all that is vacant and everyone who waits, as a caseworker asks for it: ranked, allocated, kept with all its
/// rows. Beside reading the same waiting list and writing as many bare rows, and with a tenth of the data.
/// </summary>
internal static class TildelingBench
{
    private const int Ganger = 5;
    private static readonly (int Ventende, int Ledige)[] Stoerrelser = [(2_000, 120), (20_000, 1_200)];

    public static async Task Kjoer(Tabell tabell)
    {
        await using var servere = new Servere();
        var tilkobling = await servere.NyDatabase();
        await using var database = SqlExtensions.Aapne(tilkobling);
        await using var tjeneste = await Prosess.Boligregister(tilkobling, servere);
        using var klient = await tjeneste.Klient();

        var (soekere, boliger, foer) = (0, 0, TimeSpan.Zero);
        foreach (var (ventende, ledige) in Stoerrelser)
        {
            await Fyll(database, soekere, ventende, boliger, ledige);
            (soekere, boliger) = (ventende, ledige);
            var (vaar, bar) = (new List<TimeSpan>(), new List<TimeSpan>());
            await Moete(klient);
            for (var i = 0; i < Ganger; i++)
            {
                vaar.Add(await Tall.Tid(() => Moete(klient)));
                bar.Add(await Tall.Tid(() => database.Kjoer(
                    """
                    CREATE TEMP TABLE bar AS SELECT id, plass, 'foreslaatt' AS utfall FROM (SELECT id, rank() OVER (ORDER BY cardinality(situasjon) DESC, mottatt, id) AS plass FROM soeknad WHERE status = 'innvilget') s;
                    DROP TABLE bar
                    """)));
            }

            var (t, b) = (Tall.Median(vaar), Tall.Median(bar));
            if (ventende == Stoerrelser[^1].Ventende)
                tabell.Krav($"forslag, {ledige} vacant × {ventende} waiting", Tall.S(t), Tall.S(b), $"≤ 2 s, {t / foer:0.0} × a tenth", t.TotalSeconds <= 2);
            else
                tabell.Linje($"forslag, {ledige} vacant × {ventende} waiting", Tall.S(t), Tall.S(b));
            foer = t;
        }
    }

    private static async Task Moete(HttpClient klient)
    {
        using var svar = await klient.PostAsJsonAsync("/api/v1/boligregister/tildelingsmoeter", new { });
        svar.EnsureSuccessStatusCode();
    }

    /// <summary>People of all sizes, needs and situations; dwellings of which few are large or for a wheelchair.</summary>
    private static async Task Fyll(NpgsqlDataSource database, int fraSoeker, int tilSoeker, int fraBolig, int tilBolig)
    {
        await database.Kjoer(
            $$"""
            INSERT INTO person (person_ref, noekkel, kryptert, registrert)
            SELECT (lpad(to_hex(nr), 8, '0') || '-0000-8000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid, '1', '', now() FROM generate_series({{fraSoeker}}, {{tilSoeker - 1}}) nr;
            INSERT INTO person_enhet (person_ref, enhet, registrert)
            SELECT (lpad(to_hex(nr), 8, '0') || '-0000-8000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid, 'aake', now() FROM generate_series({{fraSoeker}}, {{tilSoeker - 1}}) nr;
            INSERT INTO soeknad (id, enhet, soekere, type, kanal, status, mottatt, gyldig_til, voksne, barns_alder, situasjon_oppgitt, situasjon, grupper, soverom, tilgjengelighet, omraader,
                skjermet_behov, naer_kollektiv, inntekt_per_maaned, samarbeider, samtykke, kategorier, dokumentasjon_mangler)
            SELECT gen_random_uuid(), 'aake', ARRAY[(lpad(to_hex(nr), 8, '0') || '-0000-8000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid], 'ny', 'papir', 'innvilget',
                current_date - nr % 90, current_date + 30, 1 + nr % 2, (ARRAY['{}', '{}', '{4}', '{3,9}', '{1,5,12,15}'])[1 + nr / 2 % 5]::integer[], situasjon, situasjon, '{}', NULL,
                (ARRAY['ordinaer', 'ordinaer', 'ordinaer', 'ordinaer', 'ordinaer', 'trinnfri', 'rullestol'])[1 + nr / 10 % 7], ARRAY['Område ' || nr % 8], false, nr % 5 = 0, 12000 + nr % 20 * 1000, '{}', false,
                (ARRAY['{gjennomgangsbolig}', '{gjennomgangsbolig,tilrettelagt}', '{tilrettelagt}'])[1 + nr / 70 % 3]::text[], false
            FROM (SELECT nr, (ARRAY['{}', '{nibr-2}', '{fare-for-aa-miste}', '{uegnet-bolig}', '{nibr-5,uegnet-bolig}'])[1 + nr / 3 % 5]::text[] AS situasjon
                  FROM generate_series({{fraSoeker}}, {{tilSoeker - 1}}) nr) s;
            INSERT INTO bolig (id, leverandor_bolig_id, gatenavn, husnummer, omraade, kategori, disposisjonsform, soverom, egenskaper, maanedsleie, status, status_fra)
            SELECT gen_random_uuid(), 'T-' || nr, 'Gate ' || nr % 60, nr % 40 + 1, 'Område ' || nr % 8, CASE WHEN nr % 4 = 0 THEN 'tilrettelagt' ELSE 'gjennomgangsbolig' END, 'eid',
                (ARRAY[0, 1, 1, 2, 2, 2, 3, 3, 4, 5])[1 + nr % 10], (ARRAY['{}', '{sentrumsnaer}', '{trinnfri}', '{rullestol,trinnfri}', '{aktiv-rus}'])[1 + nr / 10 % 5]::text[], 6000 + nr % 12 * 1000, 'ledig-klar', current_date - 10
            FROM generate_series({{fraBolig}}, {{tilBolig - 1}}) nr;
            """);
        await database.Kjoer("VACUUM ANALYZE");
    }
}
