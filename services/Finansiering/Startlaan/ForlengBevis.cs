using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>A finansieringsbevis that has not lapsed holds for another period, from the day it is extended.</summary>
internal static class ForlengBevis
{
    /// <summary>An extension.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/bevis/forlengelse", Handle)
        .Krever(Tilganger.AvgjoerStartlaan)
        .WithName(nameof(ForlengBevis))
        .WithSummary("Forleng et finansieringsbevis")
        .WithDescription("Så mange måneder som kommuneprofilen sier, fra datoen. Koder: ugyldig (400), finnes-ikke (404), ramme-mangler, ramme-overskredet, soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<LaanesakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, FinansieringDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreStartlaan(id, request.Dato, bruker, logg, http, async (soeknad, dato) =>
        {
            if (Datokontroll.Kontroller(dato, dato, soeknad.SisteVedtak?.Dato) is { } tidlig)
                return Problem.From(tidlig);
            var gjenopptatt = soeknad.Gjenoppta(dato);
            if (soeknad.Forleng(dato, dato.AddMonths(profil.Startlaan.BevisMaaneder)) is { } nei)
                return nei.Nei();
            return gjenopptatt ? (await db.BindRamme(soeknad.Enhet, soeknad.RammeAar!.Value, soeknad.Ordning, soeknad.BevisBeloep!.Value, http.RequestAborted)).Nei() : null;
        });
}
