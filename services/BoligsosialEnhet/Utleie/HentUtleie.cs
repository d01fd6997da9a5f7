using System.ComponentModel;
using System.Data;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.BoligsosialEnhet.Utleie;

/// <summary>
/// Who waits for a municipal dwelling, who rents one and who is about to lose it, as numbers: on a day, day by day until it, and
/// what happened meanwhile. Boligsosialloven § 5 (LOV-2022-12-20-121, in force from 1 July 2023) demands an overview of the need.
/// </summary>
internal static class HentUtleie
{
    private const int Standarddager = 30;
    private const int Flestdager = 366;
    private const int Utloepsmaaneder = 6;
    private static readonly DateOnly Foerst = new(2000, 1, 1);

    public sealed class Filter
    {
        [Description("Slik det var ved slutten av denne dagen; i dag når den ikke er oppgitt.")]
        public DateOnly? Dato { get; init; }

        [Description("Første dag i perioden, høyst 366 dager før dato; 30 dager før når den ikke er oppgitt.")]
        public DateOnly? Fra { get; init; }
    }

    /// <summary>So many of a kind.</summary>
    /// <param name="Navn">The kind.</param>
    /// <param name="Antall">How many.</param>
    public sealed record Gruppe(string Navn, long Antall);

    /// <summary>How it stands at the end of the day.</summary>
    /// <param name="Soeknader">Open applications by type: «ny», «bytte», «fornyelse».</param>
    /// <param name="Situasjoner">Open applications by situation; several may hold for one.</param>
    /// <param name="Venter">Granted, and not housed yet.</param>
    /// <param name="Leieforhold">Leases that run, also beyond their time.</param>
    /// <param name="Tidsubestemte">Of these, without an end.</param>
    /// <param name="UtloeperInnenSeksMaaneder">Of these, with less than six months left.</param>
    /// <param name="TilVurdering">Of these, those whose renewal is to be assessed.</param>
    /// <param name="Utloept">Of these, beyond their time.</param>
    /// <param name="Fravikelser">Fravikelser that NAV has been warned of, and that are neither averted nor carried out.</param>
    /// <param name="FravikelserMedBarn">Of these, with children in the dwelling.</param>
    public sealed record Stilling(
        IReadOnlyList<Gruppe> Soeknader, IReadOnlyList<Gruppe> Situasjoner, long Venter, long Leieforhold, long Tidsubestemte, long UtloeperInnenSeksMaaneder, long TilVurdering, long Utloept,
        long Fravikelser, long FravikelserMedBarn);

    /// <summary>What happened from the first day of the period to the last.</summary>
    /// <param name="Mottatt">Applications received, by type.</param>
    /// <param name="Innvilget">Applications granted.</param>
    /// <param name="Avslag">Applications refused.</param>
    /// <param name="Avsluttet">Applications that ended, by cause.</param>
    /// <param name="Tildelt">Dwellings allocated and accepted.</param>
    /// <param name="Ventedager">Days from received to allocated, on average of those.</param>
    /// <param name="Inngaatt">Leases that began.</param>
    /// <param name="Innflyttet">Keys handed over.</param>
    /// <param name="Opphoert">Leases that ended, by cause.</param>
    /// <param name="Varslet">Fravikelser that NAV was warned of.</param>
    /// <param name="Gjennomfoert">Fravikelser carried out.</param>
    /// <param name="GjennomfoertMedBarn">Of these, with children in the dwelling.</param>
    /// <param name="Avverget">Fravikelser averted, by cause.</param>
    public sealed record Periode(
        IReadOnlyList<Gruppe> Mottatt, long Innvilget, long Avslag, IReadOnlyList<Gruppe> Avsluttet, long Tildelt, long? Ventedager, long Inngaatt, long Innflyttet,
        IReadOnlyList<Gruppe> Opphoert, long Varslet, long Gjennomfoert, long GjennomfoertMedBarn, IReadOnlyList<Gruppe> Avverget);

    /// <summary>How it stood at the end of a day.</summary>
    /// <param name="Dato">The day.</param>
    /// <param name="Soeknader">Open applications.</param>
    /// <param name="Venter">Granted, and not housed yet.</param>
    /// <param name="Leieforhold">Leases that ran.</param>
    /// <param name="Fravikelser">Fravikelser warned of and not over.</param>
    public sealed record Dag(DateOnly Dato, long Soeknader, long Venter, long Leieforhold, long Fravikelser);

    /// <summary>The overview.</summary>
    /// <param name="Fra">First day of the period.</param>
    /// <param name="Dato">Last day of it.</param>
    /// <param name="SistOppdatert">When the newest that is counted was told; null when nothing has been.</param>
    /// <param name="Stilling">How it stands at the end of the last day.</param>
    /// <param name="Perioden">What happened in the period.</param>
    /// <param name="DagForDag">How it stood, day by day.</param>
    public sealed record Response(DateOnly Fra, DateOnly Dato, DateTimeOffset? SistOppdatert, Stilling Stilling, Periode Perioden, IReadOnlyList<Dag> DagForDag);

