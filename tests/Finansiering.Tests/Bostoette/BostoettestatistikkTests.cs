using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette;
using Boligsosial.Finansiering.Tests.Startlaan;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Bostoette;

/// <summary>
/// <see cref="HentBostoettestatistikk"/> over cases with the figures of Ålesund's plan (Boligsosial plan 2025–2035 § 4.2) and of Stjørdal's table 24, and
/// <see cref="RegistrerVedtaksgrunnlag"/>.
/// </summary>
public sealed class BostoettestatistikkTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>, IAsyncLifetime
{
    private const string Statistikk = $"{FinansieringTjeneste.Bostoette}/statistikk";

    public async ValueTask InitializeAsync() => await tjeneste.Sql<int>("TRUNCATE bostoettesak CASCADE; SELECT 1");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>
    /// The payments that the printed sum and mean come to, shared on the printed households; amounts, incomes and boutgifter above and below the mean. Of 2024's 1 793
    /// applicants 354 were refused: after 10, 20 and 40 days. The years stand side by side, so a month that is counted in the wrong one shows.
    /// </summary>
    private Task<int> Planen() => tjeneste.Sql<int>(
        """
        CREATE TEMP TABLE aarstall AS
        SELECT * FROM (VALUES (2023, 1416, 368, 17236, 8278, 2270, 10881, 0), (2024, 1439, 354, 15745, 8944, 2646, 9713, 354), (2025, 1034, 234, 15398, 9507, 3002, 5496, 0))
            a(aar, husstander, barnefamilier, inntekt, boutgift, bostoette, betalinger, avslag);
        CREATE TEMP TABLE husstand AS
        SELECT a.*, nr, gen_random_uuid() AS id, betalinger / husstander + CASE WHEN nr <= betalinger % husstander THEN 1 ELSE 0 END AS maaneder FROM aarstall a CROSS JOIN LATERAL generate_series(1, husstander + avslag) nr;
        INSERT INTO bostoettesak (id, enhet, soeker, kanal, status, mottatt, maaned)
        SELECT id, 'aake', gen_random_uuid(), 'papir', CASE WHEN nr <= husstander THEN 'innvilget' ELSE 'avslag' END, make_date(aar, 1, 1), make_date(aar, 1, 1) FROM husstand;
        CREATE TEMP TABLE betaling AS
        SELECT h.*, make_date(aar, m, 1) AS maaned, m, row_number() OVER (PARTITION BY aar ORDER BY nr, m) AS p, CASE WHEN nr <= barnefamilier THEN 2 ELSE 0 END AS barn
        FROM husstand h CROSS JOIN LATERAL generate_series(1, maaneder) m WHERE nr <= husstander;
        INSERT INTO bostoettevedtak (sak_id, maaned, kode, beloep, dato, klagefrist, klage_for_sent)
        SELECT id, maaned, 'V00', bostoette + CASE WHEN p > betalinger - betalinger % 2 THEN 0 WHEN p % 2 = 0 THEN 137 ELSE -137 END, make_date(aar, 1, 1) + 30 * m, maaned, false FROM betaling;
        INSERT INTO bostoetteutbetaling (sak_id, maaned, dato, beloep, mottaker)
        SELECT sak_id, maaned, (maaned + interval '1 month 19 days')::date, beloep, 'husstand' FROM bostoettevedtak WHERE kode = 'V00';
        INSERT INTO bostoettegrunnlag (sak_id, maaned, barn, inntekt, boutgift, foert_av)
        SELECT id, maaned, barn, inntekt + s, boutgift - s, 'Kari' FROM betaling, LATERAL (SELECT CASE WHEN p > betalinger - betalinger % 2 THEN 0 WHEN p % 2 = 0 THEN 1500 ELSE -1500 END) t(s);
        INSERT INTO bostoettevedtak (sak_id, maaned, kode, dato, klagefrist, klage_for_sent)
        SELECT id, make_date(aar, 1, 1) + make_interval(months => m), CASE WHEN nr - husstander <= 200 THEN 'V03' WHEN nr - husstander <= 300 THEN 'V04' ELSE 'V09' END,
               make_date(aar, 1, 1) + CASE nr % 3 WHEN 0 THEN 10 WHEN 1 THEN 20 ELSE 40 END + 30 * m, make_date(aar, 12, 31), false
        FROM husstand CROSS JOIN LATERAL generate_series(0, CASE WHEN nr - husstander <= 200 THEN 2 ELSE 0 END) m WHERE nr > husstander;
        DROP TABLE aarstall, husstand, betaling;
        SELECT 1
        """);

