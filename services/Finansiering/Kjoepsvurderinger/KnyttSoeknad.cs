using System.ComponentModel.DataAnnotations;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>The tenants have applied for startlån: from here the application tells how it goes.</summary>
internal static class KnyttSoeknad
{
    /// <summary>An application.</summary>
    /// <param name="SoeknadId">For startlån, with one of the tenants as applicant.</param>
    public sealed record Request([property: Required] Guid? SoeknadId);

    public static void Map(IEndpointRouteBuilder vurdering) => vurdering.MapPost("/soeknad", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(KnyttSoeknad))
        .WithSummary("Knytt vurderingen til søknaden om startlån")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), soeknad-finnes-ikke, annen-soeker (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);

    private static Task<Results<Ok<Kjoepsvurderingssvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreKjoepsvurdering(id, null, bruker, logg, http, async (vurdering, _) =>
        {
            if (await db.SynligeStartlaan(bruker).SingleOrDefaultAsync(s => s.Id == request.SoeknadId, http.RequestAborted) is not { } soeknad)
                return Problem.From(new("soeknad-finnes-ikke", "Søknaden finnes ikke.", Felt: "soeknadId"));
            if (!soeknad.Soekere.Intersect(vurdering.Leietakere).Any())
                return Problem.From(new("annen-soeker", "Ingen av leietakerne er søker i den søknaden.", Felt: "soeknadId"));
            vurdering.SoeknadId = soeknad.Id;
            return null;
        });
}
