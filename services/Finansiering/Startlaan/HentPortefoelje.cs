using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>The unit's loans together, and whether the tapsfond is large enough. No person is in it.</summary>
internal static class HentPortefoelje
{
    private const decimal HoeyesteFond = 100_000_000_000;

    /// <summary>Kroner, by the last saldo of each loan.</summary>
    /// <param name="Antall">Loans that are not paid down.</param>
    /// <param name="Saldo">What is owed.</param>
    /// <param name="Snitt">A loan, in whole kroner; null when there are none.</param>
    /// <param name="IMislighold">Loans with something due that is not paid.</param>
    /// <param name="SaldoIMislighold">What is owed on them.</param>
    /// <param name="Forfalt">What is due and not paid.</param>
    /// <param name="AndelAntall">Percent of the loans, with two decimals.</param>
    /// <param name="AndelSaldo">Percent of what is owed, with two decimals.</param>
    /// <param name="Fastrente">Loans with a fixed rate.</param>
    /// <param name="SnittRente">Percent, weighed by saldo, with three decimals.</param>
    /// <param name="Tapsfond">Held against what the caller says is set aside; null when it does not say.</param>
    public sealed record Response(
        int Antall, decimal Saldo, decimal? Snitt, int IMislighold, decimal SaldoIMislighold, decimal Forfalt, decimal? AndelAntall, decimal? AndelSaldo, int Fastrente, decimal? SnittRente, Fondsstatus? Tapsfond);

    public static void Map(IEndpointRouteBuilder startlaan) => startlaan.MapGet("/portefoelje", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(HentPortefoelje))
        .WithSummary("Hent porteføljen av startlån og tapsfondets dekning")
        .WithDescription("Etter siste saldo for hvert lån. fond: kroner som er satt av; kravet er en andel av porteføljen fra kommuneprofilen. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(decimal? fond, FinansieringDb db, Kommuneprofil profil, Bruker bruker, CancellationToken avbrutt)
    {
        if (fond is < 0 or > HoeyesteFond)
            return Problem.Invalid([new("ugyldig-verdi", $"Må være fra 0 til {HoeyesteFond}.", Felt: "fond")]);
        var s = await db.Database.SqlQuery<Sum>(
            $"""
            SELECT count(*)::int AS "Antall", coalesce(sum(saldo), 0) AS "Saldo", count(*) FILTER (WHERE mislighold > 0)::int AS "IMislighold",
                   coalesce(sum(saldo) FILTER (WHERE mislighold > 0), 0) AS "SaldoIMislighold", coalesce(sum(mislighold), 0) AS "Forfalt",
                   count(*) FILTER (WHERE rentetype <> 'flytende')::int AS "Fastrente", coalesce(sum(saldo * rente), 0) AS "Rentesum"
            FROM startlaan WHERE enhet = {bruker.Enhet} AND saldo > 0
            """).SingleAsync(avbrutt);
        return TypedResults.Ok(new Response(
            s.Antall, s.Saldo, s.Antall == 0 ? null : Math.Round(s.Saldo / s.Antall, 0, MidpointRounding.AwayFromZero), s.IMislighold, s.SaldoIMislighold, s.Forfalt,
            s.Antall == 0 ? null : Betjeningsevne.Oere(s.IMislighold * 100m / s.Antall), s.Saldo == 0 ? null : Betjeningsevne.Oere(s.SaldoIMislighold * 100 / s.Saldo), s.Fastrente,
            s.Saldo == 0 ? null : Math.Round(s.Rentesum / s.Saldo, 3, MidpointRounding.AwayFromZero), fond is { } avsatt ? Tapsfond.Vurder(s.Saldo, avsatt, profil.Startlaan.TapsfondProsent) : null));
    }

    private sealed record Sum(int Antall, decimal Saldo, int IMislighold, decimal SaldoIMislighold, decimal Forfalt, int Fastrente, decimal Rentesum);
}