    [Theory]
    [InlineData("2023-01-01", "2023-12-31", 1_416, 1_416, 26.0, 17_236, 8_278, 2_270, 24.7)]
    [InlineData("2024-01-01", "2024-12-31", 1_439, 1_793, 24.6, 15_745, 8_944, 2_646, 25.7)]
    [InlineData("2025-01-01", "2025-07-31", 1_034, 1_034, 22.6, 15_398, 9_507, 3_002, 16.5)]
    public async Task Planens_rader_kommer_ut_av_sakene(string fra, string til, int husstander, int soekere, double barnefamilier, int inntekt, int boutgift, int bostoette, double mill)
    {
        await Planen();

        var svar = await Hent(fra, til);

        Assert.Equal((husstander, soekere, 0), (Antall(svar, "husstander"), Antall(svar, "soekere"), Antall(svar, "utenGrunnlag")));
        Assert.Equal(
            ((decimal)barnefamilier, inntekt, boutgift, bostoette), (Tall(svar, "barnefamilierProsent"), Tall(svar, "snittInntekt"), Tall(svar, "snittBoutgift"), Tall(svar, "snittBostoette")));
        Assert.Equal((decimal)mill, Math.Round(Tall(svar, "utbetalt") / 1_000_000, 1, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public async Task Kronene_avslagene_og_ventetiden_i_2024()
    {
        await Planen();

        var svar = await Hent("2024-01-01", "2024-12-31");

        Assert.Equal((9_713 * 2_646m, 9_713 * 2_646m, 354), (Tall(svar, "innvilgetBeloep"), Tall(svar, "utbetalt"), Antall(svar, "barnefamilier")));
        Assert.Equal(
            [("V03", 200), ("V04", 100), ("V09", 54)], svar.GetProperty("avslagEtterKode").EnumerateArray().Select(a => (a.GetProperty("kode").GetString(), a.GetProperty("antall").GetInt32())));
        Assert.Equal((30d, 30d), (svar.GetProperty("dagerTilVedtak").GetDouble(), svar.GetProperty("dagerTilVedtakOevreKvartil").GetDouble()));
        // A third each of those refused after 10, 20 and 40 days: the first two within the period.
        var januar = await Hent("2024-01-01", "2024-01-21");
        Assert.Equal((10d, 15d, 20d), (januar.GetProperty("dagerTilVedtakNedreKvartil").GetDouble(), januar.GetProperty("dagerTilVedtak").GetDouble(), januar.GetProperty("dagerTilVedtakOevreKvartil").GetDouble()));
    }

    [Theory]
    [InlineData(2021, 40, 348, 844_743)]
    [InlineData(2022, 42, 541, 1_005_474)]
    [InlineData(2023, 48, 535, 1_104_680)]
    public async Task Stjoerdals_tabell_24_er_en_maaned_i_snitt(int aar, int nye, int innvilget, int utbetalt)
    {
        await tjeneste.Sql<int>(
            $"""
            CREATE TEMP TABLE sak AS SELECT nr, gen_random_uuid() AS id FROM generate_series(1, {innvilget} + 12 * {nye}) nr;
            INSERT INTO bostoettesak (id, enhet, soeker, kanal, status, mottatt, maaned)
            SELECT id, 'aake', gen_random_uuid(), 'elektronisk', CASE WHEN nr <= {innvilget} THEN 'innvilget' ELSE 'mottatt' END,
                   CASE WHEN nr <= {innvilget} THEN make_date({aar} - 1, 12, 31) ELSE make_date({aar}, 1 + nr % 12, CASE nr % 12 WHEN 0 THEN 1 WHEN 11 THEN 31 ELSE 15 END) END, make_date({aar}, 1, 1) FROM sak;
            INSERT INTO bostoettevedtak (sak_id, maaned, kode, beloep, dato, klagefrist, klage_for_sent)
            SELECT id, make_date({aar} + (m - 1) / 12, 1 + (m - 1) % 12, 1), 'V00', {utbetalt} / {innvilget} + CASE WHEN nr <= {utbetalt} % {innvilget} THEN 1 ELSE 0 END, make_date({aar}, 1, 1), make_date({aar}, 2, 1), false
            FROM sak CROSS JOIN generate_series(1, 13) m WHERE nr <= {innvilget};
            INSERT INTO bostoetteutbetaling (sak_id, maaned, dato, beloep, mottaker)
            SELECT sak_id, maaned, (maaned + interval '1 month 19 days')::date, beloep, 'husstand' FROM bostoettevedtak WHERE kode = 'V00';
            DROP TABLE sak;
            SELECT 1
            """);

        var snitt = (await Hent($"{aar}-01-01", $"{aar}-12-31")).GetProperty("perMaaned");

        Assert.Equal((nye, innvilget, utbetalt, utbetalt), (Tall(snitt, "nyeSoeknader"), Tall(snitt, "innvilget"), Tall(snitt, "innvilgetBeloep"), Tall(snitt, "utbetalt")));
        Assert.Equal((innvilget, utbetalt), (Tall((await Hent($"{aar}-02-01", $"{aar}-02-01")).GetProperty("perMaaned"), "innvilget"), Tall((await Hent($"{aar}-01-02", $"{aar}-02-01")).GetProperty("perMaaned"), "utbetalt")));
        Assert.Equal(JsonValueKind.Null, (await Hent($"{aar}-01-02", $"{aar}-01-31")).GetProperty("perMaaned").ValueKind);
    }

    [Fact]
    public async Task Grunnlaget_foeres_etter_vedtaket_og_det_siste_gjelder()
    {
        using var saker = new Laanesaker(tjeneste, "grunnlag");
        using var annen = tjeneste.Som(Roller.AakeStoenad, enhet: "grunnlag-annen");
        var soeker = await saker.Person();
        var sak = (await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{FinansieringTjeneste.Bostoette}/saker", new { soeker, kanal = "papir", mottatt = "2026-08-20" }))).GetProperty("id").GetString();
        var adresse = $"{FinansieringTjeneste.Bostoette}/saker/{sak}/grunnlag";
        object grunnlag = new { maaned = "2026-08-31", barn = 2, inntektPerMaaned = 15_398, boutgiftPerMaaned = 9_507.5 };
        Assert.Equal((409, "ingen-vedtak"), await Avvist(saker.Saksbehandler.PostAsJsonAsync(adresse, grunnlag)));
        await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{FinansieringTjeneste.Bostoette}/saker/{sak}/vedtak", new { maaned = "2026-08-01", kode = "V00", beloep = 3_365.5, dato = "2026-09-10" }));
        Assert.Equal(1, Antall(await Hent("2026-01-01", "2026-12-31"), "utenGrunnlag"));

        Assert.Equal(HttpStatusCode.NoContent, (await saker.Saksbehandler.PostAsJsonAsync(adresse, new { maaned = "2026-08-01", barn = 0, inntektPerMaaned = 1, boutgiftPerMaaned = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await saker.Saksbehandler.PostAsJsonAsync(adresse, grunnlag)).StatusCode);

        var svar = await Hent("2026-01-01", "2026-12-31");
        Assert.Equal((1, 0, 100m, 15_398m, 9_508m), (Antall(svar, "barnefamilier"), Antall(svar, "utenGrunnlag"), Tall(svar, "barnefamilierProsent"), Tall(svar, "snittInntekt"), Tall(svar, "snittBoutgift")));
        Assert.Equal(21d, svar.GetProperty("dagerTilVedtak").GetDouble());
        Assert.Equal((404, "finnes-ikke"), await Avvist(annen.PostAsJsonAsync(adresse, grunnlag)));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Saksbehandler.PostAsJsonAsync(adresse, new { maaned = "2026-08-01", barn = -1, inntektPerMaaned = -1 })));
        Assert.Equal(2L, await tjeneste.Sql<long>($"SELECT count(*) FROM tilgangslogg WHERE sak = 'bostoettesak/{sak}' AND handling = 'skrevet'") - 2);
    }

    [Fact]
    public async Task Utbetalt_er_det_som_er_bekreftet_og_innvilget_det_vedtakene_sier()
    {
        using var saker = new Laanesaker(tjeneste, "bekreftet");
        var sak = (await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{FinansieringTjeneste.Bostoette}/saker", new { soeker = await saker.Person(), kanal = "papir", mottatt = "2026-08-20" }))).GetProperty("id").GetString();
        foreach (var (maaned, beloep) in new[] { ("2026-08-01", 2_646.5m), ("2026-09-01", 2_000m) })
            await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{FinansieringTjeneste.Bostoette}/saker/{sak}/vedtak", new { maaned, kode = "V00", beloep, dato = "2026-10-02" }));
        await tjeneste.Sql<int>($"INSERT INTO bostoetteutbetaling (sak_id, maaned, dato, beloep, mottaker) VALUES ('{sak}', '2026-08-01', '2026-09-18', 2646.5, 'husstand'); SELECT 1");

        var svar = await Hent("2026-08-01", "2026-09-30");

        Assert.Equal((4_646.5m, 2_646.5m), (Tall(svar, "innvilgetBeloep"), Tall(svar, "utbetalt")));
        Assert.Equal((2_323m, 1_323m), (Tall(svar.GetProperty("perMaaned"), "innvilgetBeloep"), Tall(svar.GetProperty("perMaaned"), "utbetalt")));
    }

    [Fact]
    public async Task Uten_saker_er_det_ikke_noe_snitt()
    {
        var svar = await Hent("2020-01-01", "2020-12-31");

        Assert.Equal((0, 0, 0m), (Antall(svar, "husstander"), Antall(svar, "soekere"), Tall(svar, "utbetalt")));
        Assert.All(["barnefamilierProsent", "snittInntekt", "snittBostoette", "dagerTilVedtak"], felt => Assert.Equal(JsonValueKind.Null, svar.GetProperty(felt).ValueKind));
        await FinansieringTjeneste.ErProblem(await tjeneste.Klient.GetAsync($"{Statistikk}?fra=2024-12-31&til=2024-01-01"), 400, "ugyldig");
        using var veileder = tjeneste.Som(Roller.NavVeileder);
        Assert.Equal(HttpStatusCode.Forbidden, (await veileder.GetAsync(Statistikk)).StatusCode);
    }

    private async Task<JsonElement> Hent(string fra, string til) => await FinansieringTjeneste.Ok(await tjeneste.Klient.GetAsync($"{Statistikk}?fra={fra}&til={til}"));

    private static int Antall(JsonElement svar, string navn) => svar.GetProperty(navn).GetInt32();

    private static decimal Tall(JsonElement svar, string navn) => svar.GetProperty(navn).GetDecimal();
}
