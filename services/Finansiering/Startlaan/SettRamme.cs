using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>Sets what may be lent in a year. The first time, what was left of the year before is carried over and that year is closed.</summary>
internal static class SettRamme
{
    /// <summary>A frame.</summary>
    /// <param name="Aar">The year.</param>
    /// <param name="Ordning">«ordinaer» or «foerstegangsetablering»: each has its own.</param>
    /// <param name="Laaneopptak">Kroner that the municipality borrows for it; never less than is bound already.</param>
    public sealed record Request([property: Required, Range(2024, 2199)] int? Aar, [property: Required] Ordning? Ordning, [property: Required, Range(typeof(decimal), "0", "100000000000")] decimal? Laaneopptak);

    public static void Map(IEndpointRouteBuilder rammer) => rammer.MapPost("/", Handle)
        .Krever(Tilganger.AvgjoerStartlaan)
        .WithName(nameof(SettRamme))
        .WithSummary("Sett rammen for startlån i et år")
        .WithDescription("Kroner. Settes rammen for neste år, overføres det som er igjen, og året før lukkes. Koder: ugyldig (400), ramme-lukket, ramme-under-bundet (409).")
        .ProducesProblem(400).ProducesProblem(409);

    private static async Task<Results<Ok<Rammesvar>, ProblemHttpResult>> Handle(Request request, FinansieringDb db, Bruker bruker, CancellationToken avbrutt)
    {
        var (aar, ordning, kroner) = (request.Aar!.Value, EnumNames<Ordning>.Of(request.Ordning!.Value), decimal.Round(request.Laaneopptak!.Value, 2));
        await using var transaksjon = await db.Database.BeginTransactionAsync(avbrutt);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('startlaansramme/' || {bruker.Enhet} || '/' || {ordning}, 0))", avbrutt);
        var rammer = await db.Rammer(bruker.Enhet).Where(r => r.Ordning == ordning).ToListAsync(avbrutt);
        if (rammer.Find(r => r.Aar == aar) is { } gammel)
        {
            var endret = await db.Database.ExecuteSqlAsync(
                $"UPDATE startlaansramme SET laaneopptak = {kroner} WHERE enhet = {bruker.Enhet} AND aar = {aar} AND ordning = {ordning} AND NOT lukket AND bundet <= {kroner} + overfoert", avbrutt);
            if (endret == 0)
                return Nei(gammel.Lukket ? new("ramme-lukket", "Det som var igjen av rammen, er overført til et senere år.", Felt: "aar") : new("ramme-under-bundet", $"Det er bundet {Norsk.Kroner(gammel.Bundet)} kr av rammen.", Felt: "laaneopptak"));
        }
        else if (rammer.Exists(r => r.Aar > aar))
        {
            return Nei(new("ramme-lukket", "Det er satt en ramme for et senere år.", Felt: "aar"));
        }
        else
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                WITH foer AS (UPDATE startlaansramme SET lukket = true WHERE enhet = {bruker.Enhet} AND ordning = {ordning} AND NOT lukket RETURNING laaneopptak + overfoert - bundet AS igjen)
                INSERT INTO startlaansramme (enhet, aar, ordning, laaneopptak, overfoert) SELECT {bruker.Enhet}, {aar}, {ordning}, {kroner}, coalesce((SELECT sum(igjen) FROM foer), 0)
                """, avbrutt);
        }

        var svar = await db.Rammer(bruker.Enhet).SingleAsync(r => r.Aar == aar && r.Ordning == ordning, avbrutt);
        await transaksjon.CommitAsync(avbrutt);
        return TypedResults.Ok(svar);

        static ProblemHttpResult Nei(Avvisning avvisning) => Problem.From(avvisning, StatusCodes.Status409Conflict);
    }
}
