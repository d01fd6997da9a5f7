using Boligsosial.Finansiering.Startlaan;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>The applicants withdraw it; what it bound is free again.</summary>
internal static class TrekkTilskuddssoeknad
{
    /// <summary>A withdrawal.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/trekking", Handle)
        .Krever(Tilganger.BehandleTilskudd)
        .WithName(nameof(TrekkTilskuddssoeknad))
        .WithSummary("Trekk en søknad om tilskudd")
        .WithDescription("Det som er innvilget og ikke utbetalt, blir ledig. Koder: ugyldig (400), finnes-ikke (404), delvis-utbetalt, soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<TilskuddssakSvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreTilskudd(id, request.Dato, bruker, logg, http, async (soeknad, dato) =>
        {
            var bundet = soeknad.Bundet;
            if (soeknad.Trekk(dato) is { } nei)
                return nei.Nei();
            if (bundet > 0)
                await db.FrigjoerTilskudd(soeknad.Enhet, soeknad.RammeAar!.Value, soeknad.Type, bundet, http.RequestAborted);
            return null;
        });
}
