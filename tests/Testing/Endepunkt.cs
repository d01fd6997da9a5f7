using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.Testing;

/// <summary>An endpoint as the running service's own metadata describes it, so that a new one is tested without being named.</summary>
/// <param name="Metode">GET when it takes any.</param>
/// <param name="Moenster">The route.</param>
/// <param name="Roller">Who is let in; nobody named: everyone.</param>
/// <param name="Innhold">The type of the body; null when it reads none.</param>
/// <param name="Medietype">The body's media type.</param>
/// <param name="Spoerring">Names of what it reads from the query.</param>
public sealed record Endepunkt(string Metode, RoutePattern Moenster, IReadOnlyList<string> Roller, Type? Innhold, string Medietype, IReadOnlyList<string> Spoerring)
{
    public static List<Endepunkt> Alle(IServiceProvider tjenester) =>
        [.. tjenester.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(Les)];

    public override string ToString() => $"{Metode} {Moenster.RawText}";

    private static IEnumerable<Endepunkt> Les(RouteEndpoint endepunkt)
    {
        var leser = endepunkt.Metadata.GetMetadata<IAcceptsMetadata>();
        var rute = endepunkt.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var spoerring = endepunkt.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(p => !rute.Contains(p.Name) && ErEnkel(p.ParameterInfo.ParameterType)).Select(p => p.Name).ToList();
        foreach (var metode in endepunkt.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
        {
            yield return new(
                metode, endepunkt.RoutePattern, endepunkt.Metadata.GetMetadata<Tilgang>()?.Roller ?? [],
                leser is null ? null : leser.RequestType ?? typeof(object), leser?.ContentTypes is [var type, ..] ? type : "application/json", spoerring);
        }
    }

    private static bool ErEnkel(Type type) => type.IsArray || type == typeof(string) || (Nullable.GetUnderlyingType(type) ?? type).GetInterfaces()
        .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>));
}
