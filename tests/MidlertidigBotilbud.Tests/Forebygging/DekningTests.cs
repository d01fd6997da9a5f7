using System.Net;
using System.Text.Json.Nodes;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.MidlertidigBotilbud.Forebygging;

namespace Boligsosial.MidlertidigBotilbud.Tests.Forebygging;

/// <summary><see cref="DekkRestanse"/> up to what is owed, and how it becomes the answer of <see cref="BesvarFravikelse"/>.</summary>
public sealed class DekningTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Det_dekkes_ikke_mer_enn_restansen_verken_i_ett_eller_flere_vedtak()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-05");
        var (sak, leie) = await Sak(nav);

        var nei = await nav.Post($"/forebygging/{sak}/dekning", new { beloep = 9300.01, begrunnelse = "For mye." }, HttpStatusCode.Conflict, "dekning-over-restansen");
        Assert.Contains("9300", (string?)nei["errors"]!["beloep"]![0], StringComparison.Ordinal);
        Assert.Null((await nav.Post($"/forebygging/{sak}/dekning", new { beloep = 9000, begrunnelse = "Det meste." }))["utfall"]);
        await nav.Post($"/forebygging/{sak}/dekning", new { beloep = 9000, begrunnelse = "En gang til." }, HttpStatusCode.Conflict, "dekning-over-restansen");
        await nav.Post($"/forebygging/{sak}/dekning", new { beloep = 300, begrunnelse = "Resten." });
        await nav.Post($"/forebygging/{sak}/dekning", new { beloep = 1, begrunnelse = "Mer." }, HttpStatusCode.Conflict, "restanse-er-dekket");

        Assert.Equal(2L, await tjeneste.Sql<long>($"SELECT count(*) FROM restansedekning WHERE sak_id = '{sak}'"));
        await Avverget(leie);
    }

    [Fact]
    public async Task Dekkes_alt_er_det_ogsaa_svaret_foer_boligregisteret_avslutter_saken()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-05");
        var (sak, leie) = await Sak(nav);

        var dekket = await nav.Post($"/forebygging/{sak}/dekning", new { beloep = 9300, begrunnelse = "Familien mister ellers boligen." });
        Assert.Equal(("restanse-dekket", "2026-12-05"), ((string?)dekket["utfall"], (string?)dekket["besvart"]));
        Assert.Equal("restanse-dekket", (string?)(await tjeneste.Fortalt("fravikelse-besvart", leie))["utfall"]);
        await Avverget(leie);

        var rad = (await nav.Hent($"/forebygging?leieforholdId={leie}"))["innhold"]![0]!;
        Assert.Equal(("restanse-dekket", "avverget", null), ((string?)rad["utfall"], (string?)rad["slutt"], rad["dagerIgjen"]));
        await nav.Post($"/forebygging/{sak}/svar", new { utfall = "ingen", merknad = "Nei." }, HttpStatusCode.Conflict, "sak-avsluttet");
    }

    [Fact]
    public async Task Dekkes_noe_og_saken_avverges_kan_svaret_foeres_etterpaa_og_bare_det()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-05");
        var (sak, leie) = await Sak(nav);
        var (uten, annen) = await Sak(nav);
        await nav.Post($"/forebygging/{sak}/dekning", new { beloep = 4000, begrunnelse = "Resten betaler de selv." });
        await Avverget(leie);
        await Avverget(annen);

        await nav.Post($"/forebygging/{uten}/svar", new { utfall = "restanse-dekket", merknad = "Dekket." }, HttpStatusCode.Conflict, "sak-avsluttet");
        await nav.Post($"/forebygging/{sak}/svar", new { utfall = "betalingsavtale", merknad = "Avtalt." }, HttpStatusCode.Conflict, "sak-avsluttet");
        Assert.Equal("restanse-dekket", (string?)(await nav.Post($"/forebygging/{sak}/svar", new { utfall = "restanse-dekket", merknad = "Dekket." }))["utfall"]);
        Assert.Equal(0L, await tjeneste.Sql<long>(
            $"SELECT count(*) FROM (SELECT type, key FROM outbox UNION ALL SELECT type, key FROM outbox_history) m WHERE type = 'midlertidig-botilbud.fravikelse-besvart' AND key = '{leie}'"));
        await nav.Post($"/forebygging/{sak}/svar", new { utfall = "restanse-dekket", merknad = "Igjen." }, HttpStatusCode.Conflict, "sak-avsluttet");
    }

    private async Task<(string Sak, string Leie)> Sak(Navkontor nav)
    {
        var leie = Guid.CreateVersion7();
        await tjeneste.Skjedde(new FravikelseVarslet(leie, Guid.CreateVersion7(), new(2026, 12, 1), new(2026, 12, 15), false, 9300, [Guid.Parse(await nav.Person())]));
        JsonNode sak = (await nav.Hent($"/forebygging?leieforholdId={leie}"))["innhold"]![0]!;
        return ((string)sak["id"]!, $"{leie}");
    }

    private Task Avverget(string leie) => tjeneste.Skjedde(new FravikelseAvverget(Guid.Parse(leie), Guid.CreateVersion7(), new(2026, 12, 5), "restanse-dekket", []));
}
