using System.Security.Cryptography;
using Boligsosial.Felles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Boligsosial.Testing;

/// <summary>An OIDC issuer in the test's own process: any token that a test wants, right or wrong.</summary>
public sealed class Testutsteder
{
    public const string Navn = "http://testutsteder";
    public const string Mottaker = "boligsosial";
    private static readonly Lazy<Task<Testutsteder>> Ene = new(Start);
    private readonly Lock _laas = new();
    private readonly List<RsaSecurityKey> _noekler = [Noekkel()];

    private Testutsteder()
    {
    }

    /// <summary>Where the discovery document is.</summary>
    public string Metadata { get; private set; } = "";

    /// <summary>The key that is signed with.</summary>
    public RsaSecurityKey Aktiv => _noekler[^1];

    /// <summary>One for all tests of the process.</summary>
    public static Task<Testutsteder> Delt() => Ene.Value;

    /// <summary>What a service or the gateway is told, so that it trusts this issuer.</summary>
    public IEnumerable<(string Navn, string Verdi)> Innstillinger() =>
    [
        ("Tilgang:Utstedere:0:Utsteder", Navn), ("Tilgang:Utstedere:0:Metadata", Metadata), ("Tilgang:Utstedere:0:Mottaker", Mottaker),
        ("Tilgang:Utstedere:0:Gjelder:0", "Ansatt"), ("Tilgang:Utstedere:0:Gjelder:1", "Integrator"), ("Tilgang:Utstedere:0:Gjelder:2", "Innbygger"),
        ("Personvern:Noekler:1", new string('1', 64)), ("Personvern:RefNoekkel", new string('2', 64)),
    ];

    /// <summary>A token of a role, with what else is said.</summary>
    public string Token(string rolle, bool skjermet = false, string? enhet = null, string? scope = null, string? bruker = null) =>
        Token(Krav(rolle, skjermet, enhet, scope, bruker));

    public static Dictionary<string, object> Krav(string rolle, bool skjermet = false, string? enhet = null, string? scope = null, string? bruker = null)
    {
        var krav = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = bruker ?? $"test-{rolle}",
            ["name"] = $"Test {rolle}",
            ["roles"] = skjermet ? [rolle, Roller.Skjermet] : new[] { rolle },
        };
        if (enhet is not null)
            krav["enhet"] = enhet;
        if (scope is not null)
            (krav["scope"], krav["client_id"]) = (string.Join(' ', scope.Split(' ').Select(s => $"boligsosial:{s}")), bruker ?? $"test-{rolle}");
        return krav;
    }

    /// <summary>A token of these claims; in everything else valid, unless said.</summary>
    public string Token(Dictionary<string, object> krav, SigningCredentials? signering = null, string mottaker = Mottaker, string utsteder = Navn, TimeSpan? utloeper = null)
    {
        var naa = TimeProvider.System.GetUtcNow().UtcDateTime;
        var slutt = naa + (utloeper ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = utsteder,
            Audience = mottaker,
            NotBefore = slutt.AddHours(-2),
            IssuedAt = slutt.AddHours(-2),
            Expires = slutt,
            Claims = krav,
            SigningCredentials = signering ?? new(Aktiv, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>A new key is signed with from now on; the old ones are still shown.</summary>
    public void Bytt()
    {
        lock (_laas)
            _noekler.Add(Noekkel());
    }

    public static RsaSecurityKey Noekkel() => new(RSA.Create(2048)) { KeyId = Guid.CreateVersion7().ToString("N") };

    private static async Task<Testutsteder> Start()
    {
        var utsteder = new Testutsteder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object> { ["issuer"] = Navn, ["jwks_uri"] = $"{app.Urls.First()}/jwks" });
        app.MapGet("/jwks", utsteder.Offentlige);
        await app.StartAsync();
        utsteder.Metadata = $"{app.Urls.First()}/.well-known/openid-configuration";
        return utsteder;
    }

    private Dictionary<string, object> Offentlige()
    {
        lock (_laas)
        {
            return new()
            {
                ["keys"] = _noekler.ConvertAll(n =>
                {
                    var deler = n.Rsa.ExportParameters(includePrivateParameters: false);
                    return new { kty = "RSA", use = "sig", kid = n.KeyId, n = Base64UrlEncoder.Encode(deler.Modulus), e = Base64UrlEncoder.Encode(deler.Exponent) };
                }),
            };
        }
    }
}
