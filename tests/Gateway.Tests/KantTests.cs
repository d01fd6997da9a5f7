using System.Net;

namespace Boligsosial.Gateway.Tests;

/// <summary>What browsers are told, which origins may read, and whose word is taken for where a request comes from.</summary>
public sealed class KantTests(GatewayTjener gateway) : IClassFixture<GatewayTjener>
{
    private const string Boliger = "/api/v1/boligregister/boliger";
    private const string Kjent = "https://saksbehandling.example.no";

    [Theory]
    [InlineData(Boliger, 200)]
    [InlineData("/api/v1/boligregister/boliger?fnr=12927197004", 400)]
    [InlineData("/api/v1/ukjent", 404)]
    [InlineData("/health", 200)]
    [InlineData("/openapi/index.html", 200)]
    [InlineData("/openapi/boligregister.json", 200)]
    public async Task Sikkerhetshoder_staar_paa_hvert_svar(string adresse, int status)
    {
        var svar = await gateway.Klient.GetAsync(adresse);

        Assert.Equal(status, (int)svar.StatusCode);
        HarSikkerhetshoder(svar);
        Assert.Equal(adresse.StartsWith("/openapi", StringComparison.Ordinal), Hode(svar, "Content-Security-Policy").Contains("script-src 'self'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sikkerhetshoder_staar_ogsaa_naar_tjenesten_er_borte_eller_grensen_er_naadd()
    {
        await using var egen = await GatewayTjener.Med(("services:boligregister:http:0", "http://127.0.0.1:1"), ("Gateway:ForespoerslerPerSekund", "2"));
        var svar = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => egen.Klient.GetAsync(Boliger)));

        Assert.All(svar, HarSikkerhetshoder);
        Assert.All(svar, s => Assert.Equal("no-store", Hode(s, "Cache-Control")));
        Assert.Equal([HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway], svar.Select(s => s.StatusCode).Distinct().Order());
    }

    [Fact]
    public async Task Tjenestens_egne_hoder_roeper_ingenting_og_staar_ikke_ved_siden_av()
    {
        await using var egen = await GatewayTjener.Med();
        egen.Boligregister.Svar = context =>
        {
            context.Response.Headers.Server = "noe/1.0";
            context.Response.Headers.XPoweredBy = "noe";
            context.Response.Headers.XFrameOptions = "ALLOWALL";
            context.Response.Headers.CacheControl = "private, max-age=5";
            return Task.CompletedTask;
        };

        var svar = await egen.Klient.GetAsync(Boliger);

        HarSikkerhetshoder(svar);
        Assert.Equal("private, max-age=5", Hode(svar, "Cache-Control").Replace("max-age=5, private", "private, max-age=5", StringComparison.Ordinal));
        Assert.Equal("no-store", Hode(await gateway.Klient.GetAsync(Boliger), "Cache-Control"));
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public async Task Bare_kryptert_bes_nettleseren_holde_seg_til_utenfor_utvikling(string miljoe, bool hsts)
    {
        await using var egen = await GatewayTjener.Med(("environment", miljoe), ("Gateway:KjenteProxyer:0", "127.0.0.0/8"));

        Assert.False((await Send(egen, HttpMethod.Get)).Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(hsts, (await Send(egen, HttpMethod.Get, ("X-Forwarded-Proto", "https"))).Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(hsts, (await Send(egen, HttpMethod.Delete, "/openapi/boligregister.json", ("X-Forwarded-Proto", "https"))).Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("127.0.0.0/8", "10.1.2.3")]
    [InlineData("192.0.2.0/24", "127.0.0.1")]
    [InlineData(null, "127.0.0.1")]
    public async Task Bare_en_kjent_proxy_kan_si_hvem_som_spoer(string? proxy, string adresse)
    {
        await using var egen = proxy is null ? await GatewayTjener.Med() : await GatewayTjener.Med(("Gateway:KjenteProxyer:0", proxy));

        await Send(egen, HttpMethod.Get, ("X-Forwarded-For", "10.1.2.3"));

        Assert.Equal(adresse, egen.Boligregister.Sett["X-Forwarded-For"]);
    }

    [Theory]
    [InlineData("https://fremmed.example.com", false)]
    [InlineData("http://saksbehandling.example.no", false)] // not encrypted
    [InlineData("https://saksbehandling.example.no.fremmed.example.com", false)]
    [InlineData("null", false)]
    [InlineData(Kjent, true)]
    public async Task Bare_et_oppgitt_opphav_slipper_inn(string opphav, bool slipper)
    {
        await using var egen = await GatewayTjener.Med(("Gateway:Cors:Opphav:0", Kjent));

        var foer = await Send(egen, HttpMethod.Options, ("Origin", opphav), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,if-match"));
        var svar = await Send(egen, HttpMethod.Get, ("Origin", opphav));
        var feil = await Send(egen, HttpMethod.Get, "/api/v1/ukjent", ("Origin", opphav));

        Assert.Equal(0, egen.Boligregister.Forespoersler - 1);
        Assert.All([foer, svar, feil], s => Assert.Equal(slipper ? opphav : "", Hode(s, "Access-Control-Allow-Origin")));
        Assert.All([foer, svar, feil], s => Assert.False(s.Headers.Contains("Access-Control-Allow-Credentials")));
        Assert.Equal(slipper ? "authorization,if-match" : "", Hode(foer, "Access-Control-Allow-Headers"));
        Assert.Equal(slipper ? "ETag,Location,Retry-After,X-Correlation-Id" : "", Hode(svar, "Access-Control-Expose-Headers"));
    }

    [Fact]
    public async Task Uten_innstilling_slipper_intet_opphav_inn()
    {
        var foer = await Send(gateway, HttpMethod.Options, ("Origin", Kjent), ("Access-Control-Request-Method", "GET"));
        var svar = await Send(gateway, HttpMethod.Get, ("Origin", Kjent));

        Assert.All([foer, svar], s => Assert.False(s.Headers.Contains("Access-Control-Allow-Origin")));
    }

    private static Task<HttpResponseMessage> Send(GatewayTjener tjener, HttpMethod metode, params (string Navn, string Verdi)[] hoder) => Send(tjener, metode, Boliger, hoder);

    private static async Task<HttpResponseMessage> Send(GatewayTjener tjener, HttpMethod metode, string adresse, params (string Navn, string Verdi)[] hoder)
    {
        using var forespoersel = new HttpRequestMessage(metode, adresse);
        foreach (var (navn, verdi) in hoder)
            forespoersel.Headers.TryAddWithoutValidation(navn, verdi);
        return await tjener.Klient.SendAsync(forespoersel);
    }

    private static void HarSikkerhetshoder(HttpResponseMessage svar)
    {
        Assert.Equal("nosniff", Hode(svar, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Hode(svar, "Referrer-Policy"));
        Assert.Equal("DENY", Hode(svar, "X-Frame-Options"));
        Assert.Equal("same-origin", Hode(svar, "Cross-Origin-Resource-Policy"));
        Assert.StartsWith("default-src 'none'; ", Hode(svar, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", Hode(svar, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.False(svar.Headers.Contains("Server") || svar.Headers.Contains("X-Powered-By"));
    }

    private static string Hode(HttpResponseMessage svar, string navn) => svar.Headers.NonValidated.TryGetValues(navn, out var verdier) ? string.Join(" | ", verdier) : "";
}
