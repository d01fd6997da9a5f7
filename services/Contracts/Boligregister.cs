namespace Boligsosial.Contracts.Boligregister;

/// <summary>A dwelling was registered, or something of what others need to know about it changed. Carries all of it as it is now.</summary>
/// <param name="BoligId">The dwelling; the same id in every service.</param>
/// <param name="Omraade">The municipality's own housing area: «Skodje».</param>
/// <param name="Kategori">From the kommuneprofil: «gjennomgangsbolig».</param>
/// <param name="Status">«ledig-klar», «ledig-enkel-istandsetting», «under-vedlikehold», «utleid», «reservert» or «avhendet».</param>
/// <param name="StatusFra">The day that the status began.</param>
/// <param name="Soverom">Number of bedrooms; 0 for a bedsit.</param>
/// <param name="Tilgjengelighet">«rullestol», «trinnfri» or «ordinaer».</param>
public sealed record BoligEndret(
    Guid BoligId, string Omraade, string Kategori, string Status, DateOnly StatusFra, int Soverom, string Tilgjengelighet) : IHendelse
{
    Guid IHendelse.Aggregat => BoligId;
}

/// <summary>A dwelling can be let: it is vacant and ready, or needs small repairs only.</summary>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Fra">From this day.</param>
/// <param name="EnkelIstandsetting">Whether it needs small repairs first.</param>
public sealed record BoligLedig(
    Guid BoligId, DateOnly Fra, bool EnkelIstandsetting) : IHendelse
{
    Guid IHendelse.Aggregat => BoligId;
}

/// <summary>A dwelling that could be let no longer can.</summary>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Fra">From this day.</param>
/// <param name="Status">«under-vedlikehold», «utleid», «reservert» or «avhendet».</param>
public sealed record BoligUtilgjengelig(
    Guid BoligId, DateOnly Fra, string Status) : IHendelse
{
    Guid IHendelse.Aggregat => BoligId;
}

/// <summary>An application for a municipal dwelling was received.</summary>
/// <param name="SoeknadId">The application.</param>
/// <param name="Type">«ny», «bytte» or «fornyelse».</param>
/// <param name="Mottatt">The day it came.</param>
/// <param name="Soekere">The applicants' pseudonyms (personRef).</param>
/// <param name="Voksne">Adults in the household.</param>
/// <param name="Barn">Children under 18 in the household.</param>
/// <param name="Situasjon">What holds: «nibr-1» … «nibr-5», «fare-for-aa-miste», «uegnet-bolig», «uegnet-bomiljoe».</param>
/// <param name="OversendtSak">The case in the service that sent it over; null when it came from the applicant.</param>
public sealed record SoeknadMottatt(
    Guid SoeknadId, string Type, DateOnly Mottatt, Guid[] Soekere, int Voksne, int Barn, string[] Situasjon, Guid? OversendtSak) : IHendelse
{
    Guid IHendelse.Aggregat => SoeknadId;
}

/// <summary>A vedtak was made on an application.</summary>
/// <param name="SoeknadId">The application.</param>
/// <param name="Utfall">«innvilget» or «avslag».</param>
/// <param name="Dato">The day of the vedtak.</param>
public sealed record SoeknadAvgjort(
    Guid SoeknadId, string Utfall, DateOnly Dato) : IHendelse
{
    Guid IHendelse.Aggregat => SoeknadId;
}

/// <summary>The klageinstans found a vedtak void: the application is to be decided anew.</summary>
/// <param name="SoeknadId">The application.</param>
/// <param name="Dato">The day.</param>
public sealed record SoeknadGjenaapnet(
    Guid SoeknadId, DateOnly Dato) : IHendelse
{
    Guid IHendelse.Aggregat => SoeknadId;
}

/// <summary>An application ended: housed, withdrawn, refused or lapsed. A klage may open it again (SoeknadAvgjort, SoeknadGjenaapnet).</summary>
/// <param name="SoeknadId">The application.</param>
/// <param name="Aarsak">«bosatt», «trukket», «utloept» or «avslag».</param>
/// <param name="Dato">The day.</param>
public sealed record SoeknadAvsluttet(
    Guid SoeknadId, string Aarsak, DateOnly Dato) : IHendelse
{
    Guid IHendelse.Aggregat => SoeknadId;
}

/// <summary>A dwelling was allocated to an applicant, who said yes.</summary>
/// <param name="BoligId">The dwelling.</param>
/// <param name="SoeknadId">The application.</param>
/// <param name="Dato">The day.</param>
/// <param name="Ventedager">Days from the application was received.</param>
public sealed record BoligTildelt(
    Guid BoligId, Guid SoeknadId, DateOnly Dato, int Ventedager) : IHendelse
{
    Guid IHendelse.Aggregat => SoeknadId;
}

/// <summary>A lease was entered into.</summary>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="SoeknadId">The application that it came of, when there is one.</param>
/// <param name="Fra">First day.</param>
/// <param name="Til">The day after the last; null: tidsubestemt.</param>
/// <param name="Leietakere">The tenants' pseudonyms (personRef).</param>
/// <param name="Barn">Children under 18 who live there; null: told before this was told.</param>
public sealed record LeieforholdInngaatt(
    Guid LeieforholdId, Guid BoligId, Guid? SoeknadId, DateOnly Fra, DateOnly? Til, Guid[] Leietakere, int? Barn = null) : IHendelse
{
    Guid IHendelse.Aggregat => LeieforholdId;
}

