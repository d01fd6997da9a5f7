using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>
/// What came of startlån in a period, computed from the cases whenever it is asked for: the columns of the plan's table, and what is
/// behind them. For the whole municipality, and nobody in it is named.
/// </summary>
internal static class HentStartlaanstatistikk
{
    /// <summary>The table's columns; both days count.</summary>
    /// <param name="Fra">The first day.</param>
    /// <param name="Til">The last day.</param>
    /// <param name="Husstander">Loans paid out.</param>
    /// <param name="Barnefamilier">Of them, with children when they applied.</param>
    /// <param name="BarnefamilierProsent">The same, percent to one decimal.</param>
    /// <param name="SnittKjoepesum">Mean of those that have one, whole kroner.</param>
    /// <param name="SnittStartlaan">Mean of all, whole kroner.</param>
    /// <param name="AndelAvKjoepesumProsent">The mean loan of the mean price, as the plan has it: percent to one decimal.</param>
    /// <param name="Refinansieringer">Loans to keep the home.</param>
    /// <param name="FraKommunalBolig">Borrowers who rented of the municipality: leie → eie.</param>
    /// <param name="Utbetalt">Kroner.</param>
    /// <param name="Laaneopptak">Kroner: the frames of the years that the period touches, without what was carried over.</param>
    /// <param name="Soeknader">Applications that came.</param>
    /// <param name="Avslag">Refusals that stood at the end of the period.</param>
    /// <param name="AvslagsandelProsent">Refusals of refusals and loans together: percent to one decimal.</param>
    /// <param name="DagerTilVedtak">Median from application to the first vedtak, of those decided; null when none was.</param>
    /// <param name="DagerTilVedtakNedreKvartil">The same, lower quartile.</param>
    /// <param name="DagerTilVedtakOevreKvartil">The same, upper quartile.</param>
    /// <param name="MedTilskudd">Loans with a tilskudd granted beside them.</param>
    /// <param name="Flyktninger">Loans to households in which somebody came as a refugee, as far as it is told.</param>
    /// <param name="EtterFormaal">Loans by purpose.</param>
    /// <param name="KjoepEtterBoforhold">Loans to buy by where the buyers lived; «ikke-oppgitt» when it is not told.</param>
    /// <param name="EtterMottakergruppe">Loans by the municipality's own groups; «ikke-oppgitt» when it is not told.</param>
    /// <param name="AvslagEtterGrunn">Refusals by reason.</param>
    /// <param name="Bevis">What came of the bevis given in the period.</param>
    public sealed record Startlaanstatistikk(
        DateOnly Fra, DateOnly Til, int Husstander, int Barnefamilier, decimal? BarnefamilierProsent, decimal? SnittKjoepesum, decimal? SnittStartlaan, decimal? AndelAvKjoepesumProsent,
        int Refinansieringer, int FraKommunalBolig, decimal Utbetalt, decimal Laaneopptak, int Soeknader, int Avslag, decimal? AvslagsandelProsent, double? DagerTilVedtak,
        double? DagerTilVedtakNedreKvartil, double? DagerTilVedtakOevreKvartil, int MedTilskudd, int Flyktninger, IReadOnlyList<Gruppe> EtterFormaal, IReadOnlyList<Gruppe> KjoepEtterBoforhold,
        IReadOnlyList<Gruppe> EtterMottakergruppe, IReadOnlyList<Gruppe> AvslagEtterGrunn, Bevisbruk Bevis);

    /// <summary>A group.</summary>
    /// <param name="Kode">Purpose, where they lived, group or reason.</param>
    /// <param name="Antall">How many.</param>
    /// <param name="Beloep">Kroner paid out; 0 for refusals.</param>
    public sealed record Gruppe(string Kode, int Antall, decimal Beloep);

    /// <summary>Granted and unused is money that helps nobody; as it was on the last day.</summary>
    /// <param name="Gitt">Given in the period.</param>
    /// <param name="Brukt">Of them, paid out.</param>
    /// <param name="Gyldige">Neither used nor lapsed.</param>
    /// <param name="Utloept">Lapsed unused.</param>
    /// <param name="DagerTilBruk">Median from vedtak to payment; null when none was used.</param>
    public sealed record Bevisbruk(int Gitt, int Brukt, int Gyldige, int Utloept, double? DagerTilBruk);

