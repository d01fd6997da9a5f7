namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>Where the fund stands; kroner.</summary>
/// <param name="Andel">Percent of the portfolio that the municipality has set.</param>
/// <param name="Krav">That part, in whole kroner.</param>
/// <param name="Fond">What is set aside.</param>
/// <param name="Mangler">What it lacks; 0 when it is enough.</param>
/// <param name="Dekning">The fund in percent of the portfolio, with two decimals; null when nothing is lent.</param>
public readonly record struct Fondsstatus(decimal Andel, decimal Krav, decimal Fond, decimal Mangler, decimal? Dekning);

/// <summary>
/// Whether enough is set aside for losses: at least a part of the portfolio that the municipality itself sets. Husbankens veileder om tapsdeling
/// (22.01.2026) says only that the municipality should set aside enough; Stjørdal's own rule is 1 percent (boligsosial handlingsplan § 5.2).
/// </summary>
public static class Tapsfond
{
    public static Fondsstatus Vurder(decimal portefoelje, decimal fond, decimal andel)
    {
        var krav = Math.Round(portefoelje * andel / 100, 0, MidpointRounding.AwayFromZero);
        return new(andel, krav, fond, Math.Max(0, krav - fond), portefoelje == 0 ? null : Math.Round(fond * 100 / portefoelje, 2, MidpointRounding.AwayFromZero));
    }
}
