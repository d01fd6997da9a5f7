using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Boligsosial.Gateway.Tests;

/// <summary>Callers that mean harm or cannot speak HTTP, byte by byte.</summary>
public sealed class TregeKallereTests
{
    private const string Boliger = "/api/v1/boligregister/boliger";
    private static readonly TimeSpan Frist = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Hoder_som_drypper_kuttes_mens_andre_faar_svar()
    {
        await using var gateway = await GatewayTjener.Med(
            ("Kestrel:Limits:RequestHeadersTimeout", "00:00:02"), ("Gateway:ForespoerslerPerSekund", "1000000"), ("Gateway:ForespoerslerPerSekundPerKlient", "1000000"));
        var start = Stopwatch.GetTimestamp();
        var trege = Enumerable.Range(0, 50).Select(_ => Drypp(gateway, $"GET {Boliger} HTTP/1.1\r\nHost: x\r\nX-Treg: ")).ToList();
        var alle = Task.WhenAll(trege);
        var svar = 0;
        while (!alle.IsCompleted)
        {
            var spurt = Stopwatch.GetTimestamp();
            Assert.Equal(HttpStatusCode.OK, (await gateway.Klient.GetAsync(Boliger)).StatusCode);
            Assert.InRange(Stopwatch.GetElapsedTime(spurt).TotalSeconds, 0, 2);
            svar++;
        }

        await alle;
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 1.5, 8);
        Assert.Equal(svar, gateway.Boligregister.Forespoersler);
        Assert.True(svar > 10);
    }

    [Fact]
    public async Task Et_innhold_som_drypper_gir_408()
    {
        await using var gateway = await GatewayTjener.Med(
            ("Kestrel:Limits:MinRequestBodyDataRate:BytesPerSecond", "1000"), ("Kestrel:Limits:MinRequestBodyDataRate:GracePeriod", "00:00:02"));
        gateway.Boligregister.Svar = gateway.Boligregister.TaImot;

        var start = Stopwatch.GetTimestamp();
        var svar = await Drypp(gateway, $"POST {Boliger} HTTP/1.1\r\nHost: x\r\nAuthorization: {gateway.Klient.DefaultRequestHeaders.Authorization}\r\nContent-Length: 100000\r\n\r\n");

        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 1.5, 8);
        ErProblem(svar, 408, "for-treg");
        Assert.Equal(0, gateway.Boligregister.HeleInnhold);
    }

    [Fact]
    public async Task Et_for_stort_innhold_avvises_foer_det_kommer()
    {
        await using var gateway = await GatewayTjener.Med();

        var svar = await Send(gateway, $"POST {Boliger} HTTP/1.1\r\nHost: x\r\nAuthorization: {gateway.Klient.DefaultRequestHeaders.Authorization}\r\nConnection: close\r\nContent-Length: 99999999999\r\n\r\n");

        ErProblem(svar, 413, "for-stor");
        Assert.Equal(0, gateway.Boligregister.Forespoersler);
    }

    [Fact]
    public async Task Et_innhold_uten_ende_kuttes_ved_grensen()
    {
        await using var gateway = await GatewayTjener.Med();
        gateway.Boligregister.Svar = gateway.Boligregister.TaImot;
        using var tcp = await Koble(gateway);
        var ut = tcp.GetStream();
        var bit = Encoding.ASCII.GetBytes($"10000\r\n{new string('x', 0x10000)}\r\n");
        var sendt = 0L;
        try
        {
            await ut.WriteAsync(Encoding.ASCII.GetBytes($"POST {Boliger} HTTP/1.1\r\nHost: x\r\nAuthorization: {gateway.Klient.DefaultRequestHeaders.Authorization}\r\nTransfer-Encoding: chunked\r\n\r\n"));
            for (; sendt < 1L << 30; sendt += bit.Length)
                await ut.WriteAsync(bit).AsTask().WaitAsync(Frist);
        }
        catch (IOException)
        {
            // Closed in our face.
        }

        Assert.InRange(sendt, 1 << 20, (1L << 30) - 1);
        Assert.InRange(gateway.Boligregister.Byte, 0, 1 << 20);
        Assert.Equal(0, gateway.Boligregister.HeleInnhold);
    }

    [Theory]
    [InlineData(90, 200)]
    [InlineData(101, 431)]
    [InlineData(10_000, 431)]
    public async Task Hoder_kan_bare_vaere_saa_mange(int antall, int status)
    {
        await using var gateway = await GatewayTjener.Med();

        var svar = await Send(gateway, $"GET {Boliger} HTTP/1.1\r\nHost: x\r\nAuthorization: {gateway.Klient.DefaultRequestHeaders.Authorization}\r\nConnection: close\r\n{string.Concat(Enumerable.Range(0, antall).Select(i => $"X-{i}: 1\r\n"))}\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", svar, StringComparison.Ordinal);
        Assert.Equal(status == 200 ? 1 : 0, gateway.Boligregister.Forespoersler);
    }

    [Theory]
    [InlineData(8_000, 200)]
    [InlineData(9_000, 414)]
    [InlineData(20_000, 414)]
    [InlineData(5_000_000, 414)]
    public async Task En_adresse_kan_bare_vaere_saa_lang(int lengde, int status)
    {
        await using var gateway = await GatewayTjener.Med();

        var svar = await Send(gateway, $"GET {Boliger}?fritekst={new string('x', lengde)} HTTP/1.1\r\nHost: x\r\nAuthorization: {gateway.Klient.DefaultRequestHeaders.Authorization}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", svar, StringComparison.Ordinal);
        Assert.Equal(status == 200 ? 1 : 0, gateway.Boligregister.Forespoersler);
        if (lengde == 9_000)
            ErProblem(svar, 414, "for-lang-adresse");
    }

    [Theory]
    [InlineData("\u0016\u0003\u0001 er ikke HTTP\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n")]
    [InlineData("GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("POST /api/v1/boligregister/boliger HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello")]
    [InlineData("POST /api/v1/boligregister/boliger HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /api/v1/boligregister/boliger HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n")]
    public async Task Det_som_ikke_er_HTTP_faar_400_og_ingen_forbindelse(string tekst)
    {
        await using var gateway = await GatewayTjener.Med();

        Assert.StartsWith("HTTP/1.1 400 ", await Send(gateway, tekst), StringComparison.Ordinal);
        Assert.Equal(0, gateway.Boligregister.Forespoersler);
    }

    private static async Task<TcpClient> Koble(GatewayTjener gateway)
    {
        var tcp = new TcpClient { NoDelay = true };
        await tcp.ConnectAsync(IPAddress.Loopback, gateway.Klient.BaseAddress!.Port);
        return tcp;
    }

    /// <summary>Sends it all and returns what comes until the gateway closes.</summary>
    private static async Task<string> Send(GatewayTjener gateway, string tekst)
    {
        using var tcp = await Koble(gateway);
        var svar = Les(tcp);
        try
        {
            await tcp.GetStream().WriteAsync(Encoding.Latin1.GetBytes(tekst));
        }
        catch (IOException)
        {
            // It had read enough.
        }

        return await svar.WaitAsync(Frist);
    }

    /// <summary>Sends the beginning, and then a byte now and then until the gateway answers or closes.</summary>
    private static async Task<string> Drypp(GatewayTjener gateway, string begynnelse)
    {
        using var tcp = await Koble(gateway);
        var svar = Les(tcp);
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begynnelse));
        for (var start = Stopwatch.GetTimestamp(); !svar.IsCompleted && Stopwatch.GetElapsedTime(start) < Frist;)
        {
            try
            {
                await tcp.GetStream().WriteAsync("x"u8.ToArray());
            }
            catch (IOException)
            {
                break;
            }

            await Task.WhenAny(svar, Task.Delay(100)); // The pace of a slow caller, not a wait for something.
        }

        return await svar.WaitAsync(TimeSpan.FromSeconds(1));
    }

    private static async Task<string> Les(TcpClient tcp)
    {
        var svar = new MemoryStream();
        try
        {
            await tcp.GetStream().CopyToAsync(svar);
        }
        catch (IOException)
        {
            // Reset: what came before it counts.
        }

        return Encoding.UTF8.GetString(svar.ToArray());
    }

    private static void ErProblem(string svar, int status, string kode)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", svar, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/problem+json", svar, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"\"urn:boligsosial:{kode}\"", svar, StringComparison.Ordinal);
    }
}
