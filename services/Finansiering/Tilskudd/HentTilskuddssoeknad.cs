using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>One application with all that belongs to it.</summary>
internal static class HentTilskuddssoeknad
{
    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapGet("/", Handle)
        .Krever(Tilganger.BehandleTilskudd)
        .WithName(nameof(HentTilskuddssoeknad))
        .WithSummary("Hent en søknad om tilskudd")
        .WithDescription("Søknad i enheten din, med finansiering, NAV, innstilling, vedtak, klage og utbetalinger. Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<TilskuddssakSvar>, ProblemHttpResult>> Handle(Guid id, FinansieringDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        if (await db.SynligeTilskudd(bruker).SingleOrDefaultAsync(s => s.Id == id, http.RequestAborted) is not { } soeknad)
            return Problem.NotFound("Søknaden");

        await logg.Les(bruker, soeknad.Bruk(), http.RequestAborted);
        Etag.Set(http, soeknad.Versjon);
        return TypedResults.Ok(new TilskuddssakSvar(soeknad, await db.Startlaan(soeknad.StartlaanId, tid.Idag(), http.RequestAborted)));
    }
}
