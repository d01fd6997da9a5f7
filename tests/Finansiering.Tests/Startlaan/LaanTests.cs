using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Startlaan;

/// <summary>Loans that are paid out: <see cref="SoekLaan"/>, <see cref="UtbetalStartlaan"/>, <see cref="AvgjoerStartlaansklage"/>. Today is 1 December 2026.</summary>
public sealed class LaanTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    [Fact]
    public async Task Hvilke_laan_er_i_mislighold()
    {
        using var saker = new Laanesaker(tjeneste, "lån");
        await saker.Ramme(10_000_000);
        List<string> ider = [await saker.Innvilget(), await saker.Innvilget(), await saker.Innvilget()];
        foreach (var id in ider)
            await Gjort(saker.Utbetal(id));
        await Gjort(Gjoer(saker.Saksbehandler, ider[1], "saldo", new { saldo = 1_490_000, mislighold = 12_000, dato = "2026-11-25" }));

        var misligholdt = Assert.Single(await Laan(saker.Saksbehandler, "?mislighold=true"));

        Assert.Equal((ider[1], 1_490_000m, 12_000m, "2026-11-25"), (Tekst(misligholdt, "soeknadId"), Tall(misligholdt, "saldo"), Tall(misligholdt, "mislighold"), Tekst(misligholdt, "misligholdFra")));
        Assert.Equal((4.381m, "flytende", 30m, 0m), (Tall(misligholdt, "rente"), Tekst(misligholdt, "rentetype"), Tall(misligholdt, "loepetidAar"), Tall(misligholdt, "avdragsfrihetAar")));
        Assert.Equal([ider[0], ider[2]], (await Laan(saker.Saksbehandler, "?mislighold=false")).Select(l => Tekst(l, "soeknadId")));
        var foerste = await Gjort(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/laan?antall=2"));
        Assert.Equal([ider[2]], (await Laan(saker.Saksbehandler, $"?antall=2&etter={Tekst(foerste, "neste")}")).Select(l => Tekst(l, "soeknadId")));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/laan?antall=0")));

        var laantaker = misligholdt.GetProperty("laantakere")[0].GetString();
        Assert.Equal([ider[1]], (await Laan(saker.Saksbehandler, $"?personRef={laantaker}")).Select(l => Tekst(l, "soeknadId")));
        Assert.True(await tjeneste.Sql<long>($"SELECT count(*) FROM tilgangslogg WHERE handling = 'lest' AND person_ref = '{laantaker}' AND sak = 'startlaan/{ider[1]}'") >= 2);
    }

    [Fact]
    public async Task Andre_enheter_ser_ikke_laanet_og_adressesperre_skjuler_det()
    {
        using var saker = new Laanesaker(tjeneste, "skjult-lån");
        using var andre = new Laanesaker(tjeneste, "ser-ikke-lån");
        using var skjermet = tjeneste.Som(Roller.AakeStoenad, enhet: "skjult-lån", skjermet: true);
        await saker.Ramme(10_000_000);
        await Gjort(saker.Utbetal(await saker.Innvilget()));
        var laantaker = Assert.Single(await Laan(saker.Saksbehandler)).GetProperty("laantakere")[1].GetString();

        using var gradert = await saker.Saksbehandler.PostAsync($"/api/v1/finansiering/personer/{laantaker}/gradering", new StringContent("""{"gradering":"fortrolig"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));

        Assert.Empty(await Laan(saker.Saksbehandler));
        Assert.Empty(await Laan(andre.Saksbehandler));
        Assert.Single(await Laan(skjermet));
    }

    [Fact]
    public async Task Renten_er_hoeyst_husbankens_for_dagen_og_paaslaget()
    {
        using var saker = new Laanesaker(tjeneste, "rente");
        await saker.Ramme(10_000_000);
        var id = await saker.Innvilget();

        var problem = await FinansieringTjeneste.ErProblem(await Utbetal(9), 422, "rente-for-hoey");

        Assert.Equal(("§ 8-2", "Renten kan være høyst 4,381 prosent 20.11.2026: Husbankens 4,131 og et påslag på høyst 0,25 prosentpoeng."), (problem.GetProperty("hjemmel").GetProperty("paragraf").GetString(), Tekst(problem, "detail")));
        Assert.True(problem.GetProperty("errors").TryGetProperty("rente", out _));
        Assert.Equal((422, "rente-for-hoey"), await Avvist(Utbetal(4.382)));
        Assert.Equal((422, "rente-for-hoey"), await Avvist(Utbetal(4.786, "fast10")));
        // The fixed rates of December are not known; the one that was agreed in November is.
        Assert.Equal((422, "sats-mangler"), await Avvist(Utbetal(4.785, "fast10", "2026-12-01")));
        Assert.Equal((422, "dato-i-framtiden"), await Avvist(Utbetal(4.785, "fast10", "2026-11-20", "2026-11-21")));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(Utbetal(4.785, "fast10", "2026-12-01", "2026-11-01")));
        await Gjort(Utbetal(4.785, "fast10", "2026-12-01", "2026-11-24"));

        Task<HttpResponseMessage> Utbetal(double rente, string rentetype = "flytende", string dato = "2026-11-20", string? renteDato = null) =>
            saker.Utbetal(id, endret: new { beloep = 1_500_000, kjoepesum = 1_600_000, rente, rentetype, loepetidAar = 30, dato, renteDato });
    }

    [Theory]
    [InlineData("omgjort")]
    [InlineData("opphevet")]
    public async Task En_klage_avgjoeres_ogsaa_etter_utbetalingen_og_laanet_staar(string utfall)
    {
        using var saker = new Laanesaker(tjeneste, $"klage-{utfall}");
        await saker.Ramme(10_000_000);
        var id = await saker.Innvilget();
        await Gjort(saker.Utbetal(id));
        Assert.Equal(JsonValueKind.Null, (await Gjort(Gjoer(saker.Saksbehandler, id, "klage", new { grunn = "Vi søkte om mer.", dato = "2026-11-21" }))).GetProperty("merknad").ValueKind);
        await Gjort(Gjoer(saker.Beslutter, id, "klage/oversendelse", new { dato = "2026-11-25" }));

        var svar = await Gjort(Gjoer(saker.Beslutter, id, "klage/utfall", new { utfall, dato = "2026-11-30" }));

        Assert.Equal(("utbetalt", utfall), (Tekst(svar, "status"), Tekst(svar.GetProperty("vedtak")[0].GetProperty("klage"), "utfall")));
        Assert.Contains("går som en ny søknad", Tekst(svar, "merknad"), StringComparison.Ordinal);
        Assert.Equal(1_500_000m, Tall(Assert.Single(await Laan(saker.Saksbehandler)), "saldo"));
        Assert.Equal(8_500_000m, Tall(await saker.RammeNaa(), "ledig"));
        Assert.Equal((409, "klage-avgjort"), await Avvist(Gjoer(saker.Beslutter, id, "klage/utfall", new { utfall })));
    }

    private static async Task<List<JsonElement>> Laan(HttpClient klient, string spoerring = "") => [.. (await Gjort(klient.GetAsync($"{Laanesaker.Startlaan}/laan{spoerring}"))).GetProperty("innhold").EnumerateArray()];

    private static string? Tekst(JsonElement e, string felt) => e.GetProperty(felt).GetString();

    private static decimal Tall(JsonElement e, string felt) => e.GetProperty(felt).GetDecimal();
}
