using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>Adds up every posting of the unit and every payment from the bank, and says whether the books balance.</summary>
internal static class KontrollerReskontro
{
    /// <summary>The unit's books; debit is above 0, credit below, and all of them are 0 together.</summary>
    /// <param name="Husleiefordring">What the accounts say that the tenants owe.</param>
    /// <param name="Leieinntekt">Rent: krav and tillegg less kreditering.</param>
    /// <param name="Bank">What came from the bank less what was paid back.</param>
    /// <param name="UavklarteInnbetalinger">Of it, what nobody has placed.</param>
    /// <param name="TapPaaKrav">Written off, less what has come in on it or been credited since.</param>
    /// <param name="Sum">Of all; 0.</param>
    /// <param name="AvskrevetKrav">Beside the accounts: written off and still owed.</param>
    /// <param name="Avvik">Leases whose account is not the sum of its postings, or whose unpaid krav are not theirs; 0.</param>
    public sealed record Kontroll(
        decimal Husleiefordring, decimal Leieinntekt, decimal Bank, decimal UavklarteInnbetalinger, decimal TapPaaKrav, decimal Sum, decimal AvskrevetKrav, int Avvik);

    private const int Tidsfrist = 600;

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapGet("/kontroll", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(KontrollerReskontro))
        .WithSummary("Kontroller at reskontroen går opp")
        .WithDescription("Summerer alle posteringer og innbetalinger i enheten. Koder: ingen egne.");

    private static async Task<Ok<Kontroll>> Handle(BoligregisterDb db, Bruker bruker, CancellationToken avbrutt)
    {
        db.Database.SetCommandTimeout(Tidsfrist);
        var sum = (await db.Database.SqlQuery<Sumrad>(
            $"""
            WITH poster AS (
                SELECT p.leieforhold_id, sum(p.fordring) AS fordring, sum(p.avskrevet) AS avskrevet,
                       sum(p.fordring + p.avskrevet) FILTER (WHERE p.forfall IS NOT NULL) AS leie,
                       sum(p.fordring) FILTER (WHERE p.type = 'tilbakebetaling') AS tilbakebetalt,
                       sum(p.fordring) FILTER (WHERE p.type = 'avskrivning') AS tap,
                       sum(p.avskrevet) FILTER (WHERE p.type <> 'avskrivning') AS innkommet
                FROM husleiepost p JOIN husleiekonto k USING (leieforhold_id) WHERE k.enhet = {bruker.Enhet} GROUP BY p.leieforhold_id),
            avvik AS (
                SELECT count(*) AS antall FROM husleiekonto k LEFT JOIN poster p USING (leieforhold_id)
                WHERE k.enhet = {bruker.Enhet}
                  AND ((k.fordring, k.avskrevet) IS DISTINCT FROM (coalesce(p.fordring, 0), coalesce(p.avskrevet, 0))
                       OR (k.aapne_forfall, k.aapne_ubetalt) <> (
                           SELECT coalesce(array_agg(a.forfall ORDER BY a.forfall), ARRAY[]::date[]), coalesce(array_agg(a.ubetalt ORDER BY a.forfall), ARRAY[]::numeric[])
                           FROM husleie_aapne_krav(k.leieforhold_id, 'infinity') a WHERE k.fordring + k.avskrevet > 0))),
            banken AS (
                SELECT coalesce(sum(beloep), 0) AS inn, coalesce(sum(beloep) FILTER (WHERE leieforhold_id IS NULL), 0) AS uavklart FROM innbetaling WHERE enhet = {bruker.Enhet})
            SELECT coalesce(sum(p.fordring), 0) AS "Fordring", coalesce(sum(p.avskrevet), 0) AS "Avskrevet", coalesce(-sum(p.leie), 0) AS "Leie",
                   (SELECT inn FROM banken) - coalesce(sum(p.tilbakebetalt), 0) AS "Bank", -(SELECT uavklart FROM banken) AS "Uavklart",
                   coalesce(-sum(p.tap), 0) + coalesce(sum(p.innkommet), 0) AS "Tap", (SELECT antall FROM avvik)::integer AS "Avvik"
            FROM poster p
            """).ToListAsync(avbrutt))[0];
        return TypedResults.Ok(new Kontroll(
            sum.Fordring, sum.Leie, sum.Bank, sum.Uavklart, sum.Tap, sum.Fordring + sum.Leie + sum.Bank + sum.Uavklart + sum.Tap, sum.Avskrevet, sum.Avvik));
    }

    private sealed record Sumrad(decimal Fordring, decimal Avskrevet, decimal Leie, decimal Bank, decimal Uavklart, decimal Tap, int Avvik);
}
