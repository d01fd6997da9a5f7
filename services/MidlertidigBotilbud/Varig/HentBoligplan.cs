using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Varig;

/// <summary>The plan of a household, with how its application stands.</summary>
internal static class HentBoligplan
{
    public static void Map(IEndpointRouteBuilder plan) => plan.MapGet("/", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(HentBoligplan))
        .WithSummary("Hent planen for varig bolig")
        .WithDescription("Koder: finnes-ikke (404): henvendelsen, eller ingen har laget en plan.")
        .ProducesProblem(404);

    private static async Task<Results<Ok<BoligplanSvar>, ProblemHttpResult>> Handle(Guid id, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (await db.SynligeHenvendelser(bruker).SingleOrDefaultAsync(h => h.Id == id, avbrutt) is not { } henvendelse
            || await db.Set<Boligplan>().AsNoTracking().SingleOrDefaultAsync(p => p.HenvendelseId == id, avbrutt) is not { } plan)
            return Problem.NotFound("Planen");
        await logg.Les(bruker, henvendelse.Bruk(), avbrutt);
        return TypedResults.Ok(BoligplanSvar.Av(plan));
    }
}
