using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoettesaker;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Bostoette;

/// <summary>Writes down what Husbanken's vedtak for a month rests on, for the statistics; once more replaces it.</summary>
internal static class RegistrerVedtaksgrunnlag
{
    /// <summary>As it stands in the vedtak; kroner a month.</summary>
    /// <param name="Maaned">A day in the month.</param>
    /// <param name="Barn">Under 18.</param>
    /// <param name="InntektPerMaaned">Of the whole household.</param>
    /// <param name="BoutgiftPerMaaned">The household's boutgifter.</param>
    public sealed record Request(
        [property: Required, Dag] DateOnly? Maaned, [property: Required, Range(0, 20)] int? Barn, [property: Required, Kroner] decimal? InntektPerMaaned, [property: Required, Kroner] decimal? BoutgiftPerMaaned);

    public static void Map(IEndpointRouteBuilder bostoette) => bostoette.MapPost("/saker/{id:guid}/grunnlag", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName(nameof(RegistrerVedtaksgrunnlag))
        .WithSummary("Registrer hva Husbankens vedtak for en måned bygger på")
        .WithDescription("For statistikken: barn, inntekt og boutgift. Koder: ugyldig (400), finnes-ikke (404), ingen-vedtak (409).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        await using var transaksjon = await db.Database.BeginTransactionAsync(avbrutt);
        if (await db.SynligeSaker(bruker).SingleOrDefaultAsync(s => s.Id == id, avbrutt) is not { } sak)
            return Problem.NotFound("Saken");
        var maaned = new DateOnly(request.Maaned!.Value.Year, request.Maaned.Value.Month, 1);
        var skrevet = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO bostoettegrunnlag (sak_id, maaned, barn, inntekt, boutgift, foert_av)
            SELECT sak_id, maaned, {request.Barn}, {request.InntektPerMaaned}, {request.BoutgiftPerMaaned}, {bruker.Navn} FROM bostoettevedtak WHERE sak_id = {id} AND maaned = {maaned}
            ON CONFLICT (sak_id, maaned) DO UPDATE SET barn = excluded.barn, inntekt = excluded.inntekt, boutgift = excluded.boutgift, foert_av = excluded.foert_av
            """, avbrutt);
        if (skrevet == 0)
            return Problem.From(new("ingen-vedtak", "Det er ikke registrert noe vedtak for måneden."), StatusCodes.Status409Conflict);
        logg.Skriv(db, bruker, sak.Bruk(Handling.Skrevet));
        await db.SaveChangesAsync(avbrutt);
        await transaksjon.CommitAsync(avbrutt);
        return TypedResults.NoContent();
    }
}
