using System.Net;
using Boligsosial.Felles;
using Boligsosial.Testing;

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

    [Fact]
    public async Task Hver_klient_har_sin_egen_grense()
    {
        await using var gateway = await GatewayTjener.Med(("Gateway:ForespoerslerPerSekundPerKlient", "5"));

        var svar = await Storm(gateway, _ => "a");
        var andre = await Send(gateway, "b");

        await GatewayTjener.ErProblem(svar.First(s => s.StatusCode == HttpStatusCode.TooManyRequests), 429, "for-mange");
        Assert.InRange(svar.Count(s => s.StatusCode == HttpStatusCode.OK), 5, 50);
        Assert.Equal(HttpStatusCode.OK, andre.StatusCode);
    }

    [Fact]
    public async Task Adressens_grense_gjelder_ogsaa_den_som_er_flere_klienter()
    {
        await using var gateway = await GatewayTjener.Med(("Gateway:ForespoerslerPerSekund", "5"));

        Assert.Contains(await Storm(gateway, i => $"{i}"), s => s.StatusCode == HttpStatusCode.TooManyRequests);
    }

    private static Task<HttpResponseMessage[]> Storm(GatewayTjener gateway, Func<int, string> hvem) =>
        Task.WhenAll(Enumerable.Range(0, 100).Select(i => Send(gateway, hvem(i))));

    private static async Task<HttpResponseMessage> Send(GatewayTjener gateway, string hvem)
    {
        using var forespoersel = new HttpRequestMessage(HttpMethod.Get, Boliger);
        forespoersel.Headers.Authorization = new("Bearer", (await Testutsteder.Delt()).Token(Roller.AakeUtleie, bruker: hvem));
        return await gateway.Klient.SendAsync(forespoersel);
    }
}
