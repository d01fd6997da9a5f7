using Boligsosial.Finansiering.Startlaan;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>What startlån the tenants can carry and what would change the answer, by the same calculation as <see cref="BeregnStartlaan"/>; with their consent, and kept.</summary>
internal static class BeregnKjoep
{
    public static void Map(IEndpointRouteBuilder vurdering) => vurdering.MapPost("/beregning", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(BeregnKjoep))
        .WithSummary("Beregn hva leietakerne kan låne")
        .WithDescription(
            "Den siste beregningen blir stående. Et regnestykke, ikke et vedtak. Koder: ugyldig (400), finnes-ikke (404), vurdering-feil-status (409), samtykke-mangler, dato-utenfor, satser-mangler, "
            + "satser-ikke-fastsatt, to-inntektsgrenser (422); per variant som for /startlaan/beregning.")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<Kjoepsvurderingssvar>, ProblemHttpResult>> Handle(
        Guid id, BeregnStartlaan.Request request, FinansieringDb db, Kommuneprofil profil, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreKjoepsvurdering(id, null, bruker, logg, http, (vurdering, _) =>
        {
            if (vurdering.KanBeregnes() is { } nei)
                return nei.Nei();
            var resultat = BeregnStartlaan.Regn(request, profil, tid).Result;
            if (resultat is Ok<BeregnStartlaan.Response> { Value: { } svar })
                vurdering.Beregnet(new(svar.Dato, request.Husholdning!, svar.Varianter));
            return resultat as ProblemHttpResult;
        });
}
