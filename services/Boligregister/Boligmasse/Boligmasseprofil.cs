namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>What a municipality chooses for agreements and the stock.</summary>
public sealed class Boligmasseprofil;
