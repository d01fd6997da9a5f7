namespace Boligsosial.Boligregister.Soeknader;

/// <summary>What a municipality chooses for applications: how long they hold, when the applicant is answered, who handles a klage.</summary>
public sealed class Soeknadsprofil;
