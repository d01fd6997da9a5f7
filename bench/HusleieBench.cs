using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Boligsosial.ServiceDefaults;
using Boligsosial.Testing;
using Npgsql;

namespace Boligsosial.Bench;

/// <summary>
/// A month's krav for all leases and the bank's file that pays them, with ten years of krav behind, against the very same rows
/// by a bare INSERT … SELECT and a bare COPY; then the queue of arrears and one account, for fifty at a time.
/// </summary>
internal static class HusleieBench
{
    private const int Maaneder = 120;
    private const string Husleie = "/api/v1/boligregister/husleie";
    private static readonly int[] Stoerrelser = [10_000, 100_000];

    public static async Task Kjoer(Tabell tabell)
    {
        var vekst = new List<(TimeSpan Krav, TimeSpan Fil, TimeSpan Liste, TimeSpan Konto)>();
        foreach (var leieforhold in Stoerrelser)
            vekst.Add(await Maal(tabell, leieforhold));
        var (liten, stor) = (vekst[0], vekst[^1]);
        tabell.Linje("month's krav, ten times the leases", Tall.S(stor.Krav), Tall.S(liten.Krav), $"{stor.Krav / liten.Krav:0.0}");
        tabell.Linje("payment file, ten times the lines", Tall.S(stor.Fil), Tall.S(liten.Fil), $"{stor.Fil / liten.Fil:0.0}");
        tabell.Linje("arrears p99, ten times the leases", Tall.Ms(stor.Liste), Tall.Ms(liten.Liste), $"{stor.Liste / liten.Liste:0.0}");
        tabell.Linje("reskontro p99, ten times the leases", Tall.Ms(stor.Konto), Tall.Ms(liten.Konto), $"{stor.Konto / liten.Konto:0.0}");
    }

    private static async Task<(TimeSpan Krav, TimeSpan Fil, TimeSpan Liste, TimeSpan Konto)> Maal(Tabell tabell, int antall)
    {
        await using var servere = new Servere();
        var tilkobling = await servere.NyDatabase();
        await using var database = SqlExtensions.Aapne(tilkobling);
        await using var tjeneste = await Prosess.Boligregister(tilkobling, servere);
        using var klient = await tjeneste.Klient();
        await Fyll(database, antall);
        var maaned = TimeProvider.System.Idag();
        maaned = new DateOnly(maaned.Year, maaned.Month, 1).AddMonths(1);

        var krav = await Tall.Tid(() => Krav(klient, maaned, antall));
        var barKrav = await Bar(database,
            "CREATE TABLE bar (LIKE husleiepost INCLUDING ALL); INSERT INTO bar OVERRIDING SYSTEM VALUE SELECT * FROM husleiepost WHERE maaned < (SELECT max(maaned) FROM husleiepost)",
            "INSERT INTO bar OVERRIDING SYSTEM VALUE SELECT * FROM husleiepost WHERE maaned = (SELECT max(maaned) FROM husleiepost) AND type = 'krav'");
        tabell.Krav($"month's krav, {antall} leases, {antall * Maaneder} krav before / INSERT … SELECT, same indexes", Tall.S(krav), Tall.S(barKrav), "≤ 20 s", krav.TotalSeconds <= 20);

        var fil = Encoding.UTF8.GetBytes(await Fil(database));
        var import = await Tall.Tid(() => Importer(klient, fil, antall));
        var barFil = await Bar(database, "CREATE TABLE bar (LIKE innbetaling INCLUDING ALL)", "INSERT INTO bar SELECT * FROM innbetaling");
        tabell.Krav($"payment file, {antall} lines / INSERT … SELECT of the payments alone", Tall.S(import), Tall.S(barFil), "≤ 20 s", import.TotalSeconds <= 20);
        tabell.Linje("the same file again", Tall.S(await Tall.Tid(() => Importer(klient, fil, 0))));

        await database.Kjoer("VACUUM ANALYZE");
        var liste = await Varm(new Uri(tjeneste.Adresse!, $"{Husleie}/restanser"));
        tabell.Krav("arrears, a page of 50, 50 connections: p50 / p99", $"{Tall.Ms(liste.P50)} / {Tall.Ms(liste.P99)}", "", "≤ 100 ms", liste.P99.TotalMilliseconds <= 100 && liste.Feil == 0);
        var en = await database.Verdi<Guid>("SELECT leieforhold_id FROM husleiekonto WHERE eldste_forfall IS NOT NULL ORDER BY kid LIMIT 1");
        var konto = await Varm(new Uri(tjeneste.Adresse!, $"{Husleie}/{en}/reskontro"));
        tabell.Krav("reskontro, 50 connections: p50 / p99", $"{Tall.Ms(konto.P50)} / {Tall.Ms(konto.P99)}", "", "≤ 100 ms", konto.P99.TotalMilliseconds <= 100 && konto.Feil == 0);
        var kontroll = await Tall.Tid(async () => (await klient.GetAsync($"{Husleie}/kontroll")).EnsureSuccessStatusCode());
        tabell.Linje("the whole ledger added up", Tall.S(kontroll));
        return (krav, import, liste.P99, konto.P99);
    }

