using System.Net;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Tests.Startlaan;
using Boligsosial.Finansiering.Tilskudd;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Tilskudd;

/// <summary><see cref="HentTilskuddstatistikk"/> over cases with the figures of Stjørdal's handlingsplan, table 22 (2020–2024).</summary>
public sealed class TilskuddstatistikkTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>, IAsyncLifetime
{
    private const string Statistikk = "/api/v1/finansiering/tilskudd/statistikk";

    /// <summary>Each year's sum on three households, the first paid in two parts, on the first and the last day of the year; in 2024 two are refused, one of them granted on the first day of 2025 after a klage.</summary>
    public async ValueTask InitializeAsync() => await tjeneste.Sql<int>(
        """
        TRUNCATE tilskuddssoeknad, tilskuddsramme CASCADE;
        CREATE TEMP TABLE t22 AS SELECT * FROM (VALUES
            (2020, 2164000, 3910887, 140000), (2021, 2164000, 1961267, 196608), (2022, 1664000, 2063623, 316686), (2023, 1000000, 3781741, 175657), (2024, 1000000, 950000, 207257)) t(aar, ramme, etablering, tilpasning);
        INSERT INTO tilskuddsramme (enhet, aar, type, bevilget, lukket) SELECT 'aake', aar, type, CASE type WHEN 'etablering' THEN ramme - 300000 ELSE 300000 END, true FROM t22 CROSS JOIN (VALUES ('etablering'), ('tilpasning')) y(type);
        CREATE TEMP TABLE sak AS
        SELECT aar, type, nr, gen_random_uuid() AS id, CASE type WHEN 'etablering' THEN etablering ELSE tilpasning END AS sum FROM t22 CROSS JOIN (VALUES ('etablering'), ('tilpasning')) y(type) CROSS JOIN generate_series(1, 3) nr
        UNION ALL SELECT 2024, 'etablering', nr, gen_random_uuid(), 0 FROM generate_series(4, 5) nr;
        INSERT INTO tilskuddssoeknad (id, enhet, soekere, type, formaal, status, mottatt, voksne, barns_alder, soekt_beloep, kostnader, egenkapital, andre_midler, etterspurt, dokumentert, innvilget, utbetalt)
        SELECT id, 'aake', ARRAY[gen_random_uuid()], type, 'kjoep', CASE WHEN nr > 3 THEN 'avslag' ELSE 'utbetalt' END, make_date(aar, 1, 1), 1, '{}', 1, '[]', 0, 0, '{}', '{}', 10000000, 0 FROM sak;
        INSERT INTO tilskudd_vedtak (soeknad_id, nr, utfall, dato, beloep, avslagsgrunn, begrunnelse, hjemmel, underrettet, klagefrist, klageinstans, besluttet_av)
        SELECT id, 1, CASE WHEN nr > 3 THEN 'avslag' ELSE 'innvilget' END, make_date(aar, 1, 1), CASE WHEN nr <= 3 THEN 100000 END, CASE WHEN nr > 3 THEN 'ikke-prioritert' END, '-', '-', make_date(aar, 1, 1), make_date(aar, 1, 22), '-', 'Kari' FROM sak;
        INSERT INTO tilskudd_vedtak (soeknad_id, nr, utfall, dato, beloep, begrunnelse, hjemmel, underrettet, klagefrist, klageinstans, besluttet_av)
        SELECT id, 2, 'innvilget', '2025-01-01', 1, '-', '-', '2025-01-01', '2025-01-22', '-', 'Kari' FROM sak WHERE nr = 5;
        INSERT INTO tilskudd_utbetaling (soeknad_id, nr, dato, beloep, grunnlag, utbetalt_av)
        SELECT id, 1, make_date(aar, 1, 1), sum / 4 + CASE WHEN nr <= sum % 4 THEN 1 ELSE 0 END, '-', 'Kari' FROM sak WHERE nr <= 3
        UNION ALL SELECT id, 2, make_date(aar, 12, 31), sum / 4, '-', 'Kari' FROM sak WHERE nr = 1;
        DROP TABLE t22, sak;
        SELECT 1
        """);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(2020, 2_164_000, 3_910_887, 140_000)]
    [InlineData(2021, 2_164_000, 1_961_267, 196_608)]
    [InlineData(2022, 1_664_000, 2_063_623, 316_686)]
    [InlineData(2023, 1_000_000, 3_781_741, 175_657)]
    [InlineData(2024, 1_000_000, 950_000, 207_257)]
    public async Task Tabell_22_kommer_ut_av_sakene(int aar, int ramme, int etablering, int tilpasning)
    {
        var typer = (await Hent($"?fra={aar}-01-01&til={aar}-12-31")).GetProperty("typer");

        Assert.Equal([("etablering", etablering, 3), ("tilpasning", tilpasning, 3)], typer.EnumerateArray().Select(t => (t.GetProperty("type").GetString()!, (int)t.GetProperty("utbetalt").GetDecimal(), t.GetProperty("husstander").GetInt32())));
        Assert.Equal(ramme, typer.EnumerateArray().Sum(t => t.GetProperty("bevilget").GetDecimal()));
    }

    [Fact]
    public async Task Begge_dagene_teller_med_og_et_avslag_staar_til_det_er_gjort_om()
    {
        var aaret = await Hent("?fra=2024-01-01&til=2024-12-31");
        var med = await Hent("?fra=2024-01-01&til=2025-01-01");
        var uten = (await Hent("?fra=2024-01-02&til=2024-12-30")).GetProperty("typer")[0];

        Assert.Equal((5, 3, 300_000m, 2), Etablering(aaret));
        Assert.Equal((5, 4, 300_001m, 1), Etablering(med));
        Assert.Equal(("etablering", "ikke-prioritert", 2), Assert.Single(aaret.GetProperty("avslagEtterGrunn").EnumerateArray().Select(a => (a.GetProperty("type").GetString(), a.GetProperty("grunn").GetString(), a.GetProperty("antall").GetInt32()))));
        Assert.Equal((0, 0m), (uten.GetProperty("husstander").GetInt32(), uten.GetProperty("utbetalt").GetDecimal()));

        static (int, int, decimal, int) Etablering(JsonElement svar) => svar.GetProperty("typer")[0] is var t
            ? (t.GetProperty("soeknader").GetInt32(), t.GetProperty("innvilget").GetInt32(), t.GetProperty("innvilgetBeloep").GetDecimal(), t.GetProperty("avslag").GetInt32()) : default;
    }

    [Fact]
    public async Task Et_laan_med_tilskudd_ved_siden_av_telles_i_statistikken_over_startlaan()
    {
        using var saker = new Laanesaker(tjeneste, "med-tilskudd");
        await saker.Ramme(10_000_000);
        var (med, uten) = (await saker.Innvilget(), await saker.Innvilget());
        await Gjort(saker.Utbetal(med));
        await Gjort(saker.Utbetal(uten));
        await tjeneste.Sql<int>($"UPDATE tilskuddssoeknad SET startlaan_id = '{med}' WHERE id = (SELECT id FROM tilskuddssoeknad WHERE status = 'utbetalt' LIMIT 1); SELECT 1");
        await tjeneste.Sql<int>($"UPDATE tilskuddssoeknad SET startlaan_id = '{uten}' WHERE id = (SELECT id FROM tilskuddssoeknad WHERE status = 'avslag' LIMIT 1); SELECT 1");

        var svar = await Gjort(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/statistikk?fra=2026-01-01&til=2026-12-31"));

        Assert.Equal((2, 1), (svar.GetProperty("husstander").GetInt32(), svar.GetProperty("medTilskudd").GetInt32()));
    }

    [Fact]
    public async Task Feil_periode_og_feil_rolle_avvises()
    {
        await FinansieringTjeneste.ErProblem(await tjeneste.Klient.GetAsync($"{Statistikk}?fra=2024-12-31&til=2024-01-01"), 400, "ugyldig");
        using var integrator = tjeneste.Som(Roller.Integrator);
        Assert.Equal(HttpStatusCode.Forbidden, (await integrator.GetAsync(Statistikk)).StatusCode);
    }

    private async Task<JsonElement> Hent(string spoerring) => await FinansieringTjeneste.Ok(await tjeneste.Klient.GetAsync(Statistikk + spoerring));
}
