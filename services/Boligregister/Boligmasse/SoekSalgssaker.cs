using System.ComponentModel;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>The sales, and how far they have come.</summary>
internal static class SoekSalgssaker
{
    public static void Map(IEndpointRouteBuilder saker) => saker.MapGet("/", Handle)
        .Krever(Tilganger.LesBoligmasse)
        .WithName(nameof(SoekSalgssaker))
        .WithSummary("List salgssaker")
        .WithDescription("Sortert etter registrering, eldst først. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<SalgssakSvar>>, ProblemHttpResult>> Handle(
        [Description("Saker om denne boligen.")] Guid? boligId, [Description("Bare de som ikke er overdratt eller henlagt.")] bool? aapne, int? antall, string? etter,
        BoligregisterDb db, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var saker = db.Set<Salgssak>().AsNoTracking().Where(s => (boligId == null || s.BoligId == boligId) && (valg.Etter == null || s.Id > valg.Etter));
        if (aapne == true)
            saker = saker.Where(s => s.Status != Salgsstatus.Overdratt && s.Status != Salgsstatus.Henlagt);
        var rader = await saker.OrderBy(s => s.Id).Take(valg.Antall + 1).ToListAsync(avbrutt);
        return TypedResults.Ok(valg.Side(rader.ConvertAll(s => new SalgssakSvar(s)), s => s.Id));
    }
}
