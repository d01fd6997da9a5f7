using System.Net;
using System.Net.Http.Json;
using Boligsosial.MidlertidigBotilbud.Plasser;

namespace Boligsosial.MidlertidigBotilbud.Tests.Plasser;

/// <summary>
/// <see cref="RegistrerTilbyder"/>, <see cref="HentTilbydere"/>, <see cref="RegistrerPlass"/>, <see cref="HentPlass"/>, <see cref="EndrePlass"/>, <see cref="SoekPlasser"/>,
/// <see cref="KontrollerKvalitet"/>, <see cref="StengPlass"/>, <see cref="HentStengninger"/>, <see cref="AapnePlass"/> and <see cref="FinnPlass"/>.
/// </summary>
public sealed class PlasserTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    private static readonly string[] AltAvKvalitet = ["bad-og-wc", "matlaging", "klesvask", "privatliv", "besoek"];

    [Fact]
    public async Task En_plass_registreres_hentes_og_endres_med_ETag()
    {
        using var nav = new Navkontor(tjeneste, "plass");
        using var annen = new Navkontor(tjeneste, "plass-annen");
        nav.ErDet("2026-12-01");
        var tilbyder = await nav.Tilbyder("Blå Kors", "ideell");
        await nav.Post("/tilbydere", new { navn = "Blå Kors", type = "ideell" }, HttpStatusCode.Conflict, "tilbyder-finnes");
        var id = await nav.Plass(tilbyder, "Hybel 1", new { kreverRusfrihet = true });
        await nav.Post("/plasser", new { tilbyderId = tilbyder, navn = "Hybel 1", slag = "hybel", senger = 1, pris = 1 }, HttpStatusCode.Conflict, "plass-finnes");
        await nav.Post("/plasser", new { tilbyderId = Guid.CreateVersion7(), navn = "Hybel 2", slag = "hybel", senger = 1, pris = 1 }, HttpStatusCode.UnprocessableEntity, "tilbyder-finnes-ikke");
        await nav.Post("/plasser", new { tilbyderId = tilbyder, navn = "Hybel 2", slag = "hybel", senger = 0, pris = 1 }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post("/plasser", new { tilbyderId = tilbyder, navn = "Hybel 2", slag = "hybel", senger = 1, pris = 1.001, alderFra = 30, alderTil = 20 }, HttpStatusCode.BadRequest, "ugyldig");

        using var hentet = await nav.Veileder.GetAsync($"{Navkontor.Api}/plasser/{id}");
        var etag = hentet.Headers.ETag!.Tag;
        var ny = new { tilbyderId = tilbyder, navn = "Hybel 1", slag = "hybel", senger = 1, pris = 700 };
        Assert.Equal((HttpStatusCode)428, await Endre(nav.Veileder, id, ny, null));
        Assert.Equal(HttpStatusCode.OK, await Endre(nav.Veileder, id, ny, etag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Endre(nav.Veileder, id, ny, etag));
        Assert.Equal(HttpStatusCode.NotFound, await Endre(annen.Veileder, id, ny, etag));

        var naa = await nav.Hent($"/plasser/{id}");
        Assert.Equal((700m, 1, false, "ordinaer"), ((decimal)naa["plass"]!["pris"]!, (int)naa["plass"]!["senger"]!, (bool)naa["plass"]!["kreverRusfrihet"]!, (string?)naa["plass"]!["tilgjengelighet"]));
        Assert.Single((await nav.Hent($"/plasser?slag=hybel&tilbyderId={tilbyder}"))["innhold"]!.AsArray());
        Assert.Empty((await nav.Hent("/plasser?slag=hotell"))["innhold"]!.AsArray());
        await nav.Hent("/plasser?slag=slott", HttpStatusCode.BadRequest, "ugyldig");
        await annen.Hent($"/plasser/{id}", HttpStatusCode.NotFound, "finnes-ikke");
        Assert.Equal(["Blå Kors"], (await nav.Hent("/tilbydere")).AsArray().Select(t => (string?)t!["navn"]));
        Assert.Empty((await annen.Hent("/tilbydere")).AsArray());
    }

    [Fact]
    public async Task En_plass_tilbys_fra_en_dag_og_avvikles_ikke_under_en_gjest()
    {
        using var nav = new Navkontor(tjeneste, "nav"); // the overview is of the unit that receives
        nav.ErDet("2026-12-01");
        var tilbyder = await nav.Tilbyder();
        var (hybel, ny) = (await nav.Plass(tilbyder, "Hybel 1"), await nav.Plass(tilbyder, "Hybel 2", new { fra = "2026-12-10" }));
        await nav.Post("/plasser", new { tilbyderId = tilbyder, navn = "Hybel 3", slag = "hybel", senger = 1, pris = 1, fra = "2026-12-01", avviklet = "2026-12-01" }, HttpStatusCode.BadRequest, "ugyldig");
        var henvendelse = await nav.Innvilget();

        Assert.Equal([hybel], await Treff("2026-12-09"));
        Assert.Equal([hybel, ny], (await Treff("2026-12-10")).Order());
        await nav.Post("/opphold", new { henvendelseId = henvendelse, plassId = ny, ankomst = "2026-12-09", avreise = "2026-12-12" }, HttpStatusCode.UnprocessableEntity, "plass-tilbys-ikke");
        var opphold = await nav.Opphold(henvendelse, hybel, "2026-12-01", "2026-12-05");
        await nav.Post($"/opphold/{opphold}/flytting", new { plassId = ny, dato = "2026-12-02" }, HttpStatusCode.UnprocessableEntity, "plass-tilbys-ikke");

        var versjon = (await nav.Veileder.GetAsync($"{Navkontor.Api}/plasser/{hybel}")).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.Conflict, await Endre(nav.Veileder, hybel, Avviklet("2026-12-04"), versjon));
        Assert.Equal(HttpStatusCode.OK, await Endre(nav.Veileder, hybel, Avviklet("2026-12-05"), versjon));
        var dager = (await nav.Hent("/oversikt/kapasitet?fra=2026-12-03&til=2026-12-12"))["grupper"]![0]!["dager"]!.AsArray().ToDictionary(d => (string)d!["dato"]!, d => (int)d!["plasser"]!);
        Assert.Equal((1, 0, 0, 1), (dager["2026-12-04"], dager["2026-12-05"], dager["2026-12-09"], dager["2026-12-10"]));
        await nav.Post($"/opphold/{opphold}/forlengelse", new { avreise = "2026-12-06" }, HttpStatusCode.UnprocessableEntity, "plass-tilbys-ikke");

        async Task<string[]> Treff(string ankomst) => [.. (await nav.Hent($"/henvendelser/{henvendelse}/plasser?ankomst={ankomst}"))["treff"]!.AsArray().Select(t => (string)t!["plassId"]!)];
        object Avviklet(string dato) => new { tilbyderId = tilbyder, navn = "Hybel 1", slag = "hybel", senger = 2, pris = 650, avviklet = dato };
    }

    [Fact]
    public async Task Den_nyeste_kvalitetskontrollen_gjelder_og_alle_beholdes()
    {
        using var nav = new Navkontor(tjeneste, "kvalitet");
        nav.ErDet("2026-12-01");
        var id = await nav.Plass(await nav.Tilbyder(), "Hybel 1");

        await nav.Post($"/plasser/{id}/kvalitetskontroll", new { oppfylt = AltAvKvalitet, dato = "2026-11-20" });
        var eldre = await nav.Post($"/plasser/{id}/kvalitetskontroll", new { oppfylt = new[] { "privatliv" }, dato = "2026-11-19", merknad = "Komfyren er borte." });
        Assert.Equal(("2026-11-20", 5), ((string?)eldre["kvalitetDato"], eldre["kvalitet"]!.AsArray().Count));
        var nyere = await nav.Post($"/plasser/{id}/kvalitetskontroll", new { oppfylt = new[] { "privatliv", "bad-og-wc" } });
        Assert.Equal(["bad-og-wc", "privatliv"], Navkontor.Tekster(nyere["kvalitet"]));
        Assert.Equal(3L, await tjeneste.Sql<long>($"SELECT count(*) FROM kvalitetskontroll WHERE plass_id = '{id}'"));
        await nav.Post($"/plasser/{id}/kvalitetskontroll", new { oppfylt = AltAvKvalitet, dato = "2026-12-02" }, HttpStatusCode.UnprocessableEntity, "dato-i-framtiden");
        await nav.Post($"/plasser/{id}/kvalitetskontroll", new { oppfylt = new[] { "utsikt" } }, HttpStatusCode.BadRequest, "ukjent-verdi");
    }

    [Fact]
    public async Task En_plass_stenges_rett_etter_en_gjest_og_aapnes_foer_tiden()
    {
        using var nav = new Navkontor(tjeneste, "stengt");
        nav.ErDet("2026-12-01");
        var plass = await nav.Plass(await nav.Tilbyder(), "Hybel 1", new { klargjoeringDager = 3 });
        await nav.Opphold(await nav.Innvilget(), plass, "2026-12-01", "2026-12-05");
        var sti = $"/plasser/{plass}/stengninger";

        await nav.Post(sti, new { fra = "2026-12-04", til = "2026-12-10", aarsak = "Vannskade" }, HttpStatusCode.Conflict, "plass-opptatt");
        await nav.Post(sti, new { fra = "2026-12-05", til = "2026-12-05", aarsak = "Vannskade" }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post(sti, new { fra = "2026-12-05", til = "2026-12-10" }, HttpStatusCode.BadRequest, "ugyldig");
        var stengt = await nav.Post(sti, new { fra = "2026-12-05", til = "2026-12-10", aarsak = "Vannskade" }, HttpStatusCode.Created);
        await nav.Post(sti, new { fra = "2026-12-09", til = "2026-12-12", aarsak = "Maling" }, HttpStatusCode.Conflict, "plass-opptatt");

        Assert.Equal([((string?)stengt["id"], "2026-12-10", "Vannskade")], (await nav.Hent(sti)).AsArray().Select(s => ((string?)s!["id"], (string?)s["til"], (string?)s["aarsak"])));
        await nav.Hent($"/plasser/{Guid.CreateVersion7()}/stengninger", HttpStatusCode.NotFound, "finnes-ikke");

        var neste = await nav.Innvilget();
        await nav.Post("/opphold", new { henvendelseId = neste, plassId = plass, ankomst = "2026-12-08", avreise = "2026-12-09" }, HttpStatusCode.Conflict, "plass-opptatt");
        await nav.Post($"{sti}/{stengt["id"]}/aapning", new { dato = "2026-12-11" }, HttpStatusCode.UnprocessableEntity, "dato-etter-slutt");
        await nav.Post($"{sti}/{Guid.CreateVersion7()}/aapning", new { }, HttpStatusCode.NotFound, "finnes-ikke");
        await nav.Post($"{sti}/{stengt["id"]}/aapning", new { dato = "2026-12-08" }, HttpStatusCode.NoContent);
        await nav.Opphold(neste, plass, "2026-12-08", "2026-12-09");
    }

    [Fact]
    public async Task I_natt_finner_treff_og_sier_hvorfor_resten_er_bom()
    {
        using var nav = new Navkontor(tjeneste, "i-natt");
        nav.ErDet("2026-12-01T22:00");
        var (kommunen, hotellet) = (await nav.Tilbyder(), await nav.Tilbyder("Hotellet", "privat"));
        var treff = await nav.Plass(kommunen, "Leilighet ved skolen", new { slag = "leilighet", senger = 3, tarBarn = true, tarHusdyr = true, skolekrets = "Aspøy" });
        var nest = await nav.Plass(hotellet, "Rom 101", new { slag = "hotell", senger = 3, tarBarn = true, tarHusdyr = true, pris = 500 });
        var uhusdyr = await nav.Plass(hotellet, "Rom 102", new { slag = "hotell", senger = 2, tarBarn = true });
        var natthjem = await nav.Plass(kommunen, "Natthjemmet", new { slag = "natthjem", senger = 3, tarBarn = true, tarHusdyr = true, kreverRusfrihet = true });
        var opptatt = await nav.Plass(kommunen, "Leilighet 2", new { slag = "leilighet", senger = 3, tarBarn = true, tarHusdyr = true, klargjoeringDager = 1 });
        var stengt = await nav.Plass(kommunen, "Leilighet 3", new { slag = "leilighet", senger = 3, tarBarn = true, tarHusdyr = true });
        var avviklet = await nav.Plass(kommunen, "Leilighet 4", new { slag = "leilighet", senger = 3, tarBarn = true, tarHusdyr = true, avviklet = "2026-12-01" });
        var ukontrollert = await nav.Plass(kommunen, "Leilighet 5", new { slag = "leilighet", senger = 3, tarBarn = true, tarHusdyr = true });
        foreach (var plass in new[] { treff, nest, uhusdyr, natthjem, opptatt, stengt })
            await nav.Post($"/plasser/{plass}/kvalitetskontroll", new { oppfylt = AltAvKvalitet, dato = "2025-11-30" });
        await nav.Post($"/plasser/{treff}/kvalitetskontroll", new { oppfylt = AltAvKvalitet, dato = "2025-12-01" });
        await nav.Opphold(await nav.Innvilget(), opptatt, "2026-12-01", "2026-12-04");
        await nav.Post($"/plasser/{stengt}/stengninger", new { fra = "2026-12-01", til = "2026-12-20", aarsak = "Vannskade" }, HttpStatusCode.Created);
        var familie = await nav.Innvilget(new { voksne = 1, barnsAlder = new[] { 7, 9 }, husdyr = true, kanBoRusfritt = false, skolekrets = "Aspøy" });

        var svar = await nav.Hent($"/henvendelser/{familie}/plasser");

        Assert.Equal(("2026-12-01", "2026-12-02", 2), ((string?)svar["ankomst"], (string?)svar["avreise"], (int)svar["antallTreff"]!));
        Assert.Equal([treff, nest], svar["treff"]!.AsArray().Select(t => (string)t!["plassId"]!));
        Assert.Equal([false, true], svar["treff"]!.AsArray().Select(t => (bool)t!["kvalitetForGammel"]!));
        var bom = svar["bom"]!.AsArray().ToDictionary(b => (string)b!["plassId"]!, b => (string.Join(',', Navkontor.Tekster(b!["hvorfor"])), (string?)b["ledigFra"]));
        Assert.Equal(
            new Dictionary<string, (string, string?)>
            {
                [uhusdyr] = ("for-faa-senger,tar-ikke-husdyr", null),
                [natthjem] = ("krever-rusfrihet,natthjem", null),
                [opptatt] = ("opptatt", "2026-12-05"),
                [stengt] = ("ute-av-drift", "2026-12-20"),
                [ukontrollert] = ("kvalitet-for-barn", null),
            },
            bom);
        Assert.DoesNotContain(avviklet, svar.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(1, (int)svar["bomEtterGrunn"]!.AsArray().Single(g => (string?)g!["hvorfor"] == "ute-av-drift")!["antall"]!);

        var senere = await nav.Hent($"/henvendelser/{familie}/plasser?ankomst=2026-12-05&avreise=2026-12-06&antall=1");
        Assert.Equal((3, 1), ((int)senere["antallTreff"]!, senere["treff"]!.AsArray().Count));
        await nav.Hent($"/henvendelser/{familie}/plasser?ankomst=2026-12-05&avreise=2026-12-05", HttpStatusCode.BadRequest, "ugyldig");
        await nav.Hent($"/henvendelser/{familie}/plasser?antall=501", HttpStatusCode.BadRequest, "ugyldig");
    }

    private static async Task<HttpStatusCode> Endre(HttpClient klient, string id, object ny, string? etag)
    {
        using var melding = new HttpRequestMessage(HttpMethod.Put, $"{Navkontor.Api}/plasser/{id}") { Content = JsonContent.Create(ny) };
        if (etag is not null)
            melding.Headers.Add("If-Match", etag);
        using var svar = await klient.SendAsync(melding);
        return svar.StatusCode;
    }
}
