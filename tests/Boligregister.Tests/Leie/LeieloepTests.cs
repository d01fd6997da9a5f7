using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.Boligregister.Leie;
using Boligsosial.Boligregister.Tests.Tilgang;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.Boligregister.Tests.Leie;

/// <summary>
/// From key to key, on 1 December 2026: <see cref="RegistrerInnflytting"/>, <see cref="SiOppLeieforhold"/>, <see cref="ProtesterMotOppsigelse"/>,
/// <see cref="ReisSoeksmaal"/>, <see cref="LaOppsigelsenFalle"/>, <see cref="OppfordreTilAaFlytte"/>, <see cref="VurderFornyelse"/>,
/// <see cref="FornyLeieforhold"/>, <see cref="HentFornyelser"/>, <see cref="RegistrerUtflytting"/>, <see cref="KlargjoerBolig"/>, <see cref="HentTomgang"/>.
/// </summary>
public sealed class LeieloepTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private const string Leieforhold = Leiesak.AlleLeieforhold;

    [Fact]
    public async Task Fra_noekkel_til_noekkel_og_ledig_igjen()
    {
        var (id, bolig) = await Leie("2024-01-01", "2027-01-01");

        Assert.Equal("2024-01-02", (string?)(await Gjoer(id, "innflytting", new { noekler = 3, dato = "2024-01-02", maalerStroem = 1200.5 }))["innflyttet"]);
        Assert.Equal("utleid", await Status(bolig));
        await Nektes(id, "innflytting", new { noekler = 3 }, 409, "innflyttet");

        await Nektes(id, "utflytting", new { aarsak = "utloept", noekler = 3, dato = "2024-01-02" }, 422, "dato-for-tidlig");
        var ute = await Gjoer(id, "utflytting", new { aarsak = "kjoept-bolig", noekler = 2, dato = "2026-11-01", merknader = "Hull i veggen" });
        Assert.Equal(("2026-11-01", "kjoept-bolig"), ((string?)ute["til"], (string?)ute["opphoertAarsak"]));
        Assert.Equal("under-vedlikehold", await Status(bolig));
        await Nektes(id, "utflytting", new { aarsak = "utloept", noekler = 3 }, 409, "utflyttet");

        var tom = (await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}/tomgang"))["innhold"]!.AsArray().Single(t => (string?)t!["boligId"] == bolig)!;
        Assert.Equal((30, 9500m), ((int)tom["dager"]!, (decimal)tom["taptLeie"]!));

        var klargjoering = $"{BoligregisterTjeneste.Boliger}/{bolig}/klargjoering";
        await Nektet(await tjeneste.Klient.PostAsJsonAsync($"{klargjoering}/ferdig", new { dato = "2026-11-20" }), 409, "ikke-kontrollert");
        await Nektet(await tjeneste.Klient.PostAsJsonAsync($"{klargjoering}/kontroll", new { behov = "enkel", dato = "2026-10-31" }), 422, "dato-for-tidlig");
        Assert.Equal(HttpStatusCode.OK, (await tjeneste.Klient.PostAsJsonAsync($"{klargjoering}/kontroll", new { behov = "enkel", dato = "2026-11-05" })).StatusCode);
        Assert.Equal("ledig-enkel-istandsetting", await Status(bolig));
        Assert.Equal(HttpStatusCode.OK, (await tjeneste.Klient.PostAsJsonAsync($"{klargjoering}/ferdig", new { dato = "2026-11-20" })).StatusCode);
        Assert.Equal("ledig-klar", await Status(bolig));
        tom = (await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}/tomgang"))["innhold"]!.AsArray().Single(t => (string?)t!["boligId"] == bolig)!;
        Assert.Equal((4, 15), ((int)tom["dagerTilKontroll"]!, (int)tom["dagerTilFerdig"]!));

        Assert.Equal(
            ["leieforhold-inngaatt", "leie-fastsatt", "noekkel-utlevert", "leieforhold-opphoert"],
            (await tjeneste.Hendelser(id)).Select(h => h.Type));
        Assert.Contains(await tjeneste.Hendelser(bolig), h => h.Type == "bolig-ledig" && (string?)h.Innhold["fra"] == "2026-11-05");
    }

    [Fact]
    public async Task Leietaker_sier_opp_med_tre_maaneder_til_maanedens_slutt()
    {
        var (id, _) = await Leie("2024-01-01", null);

        await Nektes(id, "oppsigelse", new { av = "leietaker", mottatt = "2026-12-02" }, 422, "dato-i-framtiden");
        Assert.Equal("2027-03-01", (string?)(await Gjoer(id, "oppsigelse", new { av = "leietaker", mottatt = "2026-11-30" }))["til"]);
        await Nektes(id, "oppsigelse", new { av = "leietaker" }, 409, "oppsagt");
        await Nektes(id, "oppsigelse/protest", new { }, 409, "ingen-oppsigelse");
        Assert.Null((await Gjoer(id, "oppsigelse/bortfall", new { }))["til"]);
    }

    [Fact]
    public async Task Utleiers_oppsigelse_trenger_grunn_og_begrunnelse_og_faller_uten_soeksmaal()
    {
        var (id, _) = await Leie("2024-01-01", null);

        var nei = await Nektes(id, "oppsigelse", new { av = "utleier", mottatt = "2026-06-15" }, 422, "mangler-grunn");
        Assert.Equal("§ 9-7", (string?)nei["hjemmel"]!["paragraf"]);
        await Nektes(id, "oppsigelse", new { av = "utleier", mottatt = "2026-06-15", grunnlag = "mislighold", begrunnelse = " " }, 422, "mangler-grunn");
        await Gjoer(id, "oppsigelse", new { av = "utleier", mottatt = "2026-06-15", grunnlag = "mislighold", begrunnelse = "Gjentatt hærverk" });

        await Nektes(id, "oppsigelse/soeksmaal", new { dato = "2026-07-01" }, 409, "ingen-protest");
        await Nektes(id, "oppsigelse/protest", new { mottatt = "2026-07-16" }, 422, "protest-for-sent");
        await Gjoer(id, "oppsigelse/protest", new { mottatt = "2026-07-15" });
        await Nektes(id, "oppsigelse/soeksmaal", new { dato = "2026-10-16" }, 422, "soeksmaal-for-sent");
        var falt = await Gjoer(id, "oppsigelse/bortfall", new { dato = "2026-10-16" });

        Assert.Null(falt["til"]);
        Assert.Equal("2026-10-16", (string?)falt["oppsigelser"]![0]!["bortfalt"]);
    }

    [Fact]
    public async Task Et_leieforhold_fornyes_etter_en_vurdering_og_ingen_utloeper_usett()
    {
        var (snart, _) = await Leie("2024-03-01", "2027-03-01");
        var (senere, _) = await Leie("2024-06-02", "2027-06-02");
        await Gjoer(snart, "innflytting", new { noekler = 1, dato = "2024-03-01" });

        var koe = (await tjeneste.Hent($"{Leieforhold}/fornyelser?antall=500"))["innhold"]!.AsArray();
        Assert.Contains(koe, f => (string?)f!["leieforhold"]!["id"] == snart && f["vurdering"] is null && (string?)f["tidsubestemtFra"] == "2027-06-02");
        Assert.DoesNotContain(koe, f => (string?)f!["leieforhold"]!["id"] == senere);

        await Nektes(snart, "fornyelse", new { til = "2030-03-01" }, 409, "ikke-vurdert");
        await Nektes(senere, "fornyelsesvurdering", new { kanLeiePrivat = false, kanFaaStartlaan = false, utfall = "fornyes", begrunnelse = "Trenger boligen" }, 422, "for-tidlig-aa-fornye");
        await Nektes(snart, "fornyelsesvurdering", new { kanLeiePrivat = false, kanFaaStartlaan = false, utfall = "fornyes" }, 400, "ugyldig");
        await Gjoer(snart, "fornyelsesvurdering", new { kanLeiePrivat = false, kanFaaStartlaan = false, utfall = "fornyes", begrunnelse = "Trenger boligen" });
        await Nektes(snart, "fornyelse", new { til = "2030-02-28" }, 422, "leietid-for-kort");
        var fornyet = await Gjoer(snart, "fornyelse", new { til = "2030-03-01" });

        Assert.Equal(("2030-03-01", 2), ((string?)fornyet["til"], fornyet["kontrakter"]!.AsArray().Count));
        Assert.NotEmpty((string)fornyet["kontrakter"]![1]!["besluttetAv"]!);
    }

    [Fact]
    public async Task Doegnet_forteller_om_utloep_en_gang_og_skriver_det_som_er_tidsubestemt_etter_loven()
    {
        var (sitter, bolig) = await Leie("2023-08-31", "2026-08-31");
        var (bedtUt, _) = await Leie("2023-08-31", "2026-08-31");
        var (grense, _) = await Leie("2023-09-01", "2026-09-01");
        var (snart, _) = await Leie("2024-06-01", "2027-06-01");
        foreach (var id in new[] { sitter, bedtUt, grense })
            await Gjoer(id, "innflytting", new { noekler = 1, dato = "2023-09-01" });
        await Gjoer(bedtUt, "flyttoppfordring", new { dato = "2026-11-30" });
        var person = await Leiesak.Registrer(tjeneste.Klient, Leiesak.NyttNummer());
        await Nektet(await Leiesak.Inngaa(tjeneste.Klient, bolig, person, "2026-12-01"), 409, "bolig-ikke-fraflyttet");

        var vakt = tjeneste.Services.GetRequiredService<Doegnvakt>();
        await vakt.Utfoer(new(2026, 12, 1), CancellationToken.None);
        await vakt.Utfoer(new(2026, 12, 1), CancellationToken.None);

        Assert.Null((await tjeneste.Hent($"{Leieforhold}/{sitter}"))["til"]);
        Assert.Equal("2026-08-31", (string?)(await tjeneste.Hent($"{Leieforhold}/{bedtUt}"))["til"]);
        Assert.Equal("2026-09-01", (string?)(await tjeneste.Hent($"{Leieforhold}/{grense}"))["til"]);
        Assert.Single(await tjeneste.Hendelser(snart), h => h.Type == "leie-utloeper-snart");
        Assert.DoesNotContain(await tjeneste.Hendelser(sitter), h => h.Type == "leie-utloeper-snart");
        await Nektes(sitter, "flyttoppfordring", new { }, 409, "tidsubestemt");
    }

    [Fact]
    public async Task Kort_leietid_krever_grunner_og_bofellesskap_er_tidsubestemt()
    {
        var person = await Leiesak.Registrer(tjeneste.Klient, Leiesak.NyttNummer());
        var bolig = (string)(await tjeneste.Registrer()).Innhold["id"]!;
        var felles = (string)(await tjeneste.Registrer(tjeneste.NyBolig(b => b["egenskaper"] = new JsonArray("bofellesskap")))).Innhold["id"]!;

        Task<HttpResponseMessage> Inngaa(string hvor, string fra, string? til, string? grunner = null, string? begrunnelse = null, decimal garanti = 0) =>
            tjeneste.Klient.PostAsJsonAsync(Leieforhold, new { boligId = hvor, fra, til, maanedsleie = 9000, leietakere = new[] { person }, grunner = grunner ?? "ingen", begrunnelse, garanti });

        await Nektet(await Inngaa(bolig, "2026-01-01", "2027-01-01", "saerlige"), 400, "ugyldig");
        await Nektet(await Inngaa(bolig, "2026-01-01", "2027-01-01", "saerlige", "Skal på institusjon", garanti: 54_001), 422, "sikkerhet-over-seks-maaneder");
        Assert.Equal(HttpStatusCode.Created, (await Inngaa(bolig, "2026-01-01", "2027-01-01", "saerlige", "Skal på institusjon", garanti: 54_000)).StatusCode);
        await Nektet(await Inngaa(bolig, "2027-01-01", "2028-01-01", "saerlige", "Fortsatt"), 422, "kort-leietid-brukt");
        Assert.Equal(HttpStatusCode.Created, (await Inngaa(bolig, "2027-01-01", "2028-01-01", "tungtveiende", "Fortsatt")).StatusCode);
        await Nektet(await Inngaa(felles, "2026-01-01", "2030-01-01"), 422, "bofellesskap-tidsubestemt");
        Assert.Equal(HttpStatusCode.Created, (await Inngaa(felles, "2026-01-01", null)).StatusCode);
    }

    private async Task<(string Id, string Bolig)> Leie(string fra, string? til)
    {
        var person = await Leiesak.Registrer(tjeneste.Klient, Leiesak.NyttNummer());
        var bolig = (string)(await tjeneste.Registrer(tjeneste.NyBolig(b => b["statusFra"] = "2023-01-01"))).Innhold["id"]!;
        var svar = await Leiesak.Inngaa(tjeneste.Klient, bolig, person, fra, til, inngaatt: fra);
        Assert.True(svar.IsSuccessStatusCode, await svar.Content.ReadAsStringAsync());
        return ((string)(await BoligregisterTjeneste.Json(svar))["id"]!, bolig);
    }

    private async Task<string?> Status(string bolig) => (string?)(await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}/{bolig}"))["status"];

    private async Task<JsonObject> Gjoer(string id, string hva, object innhold)
    {
        var svar = await tjeneste.Klient.PostAsJsonAsync($"{Leieforhold}/{id}/{hva}", innhold);
        Assert.True(svar.IsSuccessStatusCode, await svar.Content.ReadAsStringAsync());
        return await BoligregisterTjeneste.Json(svar);
    }

    private async Task<JsonObject> Nektes(string id, string hva, object innhold, int status, string kode) =>
        await Nektet(await tjeneste.Klient.PostAsJsonAsync($"{Leieforhold}/{id}/{hva}", innhold), status, kode);

    private static async Task<JsonObject> Nektet(HttpResponseMessage svar, int status, string kode)
    {
        var problem = await BoligregisterTjeneste.Json(svar);
        Assert.Equal((status, $"urn:boligsosial:{kode}"), ((int)svar.StatusCode, (string?)problem["type"]));
        return problem;
    }
}
