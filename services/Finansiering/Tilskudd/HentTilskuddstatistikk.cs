using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>
/// What came of tilskudd in a period, computed from the cases whenever it is asked for: the lines of Stjørdal's table 22 and what is behind them. For the whole
/// municipality, and nobody in it is named.
/// </summary>
internal static class HentTilskuddstatistikk
{
    /// <summary>A kind; kroner.</summary>
    /// <param name="Type">«etablering» or «tilpasning».</param>
    /// <param name="Bevilget">The bevilgninger of the years that the period touches, without what was carried over.</param>
    /// <param name="Soeknader">Applications that came.</param>
    /// <param name="Innvilget">Grants that stood at the end of the period.</param>
    /// <param name="InnvilgetBeloep">What they are of.</param>
    /// <param name="Avslag">Refusals that stood at the end of the period.</param>
    /// <param name="Husstander">Households that something was paid to.</param>
    /// <param name="Utbetalt">Paid.</param>
    public sealed record Typetall(string Type, decimal Bevilget, int Soeknader, int Innvilget, decimal InnvilgetBeloep, int Avslag, int Husstander, decimal Utbetalt);

    /// <summary>Refusals.</summary>
    /// <param name="Type">«etablering» or «tilpasning».</param>
    /// <param name="Grunn">The reason.</param>
    /// <param name="Antall">How many.</param>
    public sealed record Avslag(string Type, string Grunn, int Antall);

    /// <summary>Both kinds; both days count.</summary>
    /// <param name="Fra">The first day.</param>
    /// <param name="Til">The last day.</param>
    /// <param name="Typer">Each kind.</param>
    /// <param name="AvslagEtterGrunn">Refusals by reason.</param>
    public sealed record Tilskuddstatistikk(DateOnly Fra, DateOnly Til, IReadOnlyList<Typetall> Typer, IReadOnlyList<Avslag> AvslagEtterGrunn);

    public static void Map(IEndpointRouteBuilder tilskudd) => tilskudd.MapGet("/statistikk", Handle)
        .Krever(Tilganger.LesStatistikk)
        .WithName(nameof(HentTilskuddstatistikk))
        .WithSummary("Hent statistikk over tilskudd i en periode")
        .WithDescription("Begge dagene teller med; i år til i dag når de mangler. Regnet ut av sakene. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Tilskuddstatistikk>, ProblemHttpResult>> Handle(DateOnly? fra, DateOnly? til, FinansieringDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        var slutt = til ?? tid.Idag();
        var start = fra ?? new DateOnly(slutt.Year, 1, 1);
        if (slutt < start)
            return Problem.Invalid([new("ugyldig-periode", "Siste dag kan ikke være før den første.", Felt: "til")]);
        return TypedResults.Ok(new Tilskuddstatistikk(start, slutt, await Typer(db, start, slutt).ToListAsync(avbrutt), await Avslagene(db, start, slutt).ToListAsync(avbrutt)));
    }

    private static IQueryable<Typetall> Typer(FinansieringDb db, DateOnly fra, DateOnly til) => db.Database.SqlQuery<Typetall>(
        $"""
        WITH staar AS (
            SELECT s.type, v.utfall, v.beloep FROM tilskudd_vedtak v JOIN tilskuddssoeknad s ON s.id = v.soeknad_id
            WHERE v.dato BETWEEN {fra} AND {til} AND NOT EXISTS (SELECT FROM tilskudd_vedtak n WHERE n.soeknad_id = v.soeknad_id AND n.nr > v.nr AND n.dato <= {til})
        )
        SELECT t.type AS "Type",
               (SELECT coalesce(sum(r.bevilget), 0) FROM tilskuddsramme r WHERE r.type = t.type AND r.aar BETWEEN {fra.Year} AND {til.Year}) AS "Bevilget",
               (SELECT count(*)::int FROM tilskuddssoeknad s WHERE s.type = t.type AND s.mottatt BETWEEN {fra} AND {til}) AS "Soeknader",
               (SELECT count(*)::int FROM staar WHERE staar.type = t.type AND utfall = 'innvilget') AS "Innvilget",
               (SELECT coalesce(sum(beloep), 0) FROM staar WHERE staar.type = t.type AND utfall = 'innvilget') AS "InnvilgetBeloep",
               (SELECT count(*)::int FROM staar WHERE staar.type = t.type AND utfall = 'avslag') AS "Avslag",
               (SELECT count(DISTINCT s.id)::int FROM tilskudd_utbetaling u JOIN tilskuddssoeknad s ON s.id = u.soeknad_id WHERE s.type = t.type AND u.dato BETWEEN {fra} AND {til}) AS "Husstander",
               (SELECT coalesce(sum(u.beloep), 0) FROM tilskudd_utbetaling u JOIN tilskuddssoeknad s ON s.id = u.soeknad_id WHERE s.type = t.type AND u.dato BETWEEN {fra} AND {til}) AS "Utbetalt"
        FROM (VALUES ('etablering'), ('tilpasning')) t(type)
        ORDER BY t.type
        """);

    private static IQueryable<Avslag> Avslagene(FinansieringDb db, DateOnly fra, DateOnly til) => db.Database.SqlQuery<Avslag>(
        $"""
        SELECT s.type AS "Type", v.avslagsgrunn AS "Grunn", count(*)::int AS "Antall" FROM tilskudd_vedtak v JOIN tilskuddssoeknad s ON s.id = v.soeknad_id
        WHERE v.utfall = 'avslag' AND v.dato BETWEEN {fra} AND {til} AND NOT EXISTS (SELECT FROM tilskudd_vedtak n WHERE n.soeknad_id = v.soeknad_id AND n.nr > v.nr AND n.dato <= {til})
        GROUP BY s.type, v.avslagsgrunn ORDER BY 1, 3 DESC, 2
        """);
}
