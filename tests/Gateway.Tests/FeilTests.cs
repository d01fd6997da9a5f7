using System.Net;
using Microsoft.AspNetCore.Http;

namespace Boligsosial.Gateway.Tests;

/// <summary>When the service behind is away, slow or breaks off.</summary>
public sealed class FeilTests
{
    private const string Boliger = "/api/v1/boligregister/boliger";

    [Fact]
    public async Task En_tjeneste_som_ikke_svarer_gir_502()
    {
        await using var gateway = await GatewayTjener.Med(("services:boligregister:http:0", "http://127.0.0.1:1"));

        await GatewayTjener.ErProblem(await gateway.Klient.GetAsync(Boliger), 502, "tjeneste-svarer-ikke");
    }

    [Fact]
    public async Task En_tjeneste_som_legger_paa_gir_502()
    {
        await using var gateway = await GatewayTjener.Med();
        gateway.Boligregister.Svar = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        await GatewayTjener.ErProblem(await gateway.Klient.GetAsync(Boliger), 502, "tjeneste-svarer-ikke");
    }

    [Fact]
    public async Task En_tjeneste_uten_adresse_gir_503()
    {
        await using var gateway = await GatewayTjener.Med(
            ("ReverseProxy:Routes:tom:ClusterId", "tom"),
            ("ReverseProxy:Routes:tom:Match:Path", "/api/v1/tom/{**resten}"),
            ("ReverseProxy:Clusters:tom:HttpRequest:ActivityTimeout", "00:00:10"));

        await GatewayTjener.ErProblem(await gateway.Klient.GetAsync("/api/v1/tom/x"), 503, "utilgjengelig");
    }

    [Fact]
    public async Task En_tjeneste_som_bruker_for_lang_tid_gir_504()
    {
        await using var gateway = await GatewayTjener.Med(("ReverseProxy:Clusters:boligregister:HttpRequest:ActivityTimeout", "00:00:00.300"));
        gateway.Boligregister.Svar = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        await GatewayTjener.ErProblem(await gateway.Klient.GetAsync(Boliger), 504, "tidsavbrudd");
    }

    [Fact]
    public async Task Tjenestens_eget_problem_kommer_fram_som_det_er()
    {
        await using var gateway = await GatewayTjener.Med();
        gateway.Boligregister.Svar = context =>
        {
            context.Response.Headers.RetryAfter = "5";
            return TypedResults.Problem(statusCode: 503, type: "urn:boligsosial:eget", title: "t", detail: "Fra tjenesten.", extensions: [new("traceId", "x")]).ExecuteAsync(context);
        };

        var svar = await gateway.Klient.GetAsync(Boliger);

        Assert.Equal("Fra tjenesten.", (await GatewayTjener.ErProblem(svar, 503, "eget")).GetProperty("detail").GetString());
        Assert.Equal(TimeSpan.FromSeconds(5), svar.Headers.RetryAfter?.Delta);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Et_avslag_uten_innhold_fra_tjenesten_beholder_sin_status(int status)
    {
        await using var gateway = await GatewayTjener.Med();
        gateway.Boligregister.Svar = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        Assert.Equal((HttpStatusCode)status, (await gateway.Klient.GetAsync(Boliger)).StatusCode);
    }

    [Fact]
    public async Task Et_svar_som_brytes_av_blir_ikke_til_et_helt_svar()
    {
        await using var gateway = await GatewayTjener.Med();
        gateway.Boligregister.Svar = async context =>
        {
            await context.Response.WriteAsync("halvparten");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };

        await Assert.ThrowsAsync<HttpRequestException>(() => gateway.Klient.GetStringAsync(Boliger));
    }

    [Fact]
    public async Task Et_for_stort_hode_gir_431()
    {
        await using var gateway = await GatewayTjener.Med();
        using var forespoersel = new HttpRequestMessage(HttpMethod.Get, Boliger);
        forespoersel.Headers.Add("X-Stort", new string('x', 20 * 1024));

        var svar = await gateway.Klient.SendAsync(forespoersel);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, svar.StatusCode);
        Assert.Equal(0, gateway.Boligregister.Forespoersler);
    }
}
