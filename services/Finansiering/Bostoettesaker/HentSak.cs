using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>One case with what Husbanken decided in it.</summary>
internal static class HentSak
{
    public static void Map(IEndpointRouteBuilder saker) => saker.MapGet("/{id:guid}", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName(nameof(HentSak))
        .WithSummary("Hent en bostøttesak")
        .WithDescription("Sak i enheten din, med vedtak og klager. Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<Sakssvar>, ProblemHttpResult>> Handle(Guid id, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        if (await db.SynligeSaker(bruker).Include(s => s.Vedtak).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, http.RequestAborted) is not { } sak)
            return Problem.NotFound("Saken");
        await logg.Les(bruker, sak.Bruk(), http.RequestAborted);
        Etag.Set(http, sak.Versjon);
        return TypedResults.Ok(new Sakssvar(sak));
    }
}
