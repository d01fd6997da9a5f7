using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.MidlertidigBotilbud.Akutt;

namespace Boligsosial.MidlertidigBotilbud.Tests.Akutt;

/// <summary><see cref="RegistrerHenvendelse"/>, <see cref="LeggTilPersoner"/>, <see cref="HentHenvendelse"/>, <see cref="SoekHenvendelser"/> and <see cref="TrekkHenvendelse"/>.</summary>
public sealed class HenvendelseTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Tas_imot_uten_navn_papirer_eller_kommune()
    {
        using var nav = new Navkontor(tjeneste, "uten");
        nav.ErDet("2026-12-01T23:45");

        var henvendelse = await nav.Kommer(new { voksne = 1, barnsAlder = new[] { 7, 3 }, papirerMangler = true, annenKommune = "Molde", kanal = "vakttelefon", bakgrunn = "utkastet" });

        Assert.Equal(("mottatt", "2026-12-01", "2026-12-01", null), (
            (string?)henvendelse["status"], (string?)henvendelse["frist"], (string?)henvendelse["behovFra"], henvendelse["iTide"]));
        Assert.Equal([3, 7], henvendelse["behov"]!["barnsAlder"]!.AsArray().Select(a => (int)a!));
        await nav.Post($"/henvendelser/{henvendelse["id"]}/innvilgelse", new { begrunnelse = "Ingen steder å sove.", barnetsBeste = "Barna må inn." });
    }

    [Fact]
    public async Task Sier_hva_som_er_galt_og_bare_det()
    {
        using var nav = new Navkontor(tjeneste, "galt");
        nav.ErDet("2026-12-01");

        await nav.Post("/henvendelser", new { voksne = 0 }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post("/henvendelser", new { voksne = 1, barnsAlder = new[] { 18 } }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post("/henvendelser", new { voksne = 1, notat = "Ring 12927197004" }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post("/henvendelser", new { voksne = 1, personer = new[] { Guid.CreateVersion7() } }, HttpStatusCode.UnprocessableEntity, "person-finnes-ikke");
        await nav.Post("/henvendelser", new { voksne = 1, mottatt = "2026-12-01T11:00:01Z" }, HttpStatusCode.UnprocessableEntity, "dato-i-framtiden");
        await nav.Post("/henvendelser", new { voksne = 1, behovFra = "2026-11-30" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        await nav.Post("/henvendelser", new { voksne = 0, barnsAlder = new[] { 17 } }, HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("2026-12-31", "2027-02-28", "2027-03-01")]
    [InlineData("2027-12-31", "2028-02-29", "2028-03-01")]
    [InlineData("2026-12-01", "2027-02-01", "2027-02-02")]
    public async Task Loeslatelse_registreres_inntil_to_maaneder_fram(string idag, string siste, string forSent)
    {
        using var nav = new Navkontor(tjeneste, $"fram-{idag}");
        nav.ErDet(idag);

        await nav.Post("/henvendelser", new { voksne = 1, bakgrunn = "loeslatelse", behovFra = forSent }, HttpStatusCode.UnprocessableEntity, "behov-for-langt-fram");
        var henvendelse = await nav.Kommer(new { voksne = 1, bakgrunn = "loeslatelse", behovFra = siste, kanal = "melding" });

        Assert.Equal((siste, siste), ((string?)henvendelse["frist"], (string?)henvendelse["behovFra"]));
        await nav.Kommer();
        Assert.Equal([(string)henvendelse["id"]!], (await nav.Hent("/henvendelser?kommende=true"))["innhold"]!.AsArray().Select(h => (string)h!["id"]!));
    }

    [Fact]
    public async Task De_som_deler_en_person_er_en_husstand()
    {
        using var nav = new Navkontor(tjeneste, "husstand");
        nav.ErDet("2026-12-01");
        var (mor, far) = (await nav.Person(), await nav.Person());
        var morAlene = await nav.Kommer(new { voksne = 1, personer = new[] { mor } });
        var farAlene = await nav.Kommer(new { voksne = 1, personer = new[] { far } });
        var ukjent = await nav.Kommer();
        Assert.Equal(3, new[] { morAlene, farAlene, ukjent }.Select(h => (string)h["husstandId"]!).Distinct().Count());

        var sammen = await nav.Post($"/henvendelser/{ukjent["id"]}/personer", new { personer = new[] { mor, far } });

        Assert.Equal((string)morAlene["husstandId"]!, (string?)sammen["husstandId"]);
        Assert.Equal((string)morAlene["husstandId"]!, (string?)(await nav.Hent($"/henvendelser/{farAlene["id"]}"))["husstandId"]);
        Assert.Equal(3, (await nav.Hent($"/henvendelser?husstandId={morAlene["husstandId"]}"))["innhold"]!.AsArray().Count);
        Assert.Equal(2, (await nav.Hent($"/henvendelser?personRef={far}"))["innhold"]!.AsArray().Count);
        await nav.Post($"/henvendelser/{ukjent["id"]}/personer", new { personer = new[] { Guid.CreateVersion7() } }, HttpStatusCode.UnprocessableEntity, "person-finnes-ikke");
    }

    [Fact]
    public async Task Samme_person_registrert_samtidig_er_en_husstand()
    {
        using var nav = new Navkontor(tjeneste, "samtidig");
        nav.ErDet("2026-12-01");
        var person = await nav.Person();

        var svar = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => nav.Kommer(new { voksne = 1, personer = new[] { person } })));

        Assert.Single(svar.Select(s => (string)s["husstandId"]!).Distinct());
    }

    [Fact]
    public async Task Samme_noekkel_registrerer_en_gang()
    {
        using var nav = new Navkontor(tjeneste, "noekkel");
        nav.ErDet("2026-12-01");
        nav.Veileder.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");

        Assert.Equal((string)(await nav.Kommer())["id"]!, (string)(await nav.Kommer())["id"]!);
    }

    [Fact]
    public async Task Den_som_har_adressesperre_er_usynlig_for_den_som_ikke_er_skjermet()
    {
        using var nav = new Navkontor(tjeneste, "gradert");
        nav.ErDet("2026-12-01");
        var person = await nav.Person();
        var henvendelse = await nav.Kommer(new { voksne = 1, personer = new[] { person } });
        await nav.Post($"/personer/{person}/gradering", new { gradering = "fortrolig" }, HttpStatusCode.NoContent, som: nav.Skjermet);

        await nav.Hent($"/henvendelser/{henvendelse["id"]}", HttpStatusCode.NotFound, "finnes-ikke");
        await nav.Hent($"/henvendelser/{henvendelse["id"]}/plasser", HttpStatusCode.NotFound, "finnes-ikke");
        await nav.Post($"/henvendelser/{henvendelse["id"]}/trekking", new { }, HttpStatusCode.NotFound, "finnes-ikke");
        await nav.Post("/henvendelser", new { voksne = 1, personer = new[] { person } }, HttpStatusCode.UnprocessableEntity, "person-finnes-ikke");
        Assert.Empty((await nav.Hent("/henvendelser"))["innhold"]!.AsArray());
        Assert.Single((await nav.Hent("/henvendelser", som: nav.Skjermet))["innhold"]!.AsArray());
    }

    [Fact]
    public async Task Andre_enheter_ser_den_ikke_og_listen_blas_side_for_side()
    {
        using var nav = new Navkontor(tjeneste, "sider");
        using var annen = new Navkontor(tjeneste, "sider-annen");
        nav.ErDet("2026-12-01");
        var foerste = await nav.Kommer();
        var andre = await nav.Innvilget();

        var side = await nav.Hent("/henvendelser?antall=1");
        var neste = await nav.Hent($"/henvendelser?antall=1&etter={side["neste"]}");

        Assert.Equal(((string?)foerste["id"], andre, null), ((string?)side["innhold"]![0]!["id"], (string?)neste["innhold"]![0]!["id"], neste["neste"]));
        Assert.Equal(andre, (string?)Assert.Single((await nav.Hent("/henvendelser?status=innvilget"))["innhold"]!.AsArray())!["id"]);
        Assert.Empty((await annen.Hent("/henvendelser"))["innhold"]!.AsArray());
        await annen.Hent($"/henvendelser/{andre}", HttpStatusCode.NotFound, "finnes-ikke");
        await nav.Hent("/henvendelser?status=tull", HttpStatusCode.BadRequest, "ugyldig");
    }

    [Fact]
    public async Task Hvem_som_saa_og_skrev_staar_i_loggen_og_innsynet_har_alt()
    {
        using var nav = new Navkontor(tjeneste, "logg");
        nav.ErDet("2026-12-01");
        var person = await nav.Person();
        var id = await nav.Innvilget(new { voksne = 1, personer = new[] { person } });
        await nav.Hent($"/henvendelser/{id}");
        await nav.Post($"/henvendelser/{id}/trekking", new { });
        await nav.Post($"/henvendelser/{id}/trekking", new { }, HttpStatusCode.Conflict, "henvendelse-feil-status");

        Assert.Equal(4L, await tjeneste.Sql<long>($"SELECT count(*) FROM tilgangslogg WHERE sak = 'henvendelse/{id}'"));
        var innsyn = (await nav.Leder.GetFromJsonAsync<JsonNode>($"{Navkontor.Api}/personer/{person}/innsyn"))!.ToJsonString();
        Assert.Contains(id, innsyn, StringComparison.Ordinal);
    }
}
