using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>
/// What became of a klage (forvaltningsloven §§ 33 and 34): the vedtak stands, or it falls and the application is to be decided anew, with innstilling, vedtak and money in the
/// frame as the first time.
/// </summary>
internal static class AvgjoerStartlaansklage
{
    /// <summary>The outcome.</summary>
    /// <param name="Utfall">«omgjort» by the municipality itself or the klagenemnd; «stadfestet» or «opphevet» by the klagenemnd.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Klageutfall? Utfall, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/klage/utfall", Handle)
        .Krever(Tilganger.AvgjoerStartlaan)
        .WithName(nameof(AvgjoerStartlaansklage))
        .WithSummary("Registrer utfallet av klagen over startlån")
        .WithDescription("Omgjort eller opphevet: søknaden skal avgjøres på nytt. Er lånet utbetalt, føres utfallet, lånet står, og et nytt vedtak går som en ny søknad. Koder: ugyldig (400), finnes-ikke (404), ingen-klage, ingen-vedtak, klage-avgjort, klage-ikke-oversendt, soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<LaanesakSvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreStartlaan(id, request.Dato, bruker, logg, http, async (soeknad, dato) =>
        {
            if (soeknad.SisteVedtak is not { } klaget)
                return Laanesak.IngenVedtak;
            if (klaget.KontrollerUtfall(dato) is { } regel)
                return Problem.From(regel);
            if (request.Utfall == Klageutfall.Stadfestet)
                return klaget.AvgjoerKlage(Klageutfall.Stadfestet, dato).Nei();
            var bundet = soeknad.Status == Laanestatus.Innvilget ? (soeknad.RammeAar, soeknad.BevisBeloep) : default;
            if (soeknad.Gjenaapne(request.Utfall!.Value, dato) is { } nei)
                return nei.Nei();
            if (bundet is ({ } aar, { } beloep))
                await db.FrigjoerRamme(soeknad.Enhet, aar, soeknad.Ordning, beloep, http.RequestAborted);
            return null;
        });
}
