using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>What the database itself refuses, and how that is said to people.</summary>
internal static class BoligSkranker
{
    public static readonly IReadOnlyDictionary<string, Avvisning> Alle = new Dictionary<string, Avvisning>(StringComparer.Ordinal)
    {
        ["bolig_leverandor"] = new("bolig-finnes", "En annen bolig har denne leverandorBoligId.", Felt: "leverandorBoligId"),
        ["bolig_matrikkel"] = new("bolig-finnes", "En annen bolig har samme matrikkel, bruksenhetsnummer og ekstraReferanse.", Felt: "matrikkel"),
    };
}