    public static void Map(IEndpointRouteBuilder startlaan) => startlaan.MapGet("/statistikk", Handle)
        .Krever(Tilganger.LesStatistikk)
        .WithName(nameof(HentStartlaanstatistikk))
        .WithSummary("Hent statistikk over startlån i en periode")
        .WithDescription("Kolonnene i boligsosial plan og det som ligger bak. Begge dagene teller med; i år til i dag når de mangler. Regnet ut av sakene. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Startlaanstatistikk>, ProblemHttpResult>> Handle(DateOnly? fra, DateOnly? til, FinansieringDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        var slutt = til ?? tid.Idag();
        var start = fra ?? new DateOnly(slutt.Year, 1, 1);
        if (slutt < start)
            return Problem.Invalid([new("ugyldig-periode", "Siste dag kan ikke være før den første.", Felt: "til")]);

        var sum = await Sum(db, start, slutt, avbrutt);
        var grupper = await Grupper(db, start, slutt, avbrutt);
        List<Gruppe> Av(string slag) => [.. grupper.Where(g => g.Slag == slag).Select(g => new Gruppe(g.Kode, g.Antall, g.Beloep))];
        var avslag = Av("avslag");
        var avslaatt = avslag.Sum(a => a.Antall);
        return TypedResults.Ok(new Startlaanstatistikk(
            start, slutt, sum.Husstander, sum.Barnefamilier, Prosent(sum.Barnefamilier, sum.Husstander), Kroner(sum.SnittKjoepesum), Kroner(sum.SnittStartlaan),
            Prosent(sum.SnittStartlaan, sum.SnittKjoepesum), sum.Refinansieringer, sum.FraKommunalBolig, sum.Utbetalt, sum.Laaneopptak, sum.Soeknader, avslaatt, Prosent(avslaatt, avslaatt + sum.Husstander),
            sum.DagerTilVedtak, sum.NedreKvartil, sum.OevreKvartil, sum.MedTilskudd, sum.Flyktninger, Av("formaal"), Av("boforhold"), Av("mottakergruppe"), avslag, new(sum.Gitt, sum.Brukt, sum.Gitt - sum.Brukt - sum.Utloept, sum.Utloept, sum.DagerTilBruk)));
    }

    private static decimal? Kroner(decimal? beloep) => beloep is { } kroner ? Math.Round(kroner, 0, MidpointRounding.AwayFromZero) : null;

    private static decimal? Prosent(decimal? del, decimal? hele) => hele > 0 ? Math.Round(100 * del!.Value / hele.Value, 1, MidpointRounding.AwayFromZero) : null;

