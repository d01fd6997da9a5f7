using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Oversikt;

/// <summary>
/// A period in figures: what KOSTRA asks (SSB table 12015), the rate of the same day, avvik, and how old the stays are that run. The form's own fields are not found; how each
/// figure is reckoned is said beside it.
/// </summary>
internal static class HentBotilbudstatistikk
{
    /// <summary>The figures.</summary>
    /// <param name="Fra">First day.</param>
    /// <param name="Til">The day after the last.</param>
    /// <param name="Kostra">Households in temporary housing.</param>
    /// <param name="Akutt">Henvendelser and vedtak.</param>
    /// <param name="LoependeNaa">Households that have a stay today, by the nights of their clock.</param>
    public sealed record Response(DateOnly Fra, DateOnly Til, Kostra Kostra, Akutt Akutt, IReadOnlyList<Alder> LoependeNaa);

    /// <summary>Households with at least a night in the period; the nights of the stays that touch it, from their first to the end of the period, two rooms at a time once.</summary>
    /// <param name="Husstander">How many.</param>
    /// <param name="MedBarn">Of these, with children under 18.</param>
    /// <param name="OverTreMaaneder">Of these, with more nights than the profile's three months.</param>
    /// <param name="MedBarnOverTreMaaneder">Of these, with children.</param>
    /// <param name="Inntil14Doegn">With at most 14 nights.</param>
    /// <param name="AndelMedBarnOverTreMaaneder">Percent of the households with children; null when there are none.</param>
    /// <param name="AndelInntil14Doegn">Percent of all; null when there are none.</param>
    /// <param name="PersonerNatthjem">People in natthjem, each once; a stay of somebody unknown is one.</param>
    public sealed record Kostra(
        int Husstander, int MedBarn, int OverTreMaaneder, int MedBarnOverTreMaaneder, int Inntil14Doegn, decimal? AndelMedBarnOverTreMaaneder, decimal? AndelInntil14Doegn, int PersonerNatthjem);

    /// <summary>Who came, and what was decided.</summary>
    /// <param name="Henvendelser">Received in the period.</param>
    /// <param name="Akutte">Of these, for the same night.</param>
    /// <param name="AvgjortSammeDag">Of these, decided the same day.</param>
    /// <param name="SammedagAndel">Percent; null when there are none.</param>
    /// <param name="HusstanderMedVedtak">Households that were granted temporary housing in the period.</param>
    /// <param name="Innvilget">Vedtak.</param>
    /// <param name="Avslag">Vedtak.</param>
    /// <param name="Avvik">Days on which nothing was found for somebody, as written down.</param>
    /// <param name="UtenPlassOgUtenAvvik">Granted or not decided, without a place the first night and without anybody having written down why; natthjem is no such place. Who: henvendelser?manglerAvvik=true.</param>
    public sealed record Akutt(
        int Henvendelser, int Akutte, int AvgjortSammeDag, decimal? SammedagAndel, int HusstanderMedVedtak, int Innvilget, int Avslag, int Avvik, int UtenPlassOgUtenAvvik);

    /// <summary>So many households.</summary>
    /// <param name="FraDoegn">With at least so many nights.</param>
    /// <param name="TilDoegn">And fewer than so many; null: no end.</param>
    /// <param name="Antall">How many.</param>
    public sealed record Alder(int FraDoegn, int? TilDoegn, int Antall);

