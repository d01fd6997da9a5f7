namespace Boligsosial.Boligregister.Leie;

/// <summary>What a municipality chooses for leases: length, renewal, how rent is regulated.</summary>
public sealed class Leieprofil;
