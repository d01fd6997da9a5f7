using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Leie;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>Somebody has found out whose a payment is. It counts from the day it was paid.</summary>
internal static class PlasserInnbetaling
{
    /// <summary>Whose it is.</summary>
    /// <param name="LeieforholdId">The lease.</param>
    public sealed record Request([property: Required] Guid? LeieforholdId);

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapPost("/innbetalinger/{id:guid}/plassering", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(PlasserInnbetaling))
        .WithSummary("Plasser en uavklart innbetaling")
        .WithDescription("Gjelder fra dagen pengene kom. Koder: ugyldig (400), finnes-ikke (404), er-plassert (409), leieforhold-finnes-ikke (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (await db.Set<Innbetaling>().AsNoTracking().AllAsync(i => i.Id != id || i.Enhet != bruker.Enhet, avbrutt))
            return Problem.NotFound("Innbetalingen");
        if (await db.Synlige(bruker).SingleOrDefaultAsync(l => l.Id == request.LeieforholdId, avbrutt) is not { } leieforhold)
            return Problem.From(new("leieforhold-finnes-ikke", "Leieforholdet finnes ikke.", Felt: "leieforholdId"));

        await using var transaksjon = await db.Begynn(avbrutt);
        var konto = await db.LaasKonto(bruker.Enhet, leieforhold.Id, avbrutt);
        var innbetaling = (await db.Set<Innbetaling>().FromSql($"SELECT * FROM innbetaling WHERE id = {id} FOR UPDATE").ToListAsync(avbrutt))[0];
        if (innbetaling.LeieforholdId is not null)
            return Problem.From(new("er-plassert", "Innbetalingen er plassert."), StatusCodes.Status409Conflict);

        innbetaling.Plasser(leieforhold.Id);
        var paaAvskrevet = Math.Min(konto.Avskrevet, innbetaling.Beloep);
        db.Add(new Husleiepost
        {
            LeieforholdId = leieforhold.Id,
            Type = Husleiepost.InnbetalingType,
            Dato = innbetaling.Dato,
            Fordring = paaAvskrevet - innbetaling.Beloep,
            Avskrevet = -paaAvskrevet,
            InnbetalingId = id,
            BokfoertAv = bruker.Navn,
            Registrert = tid.GetUtcNow(),
        });
        logg.SkrivHusleie(db, bruker, leieforhold);
        await db.Fullfoer(transaksjon, avbrutt);
        return TypedResults.NoContent();
    }
}
