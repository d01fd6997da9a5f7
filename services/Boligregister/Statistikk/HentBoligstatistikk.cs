using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Statistikk;

/// <summary>What dwellings there are, how large and at what rent, and how many children live in them.</summary>
internal static class HentBoligstatistikk
{
    private static readonly string[] Koder =
    [
        "boliger", "boliger-etter-disposisjonsform", "boliger-etter-rom", "areal-etter-rom", "leie-etter-rom", "boliger-etter-leie",
        "innleide-etter-omraade-og-rom", "innleide-leie-etter-omraade-og-rom", "barnefamilier", "barn",
    ];

    public static void Map(IEndpointRouteBuilder statistikk) => statistikk.MapGet("/boliger", Handle)
        .Krever(Tilganger.LesStatistikk)
        .WithName(nameof(HentBoligstatistikk))
        .WithSummary("Hent statistikk over boligene og leien")
        .WithDescription("Ved utgangen av siste dag. Hva en bolig er, er slik det er nå; statusen er slik den var. Til andre systemer utelates små tall om husstander. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static Task<Results<Ok<Statistikksvar>, ProblemHttpResult>> Handle(
        [AsParameters] Periode periode, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, TimeProvider tid, CancellationToken avbrutt)
    {
        var (grenser, vanlig) = (profil.Statistikk.Leiegrenser.Order().ToArray(), profil.Kategorier[0]);
        return periode.Svar(Koder, (_, til) => db.Database.SqlQuery<Statistikkrad>(
            $"""
            WITH bestand AS MATERIALIZED (
                SELECT kategori, disposisjonsform, omraade, CASE WHEN soverom >= 5 THEN '6' ELSE (soverom + 1)::text END AS rom, bruksareal, maanedsleie FROM boligmasse({til})
            ), eid AS (
                SELECT *, width_bucket(maanedsleie, {grenser}) AS trinn FROM bestand WHERE disposisjonsform = 'eid'
            ), vanlig AS (
                SELECT rom, count(*)::numeric AS antall, round(avg(bruksareal)) AS areal, round(avg(maanedsleie)) AS leie FROM eid WHERE kategori = {vanlig} GROUP BY rom
            ), innleid AS (
                SELECT concat(omraade, ' · ', rom, ' rom') AS gruppe, count(*)::numeric AS antall, round(avg(maanedsleie)) AS leie FROM bestand WHERE disposisjonsform = 'innleid' GROUP BY 1
            ), familier AS (
                SELECT count(*)::int AS antall, coalesce(sum(l.barn), 0) AS barn
                FROM leieforhold l JOIN bolig e ON e.id = l.bolig_id AND e.disposisjonsform = 'eid'
                WHERE l.barn > 0 AND l.fra <= {til} AND coalesce(leieforhold_slutt(l.til, l.innflyttet, l.utflyttet, {til}) > {til}, true)
            )
            SELECT 'boliger' AS "Kode", '' AS "Gruppe", count(*)::numeric AS "Verdi", NULL::int AS "Husstander" FROM bestand
            UNION ALL SELECT 'boliger-etter-disposisjonsform', disposisjonsform, count(*), NULL FROM bestand GROUP BY disposisjonsform
            UNION ALL SELECT 'boliger-etter-rom', rom, antall, NULL FROM vanlig
            UNION ALL SELECT 'areal-etter-rom', rom, areal, NULL FROM vanlig
            UNION ALL SELECT 'leie-etter-rom', rom, leie, NULL FROM vanlig
            UNION ALL SELECT 'boliger-etter-leie',
                concat(kategori, ' · ', CASE WHEN maanedsleie IS NULL THEN 'ukjent' WHEN trinn = 0 THEN concat('under ', ({grenser})[1]) WHEN trinn = cardinality({grenser}) THEN concat('fra ', ({grenser})[trinn])
                       ELSE concat('[', ({grenser})[trinn], ', ', ({grenser})[trinn + 1], ')') END), count(*), NULL
                FROM eid GROUP BY kategori, trinn, maanedsleie IS NULL
            UNION ALL SELECT 'innleide-etter-omraade-og-rom', gruppe, antall, NULL FROM innleid
            UNION ALL SELECT 'innleide-leie-etter-omraade-og-rom', gruppe, leie, NULL FROM innleid
            UNION ALL SELECT 'barnefamilier', '', antall, antall FROM familier
            UNION ALL SELECT 'barn', '', barn, antall FROM familier
            ORDER BY 1, 2
            """), profil, bruker, tid, avbrutt);
    }
}
