namespace Boligsosial.Boligregister.Husleie;

/// <summary>What a municipality chooses for rent and arrears.</summary>
public sealed class Husleieprofil;
