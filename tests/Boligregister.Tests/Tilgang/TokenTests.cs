using System.Net;
using System.Security.Cryptography;
using System.Text;
using Boligsosial.Felles;
using Boligsosial.Testing;
using Microsoft.IdentityModel.Tokens;

namespace Boligsosial.Boligregister.Tests.Tilgang;

/// <summary>Which tokens are taken; the same code is in every service and in the gateway.</summary>
public sealed class TokenTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private static readonly Dictionary<string, object> Krav = Testutsteder.Krav(Roller.AakeUtleie);

    public static TheoryData<string> Ugyldige =>
    [
        "ingen", "tull", "tomt", "utloept", "feil mottaker", "feil utsteder", "uten utsteder", "alg none", "fremmed noekkel", "fremmed noekkel med vaar kid", "endret innhold", "hemmelighet av den offentlige noekkelen", "annet skjema",
    ];

    [Theory]
    [MemberData(nameof(Ugyldige))]
    public async Task Et_token_som_ikke_holder_gir_401(string hva)
    {
        using var klient = tjeneste.CreateClient();
        if (Autorisasjon(hva, tjeneste.Utsteder) is { } hode)
            klient.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", hode);

        foreach (var adresse in new[] { BoligregisterTjeneste.Boliger, Leiesak.AlleLeieforhold, "/openapi/boligregister.json", "/finnes/ikke" })
        {
            var svar = await klient.GetAsync(adresse);
            Assert.Equal(HttpStatusCode.Unauthorized, svar.StatusCode);
            Assert.Equal("urn:boligsosial:ikke-innlogget", (string?)(await BoligregisterTjeneste.Json(svar))["type"]);
            Assert.Equal("Bearer", svar.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task Et_token_som_holder_slipper_inn()
    {
        using var klient = tjeneste.Med(tjeneste.Utsteder.Token(Krav));

        Assert.Equal(HttpStatusCode.OK, (await klient.GetAsync(BoligregisterTjeneste.Boliger)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await klient.GetAsync("/finnes/ikke")).StatusCode);
    }

    [Fact]
    public async Task En_rolle_vi_ikke_har_slipper_ikke_inn()
    {
        using var klient = tjeneste.Som("administrator");

        var svar = await klient.GetAsync(BoligregisterTjeneste.Boliger);
        Assert.Equal(HttpStatusCode.Forbidden, svar.StatusCode);
        Assert.Equal("urn:boligsosial:ikke-tilgang", (string?)(await BoligregisterTjeneste.Json(svar))["type"]);
    }

    [Fact]
    public async Task Skjermet_alene_slipper_ikke_inn()
    {
        using var klient = tjeneste.Med(tjeneste.Utsteder.Token(new Dictionary<string, object> { ["sub"] = "x", ["roles"] = new[] { Roller.Skjermet } }));

        Assert.Equal(HttpStatusCode.Forbidden, (await klient.GetAsync(Leiesak.AlleLeieforhold)).StatusCode);
    }

    [Fact]
    public async Task Noekler_byttes_uten_omstart()
    {
        using var foer = tjeneste.Som(Roller.AakeUtleie);
        Assert.Equal(HttpStatusCode.OK, (await foer.GetAsync(BoligregisterTjeneste.Boliger)).StatusCode);

        tjeneste.Utsteder.Bytt();

        using var etter = tjeneste.Som(Roller.AakeUtleie);
        await Eventually.Is(async () => (await etter.GetAsync(BoligregisterTjeneste.Boliger)).IsSuccessStatusCode, "the new key is taken", TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.OK, (await foer.GetAsync(BoligregisterTjeneste.Boliger)).StatusCode);
    }

    [Fact]
    public async Task En_integrator_som_bare_kan_lese_kan_ikke_skrive_og_ser_ingen_personer()
    {
        using var leser = tjeneste.Som(Roller.Integrator, scope: "boligregister.les");
        using var skriver = tjeneste.Som(Roller.Integrator, scope: "boligregister.skriv");
        using var annen = tjeneste.Som(Roller.Integrator, scope: "boligsosial-enhet.les boligsosial-enhet.skriv");
        using var uten = tjeneste.Som(Roller.Integrator);

        Assert.Equal(HttpStatusCode.OK, (await leser.GetAsync(BoligregisterTjeneste.Boliger)).StatusCode);
        foreach (var klient in new[] { leser, annen, uten })
            Assert.Equal(HttpStatusCode.Forbidden, (await klient.PostAsync(BoligregisterTjeneste.Boliger, Json("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await skriver.PostAsync(BoligregisterTjeneste.Boliger, Json("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await skriver.GetAsync(BoligregisterTjeneste.Boliger)).StatusCode);
        foreach (var klient in new[] { leser, skriver })
            Assert.Equal(HttpStatusCode.Forbidden, (await klient.GetAsync(Leiesak.AlleLeieforhold)).StatusCode);
    }

    [Fact]
    public async Task En_integrators_token_kan_ikke_gi_seg_selv_en_rolle()
    {
        var krav = Testutsteder.Krav(Roller.Integrator, scope: "boligregister.les");
        krav["roles"] = new[] { Roller.Integrator, Roller.AakeUtleie };
        using var klient = tjeneste.Med(tjeneste.Utsteder.Token(krav));

        Assert.Equal(HttpStatusCode.Forbidden, (await klient.GetAsync(Leiesak.AlleLeieforhold)).StatusCode);
    }

    private static StringContent Json(string innhold) => new(innhold, Encoding.UTF8, "application/json");

    private static string? Autorisasjon(string hva, Testutsteder utsteder)
    {
        var godt = utsteder.Token(Krav);
        var deler = godt.Split('.');
        return hva switch
        {
            "ingen" => null,
            "tull" => "Bearer tull.og.toys",
            "tomt" => "Bearer ",
            "annet skjema" => $"Basic {godt}",
            "utloept" => $"Bearer {utsteder.Token(Krav, utloeper: TimeSpan.FromMinutes(-5))}",
            "feil mottaker" => $"Bearer {utsteder.Token(Krav, mottaker: "noen-andre")}",
            "feil utsteder" => $"Bearer {utsteder.Token(Krav, utsteder: "http://noen-andre")}",
            "uten utsteder" => $"Bearer {utsteder.Token(Krav, utsteder: "")}",
            "alg none" => $"Bearer {Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{deler[1]}.",
            "fremmed noekkel" => $"Bearer {utsteder.Token(Krav, new(Testutsteder.Noekkel(), SecurityAlgorithms.RsaSha256))}",
            "fremmed noekkel med vaar kid" => $"Bearer {utsteder.Token(Krav, new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = utsteder.Aktiv.KeyId }, SecurityAlgorithms.RsaSha256))}",
            "endret innhold" => $"Bearer {deler[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(deler[1]).Replace(Roller.AakeUtleie, Roller.Drift, StringComparison.Ordinal))}.{deler[2]}",
            "hemmelighet av den offentlige noekkelen" => $"Bearer {utsteder.Token(Krav, new(new SymmetricSecurityKey(utsteder.Aktiv.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = utsteder.Aktiv.KeyId }, SecurityAlgorithms.HmacSha256))}",
            _ => throw new ArgumentOutOfRangeException(nameof(hva)),
        };
    }
}