    public static void Map(IEndpointRouteBuilder oversikt) => oversikt.MapGet("/statistikk", Handle)
        .Krever(Tilganger.LesOversikt)
        .WithName(nameof(HentBotilbudstatistikk))
        .WithSummary("Midlertidig botilbud i tall")
        .WithDescription("KOSTRA (SSB 12015), samme dag, avvik og alderen på opphold som løper; høyst 366 dager. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle([AsParameters] Periode periode, MidlertidigBotilbudDb db, Kommuneprofil profil, TimeProvider tid, CancellationToken avbrutt)
    {
        var idag = tid.Idag();
        if (!periode.TryRead(idag, out var fra, out var til, out var feil))
            return Problem.Invalid([feil]);
        var enhet = profil.Mottaksenhet;

        var k = await db.Database.SqlQuery<Kostrarad>(
            $"""
            WITH s AS (
                SELECT o.husstand_id, o.personer, o.natthjem, o.fra, least(CASE WHEN o.status = 'loeper' THEN {idag} ELSE o.til END, {til}) AS slutt, cardinality(h.barns_alder) > 0 OR h.barn_meldt AS barn
                FROM opphold o JOIN henvendelse h ON h.id = o.henvendelse_id
                WHERE o.enhet = {enhet} AND o.status <> 'uteblitt' AND o.fra < {til} AND (o.status = 'loeper' OR o.til > {fra})),
            m AS (SELECT husstand_id, bool_or(barn) AS barn, range_agg(daterange(fra, slutt)) AS netter FROM s WHERE NOT natthjem AND slutt > greatest(fra, {fra}) GROUP BY husstand_id),
            h AS (SELECT m.barn, (SELECT sum(upper(r) - lower(r)) FROM unnest(m.netter) AS r) AS doegn FROM m)
            SELECT count(*)::integer AS "Husstander", (count(*) FILTER (WHERE barn))::integer AS "MedBarn", (count(*) FILTER (WHERE doegn > {profil.TreMaanederEtter}))::integer AS "Over",
                   (count(*) FILTER (WHERE barn AND doegn > {profil.TreMaanederEtter}))::integer AS "BarnOver", (count(*) FILTER (WHERE doegn <= 14))::integer AS "Korte",
                   (SELECT count(DISTINCT coalesce(p, s.husstand_id))::integer FROM s LEFT JOIN LATERAL unnest(s.personer) AS p ON true WHERE s.natthjem AND s.slutt > greatest(s.fra, {fra})) AS "Natthjem"
            FROM h
            """).SingleAsync(avbrutt);
        var a = await db.Database.SqlQuery<Akuttrad>(
            $"""
            WITH h AS (
                SELECT *, (mottatt AT TIME ZONE 'Europe/Oslo')::date AS dag, (foerst_avgjort AT TIME ZONE 'Europe/Oslo')::date AS avgjort FROM henvendelse
                WHERE enhet = {enhet} AND mottatt >= {fra}::timestamp AT TIME ZONE 'Europe/Oslo' AND mottatt < {til}::timestamp AT TIME ZONE 'Europe/Oslo'),
            v AS (SELECT v.utfall, x.husstand_id FROM botilbudsvedtak v JOIN henvendelse x ON x.id = v.henvendelse_id WHERE x.enhet = {enhet} AND v.dato >= {fra} AND v.dato < {til})
            SELECT (SELECT count(*) FROM h)::integer AS "Henvendelser", (SELECT count(*) FROM h WHERE behov_fra <= dag)::integer AS "Akutte",
                   (SELECT count(*) FROM h WHERE behov_fra <= dag AND avgjort <= dag)::integer AS "SammeDag",
                   (SELECT count(DISTINCT husstand_id) FROM v WHERE utfall = 'innvilget')::integer AS "Husstander",
                   (SELECT count(*) FROM v WHERE utfall = 'innvilget')::integer AS "Innvilget", (SELECT count(*) FROM v WHERE utfall = 'avslag')::integer AS "Avslag",
                   (SELECT count(*) FROM botilbudsavvik a JOIN henvendelse x ON x.id = a.henvendelse_id WHERE x.enhet = {enhet} AND a.dag >= {fra} AND a.dag < {til})::integer AS "Avvik",
                   (SELECT count(*) FROM h JOIN mangler_avvik({enhet}, {idag}) m ON m.id = h.id)::integer AS "Uten"
            """).SingleAsync(avbrutt);
        var doegn = await db.Database.SqlQuery<int>($"SELECT doegn AS \"Value\" FROM botidsklokke({enhet}, {idag}, {profil.BruddDager})").ToListAsync(avbrutt);
        return TypedResults.Ok(new Response(
            fra, til,
            new(k.Husstander, k.MedBarn, k.Over, k.BarnOver, k.Korte, Prosent(k.BarnOver, k.MedBarn), Prosent(k.Korte, k.Husstander), k.Natthjem),
            new(a.Henvendelser, a.Akutte, a.SammeDag, Prosent(a.SammeDag, a.Akutte), a.Husstander, a.Innvilget, a.Avslag, a.Avvik, a.Uten), Aldre(doegn, profil)));
    }

    private static List<Alder> Aldre(List<int> doegn, Kommuneprofil profil)
    {
        int[] grenser = [0, .. new[] { profil.VarselEtter, profil.PlankontrollEtter, profil.LederEtter, profil.NettverksgruppeEtter, profil.TreMaanederEtter }.Distinct().Order()];
        return [.. grenser.Select((fra, i) => (fra, til: i + 1 < grenser.Length ? grenser[i + 1] : (int?)null)).Select(g => new Alder(g.fra, g.til, doegn.Count(d => d >= g.fra && (g.til is null || d < g.til))))];
    }

    private static decimal? Prosent(int del, int hele) => hele == 0 ? null : decimal.Round(100m * del / hele, 1);

    private sealed record Kostrarad(int Husstander, int MedBarn, int Over, int BarnOver, int Korte, int Natthjem);

    private sealed record Akuttrad(int Henvendelser, int Akutte, int SammeDag, int Husstander, int Innvilget, int Avslag, int Avvik, int Uten);
}
