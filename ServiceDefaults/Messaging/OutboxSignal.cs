using System.Data.Common;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>Wakes one who waits; several wakings before he looks are one.</summary>
internal abstract class Signal : IDisposable
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
}

/// <summary>To <see cref="HeldMessages"/>: a message was held, or may go on.</summary>
internal sealed class HeldSignal : Signal;

/// <summary>To <see cref="History"/>: someone has asked for it.</summary>
internal sealed class HistorySignal : Signal;

/// <summary>To the relay of this process: something that was published has been committed.</summary>
internal sealed class OutboxSignal : Signal
{
    /// <summary>After SaveChanges outside a transaction.</summary>
    internal sealed class OnSave(OutboxSignal signal) : SaveChangesInterceptor
    {
        public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context is ServiceDbContext { Database.CurrentTransaction: null } db)
                signal.Committed(db);
            return new(result);
        }
    }

    /// <summary>After the commit of a transaction.</summary>
    internal sealed class OnCommit(OutboxSignal signal) : DbTransactionInterceptor
    {
        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (eventData.Context is ServiceDbContext db)
                signal.Committed(db);
            return Task.CompletedTask;
        }
    }

    private void Committed(ServiceDbContext db)
    {
        if (!db.Published)
            return;
        db.Published = false;
        Set();
    }
}