    private sealed record Rad(string Hva, string Navn, long Antall);

    public static void Map(IEndpointRouteBuilder oversikt) => oversikt.MapGet("/utleie", Handle)
        .Krever(Tilganger.LesOversikt)
        .WithName(nameof(HentUtleie))
        .WithSummary("Hent oversikten over søknader, leieforhold og fravikelser")
        .WithDescription(
            "Tall, ingen personer. Dagen er den noe skjedde, ikke den det ble skrevet inn, så tall for en dag kan endre seg når noe registreres i etterkant. "
            + "Følger boligregisteret med noen sekunders forsinkelse. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle([AsParameters] Filter filter, BoligsosialEnhetDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        var idag = tid.Idag();
        var til = filter.Dato ?? idag;
        if (til < Foerst || til > idag)
            return Problem.Invalid([new Avvisning("ugyldig-verdi", $"Må være fra {Foerst:yyyy-MM-dd} til i dag, {idag:yyyy-MM-dd}.", Felt: "dato")]);
        var fra = filter.Fra ?? til.AddDays(-Standarddager);
        if (fra > til || til.DayNumber - fra.DayNumber > Flestdager)
            return Problem.Invalid([new Avvisning("ugyldig-verdi", $"Må være fra {Flestdager} dager før dato og ikke etter den.", Felt: "fra")]);

        // One view of the data, so that the last day is the day that is shown.
        await using var transaksjon = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, avbrutt);
        var dager = await Dager(db, fra, til).ToListAsync(avbrutt);
        var rader = (await Naa(db, til).ToListAsync(avbrutt)).Concat(await Skjedd(db, fra, til).ToListAsync(avbrutt)).ToLookup(r => r.Hva, StringComparer.Ordinal);
        var sist = await db.Database.SqlQuery<DateTimeOffset?>(
            $"""
            SELECT greatest((SELECT max(tidspunkt) FROM utleie_soeknad), (SELECT max(tidspunkt) FROM utleie_leieforhold), (SELECT max(tidspunkt) FROM utleie_fravikelse)) AS "Value"
            """).SingleAsync(avbrutt);

        var stilling = new Stilling(
            Grupper("aapne"), Grupper("situasjon"), dager[^1].Venter, dager[^1].Leieforhold, Antall("tidsubestemt"), Antall("utloeper"), Antall("til-vurdering"), Antall("utloept"), dager[^1].Fravikelser, Antall("med-barn"));
        var perioden = new Periode(
            Grupper("mottatt"), Antall("innvilget"), Antall("avslag"), Grupper("avsluttet"), Antall("tildelt"), rader["ventedager"].SingleOrDefault()?.Antall, Antall("inngaatt"), Antall("innflyttet"),
            Grupper("opphoert"), Antall("varslet"), Antall("gjennomfoert"), Antall("gjennomfoert-med-barn"), Grupper("avverget"));
        return TypedResults.Ok(new Response(fra, til, sist, stilling, perioden, dager));

        long Antall(string hva) => rader[hva].Sum(r => r.Antall);

