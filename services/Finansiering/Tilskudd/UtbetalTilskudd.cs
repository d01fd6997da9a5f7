using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Tilskudd.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>A part of the grant is paid, or all of it: never more than is left, and never so that it is paid for twice by what NAV or the startlån has come to since.</summary>
internal static class UtbetalTilskudd
{
    /// <summary>A payment.</summary>
    /// <param name="Beloep">Kroner.</param>
    /// <param name="Grunnlag">What is paid: the bill, the contract.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required, Kroner] decimal? Beloep, string? Grunnlag, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/utbetaling", Handle)
        .Krever(Tilganger.AvgjoerTilskudd)
        .WithName(nameof(UtbetalTilskudd))
        .WithSummary("Før at tilskudd er utbetalt")
        .WithDescription(
            "Én gang for hver regning. Når alt er utbetalt, er saken ferdig. Er startlånet i planen falt bort, endres planen først. Kan sendes med Idempotency-Key. "
            + "Koder: ugyldig (400), finnes-ikke (404), soeknad-feil-status, startlaan-ikke-innvilget (409), dato-for-tidlig, dato-i-framtiden, finansiering-over-kostnad, mer-enn-innvilget (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Ok<TilskuddssakSvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Fritekst.Kreves("grunnlag", request.Grunnlag).ToList();
        if (request.Beloep is not > 0)
            feil.Add(new("ugyldig-verdi", "Må være over 0.", Felt: "beloep"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreTilskudd(id, request.Dato, bruker, logg, http, async (soeknad, dato) =>
        {
            var beloep = request.Beloep!.Value;
            if (Datokontroll.Kontroller(dato, dato, soeknad.Utbetalinger.MaxBy(u => u.Nr)?.Dato ?? soeknad.SisteVedtak?.Dato) is { } feilDato)
                return Problem.From(feilDato);
            if (soeknad.Status == Tilskuddsstatus.Innvilget && beloep > soeknad.Bundet)
                return Problem.From(new("mer-enn-innvilget", $"Det er {Norsk.Kroner(soeknad.Bundet)} kr igjen av det som er innvilget.", Felt: "beloep"));
            var startlaan = await db.LaasStartlaan(soeknad.StartlaanId, dato, http.RequestAborted);
            if (soeknad.Status == Tilskuddsstatus.Innvilget && soeknad.StartlaanId is not null && startlaan == 0)
                return Problem.From(Finansieringskontroll.IngenLaan(soeknad.Type), StatusCodes.Status409Conflict);
            if (soeknad.Utbetal(new() { SoeknadId = id, Nr = soeknad.Utbetalinger.Count + 1, Dato = dato, Beloep = beloep, Grunnlag = request.Grunnlag!, UtbetaltAv = bruker.Navn }) is { } nei)
                return nei.Nei();
            if (Finansieringskontroll.IkkeOver(soeknad.Type, soeknad.Finansiert(soeknad.Utbetalt, startlaan)) is { } regel)
                return Problem.From(regel);
            await db.BetalTilskudd(soeknad, beloep, http.RequestAborted);
            return null;
        });
    }
}
