using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>One application with all that belongs to it.</summary>
internal static class HentSoeknad
{
    public static void Map(IEndpointRouteBuilder soeknader) => soeknader.MapGet("/{id:guid}", Handle)
        .Krever(Tilganger.LesSoeknader)
        .WithName(nameof(HentSoeknad))
        .WithSummary("Hent en søknad")
        .WithDescription("Søknad i enheten din, med dokumentasjon, vedtak og klage. Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<Soeknadssak>, ProblemHttpResult>> Handle(Guid id, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        if (await db.SynligeSoeknader(bruker).Include(s => s.Dokumentasjon).Include(s => s.Vedtak).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, http.RequestAborted) is not { } soeknad)
            return Problem.NotFound("Søknaden");

        await logg.Les(bruker, soeknad.Bruk(), http.RequestAborted);
        Etag.Set(http, soeknad.Versjon);
        return TypedResults.Ok(new Soeknadssak(soeknad, tid.Idag()));
    }
}
