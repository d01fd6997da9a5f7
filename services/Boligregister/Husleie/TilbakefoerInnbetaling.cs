using Boligsosial.Boligregister.Leie;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>A payment was placed wrong: a posting takes it back from the day it came, and it is uavklart again.</summary>
internal static class TilbakefoerInnbetaling
{
    /// <summary>Why.</summary>
    /// <param name="Begrunnelse">In own words, without fødselsnummer.</param>
    public sealed record Request(string? Begrunnelse);

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapPost("/innbetalinger/{id:guid}/tilbakefoering", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(TilbakefoerInnbetaling))
        .WithSummary("Ta tilbake en innbetaling som ble plassert feil")
        .WithDescription("Føres med motsatt fortegn fra dagen pengene kom, og innbetalingen er uavklart igjen. Koder: ugyldig (400), finnes-ikke (404), ikke-plassert (409).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
        .WithIdempotency();

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = Fritekst.Kreves("begrunnelse", request.Begrunnelse).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (await db.Set<Innbetaling>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.Enhet == bruker.Enhet, avbrutt) is not { } kjent)
            return Problem.NotFound("Innbetalingen");
        if (kjent.LeieforholdId is null)
            return IkkePlassert();
        if (await db.Synlige(bruker).SingleOrDefaultAsync(l => l.Id == kjent.LeieforholdId, avbrutt) is not { } leieforhold)
            return Problem.NotFound("Innbetalingen");

        await using var transaksjon = await db.Begynn(avbrutt);
        await db.LaasKonto(bruker.Enhet, leieforhold.Id, avbrutt);
        var innbetaling = (await db.Set<Innbetaling>().FromSql($"SELECT * FROM innbetaling WHERE id = {id} FOR UPDATE").ToListAsync(avbrutt))[0];
        if (innbetaling.LeieforholdId != leieforhold.Id)
            return IkkePlassert();

        innbetaling.Plasser(null);
        var post = await db.Set<Husleiepost>().AsNoTracking()
            .Where(p => p.LeieforholdId == leieforhold.Id && p.InnbetalingId == id && p.Type == Husleiepost.InnbetalingType).OrderByDescending(p => p.Nr).FirstAsync(avbrutt);
        db.Add(new Husleiepost
        {
            LeieforholdId = leieforhold.Id,
            Type = Husleiepost.Tilbakefoering,
            Dato = post.Dato,
            Fordring = -post.Fordring,
            Avskrevet = -post.Avskrevet,
            InnbetalingId = id,
            Begrunnelse = request.Begrunnelse,
            BokfoertAv = bruker.Navn,
            Registrert = tid.GetUtcNow(),
        });
        logg.SkrivHusleie(db, bruker, leieforhold);
        await db.Fullfoer(transaksjon, avbrutt);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult IkkePlassert() =>
        Problem.From(new("ikke-plassert", "Innbetalingen er ikke plassert på et leieforhold."), StatusCodes.Status409Conflict);
}
