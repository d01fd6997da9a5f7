using System.Net;

namespace Boligsosial.Gateway.Tests;

public sealed class RuterTests(GatewayTjener gateway) : IClassFixture<GatewayTjener>
{
    [Theory]
    [InlineData("/api/v1/boligregister/boliger?omraade=Skodje&etter=a%2Fb")]
    [InlineData("/api/v1/boligregister/boliger/import?modus=godta-gyldige")]
    [InlineData("/openapi/boligregister.json")]
    [InlineData("/api/v1/boligsosial-enhet/oversikt/boligmasse?dato=2026-12-01")]
    [InlineData("/openapi/boligsosial-enhet.json")]
    [InlineData("/api/v1/finansiering/bostoette/beregning")]
    [InlineData("/openapi/finansiering.json")]
    [InlineData("/api/v1/midlertidig-botilbud/henvendelser")]
    [InlineData("/openapi/midlertidig-botilbud.json")]
    public async Task Finner_tjenesten_ved_navnet_og_sender_adressen_videre_som_den_er(string adresse)
    {
        var svar = await gateway.Klient.GetAsync(adresse);

        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        Assert.Equal(Uri.UnescapeDataString(adresse), Uri.UnescapeDataString(await svar.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/api/v1/boligregister/boliger", 1, 0, 0, 0)]
    [InlineData("/api/v1/boligsosial-enhet/oversikt/boligmasse", 0, 1, 0, 0)]
    [InlineData("/api/v1/finansiering/bostoette/beregning", 0, 0, 1, 0)]
    [InlineData("/api/v1/midlertidig-botilbud/henvendelser", 0, 0, 0, 1)]
    public async Task Hver_tjeneste_faar_bare_sitt(string adresse, int boligregister, int boligsosialEnhet, int finansiering, int midlertidigBotilbud)
    {
        await using var egen = await GatewayTjener.Med();

        await egen.Klient.GetStringAsync(adresse);

        Assert.Equal(
            (boligregister, boligsosialEnhet, finansiering, midlertidigBotilbud),
            (egen.Boligregister.Forespoersler, egen.BoligsosialEnhet.Forespoersler, egen.Finansiering.Forespoersler, egen.MidlertidigBotilbud.Forespoersler));
    }

    [Theory]
    [InlineData("/api/v1/ukjent/boliger")]
    [InlineData("/api/v2/boligregister/boliger")]
    [InlineData("/ukjent")]
    [InlineData("/openapi/ukjent.json")]
    public async Task Adresser_som_ingen_tjeneste_har_finnes_ikke(string adresse) =>
        await GatewayTjener.ErProblem(await gateway.Klient.GetAsync(adresse), 404, "finnes-ikke");

    [Theory]
    [InlineData("/alive")]
    [InlineData("/health")]
    public async Task Helse_er_gatewayens_egen(string adresse)
    {
        var foer = gateway.Boligregister.Forespoersler;

        Assert.Equal(HttpStatusCode.OK, (await gateway.Klient.GetAsync(adresse)).StatusCode);
        Assert.Equal(foer, gateway.Boligregister.Forespoersler);
    }

    [Fact]
    public async Task En_metode_som_adressen_ikke_har_faar_405() =>
        await GatewayTjener.ErProblem(await gateway.Klient.DeleteAsync("/openapi/boligregister.json"), 405, "metode");

    [Fact]
    public async Task API_siden_nevner_hver_tjeneste()
    {
        var foran = await gateway.Klient.GetAsync("/");
        var side = await gateway.Klient.GetStringAsync("/openapi/index.html");
        var oppsett = await gateway.Klient.GetStringAsync("/openapi/index.js");

        Assert.StartsWith("/openapi", foran.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Boligsosial", side, StringComparison.Ordinal);
        Assert.Contains("/openapi/boligregister.json", side + oppsett, StringComparison.Ordinal);
        Assert.Contains("/openapi/boligsosial-enhet.json", side + oppsett, StringComparison.Ordinal);
        Assert.Contains("/openapi/finansiering.json", side + oppsett, StringComparison.Ordinal);
        Assert.Contains("/openapi/midlertidig-botilbud.json", side + oppsett, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fordeler_paa_alle_replikaer()
    {
        await using var andre = await Oppstroem.Start();
        await using var to = await GatewayTjener.Med(("services:boligregister:http:1", andre.Adresse));

        for (var i = 0; i < 40; i++)
            await to.Klient.GetStringAsync("/api/v1/boligregister/boliger");

        Assert.InRange(andre.Forespoersler, 1, 39);
        Assert.Equal(40, andre.Forespoersler + to.Boligregister.Forespoersler);
    }

    [Fact]
    public async Task Hvem_som_spoer_bestemmes_ikke_av_den_som_spoer()
    {
        using var forespoersel = new HttpRequestMessage(HttpMethod.Get, "/api/v1/boligregister/boliger");
        forespoersel.Headers.Add("X-Forwarded-For", "10.0.0.1");

        await gateway.Klient.SendAsync(forespoersel);

        Assert.DoesNotContain("10.0.0.1", gateway.Boligregister.Sett["X-Forwarded-For"], StringComparison.Ordinal);
    }
}
