using System.Globalization;
using System.Text.Json.Serialization;
using Boligsosial.Utsteder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
if (!builder.Environment.IsDevelopment())
    throw new InvalidOperationException($"This issuer gives a token to everyone who asks. It runs in Development only, not in {builder.Environment.EnvironmentName}.");

builder.Services.AddSingleton<Noekler>();
var app = builder.Build();
app.MapGet("/health", () => "ok");
app.MapGet("/.well-known/openid-configuration", (HttpRequest request) => new Oppdagelse(Adresse(request)));
app.MapGet("/jwks", (Noekler noekler) => noekler.Offentlige());
app.MapPost("/token", Token).DisableAntiforgery();
app.MapPost("/noekkelbytte", (Noekler noekler) => noekler.Bytt());
app.Run();

// rolle, and when wanted navn (of a second person in the role), enhet, scope (with spaces between) and skjermet=true.
static Results<Ok<Tokensvar>, BadRequest<string>> Token(
    Noekler noekler, [FromForm] string rolle, [FromForm] string? navn, [FromForm] string? enhet,
    [FromForm] string? scope, [FromForm] bool? skjermet)
{
    if (!Testbrukere.Navn.ContainsKey(rolle))
        return TypedResults.BadRequest($"Ukjent rolle. Rollene er {string.Join(", ", Testbrukere.Navn.Keys)}.");
    var token = noekler.Signer(Testbrukere.Krav(rolle, navn, enhet, scope, skjermet == true));
    return TypedResults.Ok(new Tokensvar(token, "Bearer", (int)Noekler.Varighet.TotalSeconds));
}

static string Adresse(HttpRequest request) => string.Create(CultureInfo.InvariantCulture, $"http://{request.Host}");

namespace Boligsosial.Utsteder
{
    /// <summary>RFC 6749 § 5.1.</summary>
    internal sealed record Tokensvar(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);

    /// <summary>OpenID Connect Discovery 1.0 § 3: what a verifier of tokens needs of it.</summary>
    internal sealed record Oppdagelse([property: JsonIgnore] string Adresse)
    {
        /// <summary>A name, whatever address it is reached at.</summary>
        [JsonPropertyName("issuer")]
        public string Utsteder => Noekler.Utsteder;

        [JsonPropertyName("jwks_uri")]
        public string Jwks => $"{Adresse}/jwks";

        [JsonPropertyName("token_endpoint")]
        public string Token => $"{Adresse}/token";
    }
}
