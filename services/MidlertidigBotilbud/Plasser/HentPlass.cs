using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>One place, with the ETag that a change needs. Who stays there is not told here.</summary>
internal static class HentPlass
{
    public static void Map(IEndpointRouteBuilder plasser) => plasser.MapGet("/{id:guid}", Handle)
        .Krever(Tilganger.Plasser)
        .WithName(nameof(HentPlass))
        .WithSummary("Hent en plass")
        .WithDescription("Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<PlassSvar>, ProblemHttpResult>> Handle(Guid id, MidlertidigBotilbudDb db, Bruker bruker, HttpContext http)
    {
        if (await db.Set<Plass>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Enhet == bruker.Enhet, http.RequestAborted) is not { } plass)
            return Problem.NotFound("Plassen");
        Etag.Set(http, plass.Versjon);
        return TypedResults.Ok(PlassSvar.Av(plass));
    }
}
