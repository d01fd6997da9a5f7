using Boligsosial.Boligregister.Boliger.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>
/// Replaces what is registered of a dwelling. A new status closes the period of the old one; what concerns other services
/// is told to them.
/// </summary>
internal static class EndreBolig
{
    public static void Map(IEndpointRouteBuilder boliger) => boliger.MapPut("/{id:guid}", Handle)
        .Krever(Tilganger.EndreBoliger)
        .WithName(nameof(EndreBolig))
        .WithSummary("Endre en bolig")
        .WithDescription("Krever If-Match med ETag-en fra siste svar. Koder: ugyldig (400), finnes-ikke (404), bolig-finnes (409), utdatert (412), status-foer-forrige (422), if-match-mangler (428).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIfMatch();

    private static async Task<Results<Ok<BoligSvar>, ProblemHttpResult>> Handle(
        Guid id, Boligdata request, BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, HttpContext http)
    {
        if (!Etag.TryRead(http, out var versjon, out var problem))
            return problem;

        var data = Boligkontroll.Normaliser(request);
        var feil = Boligkontroll.Kontroller(data, profil).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var bolig = await db.Boliger.SingleOrDefaultAsync(b => b.Id == id, http.RequestAborted);
        if (bolig is null)
            return Problem.NotFound("Boligen");
        if (bolig.Versjon != versjon)
            return Etag.Stale();

        var foer = bolig.Endret();
        if (bolig.Endre(data, tid.Idag()) is { } nei)
            return Problem.From(nei);
        db.Fortell(foer, bolig);
        if (await db.TrySave(BoligSkranker.Alle, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);

        Etag.Set(http, bolig.Versjon);
        return TypedResults.Ok(new BoligSvar(bolig.Id, bolig.Data));
    }
}
