using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>The tenants consent, each of them, to their money being used to see whether they could buy.</summary>
internal static class RegistrerSamtykke
{
    /// <summary>A consent.</summary>
    /// <param name="Fra">Those who consent (personRef): all tenants of the lease.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required, MinLength(1), MaxLength(20)] PersonRef[]? Fra, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder vurdering) => vurdering.MapPost("/samtykke", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(RegistrerSamtykke))
        .WithSummary("Registrer at leietakerne samtykker til vurderingen")
        .WithDescription("Frivillig, og kan trekkes tilbake. Koder: ugyldig (400), finnes-ikke (404), vurdering-feil-status (409), dato-for-tidlig, dato-i-framtiden, samtykke-fra-alle (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<Kjoepsvurderingssvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreKjoepsvurdering(id, request.Dato, bruker, logg, http, (vurdering, dato) => vurdering.Leietakere.ToHashSet().SetEquals(request.Fra!.Select(p => p.Verdi))
            ? vurdering.Samtykk(dato, bruker.Navn).Nei()
            : Problem.From(new("samtykke-fra-alle", "Alle leietakerne i leieforholdet, og ingen andre, må samtykke.", new("personvernforordningen", "artikkel 7", new(2018, 7, 20)), "fra")));
}
