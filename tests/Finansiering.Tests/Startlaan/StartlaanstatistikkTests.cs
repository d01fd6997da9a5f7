using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;

namespace Boligsosial.Finansiering.Tests.Startlaan;

/// <summary><see cref="HentStartlaanstatistikk"/> over cases with the plan's figures (Boligsosial plan 2025–2035 §§ 4.1 and 7.1.1), and days on either side of the year.</summary>
public sealed class StartlaanstatistikkTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>, IAsyncLifetime
{
    private const string Statistikk = "/api/v1/finansiering/startlaan/statistikk";

    /// <summary>
    /// 330 applications in 2024; 117 loans, of them 60 to families with children, 20 refinanced and 25 from municipal tenants; 40 bevis that are not used, half of them
    /// lapsed at the end of the year; 100 refused, one of them granted in 2025 after a klage. And a loan on the last day of 2023 and one on the first of 2025.
    /// </summary>
    public async ValueTask InitializeAsync() => await tjeneste.Sql<int>(
        """
        TRUNCATE startlaansoeknad, startlaansramme CASCADE;
        INSERT INTO startlaansramme (enhet, aar, ordning, laaneopptak, overfoert) VALUES ('aake', 2023, 'ordinaer', 180000000, 0), ('aake', 2024, 'ordinaer', 180000000, 40000000), ('aake', 2025, 'ordinaer', 225000000, 0), ('aake', 2025, 'foerstegangsetablering', 25000000, 0);
        CREATE TEMP TABLE sak AS
        SELECT nr, gen_random_uuid() AS id, CASE nr WHEN 0 THEN '2023-10-01' WHEN 330 THEN '2024-12-31' ELSE '2024-01-01'::date + nr % 300 END::date AS mottatt,
               CASE WHEN nr <= 117 OR nr = 330 THEN 'utbetalt' WHEN nr <= 157 THEN 'innvilget' WHEN nr <= 257 THEN 'avslag' ELSE 'mottatt' END AS status,
               CASE WHEN nr BETWEEN 1 AND 20 THEN 'refinansiering' ELSE 'kjoep' END AS formaal
        FROM generate_series(0, 330) nr;
        INSERT INTO startlaansoeknad (id, enhet, soekere, ordning, formaal, status, mottatt, voksne, barns_alder, leier_kommunalt, netto_inntekt, livsopphold, gjeld, andre_faste, soekt_beloep, etterspurt, dokumentert, bevis_til)
        SELECT id, 'aake', ARRAY[gen_random_uuid()], 'ordinaer', formaal, status, mottatt, 1, CASE WHEN nr BETWEEN 1 AND 60 THEN '{4}' ELSE '{}' END::integer[], nr BETWEEN 21 AND 45,
               30000, 12000, 0, 0, 2000000, '{}', '{}', CASE WHEN status = 'innvilget' THEN CASE WHEN nr <= 137 THEN '2024-12-30' ELSE '2024-12-31' END END::date
        FROM sak;
        INSERT INTO startlaan_vedtak (soeknad_id, nr, utfall, dato, beloep, avslagsgrunn, begrunnelse, hjemmel, underrettet, klagefrist, klageinstans, besluttet_av)
        SELECT id, 1, CASE status WHEN 'avslag' THEN 'avslag' ELSE 'innvilget' END, mottatt + CASE WHEN nr = 330 THEN 1 ELSE 30 END, 2000000,
               CASE WHEN status = 'avslag' THEN CASE WHEN nr <= 217 THEN 'betjeningsevne' ELSE 'ikke-vanskeligstilt' END END, '-', '-', mottatt, mottatt, '-', 'Kari'
        FROM sak WHERE status <> 'mottatt';
        INSERT INTO startlaan_vedtak (soeknad_id, nr, utfall, dato, beloep, begrunnelse, hjemmel, underrettet, klagefrist, klageinstans, besluttet_av)
        SELECT id, 2, 'innvilget', '2025-01-01', 1, '-', '-', mottatt, mottatt, '-', 'Kari' FROM sak WHERE nr = 158;
        INSERT INTO startlaan (id, soeknad_id, enhet, laantakere, ordning, formaal, beloep, kjoepesum, utbetalt, rente, rentetype, loepetid_aar, avdragsfrihet_aar, laanetype, saldo, saldo_dato)
        SELECT gen_random_uuid(), id, 'aake', ARRAY[gen_random_uuid()], 'ordinaer', formaal, 1604612 + CASE WHEN nr BETWEEN 1 AND 109 THEN 1 ELSE 0 END,
               CASE WHEN formaal = 'kjoep' THEN 1803542 + CASE WHEN nr = 117 THEN 0 WHEN nr % 2 = 0 THEN 50000 ELSE -50000 END END,
               CASE nr WHEN 0 THEN '2023-12-31' WHEN 330 THEN '2025-01-01' WHEN 1 THEN '2024-01-01' WHEN 2 THEN '2024-12-31' ELSE '2024-06-01'::date + nr END::date, 4.131, 'flytende', 30, 0, 'annuitet', 1, '2024-12-31'
        FROM sak WHERE status = 'utbetalt';
        DROP TABLE sak;
        SELECT 1
        """);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Planens_rad_for_2024_kommer_ut_av_sakene_til_kronen_og_prosenten()
    {
        var svar = await Hent("?fra=2024-01-01&til=2024-12-31");

        Assert.Equal(117, svar.GetProperty("husstander").GetInt32());
        Assert.Equal((60, 51.3m), (svar.GetProperty("barnefamilier").GetInt32(), svar.GetProperty("barnefamilierProsent").GetDecimal()));
        Assert.Equal((1_803_542m, 1_604_613m, 89.0m), (Tall(svar, "snittKjoepesum"), Tall(svar, "snittStartlaan"), Tall(svar, "andelAvKjoepesumProsent")));
        Assert.Equal((20, 25), (svar.GetProperty("refinansieringer").GetInt32(), svar.GetProperty("fraKommunalBolig").GetInt32()));
        Assert.Equal((187_739_713m, 180_000_000m), (Tall(svar, "utbetalt"), Tall(svar, "laaneopptak")));
        Assert.Equal((330, 100), (svar.GetProperty("soeknader").GetInt32(), svar.GetProperty("avslag").GetInt32()));
        Assert.Equal([("betjeningsevne", 60), ("ikke-vanskeligstilt", 40)], Grupper(svar, "avslagEtterGrunn"));
        Assert.Equal([("kjoep", 97), ("refinansiering", 20)], Grupper(svar, "etterFormaal"));
        Assert.Equal(30, svar.GetProperty("dagerTilVedtak").GetDouble());
    }

