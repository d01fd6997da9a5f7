using System.Net;
using System.Net.Http.Headers;
using Boligsosial.Testing;

namespace Boligsosial.Gateway.Tests;

public sealed class TilgangTests(GatewayTjener gateway) : IClassFixture<GatewayTjener>
{
    [Theory]
    [InlineData("/api/v1/boligregister/boliger")]
    [InlineData("/api/v1/boligsosial-enhet/oversikt/boligmasse")]
    [InlineData("/api/v1/finansiering/bostoette/beregning")]
    [InlineData("/api/v1/midlertidig-botilbud/henvendelser")]
    [InlineData("/openapi/boligregister.json")]
    [InlineData("/finnes/ikke")]
    public async Task Uten_token_kommer_ingen_forbi(string adresse)
    {
        foreach (var hode in new AuthenticationHeaderValue?[] { null, new("Bearer", "tull"), new("Bearer", (await Testutsteder.Delt()).Token(Testutsteder.Krav("drift"), mottaker: "en annen")) })
        {
            using var forespoersel = new HttpRequestMessage(HttpMethod.Get, adresse);
            forespoersel.Headers.Authorization = hode ?? new("Ingen");

            await GatewayTjener.ErProblem(await gateway.Klient.SendAsync(forespoersel), 401, "ikke-innlogget");
        }
    }

    [Fact]
    public async Task Helsen_er_aapen_og_tokenet_sendes_videre()
    {
        using var helse = new HttpRequestMessage(HttpMethod.Get, "/alive");
        helse.Headers.Authorization = new("Ingen");
        Assert.Equal(HttpStatusCode.OK, (await gateway.Klient.SendAsync(helse)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await gateway.Klient.GetAsync("/api/v1/boligregister/boliger")).StatusCode);
    }
}
