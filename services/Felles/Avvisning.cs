namespace Boligsosial.Felles;

/// <summary>
/// A refusal, as a value: what the rule says no to and why. Becomes a ProblemDetails of type
/// <c>urn:boligsosial:{Kode}</c> at the edge.
/// </summary>
/// <param name="Kode">Stable, in kebab-case: «matrikkel-opptatt». Integrators branch on it.</param>
/// <param name="Tekst">For people, in Norwegian. Never holds personal data.</param>
/// <param name="Hjemmel">The legal source, when the rule has one.</param>
/// <param name="Felt">The field that is wrong, in the API's own spelling («adresse.postnummer»), when there is one.</param>
public sealed record Avvisning(string Kode, string Tekst, Hjemmel? Hjemmel = null, string? Felt = null)
{
    /// <summary>A value that the field does not have; the text lists those it has.</summary>
    public static Avvisning UkjentVerdi(string felt, IEnumerable<string> gyldige) =>
        new("ukjent-verdi", $"Ukjent verdi. Gyldige verdier: {string.Join(", ", gyldige)}.", Felt: felt);
}
