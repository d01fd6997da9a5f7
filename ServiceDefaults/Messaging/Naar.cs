using Boligsosial.Contracts;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>
/// What a service does when something has happened in another. Found by its type, with the
/// service's DbContext in its constructor. It runs in the transaction that also notes the message as applied: changes that
/// it tracks are saved for it, SQL that it runs on the same DbContext is part of it, and a message that comes twice does
/// not reach it. It may see an event of long ago (rebuild, replay): the day it happened is <see cref="Mottatt.Tidspunkt"/>,
/// never today.
/// </summary>
public abstract class Naar<TEvent> : Naar
    where TEvent : IHendelse
{
    /// <summary>Applies the event. An exception means: not now; it is tried again, and in the end put among the dead letters.</summary>
    public abstract Task Handle(TEvent hendelse, Mottatt mottatt, CancellationToken avbrutt);

    internal sealed override Task Handle(object hendelse, Mottatt mottatt, CancellationToken avbrutt) => Handle((TEvent)hendelse, mottatt, avbrutt);
}

/// <summary>See <see cref="Naar{TEvent}"/>, which is what to derive from.</summary>
public abstract class Naar
{
    private protected Naar()
    {
    }

    /// <summary>
    /// Throws away what this reaction has kept, before it is given the publisher's whole history again. In a transaction;
    /// the default refuses: then the reaction cannot be rebuilt.
    /// </summary>
    public virtual Task Toem(CancellationToken avbrutt) => throw new NotSupportedException($"{GetType().Name} cannot be rebuilt.");

    internal abstract Task Handle(object hendelse, Mottatt mottatt, CancellationToken avbrutt);
}

/// <summary>About the message that an event came in.</summary>
/// <param name="Id">The same however many times it comes.</param>
/// <param name="Tidspunkt">When it happened, by the publisher's database.</param>
/// <param name="Utgiver">The service that told it.</param>
public sealed record Mottatt(Guid Id, DateTimeOffset Tidspunkt, string Utgiver);
