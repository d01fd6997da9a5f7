namespace Boligsosial.Contracts.MidlertidigBotilbud;

/// <summary>NAV guarantees for the rent of a municipal dwelling.</summary>
/// <param name="GarantiId">The guarantee.</param>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="Beloep">At most so many kroner.</param>
/// <param name="Fra">First day.</param>
/// <param name="Til">The day after the last; null: as long as the lease.</param>
public sealed record GarantiInnvilget(
    Guid GarantiId, Guid LeieforholdId, decimal Beloep, DateOnly Fra, DateOnly? Til) : IHendelse
{
    Guid IHendelse.Aggregat => GarantiId;
}

/// <summary>A garanti that was granted is released: nothing more can be called of it.</summary>
/// <param name="GarantiId">The guarantee.</param>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="Dato">The day.</param>
public sealed record GarantiFrigitt(
    Guid GarantiId, Guid LeieforholdId, DateOnly Dato) : IHendelse
{
    Guid IHendelse.Aggregat => GarantiId;
}

/// <summary>NAV has decided to cover rent that is owed.</summary>
/// <param name="VedtakId">The vedtak.</param>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="Beloep">Kroner.</param>
/// <param name="Dato">The day of the vedtak.</param>
public sealed record HusleierestanseDekket(
    Guid VedtakId, Guid LeieforholdId, decimal Beloep, DateOnly Dato) : IHendelse
{
    Guid IHendelse.Aggregat => LeieforholdId;
}

/// <summary>NAV's answer to a warning of fravikelse (husleieloven § 9-11).</summary>
/// <param name="SakId">NAV's case.</param>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="Utfall">«betalingsavtale», «restanse-dekket», «gjeldsraadgivning», «frivillig-forvaltning» or «ingen».</param>
/// <param name="Dato">The day.</param>
public sealed record FravikelseBesvart(
    Guid SakId, Guid LeieforholdId, string Utfall, DateOnly Dato) : IHendelse
{
    Guid IHendelse.Aggregat => LeieforholdId;
}

/// <summary>With consent, an application for a municipal dwelling on behalf of someone in temporary housing.</summary>
/// <param name="SakId">The case that it comes of.</param>
/// <param name="Soekere">The applicants' pseudonyms (personRef).</param>
/// <param name="Mottatt">The day it was sent: it counts from then.</param>
/// <param name="Voksne">Adults.</param>
/// <param name="BarnsAlder">Age of each child, whole years.</param>
/// <param name="Situasjon">As in SoeknadMottatt.</param>
/// <param name="Soverom">Bedrooms needed, when assessed.</param>
/// <param name="Tilgjengelighet">«ordinaer», «trinnfri» or «rullestol».</param>
/// <param name="Skolekrets">The school that the children go to; null: does not matter, or told before this was told.</param>
/// <param name="Ugradert">NAV has registered all of them with an address that is not graded; false: one is, or told before this was told.</param>
public sealed record BoligsoeknadOversendt(
    Guid SakId, Guid[] Soekere, DateOnly Mottatt, int Voksne, int[] BarnsAlder, string[] Situasjon, int? Soverom, string Tilgjengelighet, string? Skolekrets = null,
    bool Ugradert = false) : IHendelse
{
    Guid IHendelse.Aggregat => SakId;
}

/// <summary>How a person's address is protected was set in midlertidig-botilbud (folkeregisterloven § 10-4).</summary>
/// <param name="PersonRef">The person's pseudonym.</param>
/// <param name="Gradering">«ugradert», «fortrolig» or «strengt-fortrolig».</param>
/// <param name="Satt">When: of all services' words on a person the last holds.</param>
public sealed record AdressesperreEndret(
    Guid PersonRef, string Gradering, DateTimeOffset Satt) : IAdressesperreEndret;
