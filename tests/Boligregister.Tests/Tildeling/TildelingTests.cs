using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.Boligregister.Tests.Soeknader;
using Boligsosial.Boligregister.Tests.Tilgang;
using Boligsosial.Boligregister.Tildeling;
using Boligsosial.Felles;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.Boligregister.Tests.Tildeling;

/// <summary>
/// On 1 December 2026: <see cref="HoldTildelingsmoete"/>, <see cref="HentTildelingsmoete"/>, <see cref="EndreTildelingsrad"/>,
/// <see cref="AvsluttTildelingsmoete"/>, <see cref="GiTilbud"/>, <see cref="BesvarTilbud"/>, <see cref="SoekTilbud"/>, <see cref="HentKandidater"/>.
/// </summary>
public sealed class TildelingTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private const string Moeter = "/api/v1/boligregister/tildelingsmoeter";
    private const string Tilbud = "/api/v1/boligregister/tilbud";

    [Fact]
    public async Task Et_moete_foreslaar_mennesker_endrer_og_tilbudene_foelger_av_det()
    {
        using var klient = await Enhet("moete");
        var foerst = await Soeker(klient, "2026-09-20", 1, omraade: "Skodje");
        var andre = await Soeker(klient, "2026-10-20", 2);
        var tredje = await Soeker(klient, "2026-11-20", 1);
        var (liten, stor) = (await Bolig(1, "Skodje"), await Bolig(2, "Harøya"));

        var holdt = await Sak.Gjort(klient.PostAsJsonAsync(Moeter, new { }));
        Assert.Equal((3, 2, 2), ((int)holdt["ventende"]!, (int)holdt["ledigeBoliger"]!, (int)holdt["foreslaatt"]!));
        var moete = (string)holdt["moete"]!["id"]!;
        var rader = await Rader(klient, moete);
        Assert.Equal(
            [(foerst, "foreslaatt", liten), (andre, "foreslaatt", stor), (tredje, "gikk-til-hoeyere-plass", null)],
            rader.Select(r => ((string)r["soeknadId"]!, (string)r["utfall"]!, (string?)r["foreslaatt"])));
        Assert.Contains(rader[0]["passform"]!["grunner"]!.AsArray(), g => (string?)g!["kode"] == "omraade");

        Assert.Equal((400, "ugyldig"), await Sak.Avvist(Endre(klient, moete, andre, null, null)));
        Assert.Equal((409, "bolig-valgt"), await Sak.Avvist(Endre(klient, moete, tredje, liten, "Bor ved siden av moren sin")));
        Assert.Equal((422, "bolig-ikke-i-moetet"), await Sak.Avvist(Endre(klient, moete, tredje, $"{Guid.CreateVersion7()}", "Bor ved siden av moren sin")));
        Assert.Equal((404, "finnes-ikke"), await Sak.Avvist(Endre(klient, moete, $"{Guid.CreateVersion7()}", liten, "Hvem?")));
        await Sak.Gjort(Endre(klient, moete, foerst, null, "Vil vente på en annen"));
        var endret = await Sak.Gjort(Endre(klient, moete, tredje, liten, "Bor ved siden av moren sin"));
        Assert.NotEmpty((string)endret["endretAv"]!);

        var tilbud = (await Sak.Gjort(klient.PostAsJsonAsync($"{Moeter}/{moete}/avslutning", new { })))["tilbud"]!.AsArray();
        Assert.Equal([(andre, stor), (tredje, liten)], tilbud.Select(t => ((string)t!["soeknadId"]!, (string)t["boligId"]!)));
        Assert.All(tilbud, t => Assert.Equal("2026-12-08", (string?)t!["svarfrist"]));
        Assert.Equal((409, "moetet-er-avsluttet"), await Sak.Avvist(klient.PostAsJsonAsync($"{Moeter}/{moete}/avslutning", new { })));
        Assert.Equal((409, "moetet-er-avsluttet"), await Sak.Avvist(Endre(klient, moete, foerst, liten, "Likevel")));
        Assert.Equal("reservert", await Status(liten));

        await Svar(klient, tilbud[0]!, ja: true);
        Assert.Equal((400, "ugyldig"), await Sak.Avvist(klient.PostAsJsonAsync($"{Tilbud}/{(string)tilbud[1]!["id"]!}/svar", new { ja = false })));
        await Svar(klient, tilbud[1]!, ja: false, grunn: "For langt til jobben");
        Assert.Equal(("reservert", "ledig-klar"), (await Status(stor), await Status(liten)));
        Assert.EndsWith("soeknad-avsluttet", await Sak.Fortalt(tjeneste, andre));
        Assert.Contains(await tjeneste.Hendelser(andre), h => h.Type == "bolig-tildelt" && (string?)h.Innhold["boligId"] == stor && (int)h.Innhold["ventedager"]! == 42);

        var neste = await Sak.Hent(klient, $"{BoligregisterTjeneste.Boliger}/{liten}/kandidater");
        Assert.Equal([(foerst, 1), (tredje, 2)], neste["innhold"]!.AsArray().Select(k => ((string)k!["soeknadId"]!, (int)k["plass"]!)));

        // The rows stay as they were.
        Assert.Equal(
            [(foerst, "foreslaatt", liten, null), (andre, "foreslaatt", stor, stor), (tredje, "gikk-til-hoeyere-plass", null, liten)],
            (await Rader(klient, moete)).Select(r => ((string)r["soeknadId"]!, (string)r["utfall"]!, (string?)r["foreslaatt"], (string?)r["boligId"])));
    }

    [Fact]
    public async Task Av_hundre_samtidige_tilbud_om_en_bolig_blir_det_ett()
    {
        using var klient = await Enhet("kappes");
        var bolig = await Bolig(2, "Skodje");
        var soekere = new List<string>();
        for (var i = 0; i < 10; i++)
            soekere.Add(await Soeker(klient, "2026-10-01", 1));

        var svar = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => klient.PostAsJsonAsync(Tilbud, new { soeknadId = soekere[i % 10], boligId = bolig, begrunnelse = "Haster" })));

        Assert.Equal((1, 99), (svar.Count(s => (int)s.StatusCode == 201), svar.Count(s => (int)s.StatusCode == 409)));
        Assert.Equal(1, await tjeneste.Sql<long>($"SELECT count(*) FROM tilbud WHERE bolig_id = '{bolig}'"));
    }

    [Fact]
    public async Task Det_som_hindrer_eller_advares_mot_maa_begrunnes()
    {
        using var klient = await Enhet("begrunnes");
        var (trang, merket) = (await Bolig(1, "Skodje"), await Bolig(3, "Skodje", "aktiv-rus"));
        var familie = await Soeker(klient, "2026-10-01", 2, barn: 2);

        var hindret = await klient.PostAsJsonAsync(Tilbud, new { soeknadId = familie, boligId = trang });
        Assert.Contains("trenger 2 soverom", (string)(await BoligregisterTjeneste.Json(hindret))["detail"]!, StringComparison.Ordinal);
        Assert.Equal((422, "maa-begrunnes"), await Sak.Avvist(klient.PostAsJsonAsync(Tilbud, new { soeknadId = familie, boligId = merket })));
        await Sak.Gjort(klient.PostAsJsonAsync(Tilbud, new { soeknadId = familie, boligId = merket, begrunnelse = "Merket er utdatert, den siste flyttet i går" }));
        Assert.Equal((409, "har-tilbud"), await Sak.Avvist(klient.PostAsJsonAsync(Tilbud, new { soeknadId = familie, boligId = trang, begrunnelse = "I tillegg" })));
        Assert.Equal((409, "bolig-ikke-ledig"), await Sak.Avvist(klient.PostAsJsonAsync(Tilbud, new { soeknadId = await Soeker(klient, "2026-10-01", 1), boligId = merket, begrunnelse = "Nei" })));
        var ubehandlet = (string)(await Sak.Ny(klient))["id"]!;
        Assert.Equal((409, "soeknad-ikke-innvilget"), await Sak.Avvist(klient.PostAsJsonAsync(Tilbud, new { soeknadId = ubehandlet, boligId = trang, begrunnelse = "Haster" })));
    }

    [Fact]
    public async Task Et_tilbud_forbi_noen_paa_ventelisten_maa_begrunnes()
    {
        using var klient = await Enhet("forbi");
        var (bolig, stor) = (await Bolig(1, "Skodje"), await Bolig(3, "Skodje"));
        var (foerst, sist) = (await Soeker(klient, "2026-10-01", 1), await Soeker(klient, "2026-10-09", 1));
        var familie = await Soeker(klient, "2026-10-20", 3, barn: 3);

        var forbi = await klient.PostAsJsonAsync(Tilbud, new { soeknadId = sist, boligId = bolig });
        Assert.Equal((422, "Boligen passer for noen som står foran på ventelisten. Det kan gjøres likevel, med en begrunnelse."), ((int)forbi.StatusCode, (string?)(await BoligregisterTjeneste.Json(forbi))["detail"]));
        // Those whom the dwelling does not fit, or who have an offer to answer, are passed by nobody.
        await Sak.Gjort(klient.PostAsJsonAsync(Tilbud, new { soeknadId = foerst, boligId = stor, begrunnelse = "Trenger et rom til en avlaster" }));
        await Sak.Gjort(klient.PostAsJsonAsync(Tilbud, new { soeknadId = sist, boligId = bolig }));
        Assert.Equal(1, (int)(await Sak.Hent(klient, $"/api/v1/boligregister/venteliste/{familie}/forklaring"))["plass"]!);
    }

    [Fact]
    public async Task Et_tilbud_uten_svar_bortfaller_dagen_etter_fristen_og_plassen_beholdes()
    {
        using var klient = await Enhet("bortfall");
        var (bolig, annen) = (await Bolig(1, "Skodje"), await Bolig(1, "Skodje"));
        var (soeker, bleSpurt) = (await Soeker(klient, "2026-10-01", 1), await Soeker(klient, "2026-10-02", 1));
        var tilbud = await Sak.Gjort(klient.PostAsJsonAsync(Tilbud, new { soeknadId = soeker, boligId = bolig }));
        var trukket = await Sak.Gjort(klient.PostAsJsonAsync(Tilbud, new { soeknadId = bleSpurt, boligId = annen }));
        Assert.Equal((400, "ugyldig"), await Sak.Avvist(klient.PostAsJsonAsync($"{Tilbud}/{trukket["id"]}/tilbaketrekking", new { })));
        await Sak.Gjort(klient.PostAsJsonAsync($"{Tilbud}/{trukket["id"]}/tilbaketrekking", new { grunn = "Vannskade" }));

        var vakt = tjeneste.Services.GetRequiredService<Doegnvakt>();
        await vakt.Utfoer(new(2026, 12, 8), CancellationToken.None);
        Assert.Equal("reservert", await Status(bolig));
        await vakt.Utfoer(new(2026, 12, 9), CancellationToken.None);

        Assert.Equal("ledig-klar", await Status(bolig));
        Assert.Equal("bortfalt", (string?)(await Sak.Hent(klient, $"{Tilbud}?soeknadId={soeker}"))["innhold"]![0]!["status"]);
        Assert.Equal((409, "besvart"), await Sak.Avvist(klient.PostAsJsonAsync($"{Tilbud}/{tilbud["id"]}/svar", new { ja = true })));
        Assert.Equal(soeker, (string?)(await Sak.Hent(klient, $"{BoligregisterTjeneste.Boliger}/{bolig}/kandidater"))["innhold"]![0]!["soeknadId"]);
    }

    [Fact]
    public async Task En_soeknad_utloeper_ikke_mens_et_tilbud_venter_paa_svar()
    {
        using var klient = await Enhet("venter-svar");
        var (ja, nei) = (await Soeker(klient, "2026-10-01", 1), await Soeker(klient, "2026-10-02", 1));
        var tilbud = new List<JsonObject>();
        foreach (var soeker in new[] { ja, nei })
            tilbud.Add(await Sak.Gjort(klient.PostAsJsonAsync(Tilbud, new { soeknadId = soeker, boligId = await Bolig(1, "Skodje") })));
        await tjeneste.Sql<long>("WITH e AS (UPDATE soeknad SET gyldig_til = '2026-11-30' WHERE enhet = 'venter-svar' RETURNING 1) SELECT count(*) FROM e");

        await Svar(klient, tilbud[1], ja: false, grunn: "For liten");
        Assert.Equal(1, (int)(await Sak.Gjort(klient.PostAsync($"{Sak.Soeknader}/utloep", null)))["antall"]!);
        await Svar(klient, tilbud[0], ja: true);

        Assert.Equal("bosatt", (string?)(await Sak.Hent(klient, $"{Sak.Soeknader}/{ja}"))["status"]);
        Assert.Equal("utloept", (string?)(await Sak.Hent(klient, $"{Sak.Soeknader}/{nei}"))["status"]);
    }

    [Fact]
    public async Task Svar_kommer_mellom_tilbudet_og_fristen()
    {
        using var klient = await Enhet("frister");
        var bolig = await Bolig(1, "Skodje");
        var soeker = await Soeker(klient, "2026-10-01", 1);
        var tilbud = (string)(await Sak.Gjort(klient.PostAsJsonAsync(Tilbud, new { soeknadId = soeker, boligId = bolig, dato = "2026-11-10" })))["id"]!;

        Assert.Equal((422, "dato-for-tidlig"), await Sak.Avvist(klient.PostAsJsonAsync($"{Tilbud}/{tilbud}/svar", new { ja = true, dato = "2026-11-09" })));
        Assert.Equal((422, "svarfrist-ute"), await Sak.Avvist(klient.PostAsJsonAsync($"{Tilbud}/{tilbud}/svar", new { ja = true, dato = "2026-11-18" })));
        Assert.Equal("ja", (string?)(await Sak.Gjort(klient.PostAsJsonAsync($"{Tilbud}/{tilbud}/svar", new { ja = true, dato = "2026-11-17" })))["status"]);
    }

    [Fact]
    public async Task Adressesperre_er_usynlig_i_moeter_tilbud_og_blant_kandidater()
    {
        using var klient = await Enhet("skjerm");
        using var skjermet = tjeneste.Som(Roller.AakeUtleie, skjermet: true, enhet: "skjerm");
        var bolig = await Bolig(1, "Skodje");
        var (skjult, synlig) = (await Soeker(klient, "2026-09-01", 1), await Soeker(klient, "2026-10-01", 1));
        var person = (string)(await Sak.Hent(klient, $"{Sak.Soeknader}/{skjult}"))["soekere"]![0]!;
        await klient.PostAsJsonAsync($"{Leiesak.Personer}/{person}/gradering", new { gradering = "fortrolig" });

        var moete = (string)(await Sak.Gjort(skjermet.PostAsJsonAsync(Moeter, new { })))["moete"]!["id"]!;

        Assert.Equal([skjult, synlig], (await Rader(skjermet, moete)).Select(r => (string)r["soeknadId"]!));
        Assert.Equal([synlig], (await Rader(klient, moete)).Select(r => (string)r["soeknadId"]!));
        Assert.Equal((404, "finnes-ikke"), await Sak.Avvist(Endre(klient, moete, skjult, bolig, "Prøver")));
        Assert.Equal([synlig], (await Sak.Hent(klient, $"{BoligregisterTjeneste.Boliger}/{bolig}/kandidater"))["innhold"]!.AsArray().Select(k => (string)k!["soeknadId"]!));
        await Sak.Gjort(skjermet.PostAsJsonAsync($"{Moeter}/{moete}/avslutning", new { }));
        Assert.Empty((await Sak.Hent(klient, Tilbud))["innhold"]!.AsArray());
        Assert.Single((await Sak.Hent(skjermet, Tilbud))["innhold"]!.AsArray());
    }

    private async Task<HttpClient> Enhet(string enhet)
    {
        await tjeneste.Sql<object>("WITH u AS (UPDATE bolig SET status = 'avhendet' WHERE status LIKE 'ledig%' RETURNING 1) SELECT count(*) FROM u");
        return tjeneste.Som(Roller.AakeUtleie, enhet: enhet);
    }

    private async Task<string> Bolig(int soverom, string omraade, params string[] egenskaper) => (string)(await tjeneste.Registrer(tjeneste.NyBolig(b =>
    {
        (b["soverom"], b["omraade"], b["statusFra"]) = (soverom, omraade, "2026-01-01");
        b["egenskaper"] = new JsonArray([.. egenskaper.Append("sentrumsnaer").Select(e => JsonValue.Create(e))]);
    }))).Innhold["id"]!;

    private static async Task<string> Soeker(HttpClient klient, string mottatt, int soverom, string? omraade = null, int barn = 0) => (string)(await Sak.Ventende(klient, mottatt, s =>
    {
        s["husstand"] = new JsonObject { ["voksne"] = 1, ["barnsAlder"] = new JsonArray([.. Enumerable.Range(5, barn).Select(a => JsonValue.Create(a))]) };
        s["situasjon"] = new JsonArray("nibr-5");
        s["behov"] = new JsonObject { ["soverom"] = soverom, ["tilgjengelighet"] = "ordinaer", ["omraader"] = omraade is null ? [] : new JsonArray(omraade) };
    }))["id"]!;

    private static async Task<JsonObject[]> Rader(HttpClient klient, string moete) =>
        [.. (await Sak.Hent(klient, $"{Moeter}/{moete}"))["rader"]!["innhold"]!.AsArray().Select(r => r!.AsObject())];

    private static Task<HttpResponseMessage> Endre(HttpClient klient, string moete, string soeknad, string? boligId, string? begrunnelse) =>
        klient.PostAsJsonAsync($"{Moeter}/{moete}/rader/{soeknad}/endring", new { boligId, begrunnelse });

    private static Task<JsonObject> Svar(HttpClient klient, JsonNode tilbud, bool ja, string? grunn = null) =>
        Sak.Gjort(klient.PostAsJsonAsync($"{Tilbud}/{tilbud["id"]}/svar", new { ja, grunn }));

    private async Task<string?> Status(string bolig) => (string?)(await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}/{bolig}"))["status"];
}
