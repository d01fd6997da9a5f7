using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>Keeping the ledger while others do: a run over the unit has it alone, single postings wait for the account only.</summary>
internal static class Reskontro
{
    private const int Tidsfrist = 600;

    /// <summary>Null where a transaction is open, as with an Idempotency-Key.</summary>
    public static async Task<IDbContextTransaction?> Begynn(this BoligregisterDb db, CancellationToken avbrutt) =>
        db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;

    /// <summary>Saves and, where the transaction is ours, commits.</summary>
    public static async Task Fullfoer(this BoligregisterDb db, IDbContextTransaction? transaksjon, CancellationToken avbrutt)
    {
        await db.SaveChangesAsync(avbrutt);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
    }

    /// <summary>Nobody else posts for the unit until the transaction ends.</summary>
    public static async Task LaasReskontro(this BoligregisterDb db, string enhet, CancellationToken avbrutt)
    {
        db.Database.SetCommandTimeout(Tidsfrist);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('husleie/' || {enhet}, 0))", avbrutt);
    }

    /// <summary>Nobody else posts on the account until the transaction ends.</summary>
    public static async Task<Husleiekonto> LaasKonto(this BoligregisterDb db, string enhet, Guid leieforhold, CancellationToken avbrutt)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(hashtextextended('husleie/' || {enhet}, 0))", avbrutt);
        return (await db.Set<Husleiekonto>().FromSql($"SELECT * FROM husleiekonto WHERE leieforhold_id = {leieforhold} FOR UPDATE").AsNoTracking().ToListAsync(avbrutt)).Single();
    }
}
