using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.MidlertidigBotilbud.Botid;

namespace Boligsosial.MidlertidigBotilbud.Tests.Botid;

/// <summary>
/// <see cref="BestillPlass"/>, <see cref="ForlengOpphold"/>, <see cref="FlyttOpphold"/>, <see cref="AvsluttOpphold"/>, <see cref="RegistrerUteblitt"/>, <see cref="HentOpphold"/> and
/// <see cref="SoekOpphold"/>.
/// </summary>
public sealed class OppholdTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Nye_gjester_kan_komme_den_dagen_de_forrige_reiser_men_ikke_foer()
    {
        using var nav = new Navkontor(tjeneste, "bytte");
        nav.ErDet("2026-12-01");
        var (plass, henvendelse) = (await nav.Plass(await nav.Tilbyder(), "Hybel 1"), await nav.Innvilget());
        await nav.Opphold(henvendelse, plass, "2026-12-01", "2026-12-04");

        await Bestill(nav, await nav.Innvilget(), plass, "2026-12-03", "2026-12-05", HttpStatusCode.Conflict, "plass-opptatt");
        await Bestill(nav, await nav.Innvilget(), plass, "2026-12-04", "2026-12-05");
        await Bestill(nav, await nav.Innvilget(), plass, "2026-12-05", "2026-12-05", HttpStatusCode.BadRequest, "ugyldig");
    }

    [Fact]
    public async Task Den_som_reiser_den_dagen_de_kom_har_ingen_natt_og_senga_er_ledig()
    {
        using var nav = new Navkontor(tjeneste, "samme-dag");
        nav.ErDet("2026-12-01");
        var (plass, henvendelse) = (await nav.Plass(await nav.Tilbyder(), "Hybel 1"), await nav.Innvilget());
        var id = await nav.Opphold(henvendelse, plass, "2026-12-01", "2026-12-04");

        var slutt = await nav.Post($"/opphold/{id}/avreise", new { aarsak = "bortvist" });

        Assert.Equal(("avsluttet", "2026-12-01", 0), ((string?)slutt["status"], (string?)slutt["til"], slutt["rom"]!.AsArray().Count));
        await Bestill(nav, await nav.Innvilget(), plass, "2026-12-01", "2026-12-02");
    }

    [Fact]
    public async Task Dagene_til_klargjoering_hoerer_til_baade_foer_og_etter()
    {
        using var nav = new Navkontor(tjeneste, "klargjoering");
        nav.ErDet("2026-12-01");
        var (plass, henvendelse) = (await nav.Plass(await nav.Tilbyder(), "Hybel 1", new { klargjoeringDager = 2 }), await nav.Innvilget());
        await nav.Opphold(henvendelse, plass, "2026-12-10", "2026-12-12");

        await Bestill(nav, henvendelse, plass, "2026-12-13", "2026-12-14", HttpStatusCode.Conflict, "plass-opptatt");
        await Bestill(nav, henvendelse, plass, "2026-12-07", "2026-12-09", HttpStatusCode.Conflict, "plass-opptatt");
        Assert.Equal("2026-12-14", (string?)(await nav.Hent($"/henvendelser/{henvendelse}/plasser?ankomst=2026-12-08&avreise=2026-12-09"))["bom"]![0]!["ledigFra"]);
        await Bestill(nav, henvendelse, plass, "2026-12-14", "2026-12-15");
        await Bestill(nav, henvendelse, plass, "2026-12-07", "2026-12-08");
    }

    [Fact]
    public async Task Av_hundre_samtidige_faar_en_sengen_og_resten_den_nest_beste()
    {
        using var nav = new Navkontor(tjeneste, "hundre");
        nav.ErDet("2026-12-01T22:00");
        var tilbyder = await nav.Tilbyder();
        var (siste, nest) = (await nav.Plass(tilbyder, "Siste seng", new { pris = 500 }), await nav.Plass(tilbyder, "Nest beste", new { pris = 600 }));
        var henvendelser = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => nav.Innvilget()));

        var svar = await Task.WhenAll(henvendelser.Select(h => Svar(nav, h, siste)));

        Assert.Single(svar, s => s.Status == HttpStatusCode.Created);
        var nei = svar.Where(s => s.Status != HttpStatusCode.Created).ToList();
        Assert.Equal(99, nei.Count);
        Assert.All(nei, n => Assert.Equal((HttpStatusCode.Conflict, "urn:boligsosial:plass-opptatt", nest), (n.Status, (string?)n.Innhold["type"], (string?)n.Innhold["nesteBeste"]!["plassId"])));
        Assert.Equal(1L, await tjeneste.Sql<long>($"SELECT count(*) FROM plassbelegg WHERE plass_id = '{siste}'"));
    }

    [Fact]
    public async Task Samtidige_bestillinger_av_mange_senger_gir_ingen_dobbel()
    {
        using var nav = new Navkontor(tjeneste, "mange");
        nav.ErDet("2026-12-01");
        var tilbyder = await nav.Tilbyder();
        var plasser = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => nav.Plass(tilbyder, $"Hybel {i}", new { klargjoeringDager = i % 2 })));
        var henvendelse = await nav.Innvilget();
        var tilfeldig = new Random(8);

        await Task.WhenAll(Enumerable.Range(0, 150).Select(_ => (plasser[tilfeldig.Next(5)], tilfeldig.Next(20))).ToList().Select(b =>
            Svar(nav, henvendelse, b.Item1, $"2026-12-{b.Item2 + 1:00}", $"2026-12-{b.Item2 + 4:00}")));

        Assert.Equal(0L, await tjeneste.Sql<long>(
            "SELECT count(*) FROM plassbelegg a JOIN plassbelegg b ON a.plass_id = b.plass_id AND a.id < b.id AND daterange(a.fra, a.klar) && daterange(b.fra, b.klar)"));
    }

    [Fact]
    public async Task Et_opphold_forlenges_flyttes_og_avsluttes_foer_tiden()
    {
        using var nav = new Navkontor(tjeneste, "gang");
        nav.ErDet("2026-12-01");
        var tilbyder = await nav.Tilbyder();
        var (foerste, andre) = (await nav.Plass(tilbyder, "Hybel 1", new { klargjoeringDager = 1 }), await nav.Plass(tilbyder, "Hybel 2", new { pris = 900 }));
        var (henvendelse, annen) = (await nav.Innvilget(), await nav.Innvilget());
        var id = await nav.Opphold(henvendelse, foerste, "2026-12-01", "2026-12-05");
        await nav.Opphold(annen, foerste, "2026-12-10", "2026-12-12");

        await nav.Post($"/opphold/{id}/forlengelse", new { avreise = "2026-12-05" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        await nav.Post($"/opphold/{id}/forlengelse", new { avreise = "2026-12-10" }, HttpStatusCode.Conflict, "plass-opptatt"); // a day to make it ready
        await nav.Post($"/opphold/{id}/forlengelse", new { avreise = "2026-12-09" });
        await nav.Post($"/opphold/{id}/flytting", new { plassId = andre, dato = "2026-12-09" }, HttpStatusCode.UnprocessableEntity, "dato-utenfor-oppholdet");
        await nav.Post($"/opphold/{id}/flytting", new { plassId = foerste, dato = "2026-12-03" }, HttpStatusCode.Conflict, "plass-opptatt");
        await nav.Post($"/opphold/{id}/flytting", new { plassId = Guid.CreateVersion7(), dato = "2026-12-03" }, HttpStatusCode.UnprocessableEntity, "plass-finnes-ikke");
        var flyttet = await nav.Post($"/opphold/{id}/flytting", new { plassId = andre, dato = "2026-12-03" });
        Assert.Equal([(foerste, "2026-12-01", "2026-12-03", 650m), (andre, "2026-12-03", "2026-12-09", 900m)], flyttet["rom"]!.AsArray().Select(r =>
            ((string)r!["plassId"]!, (string)r["fra"]!, (string)r["til"]!, (decimal)r["pris"]!)));
        await Bestill(nav, annen, foerste, "2026-12-03", "2026-12-04", HttpStatusCode.Conflict, "plass-opptatt");
        await Bestill(nav, annen, foerste, "2026-12-04", "2026-12-05");

        nav.ErDet("2026-12-06");
        await nav.Post($"/opphold/{id}/avreise", new { aarsak = "privat-bolig", dato = "2026-12-07" }, HttpStatusCode.UnprocessableEntity, "dato-i-framtiden");
        await nav.Post($"/opphold/{id}/avreise", new { aarsak = "privat-bolig", dato = "2026-11-30" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        var slutt = await nav.Post($"/opphold/{id}/avreise", new { aarsak = "privat-bolig" });
        Assert.Equal(("avsluttet", "2026-12-06", "privat-bolig"), ((string?)slutt["status"], (string?)slutt["til"], (string?)slutt["sluttAarsak"]));
        await Bestill(nav, annen, andre, "2026-12-06", "2026-12-07");
        await nav.Post($"/opphold/{id}/avreise", new { aarsak = "annet" }, HttpStatusCode.Conflict, "opphold-ikke-loeper");
        Assert.Equal(id, (string?)Assert.Single((await nav.Hent("/opphold?status=avsluttet"))["innhold"]!.AsArray())!["id"]);
    }

    [Fact]
    public async Task Den_som_ikke_kom_har_ingen_netter_og_plassen_er_ledig()
    {
        using var nav = new Navkontor(tjeneste, "uteblitt");
        nav.ErDet("2026-12-01");
        var (plass, henvendelse) = (await nav.Plass(await nav.Tilbyder(), "Hybel 1", new { klargjoeringDager = 2 }), await nav.Innvilget());
        var samme = await nav.Opphold(henvendelse, plass, "2026-12-01", "2026-12-08");
        Assert.Empty((await nav.Post($"/opphold/{samme}/uteblivelse", new { }))["rom"]!.AsArray());
        var neste = await nav.Opphold(henvendelse, plass, "2026-12-01", "2026-12-08");

        nav.ErDet("2026-12-02");
        var svar = await nav.Post($"/opphold/{neste}/uteblivelse", new { });

        Assert.Equal(("uteblitt", "2026-12-01", "2026-12-02"), ((string?)svar["status"], (string?)svar["til"], (string?)svar["rom"]![0]!["til"]));
        await Bestill(nav, henvendelse, plass, "2026-12-02", "2026-12-03");
    }

    [Fact]
    public async Task Ingen_mister_sengen_fordi_dagen_gaar()
    {
        using var nav = new Navkontor(tjeneste, "over-tiden");
        nav.ErDet("2026-12-01");
        var (tilbyder, henvendelse) = (await nav.Tilbyder(), await nav.Innvilget());
        var (plass, nest) = (await nav.Plass(tilbyder, "Hybel 1"), await nav.Plass(tilbyder, "Hybel 2", new { pris = 900 }));
        var id = await nav.Opphold(henvendelse, plass, "2026-12-01", "2026-12-03");

        nav.ErDet("2026-12-03");
        Assert.Empty((await nav.Hent("/opphold?overTiden=true"))["innhold"]!.AsArray());
        nav.ErDet("2026-12-04");
        var opphold = Assert.Single((await nav.Hent("/opphold?overTiden=true"))["innhold"]!.AsArray())!;
        Assert.Equal((id, "loeper", true), ((string?)opphold["id"], (string?)opphold["status"], (bool)opphold["overTiden"]!));
        var annen = await nav.Innvilget();
        Assert.Equal(["gjest-ikke-meldt-ut"], Navkontor.Tekster((await nav.Hent($"/henvendelser/{annen}/plasser"))["bom"]![0]!["hvorfor"]));
        var nei = await Bestill(nav, annen, plass, "2026-12-04", "2026-12-05", HttpStatusCode.Conflict, "gjest-ikke-meldt-ut");
        Assert.Equal(nest, (string?)nei["nesteBeste"]!["plassId"]);

        await nav.Post($"/opphold/{id}/avreise", new { aarsak = "slutted-selv" }, HttpStatusCode.BadRequest);
        await nav.Post($"/opphold/{id}/avreise", new { aarsak = "sluttet-selv" }, HttpStatusCode.UnprocessableEntity, "avreise-etter-avtalt");
        await nav.Post($"/opphold/{id}/forlengelse", new { avreise = "2026-12-04" });
        await nav.Post($"/opphold/{id}/avreise", new { aarsak = "sluttet-selv" });
        await Bestill(nav, annen, plass, "2026-12-04", "2026-12-05");
    }

    [Fact]
    public async Task En_plass_som_ikke_passer_maa_begrunnes()
    {
        using var nav = new Navkontor(tjeneste, "passer-ikke");
        nav.ErDet("2026-12-01");
        var plass = await nav.Plass(await nav.Tilbyder(), "Natthjemmet", new { slag = "natthjem" });
        var henvendelse = (string)(await nav.Kommer())["id"]!; // the bed before the vedtak

        var nei = await Bestill(nav, henvendelse, plass, "2026-12-01", "2026-12-02", HttpStatusCode.UnprocessableEntity, "plassen-passer-ikke");
        Assert.Contains("natthjem", (string?)nei["detail"], StringComparison.Ordinal);
        var id = await nav.Opphold(henvendelse, plass, "2026-12-01", "2026-12-02", "Alt annet er fullt i natt.");
        Assert.Equal((true, "Alt annet er fullt i natt."), ((bool)(await nav.Hent($"/opphold/{id}"))["natthjem"]!, (string?)(await nav.Hent($"/opphold/{id}"))["begrunnelse"]));

        await Bestill(nav, Guid.CreateVersion7().ToString(), plass, "2026-12-01", "2026-12-02", HttpStatusCode.UnprocessableEntity, "henvendelse-finnes-ikke");
        await Bestill(nav, henvendelse, Guid.CreateVersion7().ToString(), "2026-12-02", "2026-12-03", HttpStatusCode.UnprocessableEntity, "plass-finnes-ikke");
        await Bestill(nav, henvendelse, plass, "2026-11-30", "2026-12-01", HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        await Bestill(nav, henvendelse, plass, "2027-02-02", "2027-02-03", HttpStatusCode.UnprocessableEntity, "ankomst-for-langt-fram");
        await nav.Post($"/opphold/{id}/uteblivelse", new { });
        await nav.Post($"/henvendelser/{henvendelse}/avslag", new { grunn = "klarer-det-selv", begrunnelse = "Har hotellrom." });
        await Bestill(nav, henvendelse, plass, "2026-12-02", "2026-12-03", HttpStatusCode.Conflict, "henvendelse-feil-status");
    }

    [Fact]
    public async Task Oppholdet_til_den_som_har_adressesperre_er_usynlig()
    {
        using var nav = new Navkontor(tjeneste, "opphold-gradert");
        nav.ErDet("2026-12-01");
        var person = await nav.Person();
        var henvendelse = await nav.Innvilget(new { voksne = 1, personer = new[] { person } });
        var id = await nav.Opphold(henvendelse, await nav.Plass(await nav.Tilbyder(), "Hybel 1"), "2026-12-01", "2026-12-03");
        Assert.Single((await nav.Hent($"/opphold?personRef={person}"))["innhold"]!.AsArray());
        await nav.Post($"/personer/{person}/gradering", new { gradering = "strengt-fortrolig" }, HttpStatusCode.NoContent, som: nav.Skjermet);

        await nav.Hent($"/opphold/{id}", HttpStatusCode.NotFound, "finnes-ikke");
        await nav.Post($"/opphold/{id}/avreise", new { aarsak = "annet" }, HttpStatusCode.NotFound, "finnes-ikke");
        Assert.Empty((await nav.Hent("/opphold"))["innhold"]!.AsArray());
        Assert.Single((await nav.Hent("/opphold", som: nav.Skjermet))["innhold"]!.AsArray());
    }

    private static Task<JsonNode> Bestill(
        Navkontor nav, string henvendelse, string plass, string ankomst, string avreise, HttpStatusCode status = HttpStatusCode.Created, string? kode = null) =>
        nav.Post("/opphold", new { henvendelseId = henvendelse, plassId = plass, ankomst, avreise }, status, kode);

    private static async Task<(HttpStatusCode Status, JsonNode Innhold)> Svar(Navkontor nav, string henvendelse, string plass, string ankomst = "2026-12-01", string avreise = "2026-12-02")
    {
        using var svar = await nav.Veileder.PostAsJsonAsync($"{Navkontor.Api}/opphold", new { henvendelseId = henvendelse, plassId = plass, ankomst, avreise });
        return (svar.StatusCode, JsonNode.Parse(await svar.Content.ReadAsStringAsync())!);
    }
}
