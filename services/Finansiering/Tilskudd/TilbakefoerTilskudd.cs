using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>What is granted and not going to be used goes back to the frame: the grant is annulled, or what is left after the last bill is.</summary>
internal static class TilbakefoerTilskudd
{
    /// <summary>A return.</summary>
    /// <param name="Grunn">Why it is not used.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(string? Grunn, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/tilbakefoering", Handle)
        .Krever(Tilganger.AvgjoerTilskudd)
        .WithName(nameof(TilbakefoerTilskudd))
        .WithSummary("Før tilbake tilskudd som ikke blir brukt")
        .WithDescription("Det som ikke er utbetalt, blir ledig i bevilgningen. Koder: ugyldig (400), finnes-ikke (404), soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<TilskuddssakSvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Fritekst.Kreves("grunn", request.Grunn).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreTilskudd(id, request.Dato, bruker, logg, http, async (soeknad, dato) =>
        {
            var bundet = soeknad.Bundet;
            if (Datokontroll.Kontroller(dato, dato, soeknad.Utbetalinger.MaxBy(u => u.Nr)?.Dato ?? soeknad.SisteVedtak?.Dato) is { } feilDato)
                return Problem.From(feilDato);
            if (soeknad.Tilbakefoer(request.Grunn!, dato) is { } nei)
                return nei.Nei();
            await db.FrigjoerTilskudd(soeknad.Enhet, soeknad.RammeAar!.Value, soeknad.Type, bundet, http.RequestAborted);
            return null;
        });
    }
}
