using System.Net;
using System.Text;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.Testing;

/// <summary>A case that an endpoint can be asked about, of a unit: values for the route, and a body where one is needed to get that far.</summary>
/// <param name="Rute">«{id}» → value.</param>
/// <param name="Innhold">JSON.</param>
public sealed record Sak(IReadOnlyDictionary<string, string> Rute, string Innhold = "{}");

/// <summary>
/// Every endpoint of a service × every role × own and other unit's case: called, and what came of it written as the table of
/// <c>docs/tilganger.md</c>. The endpoints come from the service's own metadata, so a new one is in it by itself.
/// </summary>
public static class Tilgangsmatrise
{
    private const string Alle = "ja";
    private const string Egne = "egne";
    private const string Ingen = "–";

    /// <summary>The rows of a service; a cell is «ja», «egne» (cases of the own unit only) or «–».</summary>
    /// <param name="tjeneste">The service.</param>
    /// <param name="sak">An endpoint's name and a unit → a case of that unit; null where there are no cases.</param>
    public static async Task<string> Maal<TProgram>(Tjeneste<TProgram> tjeneste, Func<string, string, Task<Sak?>> sak)
        where TProgram : class
    {
        var kolonner = Roller.Alle.Where(r => r != Roller.Integrator).Select(r => (Navn: r, Rolle: r, Scope: (string?)null))
            .Append((Navn: "integrator .les", Rolle: Roller.Integrator, Scope: $"{tjeneste.Navn}.les")).Append((Navn: "integrator .skriv", Rolle: Roller.Integrator, Scope: $"{tjeneste.Navn}.skriv")).ToList();
        var tabell = new StringBuilder($"## {tjeneste.Navn}\n\n| Endepunkt | Tilgang | {string.Join(" | ", kolonner.Select(k => k.Navn))} |\n|---|---|{string.Concat(kolonner.Select(_ => "---|"))}\n");
        using var uten = tjeneste.Med(null);
        foreach (var endepunkt in Endepunkter(tjeneste.Services))
        {
            var navn = endepunkt.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;
            var metode = endepunkt.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];
            var annen = await sak(navn, "en-annen-enhet");
            if (await Status(uten, metode, endepunkt, annen) != HttpStatusCode.Unauthorized)
                throw new InvalidOperationException($"{navn} lets in callers without a token.");

            tabell.Append($"| {metode} {endepunkt.RoutePattern.RawText} | {endepunkt.Metadata.GetMetadata<Tilgang>()?.Navn ?? "(ingen)"} |");
            foreach (var (_, rolle, scope) in kolonner)
            {
                // A caller of their own for each call: what one has used up does not stop the next.
                using var klient = tjeneste.Som(rolle, scope: scope, bruker: $"{rolle}-{navn}");
                var egen = await Status(klient, metode, endepunkt, await sak(navn, Roller.Enhet[rolle]));
                var andres = annen is null ? egen : await Status(klient, metode, endepunkt, annen);
                tabell.Append($" {Celle(egen, andres)} |");
            }

            tabell.Append('\n');
        }

        return tabell.ToString();
    }

    /// <summary>The part of the file that is about a service.</summary>
    public static string Avsnitt(string fil, string tjeneste)
    {
        var fra = fil.IndexOf($"## {tjeneste}\n", StringComparison.Ordinal);
        if (fra < 0)
            return "";
        var til = fil.IndexOf("\n## ", fra + 1, StringComparison.Ordinal);
        return (til < 0 ? fil[fra..] : fil[fra..til]).TrimEnd() + "\n";
    }

    private static IEnumerable<RouteEndpoint> Endepunkter(IServiceProvider tjenester) => tjenester.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true)
        .OrderBy(e => e.RoutePattern.RawText, StringComparer.Ordinal).ThenBy(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0], StringComparer.Ordinal);

    private static string Celle(HttpStatusCode egen, HttpStatusCode andres) => (egen, andres) switch
    {
        (HttpStatusCode.Forbidden, HttpStatusCode.Forbidden) => Ingen,
        ( >= HttpStatusCode.InternalServerError, _) or (_, >= HttpStatusCode.InternalServerError) or (HttpStatusCode.Unauthorized, _) => $"FEIL {(int)egen}/{(int)andres}",
        (not HttpStatusCode.NotFound, HttpStatusCode.NotFound) => Egne,
        (HttpStatusCode.Forbidden, _) or (_, HttpStatusCode.Forbidden) => $"FEIL {(int)egen}/{(int)andres}",
        _ => Alle,
    };

    private static async Task<HttpStatusCode> Status(HttpClient klient, string metode, RouteEndpoint endepunkt, Sak? sak)
    {
        var adresse = endepunkt.RoutePattern.RawText!;
        foreach (var parameter in endepunkt.RoutePattern.Parameters)
        {
            var verdi = sak?.Rute.GetValueOrDefault(parameter.Name) ?? (parameter.ParameterPolicies.Any(p => p.Content == "guid") ? $"{Guid.CreateVersion7()}" : "1");
            adresse = adresse.Replace($"{{{parameter.Name}{string.Concat(parameter.ParameterPolicies.Select(p => $":{p.Content}"))}}}", verdi, StringComparison.Ordinal);
        }

        using var melding = new HttpRequestMessage(new(metode), adresse);
        if (metode != "GET")
            melding.Content = new StringContent(sak?.Innhold ?? "{}", Encoding.UTF8, endepunkt.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json");
        using var svar = await klient.SendAsync(melding, HttpCompletionOption.ResponseHeadersRead);
        return svar.StatusCode;
    }
}
