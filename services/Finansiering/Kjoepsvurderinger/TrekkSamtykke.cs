using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>The tenants take their consent back: what they told of their money, and what was reckoned of it, is deleted.</summary>
internal static class TrekkSamtykke
{
    public static void Map(IEndpointRouteBuilder vurdering) => vurdering.MapPost("/samtykke/tilbaketrekking", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(TrekkSamtykke))
        .WithSummary("Registrer at leietakerne trekker samtykket tilbake")
        .WithDescription("Beregningen og det den bygger på, slettes. Koder: finnes-ikke (404), ingen-samtykke (409).")
        .ProducesProblem(404).ProducesProblem(409);

    private static Task<Results<Ok<Kjoepsvurderingssvar>, ProblemHttpResult>> Handle(Guid id, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreKjoepsvurdering(id, null, bruker, logg, http, (vurdering, _) => vurdering.TrekkSamtykke().Nei());
}