    [Fact]
    public async Task Bevis_som_er_gitt_og_ikke_brukt_telles_for_seg()
    {
        var bevis = (await Hent("?fra=2024-01-01&til=2024-12-31")).GetProperty("bevis");

        Assert.Equal((157, 117, 20, 20), (bevis.GetProperty("gitt").GetInt32(), bevis.GetProperty("brukt").GetInt32(), bevis.GetProperty("gyldige").GetInt32(), bevis.GetProperty("utloept").GetInt32()));
    }

    /// <summary>On the day before, nothing that happened on the day is known: also not that a refusal was reversed.</summary>
    [Theory]
    [InlineData("2023-12-31", "2023-12-31", 1, 0)]
    [InlineData("2024-01-01", "2024-01-01", 1, 0)]
    [InlineData("2024-01-02", "2024-05-31", 0, 0)]
    [InlineData("2024-01-01", "2025-01-01", 118, 99)]
    public async Task Begge_dagene_teller_med(string fra, string til, int husstander, int avslag)
    {
        var svar = await Hent($"?fra={fra}&til={til}");

        Assert.Equal(husstander, svar.GetProperty("husstander").GetInt32());
        if (avslag > 0)
            Assert.Equal(avslag, svar.GetProperty("avslag").GetInt32());
    }

    [Fact]
    public async Task Uten_laan_er_det_ikke_noe_snitt()
    {
        var svar = await Hent("?fra=2022-01-01&til=2022-12-31");

        Assert.Equal(0, svar.GetProperty("husstander").GetInt32());
        Assert.Equal(JsonValueKind.Null, svar.GetProperty("snittStartlaan").ValueKind);
        Assert.Equal(JsonValueKind.Null, svar.GetProperty("andelAvKjoepesumProsent").ValueKind);
    }

    [Fact]
    public async Task Siste_dag_kan_ikke_vaere_foer_den_foerste() =>
        await FinansieringTjeneste.ErProblem(await tjeneste.Klient.GetAsync($"{Statistikk}?fra=2024-12-31&til=2024-01-01"), 400, "ugyldig");

    [Fact]
    public async Task Bare_den_som_skal_se_tall_ser_dem()
    {
        using var integrator = tjeneste.Som(Roller.Integrator);

        Assert.Equal(403, (int)(await integrator.GetAsync(Statistikk)).StatusCode);
    }

    private async Task<JsonElement> Hent(string spoerring) => await FinansieringTjeneste.Ok(await tjeneste.Klient.GetAsync(Statistikk + spoerring));

    private static decimal Tall(JsonElement svar, string navn) => svar.GetProperty(navn).GetDecimal();

    private static IEnumerable<(string Kode, int Antall)> Grupper(JsonElement svar, string navn) =>
        svar.GetProperty(navn).EnumerateArray().Select(g => (g.GetProperty("kode").GetString()!, g.GetProperty("antall").GetInt32()));
}
