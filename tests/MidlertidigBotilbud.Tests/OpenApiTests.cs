using System.Text.Json.Nodes;
using Boligsosial.Felles;

namespace Boligsosial.MidlertidigBotilbud.Tests;

/// <summary>The document says what must be sent, and no more.</summary>
public sealed class OpenApiTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Theory]
    [InlineData("RegistrerHenvendelseRequest")]
    [InlineData("BestillPlassRequest", "henvendelseId", "plassId", "avreise")]
    [InlineData("Plassdata", "tilbyderId", "navn", "slag", "senger", "pris")]
    public async Task Bare_det_som_kreves_er_paakrevd(string skjema, params string[] felt)
    {
        using var klient = tjeneste.Som(Roller.NavVeileder);
        var dokument = JsonNode.Parse(await klient.GetStringAsync(new Uri("/openapi/midlertidig-botilbud.json", UriKind.Relative)))!;

        var svar = dokument["components"]!["schemas"]![skjema]!;

        Assert.NotEmpty(svar["properties"]!.AsObject());
        Assert.Equal(felt.Order(), (svar["required"]?.AsArray() ?? []).Select(f => (string)f!).Order());
    }
}
