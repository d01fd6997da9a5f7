using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>A startlån that was not covered when the dwelling was sold; kroner.</summary>
/// <param name="Hovedstol">What was left of it before the sale.</param>
/// <param name="Renter">Due interest.</param>
/// <param name="Omkostninger">Due costs.</param>
/// <param name="Forsinkelsesrenter">Not shared.</param>
/// <param name="Innbetalt">What the sale gave for this loan.</param>
/// <param name="Overfinansiert">What was lent above the price and the costs: not shared.</param>
public readonly record struct Tapssak(decimal Hovedstol, decimal Renter, decimal Omkostninger, decimal Forsinkelsesrenter, decimal Innbetalt, decimal Overfinansiert);

/// <summary>Who bears what; kroner.</summary>
/// <param name="Grunnlag">What the shares are reckoned of: before the sale, without what is not shared.</param>
/// <param name="Tap">The loss that is shared.</param>
/// <param name="Kommunen">The first part of it.</param>
/// <param name="Staten">The rest.</param>
/// <param name="UtenforDeling">What is not shared and not covered: over-financing and forsinkelsesrenter. The municipality's own.</param>
public readonly record struct Tapsfordeling(decimal Grunnlag, decimal Tap, decimal Kommunen, decimal Staten, decimal UtenforDeling);

/// <summary>
/// Who bears the loss on a startlån: the municipality the first 25 percent of remaining principal with due interest and costs before the pledge is realised, the
/// state the rest (forskrift om lån fra Husbanken, FOR-2019-11-18-1546, § 7-5 fifth paragraph, in force from 1 January 2020; Husbankens veileder om
/// tapsdeling, 22.01.2026: forsinkelsesrenter and what was lent above the price are not shared). The sale covers first what is shared.
/// </summary>
public static class Tapsdeling
{
    public static Hjemmel Kilde { get; } = new("forskrift om lån fra Husbanken", "§ 7-5 femte ledd", new(2020, 1, 1));

    /// <param name="sak">The loan.</param>
    /// <param name="kommunensAndel">Percent.</param>
    public static Tapsfordeling Fordel(Tapssak sak, decimal kommunensAndel)
    {
        var krav = sak.Hovedstol + sak.Renter + sak.Omkostninger;
        var overfinansiert = Math.Min(sak.Overfinansiert, krav);
        var grunnlag = krav - overfinansiert;
        var tap = Math.Max(0, grunnlag - sak.Innbetalt);
        var kommunen = Math.Min(tap, Betjeningsevne.Oere(grunnlag * kommunensAndel / 100));
        var rest = Math.Max(0, sak.Innbetalt - grunnlag);
        return new(grunnlag, tap, kommunen, tap - kommunen, Math.Max(0, overfinansiert + sak.Forsinkelsesrenter - rest));
    }
}
