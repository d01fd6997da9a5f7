using System.ComponentModel;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>The agreements of innleie: those of a dwelling, those that run, those that end soon.</summary>
internal static class SoekInnleieavtaler
{
    /// <summary>Which agreements.</summary>
    public sealed class Filter
    {
        [Description("Avtaler for denne boligen.")]
        public Guid? BoligId { get; init; }

        [Description("Avtaler som løper denne dagen.")]
        public DateOnly? LoeperDato { get; init; }

        [Description("Avtaler som slutter før denne dagen.")]
        public DateOnly? UtloeperFoer { get; init; }
    }

    public static void Map(IEndpointRouteBuilder avtaler) => avtaler.MapGet("/", Handle)
        .Krever(Tilganger.LesBoligmasse)
        .WithName(nameof(SoekInnleieavtaler))
        .WithSummary("Søk i innleieavtaler")
        .WithDescription("Sortert etter registrering, eldst først. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<InnleieavtaleSvar>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? antall, string? etter, BoligregisterDb db, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var avtaler = db.Set<Innleieavtale>().AsNoTracking();
        if (filter.BoligId is { } bolig)
            avtaler = avtaler.Where(a => a.BoligId == bolig);
        if (filter.LoeperDato is { } dag)
            avtaler = avtaler.Where(a => a.Fra <= dag && (a.Til == null || a.Til > dag));
        if (filter.UtloeperFoer is { } foer)
            avtaler = avtaler.Where(a => a.Til < foer);
        var rader = await avtaler.Where(a => valg.Etter == null || a.Id > valg.Etter).OrderBy(a => a.Id).Take(valg.Antall + 1).ToListAsync(avbrutt);
        return TypedResults.Ok(valg.Side(rader.ConvertAll(a => new InnleieavtaleSvar(a)), a => a.Id));
    }
}
