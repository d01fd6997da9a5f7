using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Bostoette;

/// <summary>
/// What came of bostøtte in a period, computed from the cases whenever it is asked for: the columns of the plan's table, and a month on average as Stjørdal's table 24
/// has it. For the whole municipality, and nobody in it is named.
/// </summary>
internal static class HentBostoettestatistikk
{
    /// <summary>
    /// The table's columns. A month counts when its first day is in the period. No source says how its means are taken: here over the months that were granted.
    /// </summary>
    /// <param name="Fra">The first day.</param>
    /// <param name="Til">The last day.</param>
    /// <param name="Husstander">Granted at least one month.</param>
    /// <param name="Soekere">Applied in the period, or had a month of it decided.</param>
    /// <param name="Barnefamilier">Of the households, with children in the last granted month that is told of.</param>
    /// <param name="BarnefamilierProsent">The same of those told of, percent to one decimal.</param>
    /// <param name="UtenGrunnlag">Households of which nothing is told: not in the share, nor in the next two.</param>
    /// <param name="SnittInntekt">Kroner a month, whole.</param>
    /// <param name="SnittBoutgift">Kroner a month, whole.</param>
    /// <param name="SnittBostoette">Kroner a month, whole.</param>
    /// <param name="InnvilgetBeloep">Kroner, as the vedtak for the months say.</param>
    /// <param name="Utbetalt">Kroner that Husbanken has confirmed as paid for the months, whenever it was paid.</param>
    /// <param name="PerMaaned">A month on average; null when no month begins in the period.</param>
    /// <param name="AvslagEtterKode">Cases refused for some month, by Husbanken's code.</param>
    /// <param name="DagerTilVedtak">Median from application to the first vedtak, of the cases first decided in the period; null when none was.</param>
    /// <param name="DagerTilVedtakNedreKvartil">The same, lower quartile.</param>
    /// <param name="DagerTilVedtakOevreKvartil">The same, upper quartile.</param>
    public sealed record Bostoettestatistikk(
        DateOnly Fra, DateOnly Til, int Husstander, int Soekere, int Barnefamilier, decimal? BarnefamilierProsent, int UtenGrunnlag, decimal? SnittInntekt, decimal? SnittBoutgift,
        decimal? SnittBostoette, decimal InnvilgetBeloep, decimal Utbetalt, Maanedssnitt? PerMaaned, IReadOnlyList<Avslag> AvslagEtterKode, double? DagerTilVedtak, double? DagerTilVedtakNedreKvartil, double? DagerTilVedtakOevreKvartil);

    /// <summary>A month on average.</summary>
    /// <param name="NyeSoeknader">Applications, one decimal.</param>
    /// <param name="Innvilget">Running, granted; one decimal.</param>
    /// <param name="InnvilgetBeloep">Kroner, whole, as the vedtak say.</param>
    /// <param name="Utbetalt">Kroner, whole, that Husbanken has confirmed.</param>
    public sealed record Maanedssnitt(decimal NyeSoeknader, decimal Innvilget, decimal InnvilgetBeloep, decimal Utbetalt);

    /// <summary>Refusals.</summary>
    /// <param name="Kode">«V03».</param>
    /// <param name="Antall">Cases.</param>
    public sealed record Avslag(string Kode, int Antall);

    private sealed record Sumrad(
        int Husstander, int Soekere, int Barnefamilier, int MedGrunnlag, decimal? SnittInntekt, decimal? SnittBoutgift, decimal? SnittBostoette, decimal InnvilgetBeloep, decimal Utbetalt, int Innvilget, int Nye,
        double? DagerTilVedtak, double? NedreKvartil, double? OevreKvartil);

