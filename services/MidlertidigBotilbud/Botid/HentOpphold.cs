using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>One stay, with its rooms.</summary>
internal static class HentOpphold
{
    public static void Map(IEndpointRouteBuilder opphold) => opphold.MapGet("/{id:guid}", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(HentOpphold))
        .WithSummary("Hent et opphold")
        .WithDescription("Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<OppholdSvar>, ProblemHttpResult>> Handle(Guid id, MidlertidigBotilbudDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        if (await db.SynligeOpphold(bruker).Include(o => o.Belegg).SingleOrDefaultAsync(o => o.Id == id, http.RequestAborted) is not { } opphold)
            return Problem.NotFound("Oppholdet");
        await logg.Les(bruker, opphold.Bruk(), http.RequestAborted);
        Etag.Set(http, opphold.Versjon);
        return TypedResults.Ok(await db.Svar(opphold, profil, tid.Idag(), http.RequestAborted));
    }
}
