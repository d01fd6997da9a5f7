using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Boligmasse.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>A planned purchase goes on: it is decided, carried out, or dropped.</summary>
internal static class EndreKjoepsstatus
{
    /// <summary>What it has become.</summary>
    /// <param name="Status">«vedtatt», «gjennomfoert» or «utgaatt».</param>
    /// <param name="Kjoept">How many were bought; must be there when it is carried out.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Kjoepsstatus? Status, [property: Range(0, 10_000)] int? Kjoept, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder planer) => planer.MapPost("/{id:guid}/status", Handle)
        .Krever(Tilganger.EndreBoligmasse)
        .WithName(nameof(EndreKjoepsstatus))
        .WithSummary("Vedta, gjennomfør eller avlys et planlagt kjøp")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), ugyldig-overgang (409), kjoept-mangler, dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<KjoepsplanSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Bruker bruker, TimeProvider tid, CancellationToken avbrutt)
    {
        if (await db.Set<Kjoepsplan>().SingleOrDefaultAsync(p => p.Id == id, avbrutt) is not { } plan)
            return Problem.NotFound("Planen");
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), plan.StatusFra) is { } feil)
            return Problem.From(feil);
        if (Kjoepsgang.Kontroller(plan.Status, request.Status!.Value, request.Kjoept) is { } nei)
            return Problem.From(nei, nei.Kode == "ugyldig-overgang" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);

        (plan.Status, plan.StatusFra, plan.BesluttetAv, plan.Kjoept) = (request.Status.Value, dato, bruker.Navn, request.Kjoept ?? plan.Kjoept);
        try
        {
            await db.SaveChangesAsync(avbrutt);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.From(new Avvisning("ugyldig-overgang", "Noen andre endret planen i mellomtiden.", Felt: "status"), StatusCodes.Status409Conflict);
        }

        return TypedResults.Ok(new KjoepsplanSvar(plan));
    }
}
