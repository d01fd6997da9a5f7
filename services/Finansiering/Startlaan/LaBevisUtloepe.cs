using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>
/// Writes down what has lapsed, and frees what it bound: every hour by itself (<see cref="Bevisvakt"/>), and when somebody asks. A lapsed bevis is treated as such from the day after
/// its last, whether or not this has run; the frame gets its money when it does.
/// </summary>
internal static class LaBevisUtloepe
{
    /// <summary>What lapsed now.</summary>
    /// <param name="Antall">How many.</param>
    /// <param name="Frigjort">Kroner that are free again.</param>
    public sealed record Response(int Antall, decimal Frigjort);

    public static void Map(IEndpointRouteBuilder soeknader) => soeknader.MapPost("/utloep", Handle)
        .Krever(Tilganger.AvgjoerStartlaan)
        .WithName(nameof(LaBevisUtloepe))
        .WithSummary("Før finansieringsbevis som er gått ut på dato, som utløpt")
        .WithDescription("Alle i enheten din, også dem du ikke ser. Beløpene blir ledige i rammen. Skjer også av seg selv, hver time. Kan kalles så ofte man vil. Koder: ingen egne.");

    private static async Task<Ok<Response>> Handle(FinansieringDb db, Bruker bruker, TimeProvider tid, CancellationToken avbrutt)
    {
        await using var transaksjon = await db.Database.BeginTransactionAsync(avbrutt);
        var svar = await db.LaUtloepe(bruker.Enhet, tid.Idag(), avbrutt);
        await transaksjon.CommitAsync(avbrutt);
        return TypedResults.Ok(svar);
    }

    /// <summary>In a unit, or in all when it is null; within the caller's transaction.</summary>
    internal static async Task<Response> LaUtloepe(this FinansieringDb db, string? enhet, DateOnly idag, CancellationToken avbrutt)
    {
        var utloept = await db.Database.SqlQuery<Utloept>(
            $"""
            UPDATE startlaansoeknad SET status = 'utloept', avsluttet = bevis_til + 1
            WHERE ({enhet}::text IS NULL OR enhet = {enhet}) AND status = 'innvilget' AND bevis_til < {idag}
            RETURNING enhet AS "Enhet", ordning AS "Ordning", ramme_aar AS "Aar", bevis_beloep AS "Beloep"
            """).ToListAsync(avbrutt);
        foreach (var sum in utloept.GroupBy(u => (u.Enhet, u.Aar, u.Ordning)).OrderBy(g => g.Key.Enhet, StringComparer.Ordinal).ThenBy(g => g.Key.Aar).ThenBy(g => g.Key.Ordning, StringComparer.Ordinal))
            await db.FrigjoerRamme(sum.Key.Enhet, sum.Key.Aar, EnumNames<Ordning>.TryParse(sum.Key.Ordning, out var ordning) ? ordning : default, sum.Sum(u => u.Beloep), avbrutt);
        return new(utloept.Count, utloept.Sum(u => u.Beloep));
    }

    internal sealed record Utloept(string Enhet, string Ordning, int Aar, decimal Beloep);
}
