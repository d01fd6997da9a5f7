using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>Where a loan stands by the loan system: what is owed, and what is due and not paid. Loans are administered there; here they are followed.</summary>
internal static class FoerSaldo
{
    /// <summary>A saldo; kroner.</summary>
    /// <param name="Saldo">What is owed.</param>
    /// <param name="Mislighold">Of that, due and not paid.</param>
    /// <param name="Rente">Percent, when it has changed.</param>
    /// <param name="Dato">The day of the saldo; today when left out. An older one than the last is refused.</param>
    public sealed record Request([property: Required, Kroner] decimal? Saldo, [property: Kroner] decimal? Mislighold, [property: Prosent] decimal? Rente, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/saldo", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(FoerSaldo))
        .WithSummary("Før saldo og mislighold for et utbetalt startlån")
        .WithDescription("Fra lånesystemet. Koder: ugyldig (400), finnes-ikke (404), soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden, mislighold-over-saldo (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<LaanesakSvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreStartlaan(id, request.Dato, bruker, logg, http, async (soeknad, dato) =>
        {
            if (soeknad.Status != Laanestatus.Utbetalt)
                return Problem.From(new("soeknad-feil-status", "Lånet er ikke utbetalt."), StatusCodes.Status409Conflict);
            var laan = await db.Set<Laan>().SingleAsync(l => l.SoeknadId == id, http.RequestAborted);
            if (Datokontroll.Kontroller(dato, dato, laan.SaldoDato) is { } feilDato)
                return Problem.From(feilDato);
            if (request.Mislighold > request.Saldo)
                return Problem.From(new("mislighold-over-saldo", "Det som er forfalt, er en del av saldoen.", Felt: "mislighold"));
            (laan.Saldo, laan.SaldoDato, laan.Mislighold, laan.Rente) = (request.Saldo!.Value, dato, request.Mislighold ?? 0, request.Rente ?? laan.Rente);
            laan.MisligholdFra = laan.Mislighold == 0 ? null : laan.MisligholdFra ?? dato;
            return null;
        });
}