/// <summary>The rent of a lease was fixed: when it was entered into, and each time it is regulated.</summary>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="Fra">The first day of this rent; it may be to come.</param>
/// <param name="Maanedsleie">Kroner a month.</param>
public sealed record LeieFastsatt(
    Guid LeieforholdId, DateOnly Fra, decimal Maanedsleie) : IHendelse
{
    Guid IHendelse.Aggregat => LeieforholdId;
}

/// <summary>The keys were handed over: the tenants have moved in.</summary>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Dato">The day.</param>
/// <param name="Leietakere">The tenants' pseudonyms (personRef).</param>
public sealed record NoekkelUtlevert(
    Guid LeieforholdId, Guid BoligId, DateOnly Dato, Guid[] Leietakere) : IHendelse
{
    Guid IHendelse.Aggregat => LeieforholdId;
}

/// <summary>A lease has ended and the dwelling is handed back.</summary>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Dato">The day after the last day of the lease.</param>
/// <param name="Aarsak">«oppsigelse-leietaker», «oppsigelse-utleier», «utloept», «hevet», «fravikelse», «kjoept-bolig», «doedsfall» or «bytte».</param>
/// <param name="Leietakere">The tenants' pseudonyms (personRef).</param>
public sealed record LeieforholdOpphoert(
    Guid LeieforholdId, Guid BoligId, DateOnly Dato, string Aarsak, Guid[] Leietakere) : IHendelse
{
    Guid IHendelse.Aggregat => LeieforholdId;
}

/// <summary>A lease that runs ends on another day than was said: renewed, given notice, the notice fell, or tidsubestemt by law.</summary>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Til">The day after the last; null: tidsubestemt.</param>
public sealed record LeietidEndret(
    Guid LeieforholdId, Guid BoligId, DateOnly? Til) : IHendelse
{
    Guid IHendelse.Aggregat => LeieforholdId;
}

/// <summary>A lease for a fixed time has come within the time in which renewal is assessed.</summary>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Til">The day after the last.</param>
/// <param name="Leietakere">The tenants' pseudonyms (personRef).</param>
public sealed record LeieUtloeperSnart(
    Guid LeieforholdId, Guid BoligId, DateOnly Til, Guid[] Leietakere) : IHendelse
{
    Guid IHendelse.Aggregat => LeieforholdId;
}

/// <summary>NAV has been warned that grounds for fravikelse exist (husleieloven § 9-11).</summary>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Varslet">The day of the warning.</param>
/// <param name="TidligstBegjaering">The first day on which begjæring may be sent.</param>
/// <param name="BarnIBoligen">Whether children live there.</param>
/// <param name="Restanse">Kroner owed on that day.</param>
/// <param name="Leietakere">The tenants' pseudonyms (personRef).</param>
/// <param name="Ugradert">The unit has registered all of them with an address that is not graded; false: one is, or told before this was told.</param>
public sealed record FravikelseVarslet(
    Guid LeieforholdId, Guid BoligId, DateOnly Varslet, DateOnly TidligstBegjaering, bool BarnIBoligen, decimal Restanse, Guid[] Leietakere, bool Ugradert = false) : IHendelse
{
    Guid IHendelse.Aggregat => LeieforholdId;
}

/// <summary>Namsmannen has carried out a fravikelse.</summary>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Dato">The day.</param>
/// <param name="BarnIBoligen">Whether children lived there.</param>
/// <param name="Leietakere">The tenants' pseudonyms (personRef).</param>
/// <param name="Ugradert">The unit has registered all of them with an address that is not graded; false: one is, or told before this was told.</param>
public sealed record FravikelseGjennomfoert(
    Guid LeieforholdId, Guid BoligId, DateOnly Dato, bool BarnIBoligen, Guid[] Leietakere, bool Ugradert = false) : IHendelse
{
    Guid IHendelse.Aggregat => LeieforholdId;
}

/// <summary>What had been warned of will not happen.</summary>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Dato">The day.</param>
/// <param name="Aarsak">«betalt», «betalingsavtale», «restanse-dekket», «frivillig-forvaltning» or «frafalt».</param>
/// <param name="Leietakere">The tenants' pseudonyms (personRef).</param>
public sealed record FravikelseAvverget(
    Guid LeieforholdId, Guid BoligId, DateOnly Dato, string Aarsak, Guid[] Leietakere) : IHendelse
{
    Guid IHendelse.Aggregat => LeieforholdId;
}

/// <summary>How a person's address is protected was set in boligregister (folkeregisterloven § 10-4).</summary>
/// <param name="PersonRef">The person's pseudonym.</param>
/// <param name="Gradering">«ugradert», «fortrolig» or «strengt-fortrolig».</param>
/// <param name="Satt">When: of all services' words on a person the last holds.</param>
public sealed record AdressesperreEndret(
    Guid PersonRef, string Gradering, DateTimeOffset Satt) : IAdressesperreEndret;
