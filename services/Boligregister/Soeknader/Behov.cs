namespace Boligsosial.Boligregister.Soeknader;

/// <summary>What the dwelling must be like, and what it had better be like.</summary>
/// <param name="Soverom">Bedrooms that are needed; null: as the household's size says.</param>
/// <param name="Tilgjengelighet">Needed: «ordinaer», «trinnfri» or «rullestol».</param>
/// <param name="Omraader">Housing areas that are wished for; none: anywhere.</param>
/// <param name="Skolekrets">The school that the children go to; null: does not matter.</param>
/// <param name="Skjermet">A sheltered place is needed.</param>
/// <param name="NaerKollektiv">Without a car: near public transport.</param>
public sealed record Behov(int? Soverom, string Tilgjengelighet, IReadOnlyList<string> Omraader, string? Skolekrets = null, bool Skjermet = false, bool NaerKollektiv = false);
