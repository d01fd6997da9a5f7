using Boligsosial.ServiceDefaults.Persons;

namespace Boligsosial.BoligsosialEnhet;

/// <summary>What was said in boligregister holds here too.</summary>
internal sealed class NaarAdressesperreEndretIBoligregister(BoligsosialEnhetDb db) : NaarAdressesperreEndret<Contracts.Boligregister.AdressesperreEndret>(db);

/// <summary>What was said in finansiering holds here too.</summary>
internal sealed class NaarAdressesperreEndretIFinansiering(BoligsosialEnhetDb db) : NaarAdressesperreEndret<Contracts.Finansiering.AdressesperreEndret>(db);

/// <summary>What was said in midlertidig-botilbud holds here too.</summary>
internal sealed class NaarAdressesperreEndretIMidlertidigBotilbud(BoligsosialEnhetDb db) : NaarAdressesperreEndret<Contracts.MidlertidigBotilbud.AdressesperreEndret>(db);
