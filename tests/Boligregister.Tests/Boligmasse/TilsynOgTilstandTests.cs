using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Boligsosial.Boligregister.Tests.BoligregisterTjeneste;

namespace Boligsosial.Boligregister.Tests.Boligmasse;

/// <summary>
/// <see cref="Boligregister.Boligmasse.RegistrerTilstand"/>, <see cref="Boligregister.Boligmasse.HentTilstandsdekning"/>, <see cref="Boligregister.Boligmasse.HentForfalt"/>,
/// <see cref="Boligregister.Boligmasse.RegistrerTilsyn"/>, <see cref="Boligregister.Boligmasse.LukkAvvik"/>.
/// </summary>
public sealed class TilsynOgTilstandTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private const string Rot = "/api/v1/boligregister";

    [Fact]
    public async Task Dekningen_teller_hver_bolig_en_gang_i_aaret_og_en_gang_i_runden()
    {
        var foer = await tjeneste.Hent($"{Rot}/tilstand/dekning?aar=2026");
        var boliger = new List<string>();
        for (var i = 0; i < 4; i++)
            boliger.Add(await Bolig());
        await Bolig("innleid");
        await Vurder(boliger[0], 1, "2022-01-01");
        await Vurder(boliger[0], 2, "2026-03-01");
        await Vurder(boliger[0], 1, "2026-09-01");
        await Vurder(boliger[1], 3, "2026-12-01");
        await Vurder(boliger[2], 0, "2021-12-31");

        var etter = await tjeneste.Hent($"{Rot}/tilstand/dekning?aar=2026");

        Assert.Equal(4, Tall(etter, "boliger") - Tall(foer, "boliger"));
        Assert.Equal(2, Tall(etter, "dekket") - Tall(foer, "dekket"));
        Assert.Equal(20m, (decimal)etter["maalProsentPerAar"]!);
        Assert.Equal(["2022", "2023", "2024", "2025", "2026"], etter["perAar"]!.AsArray().Select(a => $"{a!["aar"]}"));
        Assert.Equal([1, 0, 0, 0, 2], etter["perAar"]!.AsArray().Zip(foer["perAar"]!.AsArray(), (e, f) => Tall(e!, "boliger") - Tall(f!, "boliger")));
    }

    [Fact]
    public async Task En_bolig_skal_vurderes_igjen_etter_fem_aar_og_en_ny_med_en_gang()
    {
        var (ny, sett) = (await Bolig(), await Bolig());
        await Vurder(sett, 1, "2021-11-01");

        Assert.Contains(ny, await Forfalt("tilstand", "2021-11-02"));
        Assert.DoesNotContain(sett, await Forfalt("tilstand", "2026-10-31"));
        Assert.Contains(sett, await Forfalt("tilstand", "2026-11-01"));
        Assert.Contains(sett, await Forfalt("tilstand", "2021-10-31"));
    }

    [Fact]
    public async Task En_bolig_mangler_tilsyn_etter_ett_aar_og_er_det_ikke_kommunens_gjelder_det_ikke()
    {
        var (bolig, innleid) = (await Bolig(), await Bolig("innleid"));
        await Tilsyn(bolig, "2025-11-20");

        Assert.DoesNotContain(bolig, await Forfalt("tilsyn", "2026-11-19"));
        Assert.Contains(bolig, await Forfalt("tilsyn", "2026-11-20"));
        Assert.DoesNotContain(innleid, await Forfalt("tilsyn", "2026-11-20"));
        await Tilsyn(bolig, "2026-11-20");
        Assert.DoesNotContain(bolig, await Forfalt("tilsyn", "2026-11-21"));
    }

    [Fact]
    public async Task Et_avvik_staar_til_det_lukkes_og_lukkes_en_gang()
    {
        var bolig = await Bolig();
        var tilsyn = await Json(await Tilsyn(bolig, "2026-11-02", avvik: "Mangler batteri."));
        var avvik = (string)Assert.Single(tilsyn["avvik"]!.AsArray())!["id"]!;
        Assert.Equal("roeykvarsler", (string?)Assert.Single(await Avvik($"boligId={bolig}"))!["punkt"]);

        await Nei(await Lukk(avvik, "2026-11-01"), 422, "dato-for-tidlig");
        var svar = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Lukk(avvik, "2026-11-03")));

        Assert.Equal(1, svar.Count(s => s.StatusCode == HttpStatusCode.OK));
        Assert.Equal(9, svar.Count(s => s.StatusCode == HttpStatusCode.Conflict));
        Assert.Empty(await Avvik($"boligId={bolig}"));
        Assert.Equal("Nytt batteri.", (string?)Assert.Single(await Avvik($"boligId={bolig}&lukkede=true"))!["tiltak"]);
    }

    [Fact]
    public async Task Ett_tilsyn_og_en_vurdering_per_dag_og_ingen_i_framtiden()
    {
        var bolig = await Bolig();
        await Tilsyn(bolig, "2026-11-02");
        await Vurder(bolig, 1, "2026-11-02");

        await Nei(await Tilsyn(bolig, "2026-11-02"), 409, "allerede-registrert");
        await Nei(await Vurder(bolig, 2, "2026-11-02"), 409, "allerede-registrert");
        await Nei(await Tilsyn(bolig, "2026-12-02"), 422, "dato-i-framtiden");
        await Nei(await Vurder(bolig, 4, "2026-11-03"), 400, "ugyldig");
        await Nei(await Vurder($"{Guid.CreateVersion7()}", 1, "2026-11-03"), 404, "finnes-ikke");
        await Nei(await tjeneste.Klient.PostAsJsonAsync($"{BoligregisterTjeneste.Boliger}/{bolig}/tilsyn", new { el = new { resultat = "ok" } }), 400, "ugyldig");
        await Nei(await tjeneste.Klient.GetAsync($"{Rot}/tilsyn/forfalt?dato=9999-12-31"), 400, "ugyldig");
        await Nei(await tjeneste.Klient.GetAsync($"{Rot}/tilstand/dekning?aar=1999"), 400, "ugyldig");
    }

    private static int Tall(JsonNode svar, string felt) => (int)svar[felt]!;

    private static async Task Nei(HttpResponseMessage svar, int status, string kode) =>
        Assert.Equal((status, $"urn:boligsosial:{kode}"), ((int)svar.StatusCode, (string?)(await Json(svar))["type"]));

    private async Task<string> Bolig(string disposisjonsform = "eid") =>
        (string)(await tjeneste.Registrer(tjeneste.NyBolig(b => b["disposisjonsform"] = disposisjonsform))).Innhold["id"]!;

    private Task<HttpResponseMessage> Vurder(string bolig, int grad, string dato) =>
        tjeneste.Klient.PostAsJsonAsync($"{BoligregisterTjeneste.Boliger}/{bolig}/tilstand", new { tilstandsgrad = grad, dato });

    private Task<HttpResponseMessage> Tilsyn(string bolig, string dato, string? avvik = null) => tjeneste.Klient.PostAsJsonAsync($"{BoligregisterTjeneste.Boliger}/{bolig}/tilsyn", new
    {
        dato,
        roeykvarsler = new { resultat = avvik is null ? "ok" : "avvik", merknad = avvik },
        slokkeutstyr = new { resultat = "ok" },
        el = new { resultat = "ok" },
    });

    private Task<HttpResponseMessage> Lukk(string avvik, string dato) => tjeneste.Klient.PostAsJsonAsync($"{Rot}/tilsynsavvik/{avvik}/lukking", new { tiltak = "Nytt batteri.", dato });

    private async Task<JsonArray> Avvik(string spoerring) => (await tjeneste.Hent($"{Rot}/tilsynsavvik?{spoerring}"))["innhold"]!.AsArray();

    private async Task<List<string>> Forfalt(string hva, string dato) =>
        [.. (await tjeneste.Hent($"{Rot}/{hva}/forfalt?dato={dato}&antall=500"))["innhold"]!.AsArray().Select(f => (string)f!["boligId"]!)];
}
