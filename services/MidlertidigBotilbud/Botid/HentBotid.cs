using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>One household's clock, with everything that was done because of it.</summary>
internal static class HentBotid
{
    /// <summary>The clock, and what was done.</summary>
    /// <param name="Botid">How it stands.</param>
    /// <param name="Gjort">Steps and exceptions, in their order.</param>
    public sealed record Response(BotidSvar Botid, IReadOnlyList<Gjort> Gjort);

    /// <summary>Something that was done.</summary>
    /// <param name="Hva">A step, or «unntak».</param>
    /// <param name="Dato">The day.</param>
    /// <param name="Til">An exception holds until this day.</param>
    /// <param name="Tekst">What was done, or why.</param>
    /// <param name="BarnetsBeste">How regard was had to what is best for the children.</param>
    /// <param name="Av">Who.</param>
    /// <param name="Leder">Which leader took it.</param>
    public sealed record Gjort(string Hva, DateOnly Dato, DateOnly? Til, string Tekst, string? BarnetsBeste, string Av, string? Leder);

    public static void Map(IEndpointRouteBuilder botid) => botid.MapGet("/{husstandId:guid}", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(HentBotid))
        .WithSummary("Hent botiden til en husstand")
        .WithDescription("Husstander som har opphold i dag. Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid husstandId, MidlertidigBotilbudDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (await db.Finn(husstandId, profil, bruker, tid.Idag(), avbrutt) is not { } botid)
            return Problem.NotFound("Husstanden");
        var gjort = await db.Database.SqlQuery<Gjort>(
            $"""
            SELECT steg AS "Hva", dato AS "Dato", NULL::date AS "Til", merknad AS "Tekst", NULL AS "BarnetsBeste", av AS "Av", leder AS "Leder", id FROM botidssteg WHERE husstand_id = {husstandId}
            UNION ALL
            SELECT 'unntak', dato, til, begrunnelse, barnets_beste, leder, leder, id FROM botidsunntak WHERE husstand_id = {husstandId}
            ORDER BY "Dato", id
            """).ToListAsync(avbrutt);
        await logg.Les(bruker, botid.Bruk(), avbrutt);
        return TypedResults.Ok(new Response(botid, gjort));
    }
}
