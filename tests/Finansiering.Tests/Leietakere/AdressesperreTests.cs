using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Kjoepsvurderinger;
using Boligsosial.Finansiering.Leietakere;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Leietakere;

/// <summary>
/// <see cref="SoekLeietakereUtenBostoette"/>, <see cref="SoekKjoepsvurderinger"/> and <see cref="HentKjoepsvurdering"/> for the ordinary caseworker, of tenants whom no unit here has registered: as long as
/// nobody, anywhere, has said that one of them has a graded address. Today is 1 December 2026; «aake» is the unit of the profile.
/// </summary>
public sealed class AdressesperreTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    private const string Liste = "/api/v1/finansiering/leietakere/uten-bostoette";
    private const string Vurderinger = "/api/v1/finansiering/kjoepsvurderinger";
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Leietakere_ingen_har_registrert_staar_til_en_av_dem_blir_gradert_i_en_annen_tjeneste()
    {
        await AltErFortalt();
        using var vanlig = tjeneste.Som(Roller.AakeStoenad, enhet: "aake");
        using var skjermet = tjeneste.Som(Roller.AakeStoenad, skjermet: true, enhet: "aake");
        var (en, to) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var leie = await Leie(en, to);
        var rad = Assert.Single(await Rader(vanlig, Liste), r => r.GetProperty("leieforholdId").GetGuid() == leie);
        Assert.Equal([en, to], rad.GetProperty("leietakere").EnumerateArray().Select(l => l.GetGuid()));
        var vurdering = Assert.Single(await Rader(vanlig, Vurderinger), r => r.GetProperty("leieforholdId").GetGuid() == leie).GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.OK, (await vanlig.GetAsync($"{Vurderinger}/{vurdering}")).StatusCode);
        Assert.Equal(2L, await tjeneste.Sql<long>($"SELECT count(*) FROM tilgangslogg WHERE sak = 'leieforhold/{leie}' AND handling = 'lest'"));

        await tjeneste.Skjedde(new AdressesperreEndret(to, "fortrolig", Start.AddMinutes(1)));
        Assert.Equal((false, false, 404), await Ser(vanlig));
        Assert.Equal((true, true, 200), await Ser(skjermet));

        await tjeneste.Skjedde(new Contracts.BoligsosialEnhet.AdressesperreEndret(to, "ugradert", Start), new Contracts.MidlertidigBotilbud.AdressesperreEndret(en, "strengt-fortrolig", Start));
        Assert.Equal((false, false, 404), await Ser(vanlig));
        await tjeneste.Skjedde(new AdressesperreEndret(to, "ugradert", Start.AddMinutes(2)), new AdressesperreEndret(en, "ugradert", Start.AddMinutes(2)));
        Assert.Equal((true, true, 200), await Ser(vanlig));

        async Task<(bool, bool, int)> Ser(HttpClient klient) => (await Finnes(klient, Liste, leie), await Finnes(klient, Vurderinger, leie), (int)(await klient.GetAsync($"{Vurderinger}/{vurdering}")).StatusCode);
    }

    [Fact]
    public async Task Det_som_vises_er_forslaget_alene_og_ingen_uten_rolle_ser_noe()
    {
        await AltErFortalt();
        using var vanlig = tjeneste.Som(Roller.AakeStoenad, enhet: "aake");
        using var skjermet = tjeneste.Som(Roller.AakeStoenad, skjermet: true, enhet: "aake");
        using var utleie = tjeneste.Som(Roller.AakeUtleie, skjermet: true);
        var leietaker = Guid.CreateVersion7();
        var leie = await Leie(leietaker);
        var id = Assert.Single(await Rader(vanlig, $"{Vurderinger}?personRef={leietaker}")).GetProperty("id").GetString()!;

        Assert.Equal((404, "finnes-ikke"), await Avvist(Gjoer(vanlig, "samtykke", new { fra = new[] { leietaker } })));
        Assert.Equal((404, "finnes-ikke"), await Avvist(Gjoer(vanlig, "utfall", new { utfall = "oensker-ikke", begrunnelse = "Vil leie." })));
        Assert.Equal((404, "finnes-ikke"), await Avvist(vanlig.GetAsync($"/api/v1/finansiering/personer/{leietaker}")));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), ((await utleie.GetAsync(Liste)).StatusCode, (await utleie.GetAsync(Vurderinger)).StatusCode));

        await Gjort(Gjoer(skjermet, "samtykke", new { fra = new[] { leietaker } }));
        Assert.Empty(await Rader(vanlig, $"{Vurderinger}?personRef={leietaker}"));
        Assert.Equal((404, "finnes-ikke"), await Avvist(vanlig.GetAsync($"{Vurderinger}/{id}")));
        Assert.True(await Finnes(vanlig, Liste, leie));

        Task<HttpResponseMessage> Gjoer(HttpClient klient, string hva, object innhold) => klient.PostAsJsonAsync($"{Vurderinger}/{id}/{hva}", innhold);
    }

    [Fact]
    public async Task Den_som_graderes_foer_den_registreres_er_usynlig_etterpaa_ogsaa()
    {
        await AltErFortalt();
        using var saker = new Startlaan.Laanesaker(tjeneste, "aake");
        var (leietaker, annen) = (Guid.Parse(await saker.Person()), Guid.Parse(await saker.Person()));
        var (leie, synlig) = (await Leie(leietaker), await Leie(annen));
        await tjeneste.Skjedde(new AdressesperreEndret(leietaker, "fortrolig", Start));

        Assert.Equal((false, true), (await Finnes(saker.Saksbehandler, Liste, leie), await Finnes(saker.Saksbehandler, Liste, synlig)));
        Assert.Equal((404, "finnes-ikke"), await Avvist(saker.Saksbehandler.GetAsync($"/api/v1/finansiering/personer/{leietaker}")));
        Assert.Equal(0L, await tjeneste.Sql<long>("SELECT count(*) FROM (SELECT type FROM outbox UNION ALL SELECT type FROM outbox_history) m WHERE type LIKE '%.adressesperre-endret'"));
    }

    [Theory]
    [InlineData("UPDATE subscription SET rebuilding = true WHERE consumer = 'NaarAdressesperreEndretIMidlertidigBotilbud'", "UPDATE subscription SET rebuilding = false")]
    [InlineData(
        "INSERT INTO inbox_held (message_id, consumer, state, source, type, key, message) VALUES (gen_random_uuid(), 'NaarAdressesperreEndretIBoligregister', 'dead', 'boligregister', '', '', '')", "DELETE FROM inbox_held")]
    public async Task Saa_lenge_en_tjeneste_ikke_har_fortalt_alt_er_ingen_kjent_som_ugradert(string mangler, string kommer)
    {
        await AltErFortalt();
        using var vanlig = tjeneste.Som(Roller.AakeStoenad, enhet: "aake");
        var leie = await Leie(Guid.CreateVersion7());
        Assert.Equal((true, true), (await Finnes(vanlig, Liste, leie), await Finnes(vanlig, Vurderinger, leie)));

        await tjeneste.Sql<object?>($"WITH m AS ({mangler} RETURNING 1) SELECT count(*) FROM m");
        Assert.Equal((false, false), (await Finnes(vanlig, Liste, leie), await Finnes(vanlig, Vurderinger, leie)));

        await tjeneste.Sql<object?>($"WITH m AS ({kommer} RETURNING 1) SELECT count(*) FROM m");
        Assert.True(await Finnes(vanlig, Liste, leie));
    }

    /// <summary>The other services do not run here: as when their histories have come.</summary>
    private Task AltErFortalt() => Testing.Eventually.Is(
        async () => await tjeneste.Sql<long>("WITH m AS (UPDATE subscription SET rebuilding = false WHERE consumer LIKE 'NaarAdressesperreEndret%' RETURNING 1) SELECT count(*) FROM m") == 3, "the reactions are registered");

    private async Task<Guid> Leie(params Guid[] leietakere)
    {
        var id = Guid.CreateVersion7();
        await tjeneste.Skjedde(
            new LeieforholdInngaatt(id, Guid.Empty, null, new(2024, 3, 1), new(2027, 3, 1), leietakere, 0), new LeieFastsatt(id, new(2024, 3, 1), 9_500), new LeieUtloeperSnart(id, Guid.Empty, new(2027, 3, 1), leietakere));
        return id;
    }

    private static async Task<bool> Finnes(HttpClient klient, string liste, Guid leie) => (await Rader(klient, liste)).Exists(r => r.GetProperty("leieforholdId").GetGuid() == leie);

    private static async Task<List<JsonElement>> Rader(HttpClient klient, string liste) => [.. (await Gjort(klient.GetAsync(liste))).GetProperty("innhold").EnumerateArray()];
}