    /// <summary>Leases that have run for ten years; all but one in ten have paid each year at its end.</summary>
    private static async Task Fyll(NpgsqlDataSource database, int antall)
    {
        await Bestand.Fyll(database, Bestand.Rader(antall));
        await database.Kjoer(
            $"""
            INSERT INTO leieforhold (id, bolig_id, enhet, fra, maanedsleie, leietakere)
            SELECT gen_random_uuid(), id, 'aake', '2015-01-01', maanedsleie, ARRAY[gen_random_uuid()] FROM bolig;
            INSERT INTO person (person_ref, noekkel, kryptert, registrert) SELECT leietakere[1], '1', '', now() FROM leieforhold;
            INSERT INTO person_enhet (person_ref, enhet, registrert) SELECT leietakere[1], enhet, now() FROM leieforhold;
            INSERT INTO leiefastsettelse (leieforhold_id, fra, maanedsleie, grunnlag) SELECT id, fra, maanedsleie, 'avtale' FROM leieforhold;
            ANALYZE;
            ALTER TABLE husleiepost DISABLE TRIGGER husleiepost_bokfoert;
            INSERT INTO husleiepost (leieforhold_id, type, dato, forfall, maaned, fordring, bokfoert_av, registrert)
            SELECT l.id, 'krav', (m - interval '14 days')::date, m::date, m::date, l.maanedsleie, 'Bench', m
            FROM generate_series(date_trunc('month', now()) - interval '{Maaneder - 1} months', date_trunc('month', now()), '1 month') m CROSS JOIN leieforhold l;
            INSERT INTO husleiepost (leieforhold_id, type, dato, fordring, innbetaling_id, bokfoert_av, registrert)
            SELECT l.id, 'innbetaling', (now() - aar * interval '1 year')::date, -12 * l.maanedsleie, gen_random_uuid(), 'Bench', now()
            FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM leieforhold) l CROSS JOIN generate_series(0, {Maaneder / 12} - 1) aar WHERE aar > 0 OR l.n % 10 > 0;
            ALTER TABLE husleiepost ENABLE TRIGGER husleiepost_bokfoert;
            ANALYZE husleiepost;
            UPDATE husleiekonto k SET fordring = s.fordring, siste_forfall = s.siste, (aapne_forfall, aapne_ubetalt) = (
                SELECT coalesce(array_agg(a.forfall ORDER BY a.forfall), ARRAY[]::date[]), coalesce(array_agg(a.ubetalt ORDER BY a.forfall), ARRAY[]::numeric[])
                FROM husleie_aapne_krav(k.leieforhold_id, 'infinity') a WHERE s.fordring > 0)
            FROM (SELECT leieforhold_id, sum(fordring) AS fordring, max(forfall) AS siste FROM husleiepost GROUP BY 1) s WHERE s.leieforhold_id = k.leieforhold_id;
            """);
        await database.Kjoer("VACUUM ANALYZE");
        await database.Kjoer("CHECKPOINT");
    }

    /// <summary>Fifty at a time, once the service has been asked it for a while: the first fifty come to code that is not compiled and questions that are not planned.</summary>
    private static async Task<Lastsvar> Varm(Uri url)
    {
        await Last.Maal(url, 50, 5);
        return await Last.Maal(url, 50, 10);
    }

    private static async Task Krav(HttpClient klient, DateOnly maaned, int antall)
    {
        using var svar = (await klient.PostAsJsonAsync($"{Husleie}/krav", new { maaned = $"{maaned:yyyy-MM}" })).EnsureSuccessStatusCode();
        Stemmer((await svar.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("antall").GetInt32(), antall);
    }

    private static async Task Importer(HttpClient klient, byte[] fil, int bokfoert)
    {
        using var innhold = new ByteArrayContent(fil) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var svar = (await klient.PostAsync($"{Husleie}/innbetalinger/import", innhold)).EnsureSuccessStatusCode();
        Stemmer((await svar.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("bokfoert").GetInt32(), bokfoert);
    }

    private static void Stemmer(int faatt, int ventet)
    {
        if (faatt != ventet)
            throw new InvalidOperationException($"{faatt} were posted, {ventet} should have been.");
    }

    /// <summary>A month's rent of every lease, as the bank would tell it.</summary>
    private static Task<string> Fil(NpgsqlDataSource database) => database.Verdi<string>(
        """
        SELECT E'dato;beloep;kid;arkivreferanse\n' || string_agg(current_date || ';' || l.maanedsleie || ';' || k.kid || ';B' || k.kid, E'\n' ORDER BY k.kid)
        FROM husleiekonto k JOIN leieforhold l ON l.id = k.leieforhold_id
        """);

    private static async Task<TimeSpan> Bar(NpgsqlDataSource database, string klargjoer, string kjoer)
    {
        await database.Kjoer(klargjoer);
        await database.Kjoer("CHECKPOINT");
        var tid = await Tall.Tid(() => database.Kjoer(kjoer));
        await database.Kjoer("DROP TABLE bar");
        return tid;
    }
}
