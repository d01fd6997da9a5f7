using System.Net;
using Boligsosial.MidlertidigBotilbud.Plasser;

namespace Boligsosial.MidlertidigBotilbud.Tests.Plasser;

/// <summary><see cref="RegistrerTilbyder"/>: one name is one provider, however it is spelled.</summary>
public sealed class TilbydernavnTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Samme_navn_med_andre_bokstaver_er_samme_tilbyder_i_enheten()
    {
        using var nav = new Navkontor(tjeneste, "navn");
        using var annen = new Navkontor(tjeneste, "navn-annen");
        await nav.Tilbyder("Blå Kors", "ideell");

        var nei = await nav.Post("/tilbydere", new { navn = " BLÅ kors ", type = "ideell" }, HttpStatusCode.Conflict, "tilbyder-finnes");

        Assert.NotNull(nei["errors"]!["navn"]);
        await annen.Tilbyder("blå kors", "ideell");
    }
}
