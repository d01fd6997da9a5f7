using System.Net;
using System.Text.Json.Nodes;
using Boligsosial.Boligregister.Tests.Tilgang;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests;

/// <summary>Idempotency-Key, tried on POST /boliger; the filter is the same for all.</summary>
public sealed class IdempotensTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task Samme_noekkel_og_innhold_gir_samme_svar()
    {
        var bolig = tjeneste.NyBolig().ToJsonString();
        var (foerste, a) = await tjeneste.Registrer(JsonNode.Parse(bolig)!.AsObject(), "samme");
        var (andre, b) = await tjeneste.Registrer(JsonNode.Parse(bolig)!.AsObject(), "samme");

        Assert.Equal(HttpStatusCode.Created, andre.StatusCode);
        Assert.Equal(a.ToJsonString(), b.ToJsonString());
        Assert.Equal(foerste.Headers.ETag, andre.Headers.ETag);
        Assert.Equal(foerste.Headers.Location, andre.Headers.Location);
    }

    [Fact]
    public async Task Mange_samtidige_med_samme_noekkel_faar_alle_det_ene_svaret()
    {
        var bolig = tjeneste.NyBolig().ToJsonString();
        var svar = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tjeneste.Registrer(JsonNode.Parse(bolig)!.AsObject(), "samtidig")));

        Assert.All(svar, s => Assert.Equal(HttpStatusCode.Created, s.Svar.StatusCode));
        Assert.Single(svar.Select(s => (string?)s.Innhold["id"]).Distinct());
    }

    [Fact]
    public async Task Samme_noekkel_med_annet_innhold_avvises()
    {
        await tjeneste.Registrer(tjeneste.NyBolig(), "annet");
        var (svar, problem) = await tjeneste.Registrer(tjeneste.NyBolig(), "annet");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, svar.StatusCode);
        Assert.Equal("urn:boligsosial:idempotency-key-gjenbrukt", (string?)problem["type"]);
    }

    [Fact]
    public async Task Et_avslag_gis_igjen_og_har_ikke_skrevet_noe()
    {
        var (_, finnes) = await tjeneste.Registrer();
        finnes.Remove("id");
        var (foerste, a) = await tjeneste.Registrer(finnes, "avslag");
        var (andre, b) = await tjeneste.Registrer(finnes, "avslag");

        Assert.Equal(HttpStatusCode.Conflict, foerste.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, andre.StatusCode);
        Assert.Equal(a.ToJsonString(), b.ToJsonString());
    }

    [Fact]
    public async Task Etter_24_timer_er_noekkelen_glemt()
    {
        await tjeneste.Registrer(tjeneste.NyBolig(), "gammel");
        tjeneste.Tid.Naa = tjeneste.Tid.Naa.AddHours(24).AddSeconds(1);
        var (svar, _) = await tjeneste.Registrer(tjeneste.NyBolig(), "gammel");

        Assert.Equal(HttpStatusCode.Created, svar.StatusCode);
    }

    [Fact]
    public async Task En_annens_noekkel_gir_ikke_den_annens_svar()
    {
        using var aake = tjeneste.Som(Roller.AakeUtleie);
        using var nav = tjeneste.Som(Roller.NavLeder);
        var nummer = Leiesak.NyttNummer();
        foreach (var klient in new[] { aake, nav })
        {
            klient.DefaultRequestHeaders.Add("Idempotency-Key", "to-som-velger-likt");
            await Leiesak.Registrer(klient, nummer);
        }

        // Registered for both units, not answered from the first one's.
        Assert.Equal(2, await tjeneste.Sql<long>("SELECT count(*) FROM person_enhet"));
    }

    [Fact]
    public async Task En_for_lang_noekkel_avvises()
    {
        var (svar, _) = await tjeneste.Registrer(tjeneste.NyBolig(), new string('x', 256));
        Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
    }
}
