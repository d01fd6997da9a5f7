using Boligsosial.Boligregister.Boliger.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>Registers one dwelling, and tells the other services of it.</summary>
internal static class RegistrerBolig
{
    public static void Map(IEndpointRouteBuilder boliger) => boliger.MapPost("/", Handle)
        .Krever(Tilganger.EndreBoliger)
        .WithName(nameof(RegistrerBolig))
        .WithSummary("Registrer en bolig")
        .WithDescription("Kan sendes med Idempotency-Key. Koder: ugyldig (400), bolig-finnes (409), idempotency-key-gjenbrukt (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<BoligSvar>, ProblemHttpResult>> Handle(
        Boligdata request, BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, HttpContext http)
    {
        var data = Boligkontroll.Normaliser(request);
        var feil = Boligkontroll.Kontroller(data, profil).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var bolig = Bolig.Registrer(data, tid.Idag());
        db.Boliger.Add(bolig);
        db.Fortell(null, bolig);
        if (await db.TrySave(BoligSkranker.Alle, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);

        Etag.Set(http, bolig.Versjon);
        return TypedResults.Created($"{http.Request.Path}/{bolig.Id}", new BoligSvar(bolig.Id, bolig.Data));
    }
}