    private static Task<Sumrad> Sum(FinansieringDb db, DateOnly fra, DateOnly til, CancellationToken avbrutt) => db.Database.SqlQuery<Sumrad>(
        $"""
        WITH laan AS (
            SELECT l.beloep, l.kjoepesum, l.formaal, s.leier_kommunalt, s.flyktning, cardinality(s.barns_alder) > 0 AS barn,
                   EXISTS (SELECT FROM tilskuddssoeknad t WHERE t.startlaan_id = s.id AND t.status IN ('innvilget', 'utbetalt')) AS tilskudd
            FROM startlaan l JOIN startlaansoeknad s ON s.id = l.soeknad_id WHERE l.utbetalt BETWEEN {fra} AND {til}
        ), foerste AS (
            SELECT min(v.dato) - s.mottatt AS dager FROM startlaan_vedtak v JOIN startlaansoeknad s ON s.id = v.soeknad_id
            GROUP BY s.id, s.mottatt HAVING min(v.dato) BETWEEN {fra} AND {til}
        ), bevis AS (
            SELECT l.utbetalt IS NOT NULL AND l.utbetalt <= {til} AS brukt, l.utbetalt - v.dato AS dager, s.bevis_til < {til} OR s.avsluttet <= {til} AS over
            FROM startlaan_vedtak v JOIN startlaansoeknad s ON s.id = v.soeknad_id LEFT JOIN startlaan l ON l.soeknad_id = s.id
            WHERE v.utfall = 'innvilget' AND v.dato BETWEEN {fra} AND {til} AND NOT EXISTS (SELECT FROM startlaan_vedtak n WHERE n.soeknad_id = v.soeknad_id AND n.nr > v.nr AND n.dato <= {til})
        )
        SELECT count(*)::int AS "Husstander", (count(*) FILTER (WHERE barn))::int AS "Barnefamilier", avg(kjoepesum) AS "SnittKjoepesum", avg(beloep) AS "SnittStartlaan",
               (count(*) FILTER (WHERE formaal = 'refinansiering'))::int AS "Refinansieringer", (count(*) FILTER (WHERE leier_kommunalt))::int AS "FraKommunalBolig",
               (count(*) FILTER (WHERE tilskudd))::int AS "MedTilskudd", (count(*) FILTER (WHERE flyktning))::int AS "Flyktninger", coalesce(sum(beloep), 0) AS "Utbetalt",
               (SELECT coalesce(sum(laaneopptak), 0) FROM startlaansramme WHERE aar BETWEEN {fra.Year} AND {til.Year}) AS "Laaneopptak",
               (SELECT count(*)::int FROM startlaansoeknad WHERE mottatt BETWEEN {fra} AND {til}) AS "Soeknader",
               (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY dager) FROM foerste) AS "DagerTilVedtak",
               (SELECT percentile_cont(0.25) WITHIN GROUP (ORDER BY dager) FROM foerste) AS "NedreKvartil", (SELECT percentile_cont(0.75) WITHIN GROUP (ORDER BY dager) FROM foerste) AS "OevreKvartil",
               (SELECT count(*)::int FROM bevis) AS "Gitt", (SELECT count(*)::int FROM bevis WHERE brukt) AS "Brukt", (SELECT count(*)::int FROM bevis WHERE NOT brukt AND over) AS "Utloept",
               (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY dager) FROM bevis WHERE brukt) AS "DagerTilBruk"
        FROM laan
        """).SingleAsync(avbrutt);

    private static Task<List<Grupperad>> Grupper(FinansieringDb db, DateOnly fra, DateOnly til, CancellationToken avbrutt) => db.Database.SqlQuery<Grupperad>(
        $"""
        SELECT 'formaal' AS "Slag", formaal AS "Kode", count(*)::int AS "Antall", sum(beloep) AS "Beloep" FROM startlaan WHERE utbetalt BETWEEN {fra} AND {til} GROUP BY formaal
        UNION ALL
        SELECT g.slag, g.kode, count(*)::int, sum(l.beloep) FROM startlaan l JOIN startlaansoeknad s ON s.id = l.soeknad_id
        CROSS JOIN LATERAL (VALUES
            (CASE WHEN l.formaal = 'kjoep' THEN 'boforhold' END, coalesce(s.boforhold, CASE WHEN s.leier_kommunalt THEN 'kommunal-utleiebolig' ELSE 'ikke-oppgitt' END)),
            ('mottakergruppe', coalesce(s.mottakergruppe, 'ikke-oppgitt'))) g(slag, kode)
        WHERE l.utbetalt BETWEEN {fra} AND {til} AND g.slag IS NOT NULL GROUP BY g.slag, g.kode
        UNION ALL
        SELECT 'avslag', v.avslagsgrunn, count(*)::int, 0 FROM startlaan_vedtak v
        WHERE v.utfall = 'avslag' AND v.dato BETWEEN {fra} AND {til} AND NOT EXISTS (SELECT FROM startlaan_vedtak n WHERE n.soeknad_id = v.soeknad_id AND n.nr > v.nr AND n.dato <= {til})
        GROUP BY v.avslagsgrunn
        ORDER BY 1, 3 DESC, 2
        """).ToListAsync(avbrutt);

    private sealed record Sumrad(
        int Husstander, int Barnefamilier, decimal? SnittKjoepesum, decimal? SnittStartlaan, int Refinansieringer, int FraKommunalBolig, decimal Utbetalt, decimal Laaneopptak, int Soeknader,
        int MedTilskudd, int Flyktninger, double? DagerTilVedtak, double? NedreKvartil, double? OevreKvartil, int Gitt, int Brukt, int Utloept, double? DagerTilBruk);

    private sealed record Grupperad(string Slag, string Kode, int Antall, decimal Beloep);
}
