using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Oversikt;

/// <summary>Nights and kroner per provider, at the prices that were booked, and the days that the places were made ready or out of service.</summary>
internal static class HentTilbyderbruk
{
    /// <summary>A provider in the period.</summary>
    /// <param name="Navn">Who.</param>
    /// <param name="Type">Whose it is.</param>
    /// <param name="Plasser">Places that it has now.</param>
    /// <param name="Husstander">Households that stayed there.</param>
    /// <param name="Netter">Nights that were booked; the day of departure is not one.</param>
    /// <param name="Ubrukte">Of these, nights for somebody who never came.</param>
    /// <param name="Kroner">For all of them.</param>
    /// <param name="Klargjoeringsdager">Days to make places ready.</param>
    /// <param name="DagerUteAvDrift">Days out of service.</param>
    public sealed record Tilbyderbruk(string Navn, Tilbydertype Type, int Plasser, int Husstander, int Netter, int Ubrukte, decimal Kroner, int Klargjoeringsdager, int DagerUteAvDrift);

    public static void Map(IEndpointRouteBuilder oversikt) => oversikt.MapGet("/tilbydere", Handle)
        .Krever(Tilganger.LesOversikt)
        .WithName(nameof(HentTilbyderbruk))
        .WithSummary("Netter og kroner per tilbyder")
        .WithDescription("Til den prisen som gjaldt da plassen ble bestilt, høyst 366 dager. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<List<Tilbyderbruk>>, ProblemHttpResult>> Handle(
        [AsParameters] Periode periode, MidlertidigBotilbudDb db, Kommuneprofil profil, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!periode.TryRead(tid.Idag(), out var fra, out var til, out var feil))
            return Problem.Invalid([feil]);

        var rader = await db.Database.SqlQuery<Rad>(
            $"""
            WITH b AS (
                SELECT b.plass_id, b.opphold_id, b.pris, o.husstand_id, o.status = 'uteblitt' AS ubrukt,
                       greatest(0, least(b.til, {til}) - greatest(b.fra, {fra})) AS netter, greatest(0, least(b.klar, {til}) - greatest(b.til, {fra})) AS klargjoering
                FROM plassbelegg b LEFT JOIN opphold o ON o.id = b.opphold_id
                WHERE daterange(b.fra, b.klar) && daterange({fra}, {til}))
            SELECT t.navn AS "Navn", t.type AS "Type", count(DISTINCT p.id) FILTER (WHERE p.avviklet IS NULL OR p.avviklet > {tid.Idag()})::integer AS "Plasser",
                   count(DISTINCT b.husstand_id) FILTER (WHERE b.netter > 0 AND NOT b.ubrukt)::integer AS "Husstander",
                   coalesce(sum(b.netter) FILTER (WHERE b.opphold_id IS NOT NULL), 0)::integer AS "Netter", coalesce(sum(b.netter) FILTER (WHERE b.ubrukt), 0)::integer AS "Ubrukte",
                   coalesce(sum(b.netter * b.pris) FILTER (WHERE b.opphold_id IS NOT NULL), 0) AS "Kroner", coalesce(sum(b.klargjoering), 0)::integer AS "Klargjoering",
                   coalesce(sum(b.netter) FILTER (WHERE b.opphold_id IS NULL), 0)::integer AS "Stengt"
            FROM tilbyder t LEFT JOIN plass p ON p.tilbyder_id = t.id LEFT JOIN b ON b.plass_id = p.id
            WHERE t.enhet = {profil.Mottaksenhet} GROUP BY t.id ORDER BY t.navn
            """).ToListAsync(avbrutt);
        return TypedResults.Ok(rader.ConvertAll(r => new Tilbyderbruk(
            r.Navn, EnumNames<Tilbydertype>.TryParse(r.Type, out var type) ? type : throw new InvalidOperationException(r.Type), r.Plasser, r.Husstander, r.Netter, r.Ubrukte, r.Kroner, r.Klargjoering, r.Stengt)));
    }

    private sealed record Rad(string Navn, string Type, int Plasser, int Husstander, int Netter, int Ubrukte, decimal Kroner, int Klargjoering, int Stengt);
}
