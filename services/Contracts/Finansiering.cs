namespace Boligsosial.Contracts.Finansiering;

/// <summary>A startlån was paid out: the borrowers have bought a dwelling.</summary>
/// <param name="LaanId">The loan.</param>
/// <param name="Laantakere">The borrowers' pseudonyms (personRef).</param>
/// <param name="Dato">The day.</param>
/// <param name="Overtakelse">The day on which they take over the dwelling they bought, when it is known.</param>
public sealed record StartlaanUtbetalt(
    Guid LaanId, Guid[] Laantakere, DateOnly Dato, DateOnly? Overtakelse) : IHendelse
{
    Guid IHendelse.Aggregat => LaanId;
}
