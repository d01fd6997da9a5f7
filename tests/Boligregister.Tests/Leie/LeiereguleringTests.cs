using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.Boligregister.Leie;
using Boligsosial.Boligregister.Tests.Tilgang;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Leie;

/// <summary><see cref="RegulerLeie"/> and <see cref="RegistrerIndeks"/>, on 1 December 2026.</summary>
public sealed class LeiereguleringTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private const string Regulering = "/api/v1/boligregister/leieregulering";
    private const string Indeks = "/api/v1/boligregister/konsumprisindeks";

    [Fact]
    public async Task Alle_proeves_foer_det_gjoeres_og_hver_har_tallene_sine_eller_grunnen()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: "regulering-kpi");
        var gammel = await Leie(klient, "2025-06-01");
        var fersk = await Leie(klient, "2026-02-01");
        var ukjent = await Leie(klient, "2025-07-01");
        var alle = new { grunnlag = "kpi", virkningFra = "2026-12-15", varslet = "2026-11-15", kpiMaaned = "2026-06-01" };

        var proevd = await Reguler(klient, alle);
        Assert.Equal((false, 1, 2, 36_000m, 36_323m), ((bool)proevd["utfoert"]!, (int)proevd["endret"]!, (int)proevd["avvist"]!, (decimal)proevd["sumFoer"]!, (decimal)proevd["sumEtter"]!));
        Assert.Equal(12_323m, Linje(proevd, gammel)["etter"]!.GetValue<decimal>());
        Assert.Equal("regulering-for-tidlig", (string?)Linje(proevd, fersk)["avvisning"]!["kode"]);
        Assert.Equal("indeks-mangler", (string?)Linje(proevd, ukjent)["avvisning"]!["kode"]);
        Assert.Equal(12_000m, await Maanedsleie(klient, gammel));

        var utfoert = await Reguler(klient, new { alle.grunnlag, alle.virkningFra, alle.varslet, alle.kpiMaaned, utfoer = true });
        Assert.Equal(1, (int)utfoert["endret"]!);
        Assert.Equal(12_323m, await Maanedsleie(klient, gammel));
        var igjen = await Reguler(klient, new { alle.grunnlag, alle.virkningFra, alle.varslet, alle.kpiMaaned, utfoer = true });
        Assert.Equal(0, (int)igjen["endret"]!);
        var historikk = (await BoligregisterTjeneste.Json(await klient.GetAsync($"{Leiesak.AlleLeieforhold}/{gammel}")))["fastsettelser"]!.AsArray();
        Assert.Equal([("2025-06-01", "avtale"), ("2026-12-15", "kpi")], historikk.Select(f => ((string?)f!["fra"], (string?)f["grunnlag"])));
        Assert.Equal(
            [("2025-06-01", 12_000m), ("2026-12-15", 12_323m)],
            (await tjeneste.Hendelser(gammel)).Where(h => h.Type == "leie-fastsatt").Select(h => ((string)h.Innhold["fra"]!, (decimal)h.Innhold["maanedsleie"]!)));
        Assert.Single(await tjeneste.Hendelser(fersk), h => h.Type == "leie-fastsatt");
    }

    [Fact]
    public async Task To_samtidige_reguleringer_blir_en()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: "regulering-kappes");
        await Leie(klient, "2025-06-01");

        var svar = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Reguler(klient, new { grunnlag = "kpi", virkningFra = "2026-12-15", varslet = "2026-11-15", kpiMaaned = "2026-06-01", utfoer = true })));

        Assert.Equal(1, svar.Sum(s => (int)s["endret"]!));
    }

    [Fact]
    public async Task Gjengs_leie_er_boligens_registrerte_leie_og_har_lengre_frister()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: "regulering-gjengs");
        var gammel = await Leie(klient, "2023-05-01");
        var fersk = await Leie(klient, "2024-07-01");

        var svar = await Reguler(klient, new { grunnlag = "gjengs-leie", virkningFra = "2027-05-01", varslet = "2026-11-01", utfoer = true });

        Assert.Equal(9_500m, Linje(svar, gammel)["etter"]!.GetValue<decimal>());
        Assert.Equal("gjengs-leie-for-tidlig", (string?)Linje(svar, fersk)["avvisning"]!["kode"]);
        Assert.Equal("§ 4-3", (string?)Linje(svar, fersk)["avvisning"]!["hjemmel"]!["paragraf"]);
    }

    [Theory]
    [InlineData("avtale", "2026-11-01", null, "grunnlag-er-avtale")]
    [InlineData("kpi", "2026-12-02", null, "dato-i-framtiden")]
    [InlineData("kpi", "2026-11-01", "2026-02-01", "indeks-mangler")]
    public async Task Det_som_ikke_kan_beregnes_avvises(string grunnlag, string varslet, string? kpiMaaned, string kode)
    {
        var svar = await tjeneste.Klient.PostAsJsonAsync(Regulering, new { grunnlag, virkningFra = "2027-01-01", varslet, kpiMaaned });

        Assert.Equal((422, $"urn:boligsosial:{kode}"), ((int)svar.StatusCode, (string?)(await BoligregisterTjeneste.Json(svar))["type"]));
    }

    [Fact]
    public async Task Indeksen_registreres_av_en_person_og_staar_fast_naar_den_er_brukt()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: "regulering-indeks");
        await Leie(klient, "2025-06-01");

        Assert.Equal(HttpStatusCode.OK, (await klient.PutAsJsonAsync($"{Indeks}/2026-09-01", new { verdi = 103.4 })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await klient.PutAsJsonAsync($"{Indeks}/2026-09-01", new { verdi = 103.5 })).StatusCode);
        await Reguler(klient, new { grunnlag = "kpi", virkningFra = "2026-12-15", varslet = "2026-11-15", kpiMaaned = "2026-09-01", utfoer = true });
        Assert.Equal(HttpStatusCode.Conflict, (await klient.PutAsJsonAsync($"{Indeks}/2026-09-01", new { verdi = 103.6 })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await klient.PutAsJsonAsync($"{Indeks}/2026-09-02", new { verdi = 103.6 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await klient.PutAsJsonAsync($"{Indeks}/2027-01-01", new { verdi = 103.6 })).StatusCode);
        Assert.Contains((await tjeneste.Hent(Indeks))["innhold"]!.AsArray(), i => (string?)i!["maaned"] == "2026-09-01" && (decimal)i["verdi"]! == 103.5m);
    }

    private async Task<string> Leie(HttpClient klient, string fra)
    {
        var person = await Leiesak.Registrer(klient, Leiesak.NyttNummer());
        var svar = await Leiesak.Inngaa(klient, (string)(await tjeneste.Registrer()).Innhold["id"]!, person, fra, maanedsleie: 12_000, inngaatt: fra);
        return (string)(await BoligregisterTjeneste.Json(svar))["id"]!;
    }

    private static async Task<JsonObject> Reguler(HttpClient klient, object innhold)
    {
        var svar = await klient.PostAsJsonAsync(Regulering, innhold);
        Assert.True(svar.IsSuccessStatusCode, await svar.Content.ReadAsStringAsync());
        return await BoligregisterTjeneste.Json(svar);
    }

    private static async Task<decimal> Maanedsleie(HttpClient klient, string id) =>
        (decimal)(await BoligregisterTjeneste.Json(await klient.GetAsync($"{Leiesak.AlleLeieforhold}/{id}")))["maanedsleie"]!;

    private static JsonNode Linje(JsonObject svar, string id) => svar["linjer"]!.AsArray().Single(l => (string?)l!["leieforholdId"] == id)!;
}
