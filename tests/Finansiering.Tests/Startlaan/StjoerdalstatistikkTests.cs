using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Finansiering.Startlaan;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Startlaan;

/// <summary>
/// <see cref="HentStartlaanstatistikk"/> over cases with the figures of Stjørdal's handlingsplan, tables 20 (2020–2023), 21 and 22 (2020–2024) and 23 (2024).
/// </summary>
public sealed class StjoerdalstatistikkTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>, IAsyncLifetime
{
    /// <summary>
    /// Table 21, year by year: each loan with a purpose and, of purchases, where they lived; table 22's payments, shared out to the krone; of the plan period's 234
    /// households 111 with children and 42 refugees (table 20); of 2024's 70 by group (table 23).
    /// </summary>
    public async ValueTask InitializeAsync() => await tjeneste.Sql<int>(
        """
        TRUNCATE startlaansoeknad, startlaansramme CASCADE;
        CREATE TEMP TABLE rad AS
        SELECT row_number() OVER (PARTITION BY aar ORDER BY rekke, nr) AS i, aar, hva, count(*) OVER (PARTITION BY aar) AS antall, utbetalt, gen_random_uuid() AS id
        FROM (VALUES (2020, 94496287), (2021, 93098368), (2022, 81888398), (2023, 82378385), (2024, 135158215)) penger(aar, utbetalt)
        JOIN (VALUES
            (1, 'kommunal-utleiebolig', ARRAY[10, 5, 6, 6, 11]), (2, 'privat-leid', ARRAY[39, 45, 29, 29, 34]), (3, 'foreldres-bolig', ARRAY[0, 2, 10, 0, 4]), (4, 'eid', ARRAY[0, 0, 0, 0, 9]),
            (5, 'refinansiering', ARRAY[4, 10, 6, 7, 8]), (6, 'utbedring', ARRAY[2, 2, 1, 2, 1]), (7, 'tilpasning', ARRAY[2, 6, 5, 6, 3])) t21(rekke, hva, antall) ON true
        CROSS JOIN LATERAL generate_series(1, t21.antall[aar - 2019]) nr;
        INSERT INTO startlaansramme (enhet, aar, ordning, laaneopptak) SELECT 'aake', 2019 + nr, 'ordinaer', mill * 1000000 FROM unnest(ARRAY[60, 80, 100, 80, 80]) WITH ORDINALITY f(mill, nr);
        INSERT INTO startlaansoeknad (id, enhet, soekere, ordning, formaal, status, mottatt, voksne, barns_alder, leier_kommunalt, netto_inntekt, livsopphold, gjeld, andre_faste, soekt_beloep, etterspurt, dokumentert, boforhold, flyktning, mottakergruppe)
        SELECT id, 'aake', ARRAY[gen_random_uuid()], 'ordinaer', CASE WHEN hva IN ('refinansiering', 'utbedring', 'tilpasning') THEN hva ELSE 'kjoep' END, 'utbetalt', make_date(aar, 1, 1), 1,
               CASE WHEN aar < 2024 AND row_number() OVER (ORDER BY aar, i) <= 111 THEN '{4}' ELSE '{}' END::integer[], hva = 'kommunal-utleiebolig', 30000, 12000, 0, 0, 2000000, '{}', '{}',
               CASE WHEN hva IN ('privat-leid', 'foreldres-bolig', 'eid') THEN hva END, aar < 2024 AND row_number() OVER (ORDER BY aar, i) BETWEEN 50 AND 91,
               CASE WHEN aar = 2024 THEN CASE WHEN i <= 36 THEN 'enslig-eller-par-ufoeretrygd' WHEN i <= 61 THEN 'barnefamilie-lav-inntekt' WHEN i <= 67 THEN 'enslig-forsoerger-ufoeretrygd' ELSE 'pensjonist' END END
        FROM rad;
        INSERT INTO startlaan (id, soeknad_id, enhet, laantakere, ordning, formaal, beloep, kjoepesum, utbetalt, rente, rentetype, loepetid_aar, avdragsfrihet_aar, laanetype, saldo, saldo_dato)
        SELECT gen_random_uuid(), r.id, 'aake', ARRAY[gen_random_uuid()], 'ordinaer', s.formaal, r.utbetalt / antall + CASE WHEN i <= r.utbetalt % antall THEN 1 ELSE 0 END, 2000000,
               make_date(aar, 1, 1) + (CASE i WHEN 1 THEN 0 WHEN 2 THEN 364 ELSE 5 * i END)::int, 4, 'flytende', 30, 0, 'annuitet', 1, make_date(aar, 12, 31)
        FROM rad r JOIN startlaansoeknad s ON s.id = r.id;
        INSERT INTO startlaansoeknad (id, enhet, soekere, ordning, formaal, status, mottatt, voksne, barns_alder, leier_kommunalt, netto_inntekt, livsopphold, gjeld, andre_faste, soekt_beloep, etterspurt, dokumentert)
        SELECT gen_random_uuid(), 'avslag', ARRAY[gen_random_uuid()], 'ordinaer', 'kjoep', 'avslag', make_date(2019 + aar::int, 1, 1), 1, '{}', false, 30000, 12000, 0, 0, 2000000, '{}', '{}'
        FROM unnest(ARRAY[71, 79, 48, 72, 76]) WITH ORDINALITY a(antall, aar) CROSS JOIN LATERAL generate_series(1, antall);
        -- 10, 20, 30 … days to the vedtak, over and over.
        INSERT INTO startlaan_vedtak (soeknad_id, nr, utfall, dato, avslagsgrunn, begrunnelse, hjemmel, underrettet, klagefrist, klageinstans, besluttet_av)
        SELECT id, 1, 'avslag', mottatt + 10 * (1 + (row_number() OVER (PARTITION BY mottatt ORDER BY id))::int % 5), 'manglende-betjeningsevne', '-', '-', mottatt, mottatt, '-', 'Kari'
        FROM startlaansoeknad WHERE enhet = 'avslag';
        DROP TABLE rad;
        SELECT 1
        """);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(2020, "kommunal-utleiebolig 10, privat-leid 39", "kjoep 49, refinansiering 4, tilpasning 2, utbedring 2", 57, 71, 55.5, 94_496_287, 60)]
    [InlineData(2021, "foreldres-bolig 2, kommunal-utleiebolig 5, privat-leid 45", "kjoep 52, refinansiering 10, tilpasning 6, utbedring 2", 70, 79, 53.0, 93_098_368, 80)]
    [InlineData(2022, "foreldres-bolig 10, kommunal-utleiebolig 6, privat-leid 29", "kjoep 45, refinansiering 6, tilpasning 5, utbedring 1", 57, 48, 45.7, 81_888_398, 100)]
    [InlineData(2023, "kommunal-utleiebolig 6, privat-leid 29", "kjoep 35, refinansiering 7, tilpasning 6, utbedring 2", 50, 72, 59.0, 82_378_385, 80)]
    [InlineData(2024, "eid 9, foreldres-bolig 4, kommunal-utleiebolig 11, privat-leid 34", "kjoep 58, refinansiering 8, tilpasning 3, utbedring 1", 70, 76, 52.1, 135_158_215, 80)]
    public async Task Tabell_21_og_22_aar_for_aar(int aar, string boforhold, string formaal, int husstander, int avslag, double andel, int utbetalt, int ramme)
    {
        var svar = await Hent($"{aar}-01-01", $"{aar}-12-31");

        Assert.Equal((boforhold, formaal), (Grupper(svar, "kjoepEtterBoforhold"), Grupper(svar, "etterFormaal")));
        Assert.Equal((husstander, avslag, (decimal)andel), (Antall(svar, "husstander"), Antall(svar, "avslag"), Kroner(svar, "avslagsandelProsent")));
        Assert.Equal((utbetalt, ramme * 1_000_000m), (Kroner(svar, "utbetalt"), Kroner(svar, "laaneopptak")));
    }

    [Fact]
    public async Task Tabell_20_er_planperioden_og_tabell_23_er_gruppene_i_2024()
    {
        var periode = await Hent("2020-01-01", "2023-12-31");
        Assert.Equal((234, 111, 42), (Antall(periode, "husstander"), Antall(periode, "barnefamilier"), Antall(periode, "flyktninger")));
        Assert.Equal("kjoep 181, refinansiering 27, tilpasning 19, utbedring 7", Grupper(periode, "etterFormaal"));
        Assert.Equal("ikke-oppgitt 234", Grupper(periode, "etterMottakergruppe"));

        Assert.Equal(
            "barnefamilie-lav-inntekt 25, enslig-eller-par-ufoeretrygd 36, enslig-forsoerger-ufoeretrygd 6, pensjonist 3", Grupper(await Hent("2024-01-01", "2024-12-31"), "etterMottakergruppe"));
    }

    [Fact]
    public async Task Tiden_til_vedtak_har_median_og_kvartiler()
    {
        var svar = await Hent("2024-01-01", "2024-12-31");

        Assert.Equal(
            (20d, 30d, 40d), (svar.GetProperty("dagerTilVedtakNedreKvartil").GetDouble(), svar.GetProperty("dagerTilVedtak").GetDouble(), svar.GetProperty("dagerTilVedtakOevreKvartil").GetDouble()));
    }

    [Fact]
    public async Task Det_soekeren_forteller_om_seg_kan_utelates_og_kontrolleres()
    {
        using var saker = new Laanesaker(tjeneste, "oppgitt");
        var soekere = new[] { await saker.Person() };
        Assert.Equal((400, "ugyldig"), await Avvist(Registrer(new { boforhold = "kommunal-utleiebolig" })));
        Assert.Equal((400, "ugyldig"), await Avvist(Registrer(new { boforhold = "eid", leierKommunalt = true })));
        Assert.Equal((400, "ugyldig"), await Avvist(Registrer(new { mottakergruppe = "pensjonister" })));

        var uten = await Gjort(Registrer(new { }));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (uten.GetProperty("boforhold").ValueKind, uten.GetProperty("flyktning").ValueKind));
        var med = await Gjort(Registrer(new { boforhold = "privat-leid", flyktning = true, mottakergruppe = "pensjonist" }));
        med = await saker.Hent(med.GetProperty("id").GetString()!);
        Assert.Equal(("privat-leid", true, "pensjonist"), (med.GetProperty("boforhold").GetString(), med.GetProperty("flyktning").GetBoolean(), med.GetProperty("mottakergruppe").GetString()));

        Task<HttpResponseMessage> Registrer(object mer)
        {
            var innhold = JsonSerializer.SerializeToNode(new { soekere, formaal = "kjoep", voksne = 1, oekonomi = new { nettoInntekt = 38_000, livsopphold = 19_500 }, soektBeloep = 1_500_000 })!.AsObject();
            foreach (var (navn, verdi) in JsonSerializer.SerializeToNode(mer)!.AsObject())
                innhold[navn] = verdi?.DeepClone();
            return saker.Saksbehandler.PostAsJsonAsync($"{Laanesaker.Startlaan}/soeknader", innhold);
        }
    }

    private async Task<JsonElement> Hent(string fra, string til) => await FinansieringTjeneste.Ok(await tjeneste.Klient.GetAsync($"{Laanesaker.Startlaan}/statistikk?fra={fra}&til={til}"));

    private static int Antall(JsonElement svar, string navn) => svar.GetProperty(navn).GetInt32();

    private static decimal Kroner(JsonElement svar, string navn) => svar.GetProperty(navn).GetDecimal();

    private static string Grupper(JsonElement svar, string navn) =>
        string.Join(", ", svar.GetProperty(navn).EnumerateArray().Select(g => $"{g.GetProperty("kode").GetString()} {g.GetProperty("antall").GetInt32()}").Order(StringComparer.Ordinal));
}
