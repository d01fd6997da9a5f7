using Boligsosial.Boligregister.Leie;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>Gives up a betalingsavtale before it is over; for a new one, or because it will not be kept.</summary>
internal static class OpphevBetalingsavtale
{
    /// <summary>Why, and when.</summary>
    /// <param name="Begrunnelse">In own words, without fødselsnummer.</param>
    /// <param name="Dato">The day it ends; today when left out.</param>
    public sealed record Request(string? Begrunnelse, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapPost("/{id:guid}/betalingsavtale/opphevelse", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(OpphevBetalingsavtale))
        .WithSummary("Opphev betalingsavtalen")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), ingen-avtale (409), dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = Fritekst.Kreves("begrunnelse", request.Begrunnelse).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (await db.Synlige(bruker).SingleOrDefaultAsync(l => l.Id == id, avbrutt) is not { } leieforhold)
            return Problem.NotFound("Leieforholdet");

        await using var transaksjon = await db.Begynn(avbrutt);
        await db.LaasKonto(bruker.Enhet, id, avbrutt);
        if (await db.Set<Betalingsavtale>().SingleOrDefaultAsync(a => a.LeieforholdId == id && a.Avsluttet == null, avbrutt) is not { } avtale)
            return Problem.From(new("ingen-avtale", "Leieforholdet har ingen åpen betalingsavtale."), StatusCodes.Status409Conflict);
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), avtale.Inngaatt) is { } avvisning)
            return Problem.From(avvisning);

        avtale.Avslutt(dato, bruker.Navn, request.Begrunnelse);
        logg.SkrivHusleie(db, bruker, leieforhold);
        await db.Fullfoer(transaksjon, avbrutt);
        return TypedResults.NoContent();
    }
}
