using Boligsosial.ServiceDefaults.Persons;

namespace Boligsosial.MidlertidigBotilbud;

/// <summary>What was said in boligregister holds here too.</summary>
internal sealed class NaarAdressesperreEndretIBoligregister(MidlertidigBotilbudDb db) : NaarAdressesperreEndret<Contracts.Boligregister.AdressesperreEndret>(db);

/// <summary>What was said in finansiering holds here too.</summary>
internal sealed class NaarAdressesperreEndretIFinansiering(MidlertidigBotilbudDb db) : NaarAdressesperreEndret<Contracts.Finansiering.AdressesperreEndret>(db);

/// <summary>What was said in boligsosial-enhet holds here too.</summary>
internal sealed class NaarAdressesperreEndretIBoligsosialEnhet(MidlertidigBotilbudDb db) : NaarAdressesperreEndret<Contracts.BoligsosialEnhet.AdressesperreEndret>(db);
