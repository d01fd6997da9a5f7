using System.Net;
using System.Net.Http.Json;
using Boligsosial.Felles;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Hosting;

namespace Boligsosial.Boligregister.Tests.Tilgang;

public sealed class PersonerTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task En_person_finnes_for_enheten_som_har_registrert_den_og_ikke_for_andre()
    {
        using var aake = tjeneste.Som(Roller.AakeUtleie);
        using var nav = tjeneste.Som(Roller.NavVeileder);
        var nummer = Leiesak.NyttNummer();
        var person = await Leiesak.Registrer(aake, nummer, "Ola Nordmann");

        var svar = await BoligregisterTjeneste.Json(await aake.GetAsync($"{Leiesak.Personer}/{person}"));
        Assert.Equal(("Ola Nordmann", "ugradert"), ((string?)svar["navn"], (string?)svar["gradering"]));
        Assert.False(svar.ContainsKey("foedselsnummer"));
        Assert.Equal(HttpStatusCode.OK, (await aake.PostAsJsonAsync($"{Leiesak.Personer}/soek", new { foedselsnummer = $"{nummer[..6]} {nummer[6..]}" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nav.GetAsync($"{Leiesak.Personer}/{person}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nav.PostAsJsonAsync($"{Leiesak.Personer}/soek", new { foedselsnummer = nummer })).StatusCode);

        // The same pseudonym, whoever registers; the name that was there stands.
        Assert.Equal(person, await Leiesak.Registrer(nav, nummer, "O. Nordmann"));
        Assert.Equal("Ola Nordmann", (string?)(await BoligregisterTjeneste.Json(await nav.GetAsync($"{Leiesak.Personer}/{person}")))["navn"]);
    }

    [Theory]
    [InlineData("12927197005", "Ola", "foedselsnummer")]
    [InlineData("1292719700", "Ola", "foedselsnummer")]
    [InlineData("", "Ola", "foedselsnummer")]
    [InlineData(null, "Ola", "foedselsnummer")]
    [InlineData("12927197004", "", "navn")]
    [InlineData("12927197004", null, "navn")]
    [InlineData("12927197004", "linje\nskift", "navn")]
    public async Task Ugyldige_opplysninger_avvises_uten_aa_gjenta_dem(string? nummer, string? navn, string felt)
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var svar = await klient.PostAsJsonAsync(Leiesak.Personer, new { foedselsnummer = nummer, navn });

        Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
        var problem = await BoligregisterTjeneste.Json(svar);
        Assert.Equal([felt], problem["errors"]!.AsObject().Select(e => e.Key));
        if (nummer?.Length > 0)
            Assert.DoesNotContain(nummer, problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingenting_i_databasen_roeper_nummer_eller_navn()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var nummer = Leiesak.NyttNummer();
        await Leiesak.Registrer(klient, nummer, "Hemmelige Hansen");

        foreach (var tabell in new[] { "person", "person_enhet", "tilgangslogg", "outbox", "outbox_history", "idempotens" })
            Assert.Equal(0, await tjeneste.Sql<long>($"SELECT count(*) FROM {tabell} t WHERE t::text LIKE '%{nummer}%' OR t::text LIKE '%Hemmelige%' OR t::text LIKE '%{Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(nummer))}%'"));
    }

    [Fact]
    public async Task Noekler_kan_byttes_og_den_gamle_tas_bort()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var person = await Leiesak.Registrer(klient, Leiesak.NyttNummer(), "Foer Byttet");
        await using var byttet = Med(("Personvern:Noekler:2", new string('a', 64)), ("Personvern:AktivNoekkel", "2"));
        using var drift = Klient(byttet, Roller.Drift);

        Assert.Equal("Foer Byttet", await Navn(byttet));
        var antall = await tjeneste.Sql<long>("SELECT count(*) FROM person WHERE noekkel = '1'");
        var svar = await BoligregisterTjeneste.Json(await drift.PostAsync("/api/v1/boligregister/drift/noekkelbytte", null));
        Assert.Equal(("2", antall), ((string?)svar["noekkel"], (long)svar["kryptert"]!));
        Assert.Equal(0, await tjeneste.Sql<long>("SELECT count(*) FROM person WHERE noekkel = '1'"));

        // Without the first key at all; and back, for the other tests of the class.
        await using var utenDenGamle = Med(("Personvern:Noekler:1", new string('f', 64)), ("Personvern:Noekler:2", new string('a', 64)), ("Personvern:AktivNoekkel", "2"));
        Assert.Equal("Foer Byttet", await Navn(utenDenGamle));
        await using var tilbake = Med(("Personvern:Noekler:2", new string('a', 64)));
        using var igjen = Klient(tilbake, Roller.Drift);
        await igjen.PostAsync("/api/v1/boligregister/drift/noekkelbytte", null);

        async Task<string?> Navn(Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> fabrikk)
        {
            using var leser = Klient(fabrikk, Roller.AakeUtleie);
            await Eventually.Is(async () => (await leser.GetAsync("/health")).IsSuccessStatusCode, "the service with the new keys is ready");
            return (string?)(await BoligregisterTjeneste.Json(await leser.GetAsync($"{Leiesak.Personer}/{person}")))["navn"];
        }
    }

    [Fact]
    public async Task Den_som_proever_seg_fram_med_numre_stoppes_og_de_andre_ikke()
    {
        await using var streng = Med(("Personvern:SoekPerTiMinutter", "5"));
        using var klient = Klient(streng, Roller.AakeUtleie);
        await Eventually.Is(async () => (await klient.GetAsync("/health")).IsSuccessStatusCode, "the service is ready");
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await klient.PostAsJsonAsync($"{Leiesak.Personer}/soek", new { foedselsnummer = Leiesak.NyttNummer() })).StatusCode);

        var stoppet = await klient.PostAsJsonAsync($"{Leiesak.Personer}/soek", new { foedselsnummer = Leiesak.NyttNummer() });
        Assert.Equal(HttpStatusCode.TooManyRequests, stoppet.StatusCode);
        Assert.Equal("urn:boligsosial:for-mange-soek", (string?)(await BoligregisterTjeneste.Json(stoppet))["type"]);
        Assert.NotNull(stoppet.Headers.RetryAfter);
        using var annen = Klient(streng, Roller.KtSaksbehandler);
        Assert.Equal(HttpStatusCode.NotFound, (await annen.PostAsJsonAsync($"{Leiesak.Personer}/soek", new { foedselsnummer = Leiesak.NyttNummer() })).StatusCode);
    }

    [Theory]
    [InlineData("Personvern:RefNoekkel", "")]
    [InlineData("Personvern:RefNoekkel", "abc")]
    [InlineData("Personvern:Noekler:1", "for kort")]
    [InlineData("Personvern:AktivNoekkel", "9")]
    public void Uten_gyldige_noekler_starter_ikke_tjenesten(string innstilling, string verdi)
    {
        using var fabrikk = Med((innstilling, verdi));

        var feil = Assert.ThrowsAny<Exception>(() => fabrikk.Services);
        Assert.Contains("Personvern:", feil.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "Tilgang:Utstedere:0:Utsteder", "http://uten-tls")]
    [InlineData("Development", "Tilgang:Utstedere:0:Mottaker", "")]
    [InlineData("Development", "Tilgang:Utstedere:0:Utsteder", "ikke en adresse")]
    [InlineData("Development", "Tilgang:Utstedere:0:Roller:gruppe", "administrator")]
    [InlineData("Development", "Tilgang:Utstedere:0:Skrivefeil", "x")]
    public void Med_utstedere_som_ikke_kan_stoles_paa_starter_ikke_tjenesten(string miljoe, string innstilling, string verdi)
    {
        using var fabrikk = Med((innstilling, verdi)).WithWebHostBuilder(b => b.UseEnvironment(miljoe));

        Assert.ThrowsAny<Exception>(() => fabrikk.Services);
    }

    private Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> Med(params (string Navn, string Verdi)[] innstillinger) => tjeneste.WithWebHostBuilder(b =>
    {
        foreach (var (navn, verdi) in innstillinger)
            b.UseSetting(navn, verdi);
    });

    private HttpClient Klient(Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> fabrikk, string rolle)
    {
        var klient = fabrikk.CreateClient();
        klient.DefaultRequestHeaders.Authorization = new("Bearer", tjeneste.Utsteder.Token(rolle));
        return klient;
    }
}
