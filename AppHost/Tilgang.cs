using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace AppHost;

/// <summary>
/// Whom the gateway and the services let in, and the keys that people's names lie under: the same for all of them. The issuers are
/// those of the settings (<c>Tilgang:Utstedere:0:…</c>); in Development, where none are named, the issuer of <c>utsteder/</c>
/// is started, which gives a token to everyone who asks. The keys are those of <c>Personvern:…</c>, or made at first start
/// and kept in the data folder.
/// </summary>
public sealed class Tilgang
{
    private const string Utstedernavn = "http://utsteder";
    private static readonly string[] Seksjoner = ["Tilgang", "Personvern"];
    private readonly IDistributedApplicationBuilder _builder;
    private readonly IResourceBuilder<ProjectResource>? _utsteder;
    private readonly Dictionary<string, IResourceBuilder<ParameterResource>> _noekler = [];

    internal Tilgang(IDistributedApplicationBuilder builder, Innstillinger innstillinger)
    {
        _builder = builder;
        if (builder.Environment.IsDevelopment() && !builder.Configuration.GetSection("Tilgang").Exists())
        {
            builder.Eventing.Subscribe<BeforeStartEvent>((_, _) =>
            {
                Porter.KrevLedig("Utsteder:Port", innstillinger.UtstederPort);
                return Task.CompletedTask;
            });
            _utsteder = builder.AddProject<Projects.Utsteder>("utsteder")
                .WithHttpEndpoint(port: innstillinger.UtstederPort, isProxied: false)
                .WithHttpHealthCheck("/health")
                .WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName);
        }

        if (!builder.Configuration.GetSection("Personvern").Exists())
        {
            _noekler["Personvern__Noekler__1"] = builder.AddNoekkel(innstillinger.DataMappe, "personvern-noekkel-1");
            _noekler["Personvern__RefNoekkel"] = builder.AddNoekkel(innstillinger.DataMappe, "personvern-refnoekkel");
        }
    }

    internal IResourceBuilder<ProjectResource> Gi(IResourceBuilder<ProjectResource> prosjekt)
    {
        prosjekt.WithEnvironment("ASPNETCORE_ENVIRONMENT", _builder.Environment.EnvironmentName);
        foreach (var (navn, verdi) in Seksjoner.SelectMany(s => _builder.Configuration.GetSection(s).AsEnumerable()))
        {
            if (verdi is not null)
                prosjekt.WithEnvironment(navn.Replace(":", "__", StringComparison.Ordinal), verdi);
        }

        foreach (var (navn, noekkel) in _noekler)
            prosjekt.WithEnvironment(navn, noekkel);
        if (_utsteder is not null)
        {
            prosjekt.WaitFor(_utsteder)
                .WithEnvironment("Tilgang__Utstedere__0__Utsteder", Utstedernavn)
                .WithEnvironment("Tilgang__Utstedere__0__Metadata", ReferenceExpression.Create($"{_utsteder.GetEndpoint("http").Property(EndpointProperty.Url)}/.well-known/openid-configuration"))
                .WithEnvironment("Tilgang__Utstedere__0__Mottaker", "boligsosial")
                .WithEnvironment("Tilgang__Utstedere__0__Gjelder__0", "Ansatt")
                .WithEnvironment("Tilgang__Utstedere__0__Gjelder__1", "Integrator")
                .WithEnvironment("Tilgang__Utstedere__0__Gjelder__2", "Innbygger");
        }

        return prosjekt;
    }
}

public static class TilgangExtensions
{
    public static Tilgang AddTilgang(this IDistributedApplicationBuilder builder, Innstillinger innstillinger) => new(builder, innstillinger);

    public static IResourceBuilder<ProjectResource> WithTilgang(this IResourceBuilder<ProjectResource> prosjekt, Tilgang tilgang) => tilgang.Gi(prosjekt);
}
