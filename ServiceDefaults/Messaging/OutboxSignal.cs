using System.Data.Common;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>Wakes the relay of this process when something that was published has been committed.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _woken = new(0, 1);

    public void Set()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    /// <summary>True when woken, false when <paramref name="longest"/> had passed.</summary>
    public Task<bool> Wait(TimeSpan longest, CancellationToken avbrutt) => _woken.WaitAsync(longest, avbrutt);

    public void Dispose() => _woken.Dispose();

    /// <summary>After SaveChanges outside a transaction.</summary>
    internal sealed class OnSave(OutboxSignal signal) : SaveChangesInterceptor
    {
        public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context is ServiceDbContext { Published: true, Database.CurrentTransaction: null } db)
                Committed(signal, db);
            return new(result);
        }
    }

    /// <summary>After the commit of a transaction.</summary>
    internal sealed class OnCommit(OutboxSignal signal) : DbTransactionInterceptor
    {
        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (eventData.Context is ServiceDbContext { Published: true } db)
                Committed(signal, db);
            return Task.CompletedTask;
        }
    }

    private static void Committed(OutboxSignal signal, ServiceDbContext db)
    {
        db.Published = false;
        signal.Set();
    }
}
