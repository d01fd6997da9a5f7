namespace Boligsosial.Contracts.Finansiering;

/// <summary>A startlån was granted: the applicants have a finansieringsbevis and may buy. Nothing is paid out yet.</summary>
/// <param name="SoeknadId">The application.</param>
/// <param name="Soekere">The applicants' pseudonyms (personRef).</param>
/// <param name="Dato">The day of the vedtak.</param>
/// <param name="GyldigTil">The last day on which the bevis can be used, unless it is extended.</param>
public sealed record StartlaanInnvilget(
    Guid SoeknadId, Guid[] Soekere, DateOnly Dato, DateOnly GyldigTil) : IHendelse
{
    Guid IHendelse.Aggregat => SoeknadId;
}

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

/// <summary>How a person's address is protected was set in finansiering (folkeregisterloven § 10-4).</summary>
/// <param name="PersonRef">The person's pseudonym.</param>
/// <param name="Gradering">«ugradert», «fortrolig» or «strengt-fortrolig».</param>
/// <param name="Satt">When: of all services' words on a person the last holds.</param>
public sealed record AdressesperreEndret(
    Guid PersonRef, string Gradering, DateTimeOffset Satt) : IAdressesperreEndret;
