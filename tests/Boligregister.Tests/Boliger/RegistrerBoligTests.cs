using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Boligsosial.Boligregister.Tests.Boliger;

/// <summary><see cref="Boligregister.Boliger.RegistrerBolig"/></summary>
public sealed class RegistrerBoligTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task Registrerer_og_gir_boligen_tilbake_med_id_ETag_og_sted()
    {
        var (svar, bolig) = await tjeneste.Registrer(tjeneste.NyBolig(b => b["egenskaper"] = new JsonArray("rullestol", "heis", "rullestol")));

        Assert.Equal(HttpStatusCode.Created, svar.StatusCode);
        Assert.NotNull(svar.Headers.ETag);
        Assert.Equal($"{BoligregisterTjeneste.Boliger}/{bolig["id"]}", svar.Headers.Location!.ToString());
        Assert.Equal("2026-12-01", (string?)bolig["statusFra"]);
        Assert.Equal(["heis", "rullestol"], bolig["egenskaper"]!.AsArray().Select(e => (string?)e));

        var hentet = await tjeneste.Hent(svar.Headers.Location.ToString());
        Assert.Equal("Testvegen", (string?)hentet["adresse"]!["gatenavn"]);
        Assert.Equal(9500m, (decimal)hentet["maanedsleie"]!);
    }

    [Theory]
    [InlineData("""{"kategori":"slott"}""", "kategori", "gjennomgangsbolig, tilrettelagt, bemannet")]
    [InlineData("""{"omraade":" "}""", "omraade", "Må oppgis")]
    [InlineData("""{"soverom":null}""", "soverom", "Må oppgis")]
    [InlineData("""{"soverom":31}""", "soverom", "fra 0 til 30")]
    [InlineData("""{"matrikkel":"131/42"}""", "matrikkel", "1508-131/42")]
    [InlineData("""{"bruksenhetsnummer":"X0101"}""", "bruksenhetsnummer", "H0203")]
    [InlineData("""{"maanedsleie":-1}""", "maanedsleie", "kroner")]
    [InlineData("""{"egenskaper":["fly"]}""", "egenskaper", "rullestol")]
    public async Task Avviser_ugyldige_felt_ved_navn(string endring, string felt, string tekst)
    {
        var (svar, problem) = await tjeneste.Registrer(tjeneste.NyBolig(b =>
        {
            foreach (var (navn, verdi) in JsonNode.Parse(endring)!.AsObject())
                b[navn] = verdi?.DeepClone();
        }));

        Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
        Assert.Equal("application/problem+json", svar.Content.Headers.ContentType!.MediaType);
        Assert.Equal("urn:boligsosial:ugyldig", (string?)problem["type"]);
        Assert.Contains(tekst, (string?)problem["errors"]![felt]![0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":"borte"}""", "status", "ledig-klar, ledig-enkel-istandsetting, under-vedlikehold, utleid, reservert, avhendet")]
    [InlineData("""{"status":3}""", "status", "ledig-klar")]
    [InlineData("""{"soverom":"to"}""", "soverom", "linje 1")]
    [InlineData("""{"adresse":{"husnummer":1.5}}""", "adresse.husnummer", "linje 1")]
    [InlineData("""{"soverom":99999999999}""", "soverom", "linje 1")]
    public async Task Navngir_feltet_naar_JSON_ikke_kan_leses(string json, string felt, string tekst)
    {
        var (svar, problem) = await Send(json);

        Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
        Assert.Contains(tekst, (string?)problem["errors"]![felt]![0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "application/json")]
    [InlineData("", HttpStatusCode.BadRequest, "application/json")]
    [InlineData("null", HttpStatusCode.BadRequest, "application/json")]
    [InlineData("[]", HttpStatusCode.BadRequest, "application/json")]
    [InlineData("{}", HttpStatusCode.UnsupportedMediaType, "text/plain")]
    public async Task Avviser_det_som_ikke_er_JSON(string innhold, HttpStatusCode status, string type)
    {
        var (svar, problem) = await Send(innhold, type);

        Assert.Equal(status, svar.StatusCode);
        Assert.StartsWith("urn:boligsosial:", (string?)problem["type"], StringComparison.Ordinal);
        Assert.NotNull(problem["traceId"]);
    }

    [Fact]
    public async Task Avviser_nulltegn_i_tekst()
    {
        var (svar, _) = await tjeneste.Registrer(tjeneste.NyBolig(b => b["omraade"] = "Sko\0dje"));
        Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
    }

    [Theory]
    [InlineData("leverandorBoligId")]
    [InlineData("matrikkel")]
    public async Task Avviser_en_bolig_som_finnes(string felt)
    {
        var (_, finnes) = await tjeneste.Registrer();
        var (svar, problem) = await tjeneste.Registrer(tjeneste.NyBolig(b => b[felt] = finnes[felt]!.DeepClone()));

        Assert.Equal(HttpStatusCode.Conflict, svar.StatusCode);
        Assert.Equal("urn:boligsosial:bolig-finnes", (string?)problem["type"]);
        Assert.NotNull(problem["errors"]![felt]);
    }

    /// <summary>And those that lose are no errors that an operator is to look at.</summary>
    [Fact]
    public async Task Bare_en_av_mange_samtidige_like_registreringer_vinner()
    {
        var bolig = tjeneste.NyBolig().ToJsonString();
        var svar = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tjeneste.Registrer(JsonNode.Parse(bolig)!.AsObject())));

        Assert.Single(svar, s => s.Svar.StatusCode == HttpStatusCode.Created);
        Assert.Equal(19, svar.Count(s => s.Svar.StatusCode == HttpStatusCode.Conflict));
        // MassTransit has one to say of each send that the stop of another host cuts off.
        Assert.DoesNotContain(tjeneste.Feillinjer, l => !l.StartsWith("MassTransit", StringComparison.Ordinal));
    }

    private async Task<(HttpResponseMessage Svar, JsonObject Innhold)> Send(string innhold, string type = "application/json")
    {
        using var body = new StringContent(innhold, Encoding.UTF8, type);
        var svar = await tjeneste.Klient.PostAsync(BoligregisterTjeneste.Boliger, body);
        return (svar, await svar.Content.ReadFromJsonAsync<JsonObject>() ?? []);
    }
}
