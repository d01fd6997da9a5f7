using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.Net.Http.Headers;

namespace Boligsosial.ServiceDefaults.Access;

/// <summary>
/// Who is let in: tokens of the configured issuers, and endpoints that name whom they are for. Everything that is not said
/// is refused.
/// </summary>
internal static class AccessExtensions
{
    private const string ByIssuer = "utsteder";
    private const string Nobody = "ingen";
    private static readonly TimeSpan KeysAtMostEvery = TimeSpan.FromSeconds(5);

    // Signatures by the issuer's private key; «none» and shared secrets are not among them.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    public static void AddAccess(this WebApplicationBuilder builder, string service)
    {
        var issuers = Issuer.Read(builder.Configuration, builder.Environment);
        var names = issuers.Select(i => i.Utsteder).ToHashSet(StringComparer.Ordinal);
        var authentication = builder.Services.AddAuthentication(ByIssuer)
            .AddPolicyScheme(ByIssuer, null, o => o.ForwardDefaultSelector = context => IssuerOf(context.Request) is { } name && names.Contains(name) ? name : Nobody)
            .AddJwtBearer(Nobody, o => (o.Configuration, o.IncludeErrorDetails) = (new OpenIdConnectConfiguration(), false));
        foreach (var issuer in issuers)
            authentication.AddJwtBearer(issuer.Utsteder, o => Trust(o, issuer, builder.Environment.IsDevelopment()));

        builder.Services.AddSingleton<IAuthorizationHandler>(new TilgangHandler(service));
        builder.Services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            // An address that does not exist is 404 to those who are let in at all; an endpoint that names no policy lets in nobody.
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
            .Build());
    }

    private static void Trust(JwtBearerOptions options, Issuer issuer, bool development)
    {
        options.MetadataAddress = issuer.Metadata ?? $"{issuer.Utsteder.TrimEnd('/')}/.well-known/openid-configuration";
        options.RequireHttpsMetadata = !development;
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        // A key that we have not seen is looked for; a stream of false ones does not become a stream of questions.
        options.RefreshInterval = KeysAtMostEvery;
        options.TokenValidationParameters = new()
        {
            ValidIssuer = issuer.Utsteder,
            ValidAudience = issuer.Mottaker,
            ValidAlgorithms = Algorithms,
            ClockSkew = TimeSpan.FromSeconds(30),
            RequireExpirationTime = true,
            RequireSignedTokens = true,
        };
        options.Events = new()
        {
            OnTokenValidated = context =>
            {
                context.Principal = Bruker.Map(context.Principal!, issuer);
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Not to be believed, only to choose by whom it is examined.</summary>
    private static string? IssuerOf(HttpRequest request)
    {
        const string bearer = "Bearer ";
        var header = request.Headers[HeaderNames.Authorization].ToString();
        if (!header.StartsWith(bearer, StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return new JsonWebToken(header[bearer.Length..].Trim()).Issuer;
        }
        catch (ArgumentException)
        {
            return null; // Not a token: examined by the one who takes none.
        }
    }
}
