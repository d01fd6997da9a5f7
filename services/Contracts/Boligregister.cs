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
