using Boligsosial.MidlertidigBotilbud.Garantier.Regler;
using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>What NAV may still have to pay of what runs, by who lets. Nobody is named; those that the caller does not see are counted.</summary>
internal static class HentGarantirisiko
{
    /// <summary>The sums.</summary>
    /// <param name="Risiko">Kroner that NAV may still have to pay.</param>
    /// <param name="Grupper">By who lets and kind.</param>
    public sealed record Response(decimal Risiko, IReadOnlyList<Gruppe> Grupper);

    /// <summary>Some of it.</summary>
    /// <param name="Utleier">Who lets.</param>
    /// <param name="Type">Garanti or depositum.</param>
    /// <param name="Antall">How many run.</param>
    /// <param name="Beloep">Kroner granted.</param>
    /// <param name="Krevd">Kroner that were called.</param>
    public sealed record Gruppe(Utleier Utleier, Garantitype Type, int Antall, decimal Beloep, decimal Krevd);

    public static void Map(IEndpointRouteBuilder garantier) => garantier.MapGet("/risiko", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(HentGarantirisiko))
        .WithSummary("Hvor mye NAV kan komme til å betale")
        .WithDescription("Summene av det som løper i enheten din. Koder: ingen egne.");

    private static async Task<Ok<Response>> Handle(MidlertidigBotilbudDb db, Bruker bruker, CancellationToken avbrutt)
    {
        var grupper = await db.Set<Garanti>().AsNoTracking().Where(g => g.Enhet == bruker.Enhet && g.Status == Garantistatus.Loeper).GroupBy(g => new { g.Utleier, g.Type })
            .Select(g => new Gruppe(g.Key.Utleier, g.Key.Type, g.Count(), g.Sum(x => x.Beloep), g.Sum(x => x.Krevd))).ToListAsync(avbrutt);
        return TypedResults.Ok(new Response(grupper.Sum(g => g.Beloep - g.Krevd), [.. grupper.OrderBy(g => g.Utleier).ThenBy(g => g.Type)]));
    }
}
