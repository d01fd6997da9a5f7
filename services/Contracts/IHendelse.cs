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
