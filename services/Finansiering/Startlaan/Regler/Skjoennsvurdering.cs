using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>
/// What the rules leave to a person is judged by one, with a reason, before a startlån is granted: each condition of forskrift om lån fra Husbanken (FOR-2019-11-18-1546) §§ 5-1 to 5-4 is
/// decided on facts that are in the case and written down (forvaltningsloven §§ 17 and 25, LOV-1967-02-10). A person may always judge; only silence stops a grant.
/// </summary>
public static class Skjoennsvurdering
{
    /// <summary>The answers with what a person made of them. A yes settles what was open, and never what the rules have answered no to; a no always counts.</summary>
    public static IReadOnlyList<Vilkaarssvar> Bruk(IEnumerable<Vilkaarssvar> svar, string vilkaar, bool oppfylt, Skjoenn skjoenn) => [.. svar.Select(s => s.Navn != vilkaar ? s
        : s with { Utfall = !oppfylt ? Vilkaarsutfall.IkkeOppfylt : s.Utfall == Vilkaarsutfall.MaaVurderes ? Vilkaarsutfall.Oppfylt : s.Utfall, Vurdering = skjoenn })];

    /// <summary>What is left before it can be granted: each condition that nobody has judged, with its paragraph.</summary>
    public static Avvisning? Mangler(IEnumerable<Vilkaarssvar> svar)
    {
        var igjen = svar.Where(s => s.Utfall == Vilkaarsutfall.MaaVurderes).ToList();
        if (igjen.Count == 0)
            return null;
        if (igjen is [{ Navn: Betjeningskontroll.Navn } evne])
            return new("betjeningsevne-for-liten", $"{evne.Grunn} Skal det innvilges likevel, begrunnes det i vurderinger med vilkaar «{evne.Navn}».", evne.Hjemmel, "vurderinger");
        return new(
            "vilkaar-ikke-vurdert", $"Før det innvilges, skal en person vurdere og begrunne disse vilkårene i vurderinger: {string.Join(" ", igjen.Select(s => $"{s.Navn} ({s.Hjemmel.Paragraf}): {s.Grunn}"))}",
            new(igjen[0].Hjemmel.Lov, string.Join(", ", igjen.Select(s => s.Hjemmel.Paragraf).Distinct(StringComparer.Ordinal)), igjen[0].Hjemmel.IKraftFra), "vurderinger");
    }
}
