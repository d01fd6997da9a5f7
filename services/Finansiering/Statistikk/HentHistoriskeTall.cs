using System.ComponentModel;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Statistikk;

/// <summary>
/// What was imported, municipality by municipality, to be read beside the municipality's own statistics and never in them. Sources that contradict each other stand
/// side by side.
/// </summary>
internal static class HentHistoriskeTall
{
    /// <summary>Which numbers.</summary>
    public sealed class Filter
    {
        [Description("Bare perioder som ikke begynner før denne dagen.")]
        public DateOnly? Fra { get; init; }

        [Description("Bare perioder som ikke slutter etter denne dagen.")]
        public DateOnly? Til { get; init; }

        [Description("Bare dette måltallet: startlaan-antall. Importen sier hvilke som finnes.")]
        public string? Maaltall { get; init; }

        [Description("Bare denne kommunen: 1508.")]
        public string? Kommunenummer { get; init; }
    }

    /// <summary>A number.</summary>
    /// <param name="Fra">First day of the period.</param>
    /// <param name="Til">Last day of it.</param>
    /// <param name="Maaltall">What is counted.</param>
    /// <param name="Verdi">As the source has it.</param>
    /// <param name="PerTusenInnbyggere">For «-antall» and «-kroner», when the same source has the municipality's «innbyggere» for the period; two decimals.</param>
    /// <param name="Merknad">What is said of it.</param>
    /// <param name="Kilde">Where it stands.</param>
    public sealed record Tall(DateOnly Fra, DateOnly Til, string Maaltall, decimal Verdi, decimal? PerTusenInnbyggere, string? Merknad, string Kilde);

    /// <summary>A municipality.</summary>
    /// <param name="Kommunenummer">Four digits.</param>
    /// <param name="Navn">What it is called.</param>
    /// <param name="Tall">Its numbers, by period and what is counted.</param>
    public sealed record Kommune(string Kommunenummer, string Navn, IReadOnlyList<Tall> Tall);

    /// <summary>All of it.</summary>
    /// <param name="Opphav">«importert»: nothing here is computed of cases.</param>
    /// <param name="Kommuner">By number.</param>
    public sealed record Response(string Opphav, IReadOnlyList<Kommune> Kommuner);

    private sealed record Rad(string Kommunenummer, string Kommune, DateOnly Fra, DateOnly Til, string Maaltall, decimal Verdi, decimal? PerTusen, string? Merknad, string Kilde);

    public static void Map(IEndpointRouteBuilder statistikk) => statistikk.MapGet("/historiske-tall", Handle)
        .Krever(Tilganger.LesStatistikk)
        .WithName(nameof(HentHistoriskeTall))
        .WithSummary("Hent importerte tall, og sammenlign kommuner")
        .WithDescription("Tall som er publisert av andre, slik de står i kilden. De som regnes ut av sakene, er under /startlaan/statistikk, /bostoette/statistikk og /tilskudd/statistikk. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle([AsParameters] Filter filter, FinansieringDb db, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        if (filter.Til < filter.Fra)
            feil.Add(new("ugyldig-periode", "Siste dag kan ikke være før den første.", Felt: "til"));
        if (filter.Maaltall is not null && !Maaltall.Alle.Contains(filter.Maaltall))
            feil.Add(Avvisning.UkjentVerdi("maaltall", Maaltall.Alle));
        if (filter.Kommunenummer is not null && !Maaltall.ErKommunenummer(filter.Kommunenummer))
            feil.Add(new("ugyldig-kommunenummer", "Er ikke et kommunenummer: fire sifre, der de to første er et fylke («1508»).", Felt: "kommunenummer"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        var rader = await db.Database.SqlQuery<Rad>(
            $"""
            SELECT t.kommunenummer AS "Kommunenummer", t.kommune AS "Kommune", t.fra AS "Fra", t.til AS "Til", t.maaltall AS "Maaltall", t.verdi AS "Verdi", t.merknad AS "Merknad", t.kilde AS "Kilde",
                   CASE WHEN t.maaltall ~ '-(antall|kroner)$' THEN round(t.verdi * 1000 / nullif(i.verdi, 0), 2) END AS "PerTusen"
            FROM historisk_tall t
            LEFT JOIN historisk_tall i ON (i.kilde, i.kommunenummer, i.fra, i.til, i.maaltall) = (t.kilde, t.kommunenummer, t.fra, t.til, 'innbyggere')
            WHERE ({filter.Fra}::date IS NULL OR t.fra >= {filter.Fra}) AND ({filter.Til}::date IS NULL OR t.til <= {filter.Til})
              AND ({filter.Maaltall}::text IS NULL OR t.maaltall = {filter.Maaltall}) AND ({filter.Kommunenummer}::text IS NULL OR t.kommunenummer = {filter.Kommunenummer})
            ORDER BY t.kommunenummer, t.fra, t.til, t.maaltall, t.kilde
            """).ToListAsync(avbrutt);
        return TypedResults.Ok(new Response("importert", [.. rader.GroupBy(r => r.Kommunenummer, StringComparer.Ordinal).Select(k => new Kommune(
            k.Key, k.First().Kommune, [.. k.Select(r => new Tall(r.Fra, r.Til, r.Maaltall, r.Verdi, r.PerTusen, r.Merknad, r.Kilde))]))]));
    }
}
