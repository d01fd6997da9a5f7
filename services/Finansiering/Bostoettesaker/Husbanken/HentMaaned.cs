using System.ComponentModel;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Bostoettesaker.Husbanken;

/// <summary>How a month stands: what is sent, decided and paid, and which cases somebody should ask Husbanken about.</summary>
internal static class HentMaaned
{
    private const int Flest = 500;

    /// <summary>A month; of the cases that the caller sees.</summary>
    /// <param name="Maaned">The month.</param>
    /// <param name="Soeknadsfrist">The last day to apply for it.</param>
    /// <param name="Utbetales">When it is paid.</param>
    /// <param name="Usendt">Paper applications that are complete, count for it or an earlier month and are not sent.</param>
    /// <param name="Sendt">Paper applications that count for it and are sent.</param>
    /// <param name="Innvilget">Vedtak that are granted.</param>
    /// <param name="Avslag">Vedtak that are refused.</param>
    /// <param name="Utbetalt">Grants with a confirmed payment.</param>
    /// <param name="SumUtbetalt">Kroner that are confirmed.</param>
    /// <param name="Uteblitt">Grants whose day of payment is past and that no payment is confirmed for: the cases, 500 at most.</param>
    /// <param name="Avvik">Grants paid with another sum than the vedtak says, or not to who should have it by the transfer: the cases, 500 at most.</param>
    public sealed record Response(
        DateOnly Maaned, DateOnly Soeknadsfrist, DateOnly Utbetales, int Usendt, int Sendt, int Innvilget, int Avslag, int Utbetalt, decimal SumUtbetalt, IReadOnlyList<Guid> Uteblitt, IReadOnlyList<Guid> Avvik);

    public static void Map(IEndpointRouteBuilder husbanken) => husbanken.MapGet("/maaned", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName(nameof(HentMaaned))
        .WithSummary("Følg en måned med bostøtte")
        .WithDescription("Det som er sendt, avgjort og utbetalt, og sakene der utbetalingen er uteblitt eller avviker. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        [Description("En dag i måneden; inneværende måned når den mangler.")] DateOnly? maaned, FinansieringDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var idag = tid.Idag();
        var dag = maaned ?? idag;
        if (dag.Year is < 2017 or > 2199)
            return Problem.Invalid([new("ugyldig-verdi", "Må være fra 2017 til 2199.", Felt: "maaned")]);

        var foerste = new DateOnly(dag.Year, dag.Month, 1);
        var sum = await Summer(db, foerste, bruker, avbrutt);
        var merket = await Merkede(db, foerste, idag, bruker, avbrutt);
        await logg.Les(bruker, merket.Select(m => new Bruk(Handling.Lest, new PersonRef(m.Soeker), "bostoette", "saksbehandling", $"bostoettesak/{m.Id}")), avbrutt);
        return TypedResults.Ok(new Response(
            foerste, Bostoettefrister.Soeknadsfrist(foerste), Bostoettefrister.Utbetales(foerste), sum.Usendt, sum.Sendt, sum.Innvilget, sum.Avslag, sum.Utbetalt, sum.SumUtbetalt,
            [.. merket.Where(m => m.Uteblitt).Select(m => m.Id)], [.. merket.Where(m => !m.Uteblitt).Select(m => m.Id)]));
    }

    private static Task<Sumrad> Summer(FinansieringDb db, DateOnly maaned, Bruker bruker, CancellationToken avbrutt) => db.Database.SqlQuery<Sumrad>(
        $"""
        WITH synlig AS (
            SELECT * FROM bostoettesak WHERE enhet = {bruker.Enhet} AND NOT person_skjult(soeker, {bruker.Skjermet})
        )
        SELECT (SELECT count(*)::int FROM synlig WHERE status = 'mottatt' AND kanal = 'papir' AND forsendelse_id IS NULL AND maaned <= {maaned}) AS "Usendt",
               (SELECT count(*)::int FROM synlig WHERE sendt IS NOT NULL AND maaned = {maaned}) AS "Sendt",
               (count(*) FILTER (WHERE v.kode = 'V00'))::int AS "Innvilget", (count(*) FILTER (WHERE v.kode <> 'V00'))::int AS "Avslag",
               count(b.beloep)::int AS "Utbetalt", coalesce(sum(b.beloep), 0) AS "SumUtbetalt"
        FROM synlig s JOIN bostoettevedtak v ON v.sak_id = s.id AND v.maaned = {maaned}
        LEFT JOIN LATERAL (SELECT sum(beloep) AS beloep FROM bostoetteutbetaling WHERE sak_id = s.id AND maaned = {maaned}) b ON true
        """).SingleAsync(avbrutt);

    private static Task<List<Merket>> Merkede(FinansieringDb db, DateOnly maaned, DateOnly idag, Bruker bruker, CancellationToken avbrutt) => db.Database.SqlQuery<Merket>(
        $"""
        WITH m AS (
            SELECT s.id, s.soeker, u.sak_id IS NULL AS uteblitt, row_number() OVER (PARTITION BY u.sak_id IS NULL ORDER BY s.id) AS nr
            FROM bostoettesak s JOIN bostoettevedtak v ON v.sak_id = s.id AND v.maaned = {maaned} AND v.kode = 'V00'
            LEFT JOIN LATERAL (
                SELECT sak_id, sum(beloep) AS beloep, bool_or((mottaker = 'kommune') <> coalesce(dato >= s.overfoeres_fra AND (s.overfoeres_til IS NULL OR dato < s.overfoeres_til), false)) AS feil_mottaker
                FROM bostoetteutbetaling WHERE sak_id = s.id AND maaned = {maaned} GROUP BY sak_id) u ON true
            WHERE s.enhet = {bruker.Enhet} AND NOT person_skjult(s.soeker, {bruker.Skjermet})
              AND (u.sak_id IS NULL AND v.utbetales < {idag} OR u.beloep <> v.beloep OR u.feil_mottaker)
        )
        SELECT id AS "Id", soeker AS "Soeker", uteblitt AS "Uteblitt" FROM m WHERE nr <= {Flest} ORDER BY id
        """).ToListAsync(avbrutt);

    private sealed record Sumrad(int Usendt, int Sendt, int Innvilget, int Avslag, int Utbetalt, decimal SumUtbetalt);

    private sealed record Merket(Guid Id, Guid Soeker, bool Uteblitt);
}
