using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Statistikk;

/// <summary>Who applied, who was refused, who waits, who was housed and how long they had waited.</summary>
internal static class HentSoeknadsstatistikk
{
    private static readonly string[] Koder =
    [
        "soeknader", "soeknader-nye", "avslag", "avslag-nye", "venteliste", "venteliste-nye", "nyinnflyttede", "ventetid", "bosatt-etter-gruppe", "ventetid-etter-gruppe",
    ];

    public static void Map(IEndpointRouteBuilder statistikk) => statistikk.MapGet("/soeknader", Handle)
        .Krever(Tilganger.LesStatistikk)
        .WithName(nameof(HentSoeknadsstatistikk))
        .WithSummary("Hent statistikk over søknader, avslag, venteliste og hvem som fikk bolig")
        .WithDescription("For hele kommunen, uten personer. Hvert tall sier hva det betyr og hvem som har bestemt det. Til andre systemer utelates små tall. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static Task<Results<Ok<Statistikksvar>, ProblemHttpResult>> Handle(
        [AsParameters] Periode periode, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, TimeProvider tid, CancellationToken avbrutt) =>
        periode.Svar(Koder, (fra, til) => db.Database.SqlQuery<Statistikkrad>(
            $"""
            WITH mottatt AS (
                SELECT soeknad_ny(type, soekere, mottatt) AS ny FROM soeknad WHERE mottatt BETWEEN {fra} AND {til}
            ), avslag AS (
                SELECT soeknad_ny(s.type, s.soekere, s.mottatt) AS ny
                FROM soeknad_vedtak v JOIN soeknad s ON s.id = v.soeknad_id
                WHERE v.utfall = 'avslag' AND v.dato BETWEEN {fra} AND {til}
                  AND NOT EXISTS (SELECT FROM soeknad_vedtak n WHERE n.soeknad_id = v.soeknad_id AND n.nr > v.nr AND n.dato <= {til})
            ), venter AS (
                SELECT soeknad_ny(s.type, s.soekere, s.mottatt) AS ny
                FROM soeknad s
                WHERE s.mottatt <= {til} AND (s.avsluttet IS NULL OR s.avsluttet > {til})
                  AND (SELECT v.utfall FROM soeknad_vedtak v WHERE v.soeknad_id = s.id AND v.dato <= {til} ORDER BY v.nr DESC LIMIT 1) = 'innvilget'
            ), innflyttet AS (
                SELECT coalesce(soeknad_ny(s.type, s.soekere, s.mottatt), soeknad_ny('ny', l.leietakere, l.fra - 1)) AS ny
                FROM leieforhold l LEFT JOIN soeknad s ON s.id = l.soeknad_id
                WHERE l.innflyttet BETWEEN {fra} AND {til}
            ), bosatt AS (
                SELECT grupper, avsluttet - mottatt AS dager FROM soeknad WHERE status = 'bosatt' AND avsluttet BETWEEN {fra} AND {til}
            ), grupper AS (
                SELECT gruppe, count(*)::int AS antall, percentile_cont(0.5) WITHIN GROUP (ORDER BY dager) AS dager FROM bosatt CROSS JOIN unnest(grupper) gruppe GROUP BY gruppe
            ), tall AS (
                SELECT 'soeknader' AS kode, count(*)::int AS antall FROM mottatt
                UNION ALL SELECT 'soeknader-nye', count(*) FILTER (WHERE ny) FROM mottatt
                UNION ALL SELECT 'avslag', count(*) FROM avslag
                UNION ALL SELECT 'avslag-nye', count(*) FILTER (WHERE ny) FROM avslag
                UNION ALL SELECT 'venteliste', count(*) FROM venter
                UNION ALL SELECT 'venteliste-nye', count(*) FILTER (WHERE ny) FROM venter
                UNION ALL SELECT 'nyinnflyttede', count(*) FILTER (WHERE ny) FROM innflyttet
            )
            SELECT kode AS "Kode", '' AS "Gruppe", antall::numeric AS "Verdi", antall::int AS "Husstander" FROM tall
            UNION ALL SELECT 'ventetid', '', percentile_cont(0.5) WITHIN GROUP (ORDER BY dager)::numeric, count(*)::int FROM bosatt
            UNION ALL SELECT 'bosatt-etter-gruppe', gruppe, antall, antall FROM grupper
            UNION ALL SELECT 'ventetid-etter-gruppe', gruppe, dager::numeric, antall FROM grupper
            ORDER BY 1, 2
            """), profil, bruker, tid, avbrutt);
}
