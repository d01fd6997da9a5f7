using System.ComponentModel.DataAnnotations;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.Finansiering.Tilskudd;

namespace Boligsosial.Finansiering;

/// <summary>
/// What a municipality chooses for itself in finansiering. Settings, section <c>Kommuneprofil</c>, from <c>Kommuneprofiler/{Kommune}.json</c>: another
/// municipality is another profile, never other code.
/// </summary>
public sealed class Kommuneprofil : IValidatableObject
{
    [RegularExpression("[0-9]{4}")]
    public string Kommunenummer { get; init; } = "";

    public Startlaansprofil Startlaan { get; init; } = new();

    public Tilskuddsprofil Tilskudd { get; init; } = new();

    /// <summary>A profile with a rule that may not be had stops the start.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var regel in Startlaan.LokaleRegler)
        {
            if (LokaleRegler.Ulovlig(regel) is { } hvorfor)
                yield return new($"Startlaan:LokaleRegler {regel.Type}: {hvorfor}.");
        }

        var feil = new List<ValidationResult>();
        foreach (var del in new object[] { Startlaan, Tilskudd, Tilskudd.Etablering, Tilskudd.Tilpasning })
            Validator.TryValidateObject(del, new(del), feil, validateAllProperties: true);
        foreach (var f in feil)
            yield return f;
    }
}
