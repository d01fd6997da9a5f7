using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Boligsosial.Felles;

namespace Boligsosial.MidlertidigBotilbud.Oversikt;

/// <summary>Which days, half-open; at most a leap year.</summary>
public sealed class Periode
{
    [Description("Første dag; 1. januar i år når den er utelatt.")]
    public DateOnly? Fra { get; init; }

    [Description("Dagen etter den siste; et år etter fra når den er utelatt.")]
    public DateOnly? Til { get; init; }

    internal bool TryRead(DateOnly idag, out DateOnly fra, out DateOnly til, [NotNullWhen(false)] out Avvisning? feil)
    {
        feil = null;
        fra = Fra ?? new(idag.Year, 1, 1);
        til = default;
        if (fra.Year is < 2010 or > 2199)
            feil = new("ugyldig-verdi", "Må være fra 2010 til 2199.", Felt: "fra");
        else if ((til = Til ?? fra.AddYears(1)) <= fra || til > fra.AddDays(366))
            feil = new("ugyldig-verdi", "Må være etter fra, og høyst 366 dager etter.", Felt: "til");
        return feil is null;
    }
}
