using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Statistikk;

/// <summary>How dwellings change tenants: omløp, tomgang, and who went on to own.</summary>
internal static class HentGjennomstroemning
{
    private static readonly string[] Koder = ["utflyttinger", "omloep-boliger", "omloep-prosent", "tomgang-dager", "tomgang-kroner", "leie-til-eie"];

    public static void Map(IEndpointRouteBuilder statistikk) => statistikk.MapGet("/gjennomstroemning", Handle)
        .Krever(Tilganger.LesStatistikk)
        .WithName(nameof(HentGjennomstroemning))
        .WithSummary("Hent statistikk over omløp, tomgang og leie til eie")
        .WithDescription("Til andre systemer utelates små tall om husstander. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static Task<Results<Ok<Statistikksvar>, ProblemHttpResult>> Handle(
        [AsParameters] Periode periode, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, TimeProvider tid, CancellationToken avbrutt) =>
        periode.Svar(Koder, (fra, til) => db.Database.SqlQuery<Statistikkrad>(
            $"""
            WITH ut AS (
                SELECT b.kategori, count(*)::int AS antall FROM leieforhold l JOIN bolig b ON b.id = l.bolig_id
                WHERE l.utflyttet BETWEEN {fra} AND {til} AND b.disposisjonsform = 'eid' GROUP BY b.kategori
            ), egne AS (
                SELECT kategori, count(*)::int AS antall FROM boligmasse({til}) WHERE disposisjonsform = 'eid' GROUP BY kategori
            ), tomt AS (
                SELECT sum(dager) AS dager, round(sum(dager * maanedsleie / 30), 2) AS kroner
                FROM (SELECT least(til, {til}::date + 1) - greatest(fra, {fra}) AS dager, maanedsleie FROM tomgang WHERE fra <= {til} AND (til IS NULL OR til > {fra})) t
            )
            SELECT 'utflyttinger' AS "Kode", kategori AS "Gruppe", antall::numeric AS "Verdi", antall AS "Husstander" FROM ut
            UNION ALL SELECT 'omloep-boliger', kategori, antall, NULL FROM egne
            UNION ALL SELECT 'omloep-prosent', kategori, round(100.0 * coalesce(ut.antall, 0) / egne.antall, 1), ut.antall FROM egne LEFT JOIN ut USING (kategori)
            UNION ALL SELECT 'tomgang-dager', '', coalesce(dager, 0), NULL FROM tomt
            UNION ALL SELECT 'tomgang-kroner', '', coalesce(kroner, 0), NULL FROM tomt
            UNION ALL SELECT 'leie-til-eie', concat(b.kategori, ' · ', b.disposisjonsform), count(*), count(*)::int
                FROM leieforhold l JOIN bolig b ON b.id = l.bolig_id
                WHERE l.utflyttet BETWEEN {fra} AND {til} AND l.opphoert_aarsak = 'kjoept-bolig' GROUP BY 2
            ORDER BY 1, 2
            """), profil, bruker, tid, avbrutt);
}
