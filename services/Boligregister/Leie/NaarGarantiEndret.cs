using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>
/// NAV guarantees for a lease. What NAV has granted stands, also where it is more than the contract can use of it together
/// with the depositum (husleieloven § 3-6): who reads the lease sees both.
/// </summary>
internal sealed class NaarGarantiInnvilget(BoligregisterDb db) : Naar<GarantiInnvilget>
{
    public override Task Handle(GarantiInnvilget hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.NoterGaranti(
        hendelse.LeieforholdId,
        $"""
        INSERT INTO leieforhold_garanti (garanti_id, leieforhold_id, beloep, fra, til)
        VALUES ({hendelse.GarantiId}, {hendelse.LeieforholdId}, {hendelse.Beloep}, {hendelse.Fra}, {hendelse.Til})
        ON CONFLICT (garanti_id) DO UPDATE SET beloep = excluded.beloep, fra = excluded.fra, til = excluded.til
        """,
        avbrutt);
}

/// <summary>NAV has released one: it is secured by the others.</summary>
internal sealed class NaarGarantiFrigitt(BoligregisterDb db) : Naar<GarantiFrigitt>
{
    public override Task Handle(GarantiFrigitt hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.NoterGaranti(
        hendelse.LeieforholdId,
        $"""
        INSERT INTO leieforhold_garanti (garanti_id, leieforhold_id, frigitt) VALUES ({hendelse.GarantiId}, {hendelse.LeieforholdId}, {hendelse.Dato})
        ON CONFLICT (garanti_id) DO UPDATE SET frigitt = excluded.frigitt
        """,
        avbrutt);
}

/// <summary>What these have in common.</summary>
internal static class StilteGarantier
{
    /// <summary>
    /// Notes what was told of one garanti; the lease's is then the sum of those not released, in the place of what was written when it was entered into. The same told again, or
    /// the release first, comes to the same. Others about the same lease wait, so that no sum misses one.
    /// </summary>
    public static async Task NoterGaranti(this BoligregisterDb db, Guid leieforholdId, FormattableString note, CancellationToken avbrutt)
    {
        if ((await db.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM leieforhold WHERE id = {leieforholdId} FOR UPDATE").ToListAsync(avbrutt)).Count == 0)
            return;
        await db.Database.ExecuteSqlAsync(note, avbrutt);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE leieforhold l SET garanti = s.sum
            FROM (SELECT coalesce(sum(beloep), 0) AS sum FROM leieforhold_garanti WHERE leieforhold_id = {leieforholdId} AND frigitt IS NULL) s
            WHERE l.id = {leieforholdId} AND l.garanti <> s.sum
            """,
            avbrutt);
    }
}
