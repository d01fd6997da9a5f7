namespace Boligsosial.Contracts;

/// <summary>
/// Something that has happened, told by the service that owns it. Past tense, ids and facts; never a name, a fødselsnummer
/// or a health fact. Its name outside the code is «{publishing service}.{event}», from the namespace and the type:
/// «boligregister.bolig-endret». Fields are only added; what would break a consumer is a new event.
/// </summary>
public interface IHendelse
{
    /// <summary>The aggregate that it happened to. Events of one aggregate arrive in the order in which they happened.</summary>
    Guid Aggregat { get; }
}

/// <summary>
/// A service has set how a person's address is protected. Each that has people tells it in an event of its own, and takes the others': of all that was said
/// of a person the last holds.
/// </summary>
public interface IAdressesperreEndret : IHendelse
{
    Guid IHendelse.Aggregat => PersonRef;

    /// <summary>The person's pseudonym.</summary>
    Guid PersonRef { get; }

    /// <summary>«ugradert», «fortrolig» or «strengt-fortrolig».</summary>
    string Gradering { get; }

    /// <summary>When it was said.</summary>
    DateTimeOffset Satt { get; }
}
