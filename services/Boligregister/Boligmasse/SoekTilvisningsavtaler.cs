using System.ComponentModel;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>The agreements of tilvisning, each with how much of it is in use today; and one of them.</summary>
internal static class SoekTilvisningsavtaler
{
    /// <summary>Which agreements.</summary>
    public sealed class Filter
    {
        [Description("Avtaler som løper denne dagen.")]
        public DateOnly? LoeperDato { get; init; }

        [Description("Bare avtaler som det er ledig plass i, i dag.")]
        public bool? Ledig { get; init; }
    }

    public static void Map(IEndpointRouteBuilder avtaler)
    {
        avtaler.MapGet("/", Handle)
            .Krever(Tilganger.LesBoligmasse)
            .WithName(nameof(SoekTilvisningsavtaler))
            .WithSummary("Søk i tilvisningsavtaler")
            .WithDescription("Med hvor mange boliger som er i bruk i dag. Koder: ugyldig (400).")
            .ProducesProblem(400);
        avtaler.MapGet("/{id:guid}", Hent)
            .Krever(Tilganger.LesBoligmasse)
            .WithName("HentTilvisningsavtale")
            .WithSummary("Hent en tilvisningsavtale")
            .WithDescription("Med hvor mange boliger som er i bruk i dag. Koder: finnes-ikke (404).")
            .ProducesProblem(404);
    }

    private static async Task<Results<Ok<Side<TilvisningsavtaleSvar>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? antall, string? etter, BoligregisterDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var (idag, avtaler) = (tid.Idag(), db.Set<Tilvisningsavtale>().AsNoTracking());
        if (filter.LoeperDato is { } dag)
            avtaler = avtaler.Where(a => a.Fra <= dag && a.Til > dag);
        if (filter.Ledig is { } ledig)
            avtaler = avtaler.Where(a => db.Set<Tilvisning>().Count(t => t.AvtaleId == a.Id && t.Fra <= idag && (t.Til == null || t.Til > idag)) < a.Tak == ledig);
        var rader = await avtaler.Where(a => valg.Etter == null || a.Id > valg.Etter).OrderBy(a => a.Id).Take(valg.Antall + 1).Svar(db, idag).ToListAsync(avbrutt);
        return TypedResults.Ok(valg.Side(rader, a => a.Id));
    }

    private static async Task<Results<Ok<TilvisningsavtaleSvar>, ProblemHttpResult>> Hent(Guid id, BoligregisterDb db, TimeProvider tid, CancellationToken avbrutt) =>
        await db.Set<Tilvisningsavtale>().AsNoTracking().Where(a => a.Id == id).Svar(db, tid.Idag()).SingleOrDefaultAsync(avbrutt) is { } avtale
            ? TypedResults.Ok(avtale)
            : Problem.NotFound("Avtalen");
}
