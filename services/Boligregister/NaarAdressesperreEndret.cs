using Boligsosial.ServiceDefaults.Persons;

namespace Boligsosial.Boligregister;

/// <summary>What was said in finansiering holds here too.</summary>
internal sealed class NaarAdressesperreEndretIFinansiering(BoligregisterDb db) : NaarAdressesperreEndret<Contracts.Finansiering.AdressesperreEndret>(db);

/// <summary>What was said in midlertidig-botilbud holds here too.</summary>
internal sealed class NaarAdressesperreEndretIMidlertidigBotilbud(BoligregisterDb db) : NaarAdressesperreEndret<Contracts.MidlertidigBotilbud.AdressesperreEndret>(db);

/// <summary>What was said in boligsosial-enhet holds here too.</summary>
internal sealed class NaarAdressesperreEndretIBoligsosialEnhet(BoligregisterDb db) : NaarAdressesperreEndret<Contracts.BoligsosialEnhet.AdressesperreEndret>(db);
