using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>The last defect of an application is mended: within a month from the deadline it counts as come in time.</summary>
internal static class RettMangler
{
    /// <summary>The mending.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder sak) => sak.MapPost("/retting", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName(nameof(RettMangler))
        .WithSummary("Registrer at manglene er rettet")
        .WithDescription("Forskrift om bustøtte § 9: rettet innen én måned etter fristen regnes søknaden som kommet i tide. Koder: ugyldig (400), finnes-ikke (404), ingen-mangler (409), utdatert (412: If-Match er ikke den siste ETag-en), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);

    private static Task<Results<Ok<Sakssvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreSak(id, request.Dato, bruker, logg, http, (sak, dato) => sak.Rett(dato).Nei());
}
