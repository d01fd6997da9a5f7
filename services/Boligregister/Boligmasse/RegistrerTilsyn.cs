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

/// <summary>An inspection of a dwelling: røykvarsler, slokkeutstyr and el, each in order or not. What is not, stays until it is put right.</summary>
internal static class RegistrerTilsyn
{
    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["tilsyn_registrert"] = new("allerede-registrert", "Tilsyn er registrert for denne dagen.", Felt: "dato"),
    };

    /// <summary>What was found at a point.</summary>
    /// <param name="Resultat">«ok» or «avvik».</param>
    /// <param name="Merknad">What is wrong; about the dwelling, never about people.</param>
    public sealed record Funn([property: Required] Tilsynsresultat? Resultat, string? Merknad);

    /// <summary>The inspection.</summary>
    /// <param name="Roeykvarsler">Smoke detectors.</param>
    /// <param name="Slokkeutstyr">Fire extinguisher or hose.</param>
    /// <param name="El">The electrical installation, as one can see it.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Funn? Roeykvarsler, [property: Required] Funn? Slokkeutstyr, [property: Required] Funn? El, DateOnly? Dato);

    /// <summary>An inspection.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="BoligId">The dwelling.</param>
    /// <param name="Dato">The day.</param>
    /// <param name="Avvik">What was found wrong.</param>
    public sealed record Response(Guid Id, Guid BoligId, DateOnly Dato, IReadOnlyList<TilsynsavvikSvar> Avvik);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/boliger/{id:guid}/tilsyn", Handle)
        .Krever(Tilganger.EndreBoligmasse)
        .WithTags("Tilstand og tilsyn")
        .WithName(nameof(RegistrerTilsyn))
        .WithSummary("Registrer et tilsyn")
        .WithDescription("Hvert avvik blir stående åpent til det lukkes. Koder: ugyldig (400), finnes-ikke (404), allerede-registrert (409), dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Guid id, Request request, BoligregisterDb db, Bruker bruker, TimeProvider tid, HttpContext http)
    {
        var dato = request.Dato ?? tid.Idag();
        (Tilsynspunkt Punkt, string Felt, Funn Funn)[] punkter =
        [
            (Tilsynspunkt.Roeykvarsler, "roeykvarsler", request.Roeykvarsler!), (Tilsynspunkt.Slokkeutstyr, "slokkeutstyr", request.Slokkeutstyr!), (Tilsynspunkt.El, "el", request.El!),
        ];
        var feil = punkter.SelectMany(p => Fritekst.Kontroller($"{p.Felt}.merknad", p.Funn.Merknad)).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (Datokontroll.Kontroller(dato, tid.Idag()) is { } framtid)
            return Problem.From(framtid);
        if (!await db.Boliger.AnyAsync(b => b.Id == id, http.RequestAborted))
            return Problem.NotFound("Boligen");

        var tilsyn = new Tilsyn { Id = Guid.CreateVersion7(), BoligId = id, Dato = dato, RegistrertAv = bruker.Navn };
        var avvik = punkter.Where(p => p.Funn.Resultat == Tilsynsresultat.Avvik)
            .Select(p => new Tilsynsavvik { Id = Guid.CreateVersion7(), TilsynId = tilsyn.Id, BoligId = id, Punkt = p.Punkt, Merknad = p.Funn.Merknad, Dato = dato }).ToList();
        db.Add(tilsyn);
        db.AddRange(avvik);
        if (await db.TrySave(Skranker, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);
        return TypedResults.Created($"{http.Request.Path}", new Response(tilsyn.Id, id, dato, avvik.ConvertAll(a => new TilsynsavvikSvar(a))));
    }
}
