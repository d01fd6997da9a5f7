using Boligsosial.Boligregister.Husleie.Regler;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>What is unpaid, by lease.</summary>
internal static class Restanser
{
    /// <summary>On a day: as the ledger was that day.</summary>
    public static async Task<ILookup<Guid, Restansealder.Aapent>> Aapne(this BoligregisterDb db, Guid[] leieforhold, DateOnly dag, CancellationToken avbrutt) =>
        (await db.Database.SqlQuery<Rad>(
            $"""
            SELECT l AS "LeieforholdId", a.forfall AS "Forfall", a.ubetalt AS "Ubetalt"
            FROM unnest({leieforhold}) l CROSS JOIN LATERAL husleie_aapne_krav(l, {dag}) a ORDER BY a.forfall
            """).ToListAsync(avbrutt)).ToLookup(r => r.LeieforholdId, r => new Restansealder.Aapent(r.Forfall, r.Ubetalt));

    private sealed record Rad(Guid LeieforholdId, DateOnly Forfall, decimal Ubetalt);
}
