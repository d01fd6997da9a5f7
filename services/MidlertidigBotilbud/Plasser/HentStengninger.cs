using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>When a place is out of service, from today on.</summary>
internal static class HentStengninger
{
    /// <summary>Some days.</summary>
    /// <param name="Id">Its id: what opens the place again.</param>
    /// <param name="Fra">First day.</param>
    /// <param name="Til">The day it is open again.</param>
    /// <param name="Aarsak">Why.</param>
    public sealed record Stengning(Guid Id, DateOnly Fra, DateOnly Til, string Aarsak);

    public static void Map(IEndpointRouteBuilder plasser) => plasser.MapGet("/{id:guid}/stengninger", Handle)
        .Krever(Tilganger.Plasser)
        .WithName(nameof(HentStengninger))
        .WithSummary("Hent når en plass er stengt")
        .WithDescription("Fra i dag av. Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<List<Stengning>>, ProblemHttpResult>> Handle(Guid id, MidlertidigBotilbudDb db, Bruker bruker, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!await db.Set<Plass>().AnyAsync(p => p.Id == id && p.Enhet == bruker.Enhet, avbrutt))
            return Problem.NotFound("Plassen");
        var idag = tid.Idag();
        return TypedResults.Ok(await db.Set<Plassbelegg>().Where(b => b.PlassId == id && b.OppholdId == null && b.Til > idag).OrderBy(b => b.Fra)
            .Select(b => new Stengning(b.Id, b.Fra, b.Til, b.Aarsak!)).ToListAsync(avbrutt));
    }
}
