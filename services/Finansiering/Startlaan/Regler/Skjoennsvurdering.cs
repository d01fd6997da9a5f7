using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>
/// What the rules leave to a person is judged by one, with a reason, before money is granted: each condition, of forskrift om lån fra Husbanken (FOR-2019-11-18-1546) §§ 5-1 to 5-4 as of
/// bustøttelova (LOV-2012-08-24-64) §§ 14 and 15, is decided on facts that are in the case and written down (forvaltningsloven §§ 17 and 25, LOV-1967-02-10). A person may always judge; only
/// silence stops a grant.
/// </summary>
public static class Skjoennsvurdering
{
    private static readonly Hjemmel Utredning = new("forvaltningsloven", "§§ 17 og 25", new(1970, 1, 1));

    /// <summary>The answers with what a person made of them. A yes settles what was open, and never what has been answered no to: that keeps its own reason. A no always counts.</summary>
    public static IReadOnlyList<Vilkaarssvar> Bruk(IEnumerable<Vilkaarssvar> svar, string vilkaar, bool oppfylt, Skjoenn skjoenn) => [.. svar.Select(s => s.Navn != vilkaar || (oppfylt && s.Utfall == Vilkaarsutfall.IkkeOppfylt) ? s
        : s with { Utfall = oppfylt ? Vilkaarsutfall.Oppfylt : Vilkaarsutfall.IkkeOppfylt, Vurdering = skjoenn })];

    /// <summary>What is left before it can be granted: each condition that nobody has judged, with its paragraph.</summary>
    public static Avvisning? Mangler(IEnumerable<Vilkaarssvar> svar)
    {
        var igjen = svar.Where(s => s.Utfall == Vilkaarsutfall.MaaVurderes).ToList();
        if (igjen.Count == 0)
            return null;
        if (igjen is [{ Navn: Betjeningskontroll.Navn } evne])
            return new("betjeningsevne-for-liten", $"{evne.Grunn} Skal det innvilges likevel, begrunnes det i vurderinger med vilkaar «{evne.Navn}».", evne.Hjemmel, "vurderinger");
        return new(
            "vilkaar-ikke-vurdert", $"Før det innvilges, skal en person vurdere og begrunne disse vilkårene i vurderinger ({Utredning}): {string.Join(" ", igjen.Select(s => $"{s.Navn} ({s.Hjemmel}): {s.Grunn}"))}",
            Felles([.. igjen.Select(s => s.Hjemmel)]), "vurderinger");
    }

    /// <summary>The paragraphs of one law; of several, the law that asks for the judgement itself.</summary>
    private static Hjemmel Felles(List<Hjemmel> kilder) => kilder.TrueForAll(k => k.Lov == kilder[0].Lov)
        ? kilder[0] with { Paragraf = string.Join(", ", kilder.Select(k => k.Paragraf).Distinct(StringComparer.Ordinal)) } : Utredning;
}
