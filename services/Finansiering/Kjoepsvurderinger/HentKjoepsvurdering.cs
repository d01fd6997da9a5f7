using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>One screening.</summary>
internal static class HentKjoepsvurdering
{
    public static void Map(IEndpointRouteBuilder vurdering) => vurdering.MapGet("/", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(HentKjoepsvurdering))
        .WithSummary("Hent en vurdering av om leietakere kan kjøpe bolig")
        .WithDescription("Vurdering i enheten din. Et forslag kan leses før leietakerne er registrert for enheten, men ikke endres. Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<Kjoepsvurderingssvar>, ProblemHttpResult>> Handle(Guid id, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        if (await db.SynligeKjoepsvurderinger(bruker).SingleOrDefaultAsync(k => k.Id == id, http.RequestAborted) is not { } vurdering)
            return Problem.NotFound("Vurderingen");
        await logg.Les(bruker, vurdering.Bruk(), http.RequestAborted);
        Etag.Set(http, vurdering.Versjon);
        return TypedResults.Ok(new Kjoepsvurderingssvar(vurdering));
    }
}
