using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Boliger;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>Begins to consider selling a dwelling that the municipality owns.</summary>
internal static class VurderSalg
{
    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["salgssak_aapen"] = new("salgssak-finnes", "Boligen har en åpen salgssak.", Felt: "boligId"),
    };

    /// <summary>Which dwelling.</summary>
    /// <param name="BoligId">The dwelling.</param>
    /// <param name="Eieform">How it is owned.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Guid? BoligId, [property: Required] Eieform? Eieform, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder saker) => saker.MapPost("/", Handle)
        .Krever(Tilganger.EndreBoligmasse)
        .WithName(nameof(VurderSalg))
        .WithSummary("Opprett en salgssak")
        .WithDescription("Koder: ugyldig (400), salgssak-finnes (409), bolig-finnes-ikke, ikke-eid, avhendet, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<SalgssakSvar>, ProblemHttpResult>> Handle(Request request, BoligregisterDb db, TimeProvider tid, HttpContext http)
    {
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag()) is { } feil)
            return Problem.From(feil);
        if (await db.Boliger.AsNoTracking().SingleOrDefaultAsync(b => b.Id == request.BoligId, http.RequestAborted) is not { } bolig)
            return Problem.From(new("bolig-finnes-ikke", "Boligen finnes ikke i registeret.", Felt: "boligId"));
        if (bolig.Data.Disposisjonsform != Disposisjonsform.Eid)
            return Problem.From(new("ikke-eid", "Kommunen eier ikke boligen.", Felt: "boligId"));
        if (bolig.Data.Status == Boligstatus.Avhendet)
            return Problem.From(new("avhendet", "Boligen er avhendet.", Felt: "boligId"));

        var sak = new Salgssak { Id = Guid.CreateVersion7(), BoligId = bolig.Id, Eieform = request.Eieform!.Value, Opprettet = dato };
        db.Add(sak);
        if (await db.TrySave(Skranker, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);
        Etag.Set(http, sak.Versjon);
        return TypedResults.Created($"{http.Request.Path}/{sak.Id}", new SalgssakSvar(sak));
    }
}
