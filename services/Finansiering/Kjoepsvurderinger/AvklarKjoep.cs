using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>A person settles whether the tenants could buy: now, later or not, with the reason.</summary>
internal static class AvklarKjoep
{
    /// <summary>What it came to.</summary>
    /// <param name="Utfall">«kan-kjoepe-naa» and «kan-kjoepe-senere» rest on a calculation; «kan-ikke-kjoepe» or «oensker-ikke» need none.</param>
    /// <param name="Begrunnelse">Why.</param>
    /// <param name="ProevesIgjen">When it is worth a new try.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Kjoepsutfall? Utfall, string? Begrunnelse, [property: Dag] DateOnly? ProevesIgjen, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder vurdering) => vurdering.MapPost("/utfall", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(AvklarKjoep))
        .WithSummary("Avklar om leietakerne kan kjøpe bolig")
        .WithDescription("Veiledning, ikke et vedtak: en søknad om startlån avgjøres for seg. Koder: ugyldig (400), finnes-ikke (404), vurdering-feil-status (409), dato-for-tidlig, dato-i-framtiden, ikke-beregnet (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<Kjoepsvurderingssvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Fritekst.Kreves("begrunnelse", request.Begrunnelse).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        return await db.EndreKjoepsvurdering(
            id, request.Dato, bruker, logg, http, (vurdering, dato) => vurdering.Avklar(request.Utfall!.Value, request.Begrunnelse!, request.ProevesIgjen, dato, bruker.Navn).Nei());
    }
}
