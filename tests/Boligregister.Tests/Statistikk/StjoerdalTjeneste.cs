using System.Text.Json.Nodes;
using Boligsosial.Felles;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Hosting;

namespace Boligsosial.Boligregister.Tests.Statistikk;

/// <summary>
/// Boligregister with Stjørdal's profile, and its years 2020–2025 loaded as cases: one row for each application, lease, dwelling
/// and posting that the tables of its boligsosiale handlingsplan count. What the tables do not say is made up.
/// </summary>
public sealed class StjoerdalTjeneste(Servere servere) : Tjeneste<Program>(servere, "boligregister", Roller.AakeUtleie), IAsyncLifetime
{
    public const string Statistikk = "/api/v1/boligregister/statistikk";

    /// <summary>T18: year, applications, of new; refusals, of new; waiting at the end of the year.</summary>
    private static readonly (int Aar, int Alle, int Nye, int Avslag, int NyeAvslag, int Venter)[] T18 = [(2022, 205, 143, 54, 44, 25), (2023, 267, 176, 62, 52, 16), (2024, 269, 182, 38, 37, 14)];

    /// <summary>T19: year, moved out, dwellings at the end of the year.</summary>
    private static readonly (int Aar, int Ut, int Boliger)[] T19 = [(2021, 50, 185), (2022, 40, 186), (2023, 53, 196), (2024, 110, 201)];

    /// <summary>T25: rooms, dwellings, m², kroner a month.</summary>
    private static readonly (int Rom, int Antall, int Areal, int Leie)[] T25 = [(1, 7, 27, 6277), (2, 122, 58, 9282), (3, 28, 66, 11997), (4, 31, 106, 13045), (5, 7, 160, 16788), (6, 6, 179, 17666)];

    /// <summary>T26: category, dwellings in each band from 5, 7, 9, 11 and 13 thousand.</summary>
    private static readonly (string Kategori, int[] Antall)[] T26 =
    [
        ("utleiebolig", [11, 24, 92, 41, 33]), ("omsorgsbolig", [0, 35, 37, 11, 0]), ("omsorgsbolig-bosenter", [2, 26, 77, 38, 0]),
    ];

    /// <summary>T27: area, rooms, dwellings rented in, kroner a month.</summary>
    private static readonly (string Sone, int Rom, int Antall, int Leie)[] T27 =
    [
        ("Sone 1", 1, 54, 7105), ("Sone 1", 2, 13, 10485), ("Sone 1", 3, 21, 13491), ("Sone 1", 4, 14, 15591), ("Sone 1", 5, 10, 18127),
        ("Sone 2", 1, 3, 8614), ("Sone 2", 2, 6, 9185), ("Sone 2", 3, 13, 13483), ("Sone 2", 4, 2, 16299), ("Sone 2", 5, 4, 14599),
    ];

