using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>A place is open again before it was said.</summary>
internal static class AapnePlass
{
    /// <summary>When.</summary>
    /// <param name="Dato">The day it is open from; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder plasser) => plasser.MapPost("/{id:guid}/stengninger/{stengningId:guid}/aapning", Handle)
        .Krever(Tilganger.Plasser)
        .WithName(nameof(AapnePlass))
        .WithSummary("Åpne en plass før tiden")
        .WithDescription("Fra første dag: som om den ikke hadde vært stengt. Koder: finnes-ikke (404), dato-etter-slutt (422).")
        .ProducesProblem(404).ProducesProblem(422);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Guid stengningId, Request request, MidlertidigBotilbudDb db, Bruker bruker, TimeProvider tid, HttpContext http)
    {
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(http.RequestAborted) : null;
        if (await db.LaasPlass(id, bruker.Enhet, http.RequestAborted) is null
            || await db.Set<Plassbelegg>().SingleOrDefaultAsync(b => b.Id == stengningId && b.PlassId == id && b.OppholdId == null, http.RequestAborted) is not { } stengt)
            return Problem.NotFound("Stengningen");
        var dato = request.Dato ?? tid.Idag();
        if (dato > stengt.Til)
            return Problem.From(new("dato-etter-slutt", $"Plassen er åpen fra {stengt.Til:yyyy-MM-dd}.", Felt: "dato"));
        if (dato <= stengt.Fra)
            db.Remove(stengt);
        else
            (stengt.Til, stengt.Klar) = (dato, dato);
        await db.SaveChangesAsync(http.RequestAborted);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(http.RequestAborted);
        return TypedResults.NoContent();
    }
}
