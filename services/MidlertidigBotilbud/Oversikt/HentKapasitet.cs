using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Oversikt;

/// <summary>How many places there are and what they are taken by, day by day, by kind and condition. Reckoned from how it was on the first day, and what begins and ends on each day after it.</summary>
internal static class HentKapasitet
{
    /// <summary>The period.</summary>
    /// <param name="Fra">First day.</param>
    /// <param name="Til">The day after the last.</param>
    /// <param name="Grupper">By kind and condition.</param>
    public sealed record Response(DateOnly Fra, DateOnly Til, IReadOnlyList<Gruppe> Grupper);

    /// <summary>Places of a kind and condition.</summary>
    /// <param name="Slag">What kind.</param>
    /// <param name="KreverRusfrihet">A condition of staying.</param>
    /// <param name="TarBarn">Children may stay.</param>
    /// <param name="Dager">Each day, in its order.</param>
    public sealed record Gruppe(Plasslag Slag, bool KreverRusfrihet, bool TarBarn, IReadOnlyList<Dag> Dager);

    /// <summary>A day.</summary>
    /// <param name="Dato">Which: the night that follows.</param>
    /// <param name="Plasser">Places that are offered.</param>
    /// <param name="Belagt">Of these, with guests or waiting for them.</param>
    /// <param name="Klargjoering">Being made ready.</param>
    /// <param name="UteAvDrift">Out of service.</param>
    /// <param name="Ledig">What is left.</param>
    public sealed record Dag(DateOnly Dato, int Plasser, int Belagt, int Klargjoering, int UteAvDrift, int Ledig);

    public static void Map(IEndpointRouteBuilder oversikt) => oversikt.MapGet("/kapasitet", Handle)
        .Krever(Tilganger.LesOversikt)
        .WithName(nameof(HentKapasitet))
        .WithSummary("Kapasitet dag for dag")
        .WithDescription("Etter slag og vilkår, høyst 366 dager. Avreisedagen er ingen natt. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle([AsParameters] Periode periode, MidlertidigBotilbudDb db, Kommuneprofil profil, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!periode.TryRead(tid.Idag(), out var fra, out var til, out var feil))
            return Problem.Invalid([feil]);

        var enhet = profil.Mottaksenhet;
        var endringer = await db.Database.SqlQuery<Endring>(
            $"""
            SELECT e.slag AS "Slag", e.krever_rusfrihet AS "Rusfri", e.tar_barn AS "Barn", e.hva AS "Hva", e.dag AS "Dag", sum(e.antall)::integer AS "Antall"
            FROM (SELECT slag, krever_rusfrihet, tar_barn, 'plasser' AS hva, {fra} AS dag, 1 AS antall FROM plass WHERE enhet = {enhet} AND (fra IS NULL OR fra <= {fra}) AND (avviklet IS NULL OR avviklet > {fra})
                  UNION ALL
                  SELECT slag, krever_rusfrihet, tar_barn, 'plasser', fra, 1 FROM plass WHERE enhet = {enhet} AND fra > {fra} AND fra < {til}
                  UNION ALL
                  SELECT slag, krever_rusfrihet, tar_barn, 'plasser', avviklet, -1 FROM plass WHERE enhet = {enhet} AND avviklet > {fra} AND avviklet < {til}
                  UNION ALL
                  SELECT p.slag, p.krever_rusfrihet, p.tar_barn, CASE WHEN b.til <= {fra} THEN 'klargjoering' WHEN b.opphold_id IS NULL THEN 'stengt' ELSE 'belagt' END, {fra}, 1
                  FROM plassbelegg b JOIN plass p ON p.id = b.plass_id WHERE p.enhet = {enhet} AND daterange(b.fra, b.klar) @> {fra}
                  UNION ALL
                  SELECT slag, krever_rusfrihet, tar_barn, hva, dag, antall FROM plassendring WHERE enhet = {enhet} AND dag > {fra} AND dag < {til}) AS e
            GROUP BY 1, 2, 3, 4, 5
            """).ToListAsync(avbrutt);
        return TypedResults.Ok(new Response(fra, til, [.. endringer.GroupBy(e => (e.Slag, e.Rusfri, e.Barn)).OrderBy(g => g.Key)
            .Select(g => new Gruppe(EnumNames<Plasslag>.TryParse(g.Key.Slag, out var slag) ? slag : throw new InvalidOperationException(g.Key.Slag), g.Key.Rusfri, g.Key.Barn, [.. Dager(g, fra, til)]))]));
    }

    private static IEnumerable<Dag> Dager(IEnumerable<Endring> endringer, DateOnly fra, DateOnly til)
    {
        var paaDag = endringer.ToLookup(e => e.Dag);
        var naa = new Dictionary<string, int>(StringComparer.Ordinal) { ["plasser"] = 0, ["belagt"] = 0, ["klargjoering"] = 0, ["stengt"] = 0 };
        for (var dag = fra; dag < til; dag = dag.AddDays(1))
        {
            foreach (var endring in paaDag[dag])
                naa[endring.Hva] += endring.Antall;
            var opptatt = naa["belagt"] + naa["klargjoering"] + naa["stengt"];
            yield return new(dag, naa["plasser"], naa["belagt"], naa["klargjoering"], naa["stengt"], Math.Max(0, naa["plasser"] - opptatt));
        }
    }

    private sealed record Endring(string Slag, bool Rusfri, bool Barn, string Hva, DateOnly Dag, int Antall);
}