    /// <summary>T28: year, opening balance and invoiced, closing balance.</summary>
    private static readonly (int Aar, int Grunnlag, int Saldo)[] T28 = [(2020, 41_616_691, 1_151_053), (2021, 41_518_025, 1_230_535), (2022, 44_551_706, 1_432_890), (2023, 55_313_367, 1_831_079)];

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Sql<int>(string.Join('\n', [.. Boliger(), .. Leieforhold(), .. Soeknader(), .. Husleie(), "SELECT 1"]));
    }

    /// <summary>The figure's rows, «group: value», or the value alone.</summary>
    public async Task<List<string>> Hent(string hva, string kode, string fra, string til, HttpClient? som = null)
    {
        var svar = JsonNode.Parse(await (som ?? Klient).GetStringAsync($"{Statistikk}/{hva}?fra={fra}&til={til}"))!;
        var tall = svar["tall"]!.AsArray().Single(t => (string?)t!["kode"] == kode)!;
        return [.. tall["rader"]!.AsArray().Select(r => $"{(r!["gruppe"] is { } gruppe ? $"{gruppe}: " : "")}{((bool)r["skjult"]! ? "skjult" : r["verdi"])}")];
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Kommune", "stjoerdal");
    }

    /// <summary>The municipality's own by size (T25), since the year in which there were so many (T19); then the others.</summary>
    private static IEnumerable<string> Boliger()
    {
        const string Kolonner = "INSERT INTO bolig (id, leverandor_bolig_id, gatenavn, omraade, kategori, disposisjonsform, soverom, egenskaper, bruksareal, maanedsleie, status, status_fra)";
        var nr = 0;
        foreach (var (rom, antall, areal, leie) in T25)
        {
            yield return $"""
                {Kolonner} SELECT gen_random_uuid(), 'U' || ({nr} + i), 'Kjøpmannsgata', 'Sone 1', 'utleiebolig', 'eid', {rom - 1}, '{"{}"}', {areal}, {leie}, 'utleid',
                    CASE WHEN {nr} + i <= 185 THEN '2019-01-01' WHEN {nr} + i <= 186 THEN '2022-05-01' WHEN {nr} + i <= 196 THEN '2023-05-01' ELSE '2024-05-01' END::date
                FROM generate_series(1, {antall}) i;
                """;
            nr += antall;
        }

        foreach (var (kategori, antall) in T26.Skip(1))
        {
            for (var trinn = 0; trinn < antall.Length; trinn++)
            {
                yield return $"{Kolonner} SELECT gen_random_uuid(), NULL, 'Bosenteret', 'Sone 1', '{kategori}', 'eid', 1, '{{}}', 50, {Leie(trinn)}, 'utleid', '2012-01-01'"
                    + $" FROM generate_series(1, {antall[trinn]}) i;";
            }
        }

        foreach (var (sone, rom, antall, leie) in T27)
            yield return $"{Kolonner} SELECT gen_random_uuid(), NULL, 'Innherredsvegen', '{sone}', 'hybel', 'innleid', {rom - 1}, '{{}}', 40, {leie}, 'utleid', '2020-01-01' FROM generate_series(1, {antall}) i;";
    }

    /// <summary>Who moved out each year (T19; and some of what is rented in), families on 1 October 2024 (T17), and those whose rent was raised before 31 March 2025 (T26).</summary>
    private static IEnumerable<string> Leieforhold()
    {
        const string Kolonner = "INSERT INTO leieforhold (id, bolig_id, enhet, fra, til, maanedsleie, leietakere, barn, innflyttet, utflyttet, opphoert_aarsak)";
        foreach (var (aar, ut, _) in T19)
        {
            yield return $"""
                {Kolonner} SELECT gen_random_uuid(), id, 'aake', '{aar}-01-02', '{aar}-06-30', 9000, ARRAY[gen_random_uuid()], 0, '{aar}-01-02', '{aar}-06-30', CASE WHEN nr <= 6 THEN 'kjoept-bolig' ELSE 'utloept' END
                FROM (SELECT id, row_number() OVER (ORDER BY leverandor_bolig_id) AS nr FROM bolig WHERE kategori = 'utleiebolig' AND status_fra < '{aar}-01-01') b WHERE nr <= {ut};
                {Kolonner} SELECT gen_random_uuid(), id, 'aake', '{aar}-01-02', '{aar}-06-30', maanedsleie, ARRAY[gen_random_uuid()], 0, '{aar}-01-02', '{aar}-06-30', 'utloept'
                FROM (SELECT id, maanedsleie FROM bolig WHERE disposisjonsform = 'innleid' ORDER BY id LIMIT 7) b;
                """;
        }

        yield return $"""
            {Kolonner} SELECT gen_random_uuid(), id, 'aake', '2024-07-01', '2024-12-01', 9000, ARRAY[gen_random_uuid()], CASE WHEN nr <= 18 THEN 3 ELSE 2 END, NULL, NULL, NULL
            FROM (SELECT id, row_number() OVER (ORDER BY id) AS nr FROM bolig WHERE kategori = 'utleiebolig') b WHERE nr <= 62;
            {Kolonner} SELECT gen_random_uuid(), id, 'aake', '2025-01-01', NULL, maanedsleie, ARRAY[gen_random_uuid()], 0, '2025-01-01', NULL, NULL FROM bolig WHERE kategori = 'utleiebolig';
            INSERT INTO leiefastsettelse (leieforhold_id, fra, maanedsleie, grunnlag) SELECT id, fra, maanedsleie, 'avtale' FROM leieforhold;
            INSERT INTO leiefastsettelse (leieforhold_id, fra, maanedsleie, grunnlag)
            SELECT id, '2025-03-01', CASE WHEN nr <= 11 THEN {Leie(0)} WHEN nr <= 35 THEN {Leie(1)} WHEN nr <= 127 THEN {Leie(2)} WHEN nr <= 168 THEN {Leie(3)} ELSE {Leie(4)} END, 'kpi'
            FROM (SELECT id, row_number() OVER (ORDER BY id) AS nr FROM leieforhold WHERE fra = '2025-01-01') l;
            """;
    }

    /// <summary>The lowest rent of a band, and in the last the highest before the next: bands are half-open.</summary>
    private static string Leie(int trinn) => trinn == 4 ? "19999.99" : $"{5000 + (trinn * 2000)}";

    private static IEnumerable<string> Soeknader()
    {
        foreach (var (aar, alle, nye, avslag, nyeAvslag, venter) in T18)
        {
            // The first are the new; of these, and of the others, the first are refused; and the last of all are those who wait.
            var avslaatt = $"(i <= {nyeAvslag} OR i BETWEEN {nye + 1} AND {nye + avslag - nyeAvslag})";
            var avgjort = $"'{aar}-03-01'::date + i % 200";
            yield return $"""
                CREATE TEMP TABLE s{aar} AS SELECT gen_random_uuid() AS id, i, {avslaatt} AS avslag, i > {alle - venter} AS venter, {avgjort} AS avgjort FROM generate_series(1, {alle}) i;
                INSERT INTO soeknad (id, enhet, soekere, type, kanal, status, mottatt, gyldig_til, avsluttet, voksne, barns_alder, situasjon_oppgitt, situasjon, grupper, tilgjengelighet, omraader,
                    skjermet_behov, naer_kollektiv, samarbeider, samtykke, kategorier, dokumentasjon_mangler)
                SELECT id, 'aake', ARRAY[gen_random_uuid()], CASE WHEN i <= {nye} THEN 'ny' ELSE 'bytte' END, 'papir', CASE WHEN avslag THEN 'avslag' ELSE 'bosatt' END, avgjort - 40, '{aar + 1}-12-31',
                    CASE WHEN avslag THEN avgjort WHEN venter THEN '{aar + 1}-01-15' ELSE avgjort + 20 END, 1, '{"{}"}', '{"{}"}', '{"{}"}', CASE WHEN i % 2 = 0 THEN ARRAY['flyktning'] ELSE ARRAY['barnefamilie', 'flyktning'] END,
                    'ordinaer', '{"{}"}', false, false, '{"{}"}', false, ARRAY['utleiebolig'], false
                FROM s{aar};
                INSERT INTO soeknad_vedtak (soeknad_id, nr, utfall, dato, begrunnelse, hjemmel, kategorier, situasjon, underrettet, klagefrist, klageinstans, besluttet_av)
                SELECT id, 1, CASE WHEN avslag THEN 'avslag' ELSE 'innvilget' END, avgjort, '', '', '{"{}"}', '{"{}"}', avgjort, avgjort + 21, '', '' FROM s{aar};
                """;
        }
    }

    /// <summary>All on one account: what was owed before, what was invoiced, and what was paid so that the balance is the table's.</summary>
    private static IEnumerable<string> Husleie()
    {
        const string Post = "INSERT INTO husleiepost (leieforhold_id, dato, forfall, maaned, fordring, innbetaling_id, type, bokfoert_av, registrert)";
        const string Konto = "(SELECT id FROM leieforhold ORDER BY id LIMIT 1)";
        var saldo = 1_000_000;
        yield return $"{Post} SELECT {Konto}, '2019-12-31', '2019-12-31', '2019-12-01', {saldo}, NULL, 'krav', '', now();";
        foreach (var (aar, grunnlag, utgaaende) in T28)
        {
            yield return $"{Post} SELECT {Konto}, '{aar}-01-01', '{aar}-01-20', '{aar}-01-01', {grunnlag - saldo + 5000}, NULL, 'krav', '', now();";
            yield return $"{Post} SELECT {Konto}, '{aar}-07-01', '{aar}-01-20', '{aar}-01-01', -5000, NULL, 'kreditering', '', now();";
            yield return $"{Post} SELECT {Konto}, '{aar}-12-31', NULL, NULL, {utgaaende - grunnlag}, gen_random_uuid(), 'innbetaling', '', now();";
            saldo = utgaaende;
        }
    }
}
