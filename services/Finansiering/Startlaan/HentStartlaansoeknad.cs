using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>One application with all that belongs to it.</summary>
internal static class HentStartlaansoeknad
{
    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapGet("/", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(HentStartlaansoeknad))
        .WithSummary("Hent en søknad om startlån")
        .WithDescription("Søknad i enheten din, med innstilling, bevis, vedtak og klage. Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<LaanesakSvar>, ProblemHttpResult>> Handle(Guid id, FinansieringDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        if (await db.SynligeStartlaan(bruker).Include(s => s.Vedtak).SingleOrDefaultAsync(s => s.Id == id, http.RequestAborted) is not { } soeknad)
            return Problem.NotFound("Søknaden");

        await logg.Les(bruker, soeknad.Bruk(), http.RequestAborted);
        Etag.Set(http, soeknad.Versjon);
        return TypedResults.Ok(new LaanesakSvar(soeknad, tid.Idag()));
    }
}
