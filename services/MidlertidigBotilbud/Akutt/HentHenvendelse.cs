using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>One henvendelse, with vedtak, klager and avvik.</summary>
internal static class HentHenvendelse
{
    public static void Map(IEndpointRouteBuilder henvendelse) => henvendelse.MapGet("/", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(HentHenvendelse))
        .WithSummary("Hent en henvendelse")
        .WithDescription("Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<HenvendelseSvar>, ProblemHttpResult>> Handle(
        Guid id, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        if (await db.SynligeHenvendelser(bruker).MedAlt().SingleOrDefaultAsync(h => h.Id == id, http.RequestAborted) is not { } henvendelse)
            return Problem.NotFound("Henvendelsen");
        await logg.Les(bruker, henvendelse.Bruk(), http.RequestAborted);
        Etag.Set(http, henvendelse.Versjon);
        return TypedResults.Ok(new HenvendelseSvar(henvendelse, tid.Idag()));
    }
}
