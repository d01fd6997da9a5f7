using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>What a loan of more than 30 years is grounded on (§ 8-5 second paragraph); each is documented or shown to be likely in the case.</summary>
/// <param name="VarigLavInntekt">a: the borrower's income is low for good.</param>
/// <param name="BoligenDekkerBehovet">b: the dwelling meets the household's needs for a long time.</param>
/// <param name="LeieUegnetEllerDyrere">c: private rental dwellings are unfit, or cost a good deal more in the long run.</param>
/// <param name="KortereIkkeForsvarlig">d: a shorter term is not economically sound.</param>
/// <param name="HarBarn">There are children in the household.</param>
/// <param name="FareForAaMisteBoligen">The household is in danger of losing its dwelling.</param>
/// <param name="LavForutsigbarInntekt">The household documents a low and predictable income.</param>
public sealed record Langtidsgrunnlag(
    bool VarigLavInntekt, bool BoligenDekkerBehovet, bool LeieUegnetEllerDyrere, bool KortereIkkeForsvarlig, bool HarBarn, bool FareForAaMisteBoligen, bool LavForutsigbarInntekt);

/// <summary>
/// How long a startlån may run: 30 years, 50 in special cases with documented need, and 8 years without avdrag (forskrift om lån fra Husbanken,
/// FOR-2019-11-18-1546, § 8-5, in force from 1 January 2020). a may be waived for children or danger of losing the home with a low, predictable
/// income; b and c for danger of losing it; d never.
/// </summary>
public static class Nedbetalingsvilkaar
{
    private static readonly Hjemmel Rammer = new("forskrift om lån fra Husbanken", "§ 8-5 første ledd", new(2020, 1, 1));
    private static readonly Hjemmel Langtid = new("forskrift om lån fra Husbanken", "§ 8-5 andre ledd", new(2020, 1, 1));

    /// <summary>The first limit that is crossed; null when none is.</summary>
    /// <param name="loepetid">Years.</param>
    /// <param name="avdragsfrihet">Years.</param>
    /// <param name="grunnlag">Needed above 30 years.</param>
    /// <param name="satser">The limits of the day.</param>
    public static Avvisning? Kontroller(int loepetid, int avdragsfrihet, Langtidsgrunnlag? grunnlag, IReadOnlyList<Sats> satser)
    {
        var (vanlig, saerlig, fri) = (satser.Verdi(Laanesatser.LengsteLoepetid), satser.Verdi(Laanesatser.LengsteLoepetidSaerlig), satser.Verdi(Laanesatser.LengsteAvdragsfrihet));
        if (loepetid > saerlig)
            return new("loepetid-for-lang", $"Løpetiden kan være inntil {saerlig} år.", Rammer, "loepetidAar");
        if (avdragsfrihet > fri)
            return new("avdragsfrihet-for-lang", $"Avdragsfriheten kan være inntil {fri} år.", Rammer, "avdragsfrihetAar");
        if (avdragsfrihet >= loepetid)
            return new("avdragsfrihet-for-lang", "Det må være tid igjen til å betale avdrag.", Rammer, "avdragsfrihetAar");
        if (loepetid <= vanlig)
            return null;
        if (grunnlag is null)
            return new("langtid-ikke-dokumentert", $"Mer enn {vanlig} år gis bare i særlige tilfeller. Oppgi hva som er dokumentert.", Langtid, "langtid");
        return Mangler(grunnlag) is { Count: > 0 } mangler
            ? new("langtid-ikke-dokumentert", $"Mer enn {vanlig} år kan ikke gis når dette ikke er dokumentert eller sannsynliggjort: {string.Join("; ", mangler)}.", Langtid, "langtid")
            : null;
    }

    /// <summary>The conditions of a term above 30 years that neither hold nor are waived.</summary>
    public static IReadOnlyList<string> Mangler(Langtidsgrunnlag g)
    {
        List<string> mangler = [];
        if (!g.VarigLavInntekt && !((g.HarBarn || g.FareForAaMisteBoligen) && g.LavForutsigbarInntekt))
            mangler.Add("a) varig lav inntekt");
        if (!g.BoligenDekkerBehovet && !g.FareForAaMisteBoligen)
            mangler.Add("b) boligen dekker behovet over lang tid");
        if (!g.LeieUegnetEllerDyrere && !g.FareForAaMisteBoligen)
            mangler.Add("c) private leieboliger er uegnede eller betydelig dyrere");
        if (!g.KortereIkkeForsvarlig)
            mangler.Add("d) kortere nedbetalingstid er ikke økonomisk forsvarlig");
        return mangler;
    }
}