    public static void Map(IEndpointRouteBuilder bostoette) => bostoette.MapGet("/statistikk", Handle)
        .Krever(Tilganger.LesStatistikk)
        .WithName(nameof(HentBostoettestatistikk))
        .WithSummary("Hent statistikk over bostøtte i en periode")
        .WithDescription("Kolonnene i boligsosial plan og det som ligger bak. «utbetalt» er det Husbanken har bekreftet for månedene i perioden; «innvilgetBeloep» det vedtakene sier. Begge dagene teller med; i år til i dag når de mangler. Regnet ut av sakene. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Bostoettestatistikk>, ProblemHttpResult>> Handle(DateOnly? fra, DateOnly? til, FinansieringDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        var slutt = til ?? tid.Idag();
        var start = fra ?? new DateOnly(slutt.Year, 1, 1);
        if (slutt < start)
            return Problem.Invalid([new("ugyldig-periode", "Siste dag kan ikke være før den første.", Felt: "til")]);

        var sum = await Sum(db, start, slutt, avbrutt);
        var avslag = await db.Database.SqlQuery<Avslag>(
            $"""SELECT kode AS "Kode", count(DISTINCT sak_id)::int AS "Antall" FROM bostoettevedtak WHERE maaned BETWEEN {start} AND {slutt} AND kode <> 'V00' GROUP BY kode ORDER BY 2 DESC, 1""").ToListAsync(avbrutt);
        decimal maaneder = Maaneder(start, slutt);
        return TypedResults.Ok(new Bostoettestatistikk(
            start, slutt, sum.Husstander, sum.Soekere, sum.Barnefamilier, sum.MedGrunnlag == 0 ? null : Rund(100m * sum.Barnefamilier / sum.MedGrunnlag, 1), sum.Husstander - sum.MedGrunnlag,
            Rund(sum.SnittInntekt, 0), Rund(sum.SnittBoutgift, 0), Rund(sum.SnittBostoette, 0), sum.InnvilgetBeloep, sum.Utbetalt,
            maaneder == 0 ? null : new(
                Rund(sum.Nye / maaneder, 1)!.Value, Rund(sum.Innvilget / maaneder, 1)!.Value, Rund(sum.InnvilgetBeloep / maaneder, 0)!.Value, Rund(sum.Utbetalt / maaneder, 0)!.Value),
            avslag, sum.DagerTilVedtak, sum.NedreKvartil, sum.OevreKvartil));
    }

    /// <summary>Months whose first day is in the period.</summary>
    private static int Maaneder(DateOnly fra, DateOnly til) => (til.Year * 12) + til.Month - (fra.Year * 12) - fra.Month + (fra.Day == 1 ? 1 : 0);

    private static decimal? Rund(decimal? tall, int desimaler) => tall is { } t ? Math.Round(t, desimaler, MidpointRounding.AwayFromZero) : null;

    private static Task<Sumrad> Sum(FinansieringDb db, DateOnly fra, DateOnly til, CancellationToken avbrutt) => db.Database.SqlQuery<Sumrad>(
        $"""
        WITH innvilget AS (
            SELECT s.soeker, v.maaned, v.beloep, g.barn, g.inntekt, g.boutgift
            FROM bostoettevedtak v JOIN bostoettesak s ON s.id = v.sak_id LEFT JOIN bostoettegrunnlag g ON (g.sak_id, g.maaned) = (v.sak_id, v.maaned)
            WHERE v.maaned BETWEEN {fra} AND {til} AND v.kode = 'V00'
        ), husstand AS (
            SELECT soeker, (array_agg(barn ORDER BY maaned DESC) FILTER (WHERE barn IS NOT NULL))[1] AS barn FROM innvilget GROUP BY soeker
        ), foerste AS (
            SELECT min(v.dato) - s.mottatt AS dager
            FROM (SELECT sak_id, dato FROM bostoettevedtak UNION ALL SELECT sak_id, dato FROM bostoettevedtak_erstattet) v JOIN bostoettesak s ON s.id = v.sak_id GROUP BY s.id, s.mottatt HAVING min(v.dato) BETWEEN {fra} AND {til}
        )
        SELECT (SELECT count(*)::int FROM husstand) AS "Husstander",
               (SELECT count(*)::int FROM (
                    SELECT soeker FROM bostoettesak WHERE mottatt BETWEEN {fra} AND {til}
                    UNION SELECT s.soeker FROM bostoettevedtak v JOIN bostoettesak s ON s.id = v.sak_id WHERE v.maaned BETWEEN {fra} AND {til}) alle) AS "Soekere",
               (SELECT count(*)::int FROM husstand WHERE barn > 0) AS "Barnefamilier", (SELECT count(*)::int FROM husstand WHERE barn IS NOT NULL) AS "MedGrunnlag",
               avg(inntekt) AS "SnittInntekt", avg(boutgift) AS "SnittBoutgift", avg(beloep) AS "SnittBostoette", coalesce(sum(beloep), 0) AS "InnvilgetBeloep", count(*)::int AS "Innvilget",
               (SELECT coalesce(sum(beloep), 0) FROM bostoetteutbetaling WHERE maaned BETWEEN {fra} AND {til}) AS "Utbetalt",
               (SELECT count(*)::int FROM bostoettesak WHERE mottatt BETWEEN {fra} AND {til}) AS "Nye",
               (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY dager) FROM foerste) AS "DagerTilVedtak",
               (SELECT percentile_cont(0.25) WITHIN GROUP (ORDER BY dager) FROM foerste) AS "NedreKvartil", (SELECT percentile_cont(0.75) WITHIN GROUP (ORDER BY dager) FROM foerste) AS "OevreKvartil"
        FROM innvilget
        """).SingleAsync(avbrutt);
}
