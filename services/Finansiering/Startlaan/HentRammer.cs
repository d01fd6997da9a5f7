using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>A year's frame; kroner.</summary>
/// <param name="Aar">The year.</param>
/// <param name="Ordning">«ordinaer» or «foerstegangsetablering».</param>
/// <param name="Laaneopptak">Borrowed for it.</param>
/// <param name="Overfoert">Carried over from the year before.</param>
/// <param name="Bundet">Granted, used or not.</param>
/// <param name="Ledig">What is left.</param>
/// <param name="Lukket">What was left is carried over.</param>
public sealed record Rammesvar(int Aar, string Ordning, decimal Laaneopptak, decimal Overfoert, decimal Bundet, decimal Ledig, bool Lukket);

/// <summary>The unit's frames, year by year.</summary>
internal static class HentRammer
{
    public static void Map(IEndpointRouteBuilder rammer) => rammer.MapGet("/", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(HentRammer))
        .WithSummary("Hent rammene for startlån")
        .WithDescription("År for år, hver ordning for seg, med det som er bundet og ledig. Koder: ingen egne.");

    internal static IQueryable<Rammesvar> Rammer(this FinansieringDb db, string enhet) => db.Database.SqlQuery<Rammesvar>(
        $"""
        SELECT aar AS "Aar", ordning AS "Ordning", laaneopptak AS "Laaneopptak", overfoert AS "Overfoert", bundet AS "Bundet",
               CASE WHEN lukket THEN 0 ELSE laaneopptak + overfoert - bundet END AS "Ledig", lukket AS "Lukket"
        FROM startlaansramme WHERE enhet = {enhet}
        """);

    private static async Task<Ok<List<Rammesvar>>> Handle(FinansieringDb db, Bruker bruker, CancellationToken avbrutt) =>
        TypedResults.Ok(await db.Rammer(bruker.Enhet).OrderBy(r => r.Aar).ThenBy(r => r.Ordning).ToListAsync(avbrutt));
}
