using System.ComponentModel;
using System.Data;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.BoligsosialEnhet.Oversikt;

/// <summary>
/// How many dwellings of each kind the municipality has, on a day and day by day until it. Boligsosialloven § 5
/// (LOV-2022-12-20-121, in force from 1 July 2023) demands an overview of the need for ordinary and adapted dwellings; this is
/// what there is to meet it with.
/// </summary>
internal static class HentBoligmasse
{
    private const int Standarddager = 30;
    private const int Flestdager = 366;
    private static readonly DateOnly Foerst = new(2000, 1, 1);

    public sealed class Filter
    {
        [Description("Slik det var ved slutten av denne dagen; i dag når den ikke er oppgitt.")]
        public DateOnly? Dato { get; init; }

        [Description("Første dag i historikken, høyst 366 dager før dato; 30 dager før når den ikke er oppgitt.")]
        public DateOnly? HistorikkFra { get; init; }

        [Description("Område, nøyaktig skrevet. Kan gjentas: ett av dem.")]
        public string[]? Omraade { get; init; }

        [Description("Kategori. Kan gjentas.")]
        public string[]? Kategori { get; init; }
    }

    /// <summary>Dwellings of one kind.</summary>
    /// <param name="Omraade">Housing area.</param>
    /// <param name="Kategori">Category.</param>
    /// <param name="Status">Status, as in boligregister.</param>
    /// <param name="Soverom">Number of bedrooms; 0 for a bedsit.</param>
    /// <param name="Tilgjengelighet">«rullestol», «trinnfri» or «ordinaer».</param>
    /// <param name="Antall">Dwellings.</param>
    public sealed record Celle(string Omraade, string Kategori, string Status, int Soverom, string Tilgjengelighet, long Antall);

    /// <summary>Dwellings of one status at the end of a day.</summary>
    /// <param name="Dato">The day.</param>
    /// <param name="Status">Status, as in boligregister.</param>
    /// <param name="Antall">Dwellings.</param>
    public sealed record Dagsantall(DateOnly Dato, string Status, long Antall);

    /// <summary>The stock on a day, and the days until it.</summary>
    /// <param name="Innhold">The kinds that there are any of, sorted.</param>
    /// <param name="Totalt">The sum of them.</param>
    /// <param name="SistOppdatert">When the newest change that is counted in the overview happened; null when there is none.</param>
    /// <param name="Historikk">Day by day, the last is the day that was asked for; a status that no dwelling had is left out.</param>
    public sealed record Response(IReadOnlyList<Celle> Innhold, long Totalt, DateTimeOffset? SistOppdatert, IReadOnlyList<Dagsantall> Historikk);

    public static void Map(IEndpointRouteBuilder oversikt) => oversikt.MapGet("/boligmasse", Handle)
        .Krever(Tilganger.LesOversikt)
        .WithName(nameof(HentBoligmasse))
        .WithSummary("Hent oversikten over boligmassen")
        .WithDescription(
            "Alle boliger i boligregisteret, også avhendede, talt etter område, kategori, status, soverom og tilgjengelighet (boligsosialloven § 5). "
            + "Følger registeret med noen sekunders forsinkelse; sistOppdatert sier hvor ny den er. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, BoligsosialEnhetDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        var idag = tid.Idag();
        var til = filter.Dato ?? idag;
        var feil = Kontroller(filter, til, idag).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var fra = filter.HistorikkFra ?? til.AddDays(-Standarddager);
        var (omraader, kategorier) = (filter.Omraade ?? [], filter.Kategori ?? []);

        // One view of the data, so that the last day of the history is the day that is shown.
        await using var transaksjon = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, avbrutt);
        var innhold = await db.Database.SqlQuery<Celle>(
            $"""
            SELECT omraade, kategori, status, soverom, tilgjengelighet, sum(endring) AS antall
            FROM boligmasse_dag
            WHERE dag <= {til} AND (cardinality({omraader}) = 0 OR omraade = ANY ({omraader})) AND (cardinality({kategorier}) = 0 OR kategori = ANY ({kategorier}))
            GROUP BY omraade, kategori, status, soverom, tilgjengelighet HAVING sum(endring) > 0
            ORDER BY omraade, kategori, status, soverom, tilgjengelighet
            """).ToListAsync(avbrutt);
        var historikk = await db.Database.SqlQuery<Dagsantall>(
            $"""
            WITH endringer AS (
                SELECT greatest(dag, {fra}) AS dato, status, sum(endring) AS endring
                FROM boligmasse_dag
                WHERE dag <= {til} AND (cardinality({omraader}) = 0 OR omraade = ANY ({omraader})) AND (cardinality({kategorier}) = 0 OR kategori = ANY ({kategorier}))
                GROUP BY 1, 2
            ), dager AS (
                SELECT dag::date AS dato FROM generate_series({fra}::timestamp, {til}::timestamp, '1 day') dag
            )
            SELECT dato, status, antall::bigint AS antall
            FROM (SELECT dato, status, sum(coalesce(endring, 0)) OVER (PARTITION BY status ORDER BY dato) AS antall
                  FROM dager CROSS JOIN (SELECT DISTINCT status FROM endringer) statuser LEFT JOIN endringer USING (dato, status)) dag_for_dag
            WHERE antall > 0
            ORDER BY dato, status
            """).ToListAsync(avbrutt);
        var sist = await db.Database.SqlQuery<DateTimeOffset?>($"SELECT max(tidspunkt) AS \"Value\" FROM boligmasse_bolig").SingleAsync(avbrutt);
        return TypedResults.Ok(new Response(innhold, innhold.Sum(c => c.Antall), sist, historikk));
    }

    private static IEnumerable<Avvisning> Kontroller(Filter filter, DateOnly til, DateOnly idag)
    {
        if (til < Foerst || til > idag)
            yield return new("ugyldig-verdi", $"Må være fra {Foerst:yyyy-MM-dd} til i dag, {idag:yyyy-MM-dd}.", Felt: "dato");
        else if (filter.HistorikkFra is { } fra && (fra > til || til.DayNumber - fra.DayNumber > Flestdager))
            yield return new("ugyldig-verdi", $"Må være fra {Flestdager} dager før dato og ikke etter den.", Felt: "historikkFra");
        foreach (var (felt, verdier) in new[] { ("omraade", filter.Omraade), ("kategori", filter.Kategori) })
        {
            if (verdier?.Any(v => v.Contains('\0')) == true)
                yield return new("ugyldig-verdi", "Inneholder et nulltegn.", Felt: felt);
        }
    }
}
