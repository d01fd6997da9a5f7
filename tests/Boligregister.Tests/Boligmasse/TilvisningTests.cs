using System.Net;
using System.Net.Http.Json;
using Boligsosial.Felles;
using static Boligsosial.Boligregister.Tests.BoligregisterTjeneste;

namespace Boligsosial.Boligregister.Tests.Boligmasse;

/// <summary>
/// <see cref="Boligregister.Boligmasse.InngaaTilvisningsavtale"/>, <see cref="Boligregister.Boligmasse.SoekTilvisningsavtaler"/>,
/// <see cref="Boligregister.Boligmasse.TilvisBolig"/>, <see cref="Boligregister.Boligmasse.OpphoerTilvisning"/>.
/// </summary>
public sealed class TilvisningTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private const string Avtaler = "/api/v1/boligregister/tilvisningsavtaler";

    [Fact]
    public async Task Av_femti_samtidige_blir_det_saa_mange_som_avtalen_gir()
    {
        var avtale = await Avtale(antall: 36);

        var svar = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Tilvis(avtale, $"H{i:0000}")));

        Assert.Equal(14, svar.Count(s => s.StatusCode == HttpStatusCode.Created));
        var nei = svar.Where(s => s.StatusCode != HttpStatusCode.Created).ToList();
        Assert.All(nei, s => Assert.Equal(HttpStatusCode.Conflict, s.StatusCode));
        Assert.Equal("urn:boligsosial:tilvisning-full", (string?)(await Json(nei[0]))["type"]);
        Assert.Equal(14, (int)(await tjeneste.Hent($"{Avtaler}/{avtale}"))["iBruk"]!);
    }

    [Fact]
    public async Task Av_tjue_samtidige_for_samme_boenhet_blir_det_en()
    {
        var avtale = await Avtale(antall: 36);

        var svar = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Tilvis(avtale, "h0101 ")));

        Assert.Equal(1, svar.Count(s => s.StatusCode == HttpStatusCode.Created));
        Assert.Equal("urn:boligsosial:boenhet-i-bruk", (string?)(await Json(svar.First(s => s.StatusCode == HttpStatusCode.Conflict)))["type"]);
    }

    [Fact]
    public async Task En_plass_er_ledig_fra_dagen_den_forrige_opphoerer_og_ikke_foer()
    {
        var avtale = await Avtale(antall: 3, andel: 0.4m);
        var foerste = (string)(await Json(await Tilvis(avtale, "A", "2026-01-01")))["id"]!;
        Assert.Equal(HttpStatusCode.Conflict, (await Tilvis(avtale, "B", "2026-06-30")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await Opphoer(avtale, foerste, "2026-06-30")).StatusCode);

        Assert.Equal(HttpStatusCode.Conflict, (await Tilvis(avtale, "B", "2026-06-29")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Tilvis(avtale, "B", "2026-06-30")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Tilvis(avtale, "C", "2025-12-01")).StatusCode);
        Assert.Equal("urn:boligsosial:allerede-opphoert", (string?)(await Json(await Opphoer(avtale, foerste, "2026-07-01")))["type"]);
        var alle = await tjeneste.Hent($"{Avtaler}/{avtale}/tilvisninger");
        var loeper = await tjeneste.Hent($"{Avtaler}/{avtale}/tilvisninger?loeperDato=2026-06-29");
        Assert.Equal(2, alle["innhold"]!.AsArray().Count);
        Assert.Equal("A", (string?)Assert.Single(loeper["innhold"]!.AsArray())!["boenhet"]);
    }

    [Fact]
    public async Task Avtalen_fra_2017_med_fem_av_tolv_staar_med_begge_tallene()
    {
        var uten = await Registrer(12, 0.4m, avtalt: 5);
        var med = await Registrer(12, 0.4m, avtalt: 5, merknad: "Avtalen sier 5 av 12. 40 % av 12 er 4,8.");

        Assert.Equal((422, "urn:boligsosial:over-taket"), ((int)uten.StatusCode, (string?)(await Json(uten))["type"]));
        var avtale = await Json(med);
        Assert.Equal((4, 5), ((int)avtale["takEtterAndel"]!, (int)avtale["tak"]!));
        var id = (string)avtale["id"]!;
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Created, (await Tilvis(id, $"{i}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Tilvis(id, "6")).StatusCode);
        Assert.DoesNotContain((await tjeneste.Hent($"{Avtaler}?ledig=true&antall=500"))["innhold"]!.AsArray(), a => (string?)a!["id"] == id);
    }

    [Theory]
    [InlineData("2016-12-31", "avtalen-loeper-ikke", 409)]
    [InlineData("2026-12-02", "dato-i-framtiden", 422)]
    public async Task Utenfor_avtalen_eller_i_framtiden_tilvises_ingen(string dato, string kode, int status)
    {
        var svar = await Tilvis(await Avtale(12), "A", dato);

        Assert.Equal((status, $"urn:boligsosial:{kode}"), ((int)svar.StatusCode, (string?)(await Json(svar))["type"]));
    }

    [Fact]
    public async Task Lista_har_sider_og_hver_avtale_en_gang()
    {
        for (var i = 0; i < 5; i++)
            await Avtale(12);

        var (sett, etter) = (new List<string>(), "");
        do
        {
            var side = await tjeneste.Hent($"{Avtaler}?antall=2{etter}");
            sett.AddRange(side["innhold"]!.AsArray().Select(a => (string)a!["id"]!));
            etter = side["neste"] is { } neste ? $"&etter={neste}" : "";
        }
        while (etter.Length > 0);

        Assert.True(sett.Count >= 5);
        Assert.Equal(sett.Distinct(), sett);
    }

    [Fact]
    public async Task Koordinatoren_leser_men_tilviser_ikke()
    {
        using var klient = tjeneste.Som(Roller.BoligsosialKoordinator);
        var avtale = await Avtale(12);

        Assert.Equal(HttpStatusCode.OK, (await klient.GetAsync($"{Avtaler}/{avtale}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await klient.PostAsJsonAsync($"{Avtaler}/{avtale}/tilvisninger", new { boenhet = "A" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await klient.GetAsync($"{Avtaler}/{Guid.CreateVersion7()}/tilvisninger")).StatusCode);
    }

    private async Task<string> Avtale(int antall, decimal andel = 0.4m)
    {
        var svar = await Registrer(antall, andel);
        Assert.Equal(HttpStatusCode.Created, svar.StatusCode);
        return (string)(await Json(svar))["id"]!;
    }

    private Task<HttpResponseMessage> Registrer(int antall, decimal andel, int? avtalt = null, string? merknad = null) => tjeneste.Klient.PostAsJsonAsync(Avtaler, new
    {
        prosjekt = "Ulsholtveien 31",
        utleier = "Stiftelsen",
        organisasjonsnummer = "123456789",
        antallBoliger = antall,
        andel,
        avtaltAntall = avtalt,
        merknad,
        fra = "2017-01-01",
        til = "2037-01-01",
    });

    private Task<HttpResponseMessage> Tilvis(string avtale, string boenhet, string? dato = null) =>
        tjeneste.Klient.PostAsJsonAsync($"{Avtaler}/{avtale}/tilvisninger", new { boenhet, dato });

    private Task<HttpResponseMessage> Opphoer(string avtale, string id, string dato) =>
        tjeneste.Klient.PostAsJsonAsync($"{Avtaler}/{avtale}/tilvisninger/{id}/opphoer", new { dato });
}
