namespace Boligsosial.Boligregister.Venteliste;

/// <summary>What a municipality chooses for the dated criteria by which the waiting list is ranked.</summary>
public sealed class Ventelisteprofil;
