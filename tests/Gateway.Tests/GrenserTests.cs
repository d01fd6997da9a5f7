using System.Net;

namespace Boligsosial.Gateway.Tests;

public sealed class GrenserTests
{
    private const string Boliger = "/api/v1/boligregister/boliger";
    private const int Grense = 1 << 20;

    [Theory]
    [InlineData(Grense + 1)]
    [InlineData(64 << 20)]
    public async Task Et_innhold_som_sier_at_det_er_for_stort_kommer_ikke_til_tjenesten(int stoerrelse)
    {
        await using var gateway = await GatewayTjener.Med();
        using var innhold = new ByteArrayContent(new byte[stoerrelse]);

        var svar = await gateway.Klient.PostAsync(Boliger, innhold);

        await GatewayTjener.ErProblem(svar, 413, "for-stor");
        Assert.Equal(0, gateway.Boligregister.Forespoersler);
    }

    [Theory]
    [InlineData(Grense + 1, true)]
    [InlineData(8 << 20, false)] // the connection may be closed while the caller still sends, and the answer go with it
    public async Task Et_innhold_som_ikke_sier_hvor_stort_det_er_kuttes_underveis(int stoerrelse, bool faarAlltidSvar)
    {
        await using var gateway = await GatewayTjener.Med();
        gateway.Boligregister.Svar = gateway.Boligregister.TaImot;
        using var forespoersel = new HttpRequestMessage(HttpMethod.Post, Boliger) { Content = new StreamContent(new MemoryStream(new byte[stoerrelse])) };
        forespoersel.Headers.TransferEncodingChunked = true;

        try
        {
            await GatewayTjener.ErProblem(await gateway.Klient.SendAsync(forespoersel), 413, "for-stor");
        }
        catch (HttpRequestException) when (!faarAlltidSvar)
        {
        }

        Assert.InRange(gateway.Boligregister.Byte, 0, Grense);
        Assert.Equal(0, gateway.Boligregister.HeleInnhold);
    }

    [Theory]
    [InlineData(Boliger, Grense - 4096)] // in chunks, their framing counts too
    [InlineData(Boliger + "/import", 40 << 20)]
    public async Task Et_innhold_innenfor_rutens_grense_kommer_helt_fram(string adresse, int stoerrelse)
    {
        await using var gateway = await GatewayTjener.Med();
        gateway.Boligregister.Svar = gateway.Boligregister.TaImot;
        foreach (var biter in new[] { false, true })
        {
            using var forespoersel = new HttpRequestMessage(HttpMethod.Post, adresse) { Content = new StreamContent(new MemoryStream(new byte[stoerrelse])) };
            forespoersel.Headers.TransferEncodingChunked = biter;

            Assert.Equal(HttpStatusCode.OK, (await gateway.Klient.SendAsync(forespoersel)).StatusCode);
        }

        Assert.Equal(2L * stoerrelse, gateway.Boligregister.Byte);
        Assert.Equal(2, gateway.Boligregister.HeleInnhold);
    }

    [Fact]
    public async Task Den_som_spoer_for_ofte_faar_429_og_vite_naar_det_gaar_igjen()
    {
        await using var gateway = await GatewayTjener.Med(("Gateway:ForespoerslerPerSekund", "5"));
        var svar = new List<HttpResponseMessage>();
        for (var i = 0; i < 200 && !svar.Exists(s => s.StatusCode == HttpStatusCode.TooManyRequests); i++)
            svar.AddRange(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => gateway.Klient.GetAsync(Boliger))));

        var avvist = svar.First(s => s.StatusCode == HttpStatusCode.TooManyRequests);
        await GatewayTjener.ErProblem(avvist, 429, "for-mange");
        Assert.InRange(avvist.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains(svar, s => s.StatusCode == HttpStatusCode.OK);
    }
}
