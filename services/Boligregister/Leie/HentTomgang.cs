using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>Dwellings that somebody has moved out of and nobody has moved into: where they are on the way to ready, and for how long.</summary>
internal static class HentTomgang
{
    /// <summary>An empty dwelling.</summary>
    /// <param name="BoligId">The dwelling.</param>
    /// <param name="Fra">Keys back.</param>
    /// <param name="Kontrollert">Gone through.</param>
    /// <param name="Ferdig">Ready.</param>
    /// <param name="Til">The next lease begins; null: none.</param>
    /// <param name="DagerTilKontroll">Days until it was gone through, or so far.</param>
    /// <param name="DagerTilFerdig">Days from then until it was ready, or so far.</param>
    /// <param name="Dager">Days without rent, so far.</param>
    /// <param name="TaptLeie">Kroner: those days at the last rent, a thirtieth of a month each.</param>
    public sealed record Tomgang(Guid BoligId, DateOnly Fra, DateOnly? Kontrollert, DateOnly? Ferdig, DateOnly? Til, int DagerTilKontroll, int? DagerTilFerdig, int Dager, decimal TaptLeie);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/boliger/tomgang", Handle)
        .Krever(Tilganger.LesBoliger)
        .WithTags("Leieforhold")
        .WithName(nameof(HentTomgang))
        .WithSummary("Hent boliger som står tomme etter utflytting")
        .WithDescription("Fra nøklene kom tilbake: kontroll, istandsetting, ledig. Den som har stått lengst, først. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<Tomgang>>, ProblemHttpResult>> Handle(int? antall, string? etter, BoligregisterDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var idag = tid.Idag();
        var rader = await db.Database.SqlQuery<Tomgang>(
            $"""
            SELECT bolig_id AS "BoligId", fra AS "Fra", kontrollert AS "Kontrollert", ferdig AS "Ferdig", til AS "Til", coalesce(kontrollert, {idag}) - fra AS "DagerTilKontroll",
                   coalesce(ferdig, {idag}) - kontrollert AS "DagerTilFerdig", {idag} - fra AS "Dager", round(({idag} - fra) * maanedsleie / 30, 2) AS "TaptLeie"
            FROM tomgang
            WHERE fra <= {idag} AND (til IS NULL OR til > {idag})
              AND ({valg.Etter}::uuid IS NULL OR (fra, bolig_id) > (SELECT t.fra, t.bolig_id FROM tomgang t WHERE t.bolig_id = {valg.Etter} ORDER BY t.fra DESC LIMIT 1))
            ORDER BY fra, bolig_id LIMIT {valg.Antall + 1}
            """).ToListAsync(avbrutt);
        return TypedResults.Ok(valg.Side(rader, t => t.BoligId));
    }
}
