using System.Net;
using System.Net.Http.Headers;

namespace Boligsosial.Boligregister.Tests.Boliger;

/// <summary><see cref="Boligregister.Boliger.EndreBolig"/> and <see cref="Boligregister.Boliger.HentBolig"/></summary>
public sealed class EndreBoligTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task Ny_status_lukker_den_forrige_i_historikken()
    {
        var (svar, bolig) = await tjeneste.Registrer();
        tjeneste.Tid.Naa = tjeneste.Tid.Naa.AddDays(10);
        bolig["status"] = "utleid";
        bolig["statusFra"] = null;
        var (endret, _) = await tjeneste.Endre(bolig, svar.Headers.ETag);
        var hentet = await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}/{bolig["id"]}");

        Assert.Equal(HttpStatusCode.OK, endret.StatusCode);
        Assert.NotEqual(svar.Headers.ETag, endret.Headers.ETag);
        Assert.Equal(
            """[{"status":"ledig-klar","fra":"2026-12-01","til":"2026-12-11"},{"status":"utleid","fra":"2026-12-11","til":null}]""",
            hentet["historikk"]!.ToJsonString());
        tjeneste.Tid.Naa = tjeneste.Tid.Naa.AddDays(-10);
    }

    [Fact]
    public async Task Avviser_en_status_fra_foer_den_forrige()
    {
        var (svar, bolig) = await tjeneste.Registrer();
        bolig["status"] = "utleid";
        bolig["statusFra"] = "2026-11-30";
        var (endret, problem) = await tjeneste.Endre(bolig, svar.Headers.ETag);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, endret.StatusCode);
        Assert.Equal("urn:boligsosial:status-foer-forrige", (string?)problem["type"]);
    }

    [Fact]
    public async Task Krever_If_Match()
    {
        var (_, bolig) = await tjeneste.Registrer();
        var (svar, _) = await tjeneste.Endre(bolig, null);
        Assert.Equal((HttpStatusCode)428, svar.StatusCode);
    }

    [Fact]
    public async Task Bare_en_av_to_samtidige_endringer_av_samme_versjon_vinner()
    {
        var (svar, bolig) = await tjeneste.Registrer();
        bolig["maanedsleie"] = 10_000;
        var svarene = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tjeneste.Endre(bolig, svar.Headers.ETag)));

        Assert.Single(svarene, s => s.Svar.StatusCode == HttpStatusCode.OK);
        Assert.Equal(9, svarene.Count(s => s.Svar.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Avviser_en_ETag_som_ikke_er_vaar()
    {
        var (_, bolig) = await tjeneste.Registrer();
        var (svar, _) = await tjeneste.Endre(bolig, new EntityTagHeaderValue("\"nei\""));
        Assert.Equal(HttpStatusCode.PreconditionFailed, svar.StatusCode);
    }

    [Fact]
    public async Task Finner_ikke_en_bolig_som_ikke_finnes()
    {
        var bolig = tjeneste.NyBolig(b => b["id"] = Guid.CreateVersion7().ToString());
        var (endret, _) = await tjeneste.Endre(bolig, new EntityTagHeaderValue("\"1\""));
        var hentet = await tjeneste.Klient.GetAsync($"{BoligregisterTjeneste.Boliger}/{bolig["id"]}");

        Assert.Equal(HttpStatusCode.NotFound, endret.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, hentet.StatusCode);
    }
}
