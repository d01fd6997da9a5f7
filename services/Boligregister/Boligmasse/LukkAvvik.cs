using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>What an inspection found wrong, and that it has been put right.</summary>
internal static class LukkAvvik
{
    /// <summary>How it was put right.</summary>
    /// <param name="Tiltak">What was done.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] string? Tiltak, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder avvik)
    {
        avvik.MapGet("/", Soek)
            .Krever(Tilganger.LesBoligmasse)
            .WithName("SoekTilsynsavvik")
            .WithSummary("List avvik fra tilsyn")
            .WithDescription("Bare de åpne når ikke annet er sagt. Koder: ugyldig (400).")
            .ProducesProblem(400);
        avvik.MapPost("/{id:guid}/lukking", Handle)
            .Krever(Tilganger.EndreBoligmasse)
            .WithName(nameof(LukkAvvik))
            .WithSummary("Lukk et avvik")
            .WithDescription("Koder: ugyldig (400), finnes-ikke (404), allerede-lukket (409), dato-i-framtiden, dato-for-tidlig (422).")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Ok<TilsynsavvikSvar>, ProblemHttpResult>> Handle(Guid id, Request request, BoligregisterDb db, Bruker bruker, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = Fritekst.Kreves("tiltak", request.Tiltak).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (await db.Set<Tilsynsavvik>().SingleOrDefaultAsync(a => a.Id == id, avbrutt) is not { } avvik)
            return Problem.NotFound("Avviket");
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), avvik.Dato) is { } framtid)
            return Problem.From(framtid);
        if (avvik.Lukket is not null)
            return Lukket();

        (avvik.Lukket, avvik.Tiltak, avvik.LukketAv) = (dato, request.Tiltak, bruker.Navn);
        try
        {
            await db.SaveChangesAsync(avbrutt);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Lukket();
        }

        return TypedResults.Ok(new TilsynsavvikSvar(avvik));
    }

    private static async Task<Results<Ok<Side<TilsynsavvikSvar>>, ProblemHttpResult>> Soek(
        [Description("Avvik i denne boligen.")] Guid? boligId, [Description("Også de lukkede.")] bool? lukkede, int? antall, string? etter, BoligregisterDb db, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var avvik = db.Set<Tilsynsavvik>().AsNoTracking();
        if (lukkede != true)
            avvik = avvik.Where(a => a.Lukket == null);
        if (boligId is { } bolig)
            avvik = avvik.Where(a => a.BoligId == bolig);
        var rader = await avvik.Where(a => valg.Etter == null || a.Id > valg.Etter).OrderBy(a => a.Id).Take(valg.Antall + 1).ToListAsync(avbrutt);
        return TypedResults.Ok(valg.Side(rader.ConvertAll(a => new TilsynsavvikSvar(a)), a => a.Id));
    }

    private static ProblemHttpResult Lukket() => Problem.From(new Avvisning("allerede-lukket", "Avviket er lukket fra før."), StatusCodes.Status409Conflict);
}
