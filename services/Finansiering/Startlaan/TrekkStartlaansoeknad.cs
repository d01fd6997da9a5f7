using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>The applicants withdraw it; what it bound is free again.</summary>
internal static class TrekkStartlaansoeknad
{
    /// <summary>A withdrawal.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/trekking", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(TrekkStartlaansoeknad))
        .WithSummary("Trekk en søknad om startlån")
        .WithDescription("Et bevis som ikke er brukt, faller bort. Koder: ugyldig (400), finnes-ikke (404), soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<LaanesakSvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreStartlaan(id, request.Dato, bruker, logg, http, async (soeknad, dato) =>
        {
            var bundet = soeknad.Status == Laanestatus.Innvilget ? soeknad.BevisBeloep : null;
            if (soeknad.Trekk(dato) is { } nei)
                return nei.Nei();
            if (bundet is { } beloep)
                await db.FrigjoerRamme(soeknad.Enhet, soeknad.RammeAar!.Value, soeknad.Ordning, beloep, http.RequestAborted);
            return null;
        });
}
