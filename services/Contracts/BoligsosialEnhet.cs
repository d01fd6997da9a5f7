namespace Boligsosial.Contracts.BoligsosialEnhet;

/// <summary>How a person's address is protected was set in boligsosial-enhet (folkeregisterloven § 10-4).</summary>
/// <param name="PersonRef">The person's pseudonym.</param>
/// <param name="Gradering">«ugradert», «fortrolig» or «strengt-fortrolig».</param>
/// <param name="Satt">When: of all services' words on a person the last holds.</param>
public sealed record AdressesperreEndret(
    Guid PersonRef, string Gradering, DateTimeOffset Satt) : IAdressesperreEndret;
