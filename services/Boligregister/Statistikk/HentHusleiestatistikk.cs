using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Statistikk;

/// <summary>How much of the rent is owed, and how many fravikelser were warned of, averted and carried out.</summary>
internal static class HentHusleiestatistikk
{
    private static readonly string[] Koder =
    [
        "inngaaende-saldo", "fakturert", "utgaaende-saldo", "restanse-prosent", "fravikelser-varslet", "fravikelser-avverget", "fravikelser-gjennomfoert",
    ];

    public static void Map(IEndpointRouteBuilder statistikk) => statistikk.MapGet("/husleie", Handle)
        .Krever(Tilganger.LesStatistikk)
        .WithName(nameof(HentHusleiestatistikk))
        .WithSummary("Hent statistikk over restanser og fravikelser")
        .WithDescription("Til andre systemer utelates små tall om husstander. Koder: ugyldig (400).")
        .ProducesProblem(400);

    /// <summary>What is owed at a day is what is owed now, less what has been posted since: postings of years ago are not read.</summary>
    private static Task<Results<Ok<Statistikksvar>, ProblemHttpResult>> Handle(
        [AsParameters] Periode periode, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, TimeProvider tid, CancellationToken avbrutt) =>
        periode.Svar(Koder, (fra, til) => db.Database.SqlQuery<Statistikkrad>(
            $"""
            WITH naa AS (
                SELECT coalesce(sum(fordring), 0) AS saldo FROM husleiekonto
            ), poster AS (
                SELECT coalesce(sum(fordring), 0) AS alt, coalesce(sum(fordring) FILTER (WHERE dato > {til}), 0) AS etter,
                       coalesce(sum(fordring) FILTER (WHERE dato <= {til} AND type IN ('krav', 'tillegg', 'kreditering')), 0) AS fakturert
                FROM husleiepost WHERE dato >= {fra}
            ), saldo AS (
                SELECT saldo - alt AS inn, fakturert, saldo - etter AS ut FROM naa CROSS JOIN poster
            ), utfall AS (
                SELECT utfall, CASE WHEN utfall = 'avverget' THEN coalesce(aarsak, '') WHEN barn > 0 THEN 'med barn' ELSE 'uten barn' END AS gruppe, count(*)::int AS antall
                FROM fravikelsessak WHERE avsluttet BETWEEN {fra} AND {til} GROUP BY 1, 2
            ), varslet AS (
                SELECT count(*)::int AS antall FROM fravikelsessak WHERE nav_varslet BETWEEN {fra} AND {til}
            )
            SELECT 'inngaaende-saldo' AS "Kode", '' AS "Gruppe", inn::numeric AS "Verdi", NULL::int AS "Husstander" FROM saldo
            UNION ALL SELECT 'fakturert', '', fakturert, NULL FROM saldo
            UNION ALL SELECT 'utgaaende-saldo', '', ut, NULL FROM saldo
            UNION ALL SELECT 'restanse-prosent', '', round(100 * ut / nullif(inn + fakturert, 0), 2), NULL FROM saldo
            UNION ALL SELECT 'fravikelser-varslet', '', antall, antall FROM varslet
            UNION ALL SELECT concat('fravikelser-', utfall), gruppe, antall, antall FROM utfall
            ORDER BY 1, 2
            """), profil, bruker, tid, avbrutt);
}
