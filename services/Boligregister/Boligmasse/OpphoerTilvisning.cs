using System.ComponentModel;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>A dwelling is no longer in use by tilvisning: its place in the agreement is free. And those that are, or were.</summary>
internal static class OpphoerTilvisning
{
    /// <summary>The end.</summary>
    /// <param name="Dato">The day after the last; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder avtaler)
    {
        avtaler.MapGet("/{id:guid}/tilvisninger", Soek)
            .Krever(Tilganger.LesBoligmasse)
            .WithName("SoekTilvisninger")
            .WithSummary("List tilvisningene i en avtale")
            .WithDescription("Også de som er opphørt, når loeperDato ikke er oppgitt. Koder: ugyldig (400), finnes-ikke (404).")
            .ProducesProblem(400).ProducesProblem(404);
        avtaler.MapPost("/{id:guid}/tilvisninger/{tilvisningId:guid}/opphoer", Handle)
            .Krever(Tilganger.EndreBoligmasse)
            .WithName(nameof(OpphoerTilvisning))
            .WithSummary("Avslutt en tilvisning")
            .WithDescription("Koder: ugyldig (400), finnes-ikke (404), allerede-opphoert (409), dato-i-framtiden, dato-for-tidlig (422).")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Ok<TilvisBolig.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid tilvisningId, Request request, BoligregisterDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        if (await db.Set<Tilvisning>().SingleOrDefaultAsync(t => t.Id == tilvisningId && t.AvtaleId == id, avbrutt) is not { } tilvisning)
            return Problem.NotFound("Tilvisningen");
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), tilvisning.Fra.AddDays(1)) is { } feil)
            return Problem.From(feil);
        if (tilvisning.Til is not null)
            return Opphoert();

        tilvisning.Til = dato;
        try
        {
            await db.SaveChangesAsync(avbrutt);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Opphoert();
        }

        return TypedResults.Ok(new TilvisBolig.Response(tilvisning.Id, id, tilvisning.Boenhet, tilvisning.Fra, tilvisning.Til));
    }

    private static async Task<Results<Ok<Side<TilvisBolig.Response>>, ProblemHttpResult>> Soek(
        Guid id, [Description("De som løper denne dagen.")] DateOnly? loeperDato, int? antall, string? etter, BoligregisterDb db, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);
        if (!await db.Set<Tilvisningsavtale>().AnyAsync(a => a.Id == id, avbrutt))
            return Problem.NotFound("Avtalen");

        var rader = await db.Set<Tilvisning>().AsNoTracking()
            .Where(t => t.AvtaleId == id && (valg.Etter == null || t.Id > valg.Etter) && (loeperDato == null || (t.Fra <= loeperDato && (t.Til == null || t.Til > loeperDato))))
            .OrderBy(t => t.Id).Take(valg.Antall + 1).Select(t => new TilvisBolig.Response(t.Id, t.AvtaleId, t.Boenhet, t.Fra, t.Til)).ToListAsync(avbrutt);
        return TypedResults.Ok(valg.Side(rader, t => t.Id));
    }

    private static ProblemHttpResult Opphoert() => Problem.From(new Avvisning("allerede-opphoert", "Tilvisningen er avsluttet fra før."), StatusCodes.Status409Conflict);
}