        List<Gruppe> Grupper(string hva) => [.. rader[hva].Select(r => new Gruppe(r.Navn, r.Antall)).OrderBy(g => g.Navn, StringComparer.Ordinal)];
    }

    /// <summary>What lasts from a day to another, as one more and one less; the state at the end of a day is the sum until it.</summary>
    private static IQueryable<Dag> Dager(BoligsosialEnhetDb db, DateOnly fra, DateOnly til) => db.Database.SqlQuery<Dag>(
        $"""
        WITH varer (hva, fra, til) AS (
            SELECT 'soeknader', mottatt, avsluttet FROM utleie_soeknad_varer WHERE mottatt <= {til} AND (avsluttet IS NULL OR avsluttet > {fra})
            UNION ALL
            SELECT 'venter', innvilget, least(avsluttet, CASE WHEN avslag > innvilget THEN avslag END)
            FROM utleie_soeknad_varer WHERE innvilget <= {til} AND (avsluttet IS NULL OR avsluttet > {fra})
            UNION ALL
            SELECT 'leieforhold', fra, opphoert FROM utleie_leieforhold WHERE fra <= {til} AND (opphoert IS NULL OR opphoert > {fra})
            UNION ALL
            SELECT 'fravikelser', fra, til FROM utleie_fravikelse_varer
        ), endringer AS (
            SELECT greatest(fra, {fra}) AS dato, hva, count(*) AS n FROM varer WHERE fra <= {til} AND (til IS NULL OR til > fra) GROUP BY 1, 2
            UNION ALL
            SELECT greatest(til, {fra}), hva, -count(*) FROM varer WHERE til <= {til} AND til > fra GROUP BY 1, 2
        )
        SELECT dato AS "Dato",
               (sum(coalesce(sum(n) FILTER (WHERE hva = 'soeknader'), 0)) OVER (ORDER BY dato))::bigint AS "Soeknader",
               (sum(coalesce(sum(n) FILTER (WHERE hva = 'venter'), 0)) OVER (ORDER BY dato))::bigint AS "Venter",
               (sum(coalesce(sum(n) FILTER (WHERE hva = 'leieforhold'), 0)) OVER (ORDER BY dato))::bigint AS "Leieforhold",
               (sum(coalesce(sum(n) FILTER (WHERE hva = 'fravikelser'), 0)) OVER (ORDER BY dato))::bigint AS "Fravikelser"
        FROM (SELECT dag::date AS dato FROM generate_series({fra}::timestamp, {til}::timestamp, '1 day') dag) dager LEFT JOIN endringer USING (dato)
        GROUP BY dato ORDER BY dato
        """);

    private static IQueryable<Rad> Naa(BoligsosialEnhetDb db, DateOnly til) => db.Database.SqlQuery<Rad>(
        $"""
        WITH aapne AS (SELECT type, situasjon FROM utleie_soeknad_varer WHERE mottatt <= {til} AND (avsluttet IS NULL OR avsluttet > {til})),
        loeper AS (SELECT CASE WHEN til_endret THEN ny_til ELSE til END AS til, utloeper FROM utleie_leieforhold WHERE fra <= {til} AND (opphoert IS NULL OR opphoert > {til}))
        SELECT 'aapne' AS "Hva", type AS "Navn", count(*) AS "Antall" FROM aapne GROUP BY type
        UNION ALL SELECT 'situasjon', s, count(*) FROM aapne CROSS JOIN unnest(situasjon) s GROUP BY s
        UNION ALL SELECT CASE WHEN til IS NULL THEN 'tidsubestemt' WHEN til <= {til} THEN 'utloept' WHEN til <= {til.AddMonths(Utloepsmaaneder)} THEN 'utloeper' ELSE 'senere' END, '', count(*)
                  FROM loeper GROUP BY 1
        UNION ALL SELECT 'til-vurdering', '', count(*) FROM loeper WHERE utloeper = til AND til > {til}
        UNION ALL SELECT 'med-barn', '', count(*) FROM utleie_fravikelse_varer WHERE barn AND fra <= {til} AND (til IS NULL OR til > {til})
        """);

    private static IQueryable<Rad> Skjedd(BoligsosialEnhetDb db, DateOnly fra, DateOnly til) => db.Database.SqlQuery<Rad>(
        $"""
        SELECT 'mottatt' AS "Hva", type AS "Navn", count(*) AS "Antall" FROM utleie_soeknad WHERE mottatt BETWEEN {fra} AND {til} GROUP BY type
        UNION ALL SELECT 'innvilget', '', count(*) FROM utleie_soeknad WHERE innvilget BETWEEN {fra} AND {til}
        UNION ALL SELECT 'avslag', '', count(*) FROM utleie_soeknad WHERE avslag BETWEEN {fra} AND {til}
        UNION ALL SELECT 'avsluttet', aarsak, count(*) FROM utleie_soeknad WHERE avsluttet BETWEEN {fra} AND {til} GROUP BY aarsak
        UNION ALL SELECT 'tildelt', '', count(*) FROM utleie_soeknad WHERE tildelt BETWEEN {fra} AND {til}
        UNION ALL SELECT 'ventedager', '', round(avg(ventedager))::bigint FROM utleie_soeknad WHERE tildelt BETWEEN {fra} AND {til} HAVING count(*) > 0
        UNION ALL SELECT 'inngaatt', '', count(*) FROM utleie_leieforhold WHERE fra BETWEEN {fra} AND {til}
        UNION ALL SELECT 'innflyttet', '', count(*) FROM utleie_leieforhold WHERE innflyttet BETWEEN {fra} AND {til}
        UNION ALL SELECT 'opphoert', aarsak, count(*) FROM utleie_leieforhold WHERE opphoert BETWEEN {fra} AND {til} GROUP BY aarsak
        UNION ALL SELECT skjedd, coalesce(aarsak, ''), count(*) FROM utleie_fravikelse WHERE dag BETWEEN {fra} AND {til} GROUP BY 1, 2
        UNION ALL SELECT 'gjennomfoert-med-barn', '', count(*) FROM utleie_fravikelse WHERE skjedd = 'gjennomfoert' AND barn AND dag BETWEEN {fra} AND {til}
        """);
}
