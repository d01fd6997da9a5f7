namespace Boligsosial.Felles;

/// <summary>The legal source of a rule: law or regulation, paragraph, and the day it came into force.</summary>
/// <param name="Lov">The law's or regulation's short name, as the field writes it: «boligsosiallova».</param>
/// <param name="Paragraf">With section mark: «§ 5».</param>
/// <param name="IKraftFra">In force from; null where the source does not say.</param>
public sealed record Hjemmel(string Lov, string Paragraf, DateOnly? IKraftFra = null)
{
    /// <summary>«boligsosiallova § 5».</summary>
    public override string ToString() => $"{Lov} {Paragraf}";
}
