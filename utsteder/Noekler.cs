using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Boligsosial.Utsteder;

/// <summary>The signing keys: made at start, in memory only. The one before the last is still shown, so that its tokens hold.</summary>
internal sealed class Noekler : IDisposable
{
    /// <summary>As AppHost tells the services.</summary>
    public const string Utsteder = "http://utsteder";
    public const string Mottaker = "boligsosial";
    public static readonly TimeSpan Varighet = TimeSpan.FromHours(8);
    private readonly Lock _laas = new();
    private readonly TimeProvider _tid = TimeProvider.System;
    private RsaSecurityKey _aktiv = Ny();
    private RsaSecurityKey? _forrige;

    public string Signer(Dictionary<string, object> krav)
    {
        var naa = _tid.GetUtcNow().UtcDateTime;
        lock (_laas)
        {
            return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Utsteder,
                Audience = Mottaker,
                IssuedAt = naa,
                NotBefore = naa,
                Expires = naa + Varighet,
                Claims = krav,
                SigningCredentials = new(_aktiv, SecurityAlgorithms.RsaSha256),
            });
        }
    }

    /// <summary>RFC 7517.</summary>
    public object Offentlige()
    {
        lock (_laas)
            return new { keys = new[] { _aktiv, _forrige }.OfType<RsaSecurityKey>().Select(Offentlig) };
    }

    /// <summary>A new key from now on.</summary>
    public void Bytt()
    {
        lock (_laas)
        {
            _forrige?.Rsa.Dispose();
            (_forrige, _aktiv) = (_aktiv, Ny());
        }
    }

    public void Dispose()
    {
        _aktiv.Rsa.Dispose();
        _forrige?.Rsa.Dispose();
    }

    private static RsaSecurityKey Ny() => new(RSA.Create(2048)) { KeyId = Guid.CreateVersion7().ToString("N") };

    private static object Offentlig(RsaSecurityKey noekkel)
    {
        var deler = noekkel.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = SecurityAlgorithms.RsaSha256, kid = noekkel.KeyId, n = Base64UrlEncoder.Encode(deler.Modulus), e = Base64UrlEncoder.Encode(deler.Exponent) };
    }
}
