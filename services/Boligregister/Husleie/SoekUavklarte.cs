using Boligsosial.Boligregister.Husleie.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>The payments that nobody knows whose are, for somebody to place; oldest import first.</summary>
internal static class SoekUavklarte
{
    /// <summary>A payment that is not placed.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Dato">The day it was paid.</param>
    /// <param name="Beloep">Kroner.</param>
    /// <param name="Kid">What the payer wrote.</param>
    /// <param name="Arkivreferanse">The bank's own reference.</param>
    /// <param name="Aarsak">Why it found no lease.</param>
    public sealed record Uavklart(Guid Id, DateOnly Dato, decimal Beloep, string? Kid, string Arkivreferanse, Kid.Mangel Aarsak);

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapGet("/innbetalinger/uavklarte", Handle)
        .Krever(Tilganger.LesHusleie)
        .WithName(nameof(SoekUavklarte))
        .WithSummary("List uavklarte innbetalinger")
        .WithDescription("Innbetalinger uten KID, med feil KID eller med en KID ingen har, i enheten din. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<Uavklart>>, ProblemHttpResult>> Handle(int? antall, string? etter, BoligregisterDb db, Bruker bruker, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var rader = await db.Set<Innbetaling>().AsNoTracking()
            .Where(i => i.Enhet == bruker.Enhet && i.LeieforholdId == null && (valg.Etter == null || i.Id > valg.Etter))
            .OrderBy(i => i.Id).Take(valg.Antall + 1).ToListAsync(avbrutt);
        var side = valg.Side(rader, i => i.Id);
        return TypedResults.Ok(new Side<Uavklart>(
            [.. side.Innhold.Select(i => new Uavklart(i.Id, i.Dato, i.Beloep, i.Kid, i.Arkivreferanse, Kid.Forklar(i.Kid)))], side.Neste));
    }
}
