using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Tests.Startlaan;

namespace Boligsosial.Finansiering.Tests;

/// <summary>What somebody is told who sends something wrong: which field, as it is called in JSON, and in Norwegian. Today is 1 December 2026.</summary>
public sealed class FeltfeilTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    [Theory]
    [InlineData("tapsdeling", """{"innbetalt":1}""", "hovedstol", "mangler", "Må oppgis.")]
    [InlineData("tapsdeling", """{"hovedstol":-1,"innbetalt":1}""", "hovedstol", "utenfor-grensene", "Må være fra 0 til 100000000.")]
    [InlineData("beregning", """{"husholdning":{"nettoInntekt":1},"varianter":[{}]}""", "husholdning.livsopphold", "mangler", "Må oppgis.")]
    [InlineData("beregning", """{"husholdning":{"nettoInntekt":1,"livsopphold":1},"varianter":[]}""", "varianter", "for-kort", "Må ha minst 1 tegn eller ledd.")]
    public async Task Feltet_har_navnet_fra_JSON_og_feilen_er_paa_norsk(string sti, string json, string felt, string kode, string tekst)
    {
        using var innhold = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        var problem = await FinansieringTjeneste.ErProblem(await tjeneste.Klient.PostAsync($"{Laanesaker.Startlaan}/{sti}", innhold), 400, "ugyldig");

        var feil = Assert.Single(problem.GetProperty("errors").EnumerateObject());
        Assert.Equal((felt, tekst), (feil.Name, feil.Value[0].GetString()));
        Assert.Equal(kode, Assert.Single(problem.GetProperty("koder").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Samtykket_er_feltet_naar_dagen_for_det_ikke_har_vaert()
    {
        using var klient = tjeneste.Som(Roller.AakeStoenad, enhet: "samtykke");
        var soeker = (await Person(klient)).GetProperty("personRef").GetString();
        var sak = await FinansieringTjeneste.Ok(await klient.PostAsJsonAsync($"{FinansieringTjeneste.Bostoette}/saker", new { soeker, kanal = "papir" }));
        var svar = await klient.PostAsJsonAsync(
            $"{FinansieringTjeneste.Bostoette}/saker/{sak.GetProperty("id")}/overfoering", new { skriftligSamtykke = true, samtykke = "2026-12-24", fra = "2027-01-01" });

        Assert.True((await FinansieringTjeneste.ErProblem(svar, 422, "dato-i-framtiden")).GetProperty("errors").TryGetProperty("samtykke", out _));
    }

    [Fact]
    public async Task Adressen_til_en_ny_person_kan_foelges()
    {
        using var klient = tjeneste.Som(Roller.AakeStoenad, enhet: "adresse");
        var svar = await klient.PostAsJsonAsync("/api/v1/finansiering/personer/", new { foedselsnummer = "12927197004", navn = "Ola Nordmann" });

        Assert.Equal(HttpStatusCode.OK, (await klient.GetAsync(svar.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task Et_bevis_forlenges_ikke_foer_det_er_gitt()
    {
        using var saker = new Laanesaker(tjeneste, "forlenget-foer");
        await saker.Ramme(2_000_000);
        var id = await saker.Innvilget(dato: "2026-11-10");

        await FinansieringTjeneste.ErProblem(await Forleng("2026-11-09"), 422, "dato-for-tidlig");
        await FinansieringTjeneste.Ok(await Forleng("2026-11-10"));

        Task<HttpResponseMessage> Forleng(string dato) => saker.Beslutter.PostAsJsonAsync($"{Laanesaker.Startlaan}/soeknader/{id}/bevis/forlengelse", new { dato });
    }

    private static async Task<JsonElement> Person(HttpClient klient) =>
        await FinansieringTjeneste.Ok(await klient.PostAsJsonAsync("/api/v1/finansiering/personer", new { foedselsnummer = "12927197004", navn = "Ola Nordmann" }));
}
