using System.Net;
using System.Text.Json.Nodes;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.MidlertidigBotilbud.Forebygging;

namespace Boligsosial.MidlertidigBotilbud.Tests.Forebygging;

/// <summary><see cref="KlagPaaDekning"/>, <see cref="OversendDekningsklage"/> and <see cref="AvgjoerDekningsklage"/>.</summary>
public sealed class DekningsklageTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Dekningen_klages_til_statsforvalteren_ogsaa_naar_saken_er_avsluttet()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        using var annen = new Navkontor(tjeneste, "dekning-annen");
        nav.ErDet("2026-12-05");
        var (leie, person) = (Guid.CreateVersion7(), await nav.Person());
        var (sak, dekning) = await Dekket(nav, leie, person);
        var sti = $"/forebygging/{sak}/dekning/{dekning}/klage";

        await nav.Post($"{sti}/oversendelse", new { }, HttpStatusCode.Conflict, "ingen-klage");
        await nav.Post($"{sti}/utfall", new { utfall = "stadfestet" }, HttpStatusCode.Conflict, "ingen-klage");
        await nav.Post(sti, new { }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post(sti, new { grunn = "For lite.", dato = "2026-12-04" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        await nav.Post($"/forebygging/{sak}/dekning/{Guid.CreateVersion7()}/klage", new { grunn = "For lite." }, HttpStatusCode.NotFound, "finnes-ikke");
        await annen.Post(sti, new { grunn = "For lite." }, HttpStatusCode.NotFound, "finnes-ikke");
        await Avverget(leie);
        await nav.Post($"/forebygging/{sak}/dekning", new { beloep = 300, begrunnelse = "Resten." }, HttpStatusCode.Conflict, "sak-avsluttet");

        nav.ErDet("2026-12-10");
        var klaget = Klage(await nav.Post(sti, new { grunn = "Det dekker ikke alt." }));
        Assert.Equal(("2026-12-10", false), ((string?)klaget["mottatt"], (bool)klaget["forSent"]!));
        await nav.Post(sti, new { grunn = "Igjen." }, HttpStatusCode.Conflict, "klage-finnes");
        await nav.Post($"{sti}/utfall", new { utfall = "stadfestet" }, HttpStatusCode.Conflict, "klage-ikke-oversendt");
        await nav.Post($"{sti}/oversendelse", new { dato = "2026-12-09" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        await annen.Post($"{sti}/oversendelse", new { }, HttpStatusCode.NotFound, "finnes-ikke");
        await nav.Post($"{sti}/oversendelse", new { });
        await nav.Post($"{sti}/oversendelse", new { }, HttpStatusCode.Conflict, "klage-oversendt");
        await annen.Post($"{sti}/utfall", new { utfall = "stadfestet" }, HttpStatusCode.NotFound, "finnes-ikke");
        await nav.Post($"{sti}/utfall", new { utfall = "tull" }, HttpStatusCode.BadRequest);
        Assert.Equal("stadfestet", (string?)Klage(await nav.Post($"{sti}/utfall", new { utfall = "stadfestet" }))["utfall"]);
        await nav.Post($"{sti}/utfall", new { utfall = "omgjort" }, HttpStatusCode.Conflict, "klage-avgjort");

        await nav.Post($"/forebygging/{sak}/dekning", new { beloep = 300, begrunnelse = "Resten." }, HttpStatusCode.Conflict, "sak-avsluttet");
        Assert.Equal("stadfestet", (string?)Klage((await nav.Hent($"/forebygging?leieforholdId={leie}"))["innhold"]![0]!)["utfall"]);
        await tjeneste.Sql<string>($"SELECT 'ja' FROM restansedekning WHERE id = '{dekning}' AND klage_grunn = 'Det dekker ikke alt.'");
    }

    [Theory]
    [InlineData("omgjort", false)]
    [InlineData("omgjort", true)]
    [InlineData("opphevet", true)]
    public async Task Naar_vedtaket_faller_gjoeres_et_nytt_ogsaa_i_en_avsluttet_sak(string utfall, bool oversendt)
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-05");
        var leie = Guid.CreateVersion7();
        var (sak, dekning) = await Dekket(nav, leie, await nav.Person());
        await Avverget(leie);
        var sti = $"/forebygging/{sak}/dekning/{dekning}/klage";
        await nav.Post(sti, new { grunn = "For lite." });
        if (oversendt)
            await nav.Post($"{sti}/oversendelse", new { });

        await nav.Post($"{sti}/utfall", new { utfall });
        var ny = await nav.Post($"/forebygging/{sak}/dekning", new { beloep = 300, begrunnelse = "Resten, etter klagen." });

        Assert.Equal([9000m, 300m], ny["dekninger"]!.AsArray().Select(d => (decimal)d!["beloep"]!));
        Assert.Null(ny["dekninger"]![1]!["klage"]);
        await nav.Post($"/forebygging/{sak}/dekning", new { beloep = 1, begrunnelse = "Enda en gang." }, HttpStatusCode.Conflict, "sak-avsluttet");
        Assert.Equal(2L, await tjeneste.Sql<long>(
            $"SELECT count(*) FROM (SELECT type, key FROM outbox UNION ALL SELECT type, key FROM outbox_history) m WHERE type = 'midlertidig-botilbud.husleierestanse-dekket' AND key = '{leie}'"));
    }

    [Fact]
    public async Task Klagen_kan_ikke_tas_etter_et_aar_og_den_det_gjelder_ser_den()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-05");
        var person = await nav.Person();
        var (sak, dekning) = await Dekket(nav, Guid.CreateVersion7(), person);

        nav.ErDet("2027-12-06");
        await nav.Post($"/forebygging/{sak}/dekning/{dekning}/klage", new { grunn = "For lite." }, HttpStatusCode.UnprocessableEntity, "klage-over-ett-aar");
        await nav.Post($"/forebygging/{sak}/dekning/{dekning}/klage", new { grunn = "For lite til oss.", dato = "2027-12-05" });

        Assert.Contains("For lite til oss.", (await nav.Hent($"/personer/{person}/innsyn", som: nav.Leder)).ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonNode Klage(JsonNode sak) => Assert.Single(sak["dekninger"]!.AsArray())!["klage"]!;

    private Task Avverget(Guid leie) => tjeneste.Skjedde(new FravikelseAvverget(leie, Guid.CreateVersion7(), new(2026, 12, 5), "betalt", []));

    private async Task<(string Sak, string Dekning)> Dekket(Navkontor nav, Guid leie, string person)
    {
        await tjeneste.Skjedde(new FravikelseVarslet(leie, Guid.CreateVersion7(), new(2026, 12, 1), new(2026, 12, 15), false, 9300, [Guid.Parse(person)]));
        var id = (string)(await nav.Hent($"/forebygging?leieforholdId={leie}"))["innhold"]![0]!["id"]!;
        var dekket = await nav.Post($"/forebygging/{id}/dekning", new { beloep = 9000, begrunnelse = "Familien mister ellers boligen." });
        return (id, (string)dekket["dekninger"]![0]!["id"]!);
    }
}
