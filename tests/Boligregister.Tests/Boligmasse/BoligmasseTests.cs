using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.Boligregister.Tests.Tilgang;
using static Boligsosial.Boligregister.Tests.BoligregisterTjeneste;

namespace Boligsosial.Boligregister.Tests.Boligmasse;

/// <summary>
/// <see cref="Boligregister.Boligmasse.InngaaInnleieavtale"/>, <see cref="Boligregister.Boligmasse.SoekInnleieavtaler"/>, <see cref="Boligregister.Boligmasse.SiOppInnleieavtale"/>,
/// <see cref="Boligregister.Boligmasse.PlanleggKjoep"/>, <see cref="Boligregister.Boligmasse.EndreKjoepsstatus"/>, <see cref="Boligregister.Boligmasse.SoekKjoepsplaner"/>,
/// <see cref="Boligregister.Boligmasse.VurderSalg"/>, <see cref="Boligregister.Boligmasse.UtredSalg"/>, <see cref="Boligregister.Boligmasse.VedtaSalg"/>,
/// <see cref="Boligregister.Boligmasse.OverdraBolig"/>, <see cref="Boligregister.Boligmasse.SoekSalgssaker"/>.
/// </summary>
public sealed class BoligmasseTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private const string Rot = "/api/v1/boligregister";

    [Fact]
    public async Task En_innleid_bolig_har_en_avtale_om_gangen_og_sies_opp_til_maanedsskiftet()
    {
        var bolig = await Bolig("innleid");
        var avtale = (string)(await Vent(await Innlei(bolig), HttpStatusCode.Created))["id"]!;
        await Nei(await Innlei(bolig, fra: "2026-06-01"), 409, "allerede-innleid");

        var oppsagt = await Vent(await Post($"innleieavtaler/{avtale}/oppsigelse", new { dato = "2026-11-15" }), HttpStatusCode.OK);
        Assert.Equal("2027-03-01", (string?)oppsagt["til"]);
        await Nei(await Post($"innleieavtaler/{avtale}/oppsigelse", new { dato = "2026-11-16" }), 409, "allerede-oppsagt");
        await Vent(await Innlei(bolig, fra: "2027-03-01"), HttpStatusCode.Created);

        Assert.Equal(2, (await tjeneste.Hent($"{Rot}/innleieavtaler?boligId={bolig}"))["innhold"]!.AsArray().Count);
        Assert.Single((await tjeneste.Hent($"{Rot}/innleieavtaler?boligId={bolig}&utloeperFoer=2027-03-02"))["innhold"]!.AsArray());
        Assert.Empty((await tjeneste.Hent($"{Rot}/innleieavtaler?boligId={bolig}&utloeperFoer=2027-03-01"))["innhold"]!.AsArray());
        Assert.Single((await tjeneste.Hent($"{Rot}/innleieavtaler?boligId={bolig}&loeperDato=2027-02-28"))["innhold"]!.AsArray());
    }

    [Fact]
    public async Task Uten_framleie_eller_for_en_bolig_som_ikke_er_innleid_blir_det_ingen_avtale()
    {
        await Nei(await Innlei(await Bolig("innleid"), framleie: false), 422, "framleie-ikke-tillatt");
        await Nei(await Innlei(await Bolig()), 422, "ikke-innleid");
        await Nei(await Innlei($"{Guid.CreateVersion7()}"), 422, "bolig-finnes-ikke");
        var avtale = (string)(await Json(await Innlei(await Bolig("innleid"), til: "2026-12-31")))["id"]!;
        await Nei(await Post($"innleieavtaler/{avtale}/oppsigelse", new { dato = "2026-11-15" }), 409, "avtalen-slutter-foer");
        await Nei(await Post($"innleieavtaler/{avtale}/oppsigelse", new { dato = "2025-12-31" }), 422, "dato-for-tidlig");
    }

    [Fact]
    public async Task Et_kjoep_planlegges_vedtas_og_gjennomfoeres()
    {
        var plan = (string)(await Vent(await Planlegg(), HttpStatusCode.Created))["id"]!;

        await Nei(await Status(plan, "gjennomfoert", 2), 409, "ugyldig-overgang");
        await Vent(await Status(plan, "vedtatt"), HttpStatusCode.OK);
        await Nei(await Status(plan, "gjennomfoert"), 422, "kjoept-mangler");
        var ferdig = await Vent(await Status(plan, "gjennomfoert", 2), HttpStatusCode.OK);
        await Nei(await Status(plan, "utgaatt"), 409, "ugyldig-overgang");

        Assert.Equal(("gjennomfoert", 2), ((string?)ferdig["status"], (int)ferdig["kjoept"]!));
        Assert.Contains((await tjeneste.Hent($"{Rot}/kjoepsplaner?aar=2027&antall=500"))["innhold"]!.AsArray(), p => (string?)p!["id"] == plan);
        await Nei(await Planlegg("slott"), 422, "ukjent-verdi");
    }

    [Fact]
    public async Task Et_salg_utredes_vedtas_og_overdras_og_boligen_er_avhendet()
    {
        var bolig = await Bolig();
        var sak = (string)(await Vent(await Vurder(bolig), HttpStatusCode.Created))["id"]!;
        await Nei(await Vurder(bolig), 409, "salgssak-finnes");

        await Nei(await Vedta(sak), 409, "utredning-mangler");
        await Nei(await Post($"salgssaker/{sak}/utredning", new { konsekvenser = "To færre i Skodje." }), 400, "ugyldig");
        await Nei(await Utred(sak, plan: $"{Guid.CreateVersion7()}"), 422, "plan-finnes-ikke");
        await Vent(await Utred(sak, plan: (string)(await Json(await Planlegg()))["id"]!), HttpStatusCode.OK);
        await Nei(await Vedta(sak, "sittende-leietaker", 2_000_000), 422, "salgsform-ikke-tillatt");
        await Vent(await Vedta(sak), HttpStatusCode.OK);
        await Nei(await Utred(sak), 409, "ugyldig-overgang");

        var overdratt = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Overdra(sak)));

        Assert.Equal(1, overdratt.Count(s => s.StatusCode == HttpStatusCode.OK));
        Assert.Equal(9, overdratt.Count(s => s.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal("avhendet", (string?)(await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}/{bolig}"))["status"]);
        Assert.Equal("avhendet", (string?)(await tjeneste.Fortalt(bolig))[^1]["status"]);
        Assert.Empty((await tjeneste.Hent($"{Rot}/salgssaker?boligId={bolig}&aapne=true"))["innhold"]!.AsArray());
        Assert.Single((await tjeneste.Hent($"{Rot}/salgssaker?boligId={bolig}"))["innhold"]!.AsArray());
        await Nei(await Vurder(bolig), 422, "avhendet");
    }

    [Fact]
    public async Task En_bolig_noen_leier_overdras_ikke()
    {
        var leiesak = await Leiesak.Ny(tjeneste, "aake");
        var sak = (string)(await Json(await Vurder(leiesak.Bolig)))["id"]!;
        await Utred(sak);
        await Vedta(sak);

        await Nei(await Overdra(sak), 409, "leieforhold-loeper");
        await Vent(await Post($"salgssaker/{sak}/henleggelse", new { }), HttpStatusCode.OK);
        await Nei(await Post($"salgssaker/{sak}/henleggelse", new { }), 409, "ugyldig-overgang");
        await Vent(await Vurder(leiesak.Bolig), HttpStatusCode.Created);
    }

    [Fact]
    public async Task Bare_det_kommunen_eier_selges() => await Nei(await Vurder(await Bolig("innleid")), 422, "ikke-eid");

    private static async Task<JsonObject> Vent(HttpResponseMessage svar, HttpStatusCode status)
    {
        Assert.True(svar.StatusCode == status, await svar.Content.ReadAsStringAsync());
        return await Json(svar);
    }

    private static async Task Nei(HttpResponseMessage svar, int status, string kode) =>
        Assert.Equal((status, $"urn:boligsosial:{kode}"), ((int)svar.StatusCode, (string?)(await Json(svar))["type"]));

    private Task<HttpResponseMessage> Post(string adresse, object innhold) => tjeneste.Klient.PostAsJsonAsync($"{Rot}/{adresse}", innhold);

    private async Task<string> Bolig(string disposisjonsform = "eid") =>
        (string)(await tjeneste.Registrer(tjeneste.NyBolig(b => b["disposisjonsform"] = disposisjonsform))).Innhold["id"]!;

    private Task<HttpResponseMessage> Innlei(string bolig, string fra = "2026-01-01", string? til = null, bool framleie = true) => Post("innleieavtaler", new
    {
        boligId = bolig,
        utleier = "Utleie AS",
        organisasjonsnummer = "123456789",
        fra,
        til,
        maanedsleie = 11000,
        oppsigelsestidMaaneder = 3,
        framleieTillatt = framleie,
    });

    private Task<HttpResponseMessage> Planlegg(string kategori = "gjennomgangsbolig") => Post("kjoepsplaner", new
    {
        aar = 2027,
        antall = 3,
        kategori,
        soverom = 4,
        tilgjengelighet = "rullestol",
        ramme = 12_000_000,
    });

    private Task<HttpResponseMessage> Status(string plan, string status, int? kjoept = null) => Post($"kjoepsplaner/{plan}/status", new { status, kjoept });

    private Task<HttpResponseMessage> Vurder(string bolig) => Post("salgssaker", new { boligId = bolig, eieform = "eierseksjon", dato = "2026-09-01" });

    private Task<HttpResponseMessage> Utred(string sak, string? plan = null) => Post($"salgssaker/{sak}/utredning", new
    {
        konsekvenser = "En mindre i Skodje.",
        erstatningsbehov = "En med tre soverom.",
        erstattesAv = plan,
        dato = "2026-09-15",
    });

    private Task<HttpResponseMessage> Vedta(string sak, string form = "budrunde", int? takst = null) =>
        Post($"salgssaker/{sak}/vedtak", new { salgsform = form, takst, dato = "2026-10-01" });

    private Task<HttpResponseMessage> Overdra(string sak) => Post($"salgssaker/{sak}/overdragelse", new { pris = 2_100_000, dato = "2026-11-01" });
}
