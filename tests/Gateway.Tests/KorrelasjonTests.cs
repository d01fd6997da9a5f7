namespace Boligsosial.Gateway.Tests;

public sealed class KorrelasjonTests(GatewayTjener gateway) : IClassFixture<GatewayTjener>
{
    private const string Hode = "X-Correlation-Id";

    [Theory]
    [InlineData("sak-2025.06_1")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public async Task Egen_id_gaar_til_tjenesten_og_tilbake(string id)
    {
        Assert.Equal(id, await Send(id));
        Assert.Equal(id, gateway.Boligregister.Sett[Hode]);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a b")]
    [InlineData("a;b=c")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("a", "b")]
    public async Task En_id_som_ikke_er_enkel_byttes_ut(params string[] id)
    {
        var fikk = await Send(id);

        Assert.Matches("^[A-Za-z0-9:._-]{1,64}$", fikk);
        Assert.DoesNotContain(fikk, id);
        Assert.Equal(fikk, gateway.Boligregister.Sett[Hode]);
    }

    [Fact]
    public async Task Uten_id_faar_hver_forespoersel_sin()
    {
        var foerste = await Send();
        var andre = await Send();

        Assert.NotEqual(foerste, andre);
        Assert.Equal(andre, gateway.Boligregister.Sett[Hode]);
    }

    [Fact]
    public async Task Tjenestens_egen_id_blir_ikke_en_til()
    {
        gateway.Boligregister.Svar = context =>
        {
            context.Response.Headers[Hode] = "tjenestens";
            return Task.CompletedTask;
        };

        Assert.Equal("min", await Send("min"));
    }

    private async Task<string> Send(params string[] id)
    {
        using var forespoersel = new HttpRequestMessage(HttpMethod.Get, "/api/v1/boligregister/boliger");
        forespoersel.Headers.TryAddWithoutValidation(Hode, id);
        var svar = await gateway.Klient.SendAsync(forespoersel);
        return Assert.Single(svar.Headers.GetValues(Hode));
    }
}
