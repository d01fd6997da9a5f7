using System.ComponentModel;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>What is planned to be bought.</summary>
internal static class SoekKjoepsplaner
{
    public static void Map(IEndpointRouteBuilder planer) => planer.MapGet("/", Handle)
        .Krever(Tilganger.LesBoligmasse)
        .WithName(nameof(SoekKjoepsplaner))
        .WithSummary("List planlagte kjøp")
        .WithDescription("Sortert etter registrering, eldst først. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<KjoepsplanSvar>>, ProblemHttpResult>> Handle(
        [Description("Året de skal kjøpes.")] int? aar, int? antall, string? etter, BoligregisterDb db, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var rader = await db.Set<Kjoepsplan>().AsNoTracking().Where(p => (aar == null || p.Aar == aar) && (valg.Etter == null || p.Id > valg.Etter))
            .OrderBy(p => p.Id).Take(valg.Antall + 1).ToListAsync(avbrutt);
        return TypedResults.Ok(valg.Side(rader.ConvertAll(p => new KjoepsplanSvar(p)), p => p.Id));
    }
}
