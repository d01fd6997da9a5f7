using Boligsosial.Felles;

namespace Boligsosial.ServiceDefaults.Persons;

/// <summary>
/// What a service holds on a person beside the identity, for the person's own right to see it (personvernforordningen
/// art. 15). One class for each kind of data; found by its type, as <c>Naar&lt;&gt;</c> is.
/// </summary>
public abstract class Persondata
{
    /// <summary>What it is: «leieforhold».</summary>
    public abstract string Navn { get; }

    /// <summary>All of it, whichever unit has it; as the API shows it elsewhere.</summary>
    public abstract Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt);
}
