using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>The providers of the caller's unit; there are few.</summary>
internal static class HentTilbydere
{
    public static void Map(IEndpointRouteBuilder tilbydere) => tilbydere.MapGet("/", Handle)
        .Krever(Tilganger.Plasser)
        .WithName(nameof(HentTilbydere))
        .WithSummary("List tilbydere")
        .WithDescription("Tilbyderne i enheten din, etter navn. Koder: ingen egne.");

    private static async Task<Ok<List<RegistrerTilbyder.Response>>> Handle(MidlertidigBotilbudDb db, Bruker bruker, CancellationToken avbrutt) =>
        TypedResults.Ok(await db.Set<Tilbyder>().AsNoTracking().Where(t => t.Enhet == bruker.Enhet).OrderBy(t => t.Navn)
            .Select(t => new RegistrerTilbyder.Response(t.Id, t.Navn, t.Type)).ToListAsync(avbrutt));
}
