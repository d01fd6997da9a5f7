namespace Boligsosial.Boligregister.Tildeling;

/// <summary>What a municipality chooses for allocation: how often, how long an offer stands, what is warned against.</summary>
public sealed class Tildelingsprofil;
