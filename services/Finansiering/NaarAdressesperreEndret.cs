using Boligsosial.ServiceDefaults.Persons;

namespace Boligsosial.Finansiering;

/// <summary>What was said in boligregister holds here too.</summary>
internal sealed class NaarAdressesperreEndretIBoligregister(FinansieringDb db) : NaarAdressesperreEndret<Contracts.Boligregister.AdressesperreEndret>(db);

/// <summary>What was said in midlertidig-botilbud holds here too.</summary>
internal sealed class NaarAdressesperreEndretIMidlertidigBotilbud(FinansieringDb db) : NaarAdressesperreEndret<Contracts.MidlertidigBotilbud.AdressesperreEndret>(db);

/// <summary>What was said in boligsosial-enhet holds here too.</summary>
internal sealed class NaarAdressesperreEndretIBoligsosialEnhet(FinansieringDb db) : NaarAdressesperreEndret<Contracts.BoligsosialEnhet.AdressesperreEndret>(db);
