using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>The condition of a dwelling on the day it was surveyed: tilstandsgrad 0 (as new) to 3 (must be mended), NS 3424.</summary>
internal static class RegistrerTilstand
{
    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["tilstand_registrert"] = new("allerede-registrert", "Tilstanden er registrert for denne dagen.", Felt: "dato"),
    };

    /// <summary>The survey.</summary>
    /// <param name="Tilstandsgrad">0, 1, 2 or 3: the worst of what was found.</param>
    /// <param name="Dato">The day of the survey; today when left out.</param>
    /// <param name="Merknad">About the dwelling, never about people.</param>
    public sealed record Request([property: Required, Range(0, 3)] int? Tilstandsgrad, DateOnly? Dato, string? Merknad);

    /// <summary>A survey.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="BoligId">The dwelling.</param>
    /// <param name="Dato">The day.</param>
    /// <param name="Tilstandsgrad">0–3, NS 3424.</param>
    /// <param name="Merknad">About the dwelling.</param>
    public sealed record Response(Guid Id, Guid BoligId, DateOnly Dato, int Tilstandsgrad, string? Merknad);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/boliger/{id:guid}/tilstand", Handle)
        .Krever(Tilganger.EndreBoligmasse)
        .WithTags("Tilstand og tilsyn")
        .WithName(nameof(RegistrerTilstand))
        .WithSummary("Registrer tilstandsgraden til en bolig")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), allerede-registrert (409), dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Guid id, Request request, BoligregisterDb db, Bruker bruker, TimeProvider tid, HttpContext http)
    {
        var dato = request.Dato ?? tid.Idag();
        var feil = Fritekst.Kontroller("merknad", request.Merknad).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (Datokontroll.Kontroller(dato, tid.Idag()) is { } framtid)
            return Problem.From(framtid);
        if (!await db.Boliger.AnyAsync(b => b.Id == id, http.RequestAborted))
            return Problem.NotFound("Boligen");

        var registrering = new Tilstandsregistrering
        {
            Id = Guid.CreateVersion7(),
            BoligId = id,
            Dato = dato,
            Tilstandsgrad = request.Tilstandsgrad!.Value,
            Merknad = request.Merknad,
            RegistrertAv = bruker.Navn,
        };
        db.Add(registrering);
        if (await db.TrySave(Skranker, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);
        return TypedResults.Created($"{http.Request.Path}", new Response(registrering.Id, id, dato, registrering.Tilstandsgrad, registrering.Merknad));
    }
}

/// <summary>A survey of a dwelling's condition.</summary>
public sealed class Tilstandsregistrering
{
    public Guid Id { get; init; }

    public Guid BoligId { get; init; }

    public DateOnly Dato { get; init; }

    public int Tilstandsgrad { get; init; }

    public string? Merknad { get; init; }

    public required string RegistrertAv { get; init; }
}
