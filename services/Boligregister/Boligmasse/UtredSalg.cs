using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>What selling the dwelling would lead to, and what must replace it. Or the sale is given up.</summary>
internal static class UtredSalg
{
    /// <summary>The assessment.</summary>
    /// <param name="Konsekvenser">What it leads to, for those who live there and for the stock.</param>
    /// <param name="Erstatningsbehov">What must replace it; that nothing must, is also an answer.</param>
    /// <param name="ErstattesAv">The planned purchase that replaces it.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] string? Konsekvenser, [property: Required] string? Erstatningsbehov, Guid? ErstattesAv, DateOnly? Dato);

    /// <summary>The sale is given up.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Henleggelse(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder saker)
    {
        saker.MapPost("/{id:guid}/utredning", Handle)
            .Krever(Tilganger.EndreBoligmasse)
            .WithName(nameof(UtredSalg))
            .WithSummary("Utred konsekvenser og erstatningsbehov ved et salg")
            .WithDescription("Kan gjøres om igjen til det er gjort vedtak. Koder: ugyldig (400), finnes-ikke (404), ugyldig-overgang (409), plan-finnes-ikke, dato-i-framtiden, dato-for-tidlig (422).")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        saker.MapPost("/{id:guid}/henleggelse", Henlegg)
            .Krever(Tilganger.EndreBoligmasse)
            .WithName("HenleggSalg")
            .WithSummary("Henlegg en salgssak")
            .WithDescription("Koder: ugyldig (400), finnes-ikke (404), ugyldig-overgang (409), dato-i-framtiden, dato-for-tidlig (422).")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Ok<SalgssakSvar>, ProblemHttpResult>> Handle(Guid id, Request request, BoligregisterDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = Fritekst.Kreves("konsekvenser", request.Konsekvenser).Concat(Fritekst.Kreves("erstatningsbehov", request.Erstatningsbehov)).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (await db.Set<Salgssak>().SingleOrDefaultAsync(s => s.Id == id, avbrutt) is not { } sak)
            return Problem.NotFound("Salgssaken");
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), sak.Opprettet) is { } framtid)
            return Problem.From(framtid);
        if (sak.Status is not (Salgsstatus.UnderUtredning or Salgsstatus.Utredet))
            return Problem.From(new Avvisning("ugyldig-overgang", "Det er gjort vedtak i saken, eller den er henlagt."), StatusCodes.Status409Conflict);
        if (request.ErstattesAv is { } plan && !await db.Set<Kjoepsplan>().AnyAsync(p => p.Id == plan, avbrutt))
            return Problem.From(new("plan-finnes-ikke", "Det planlagte kjøpet finnes ikke.", Felt: "erstattesAv"));

        (sak.Status, sak.Utredet, sak.Konsekvenser, sak.Erstatningsbehov, sak.ErstattesAv) = (Salgsstatus.Utredet, dato, request.Konsekvenser, request.Erstatningsbehov, request.ErstattesAv);
        return await Lagre(db, sak, avbrutt);
    }

    private static async Task<Results<Ok<SalgssakSvar>, ProblemHttpResult>> Henlegg(Guid id, Henleggelse request, BoligregisterDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        if (await db.Set<Salgssak>().SingleOrDefaultAsync(s => s.Id == id, avbrutt) is not { } sak)
            return Problem.NotFound("Salgssaken");
        if (Datokontroll.Kontroller(request.Dato ?? tid.Idag(), tid.Idag(), sak.Vedtatt ?? sak.Utredet ?? sak.Opprettet) is { } feil)
            return Problem.From(feil);
        if (sak.Status is Salgsstatus.Overdratt or Salgsstatus.Henlagt)
            return Problem.From(new Avvisning("ugyldig-overgang", "Saken er avsluttet."), StatusCodes.Status409Conflict);

        sak.Status = Salgsstatus.Henlagt;
        return await Lagre(db, sak, avbrutt);
    }

    /// <summary>Two at the same time: the second has not seen what the first did.</summary>
    internal static async Task<Results<Ok<SalgssakSvar>, ProblemHttpResult>> Lagre(BoligregisterDb db, Salgssak sak, CancellationToken avbrutt)
    {
        try
        {
            await db.SaveChangesAsync(avbrutt);
            return TypedResults.Ok(new SalgssakSvar(sak));
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.From(new Avvisning("ugyldig-overgang", "Noen andre endret saken i mellomtiden."), StatusCodes.Status409Conflict);
        }
    }
}
