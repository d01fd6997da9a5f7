using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>A number on the way, for whoever wants to follow it.</summary>
/// <param name="Navn">What it is.</param>
/// <param name="Tall">The number.</param>
/// <param name="Enhet">«kr», «kr/maaned», «prosent».</param>
/// <param name="Regel">The paragraph that it follows from.</param>
/// <param name="Regnestykke">How it comes about.</param>
/// <param name="Kilde">Where the numbers in it are from.</param>
/// <param name="Sikkerhet">How well the least known of them is known.</param>
public sealed record Laaneledd(string Navn, decimal Tall, string Enhet, string Regel, string Regnestykke, string Kilde, Sikkerhet Sikkerhet);

/// <summary>What one way comes to; kroner.</summary>
/// <param name="Laan">The loan, in whole kroner.</param>
/// <param name="StoersteLaan">What the household can carry, in whole kroner.</param>
/// <param name="Finansieringsbehov">Price and costs less own capital, tilskudd and a bank's loan; null without a price.</param>
/// <param name="Mangler">What is needed and cannot be lent.</param>
/// <param name="Begrensning">What stops it.</param>
/// <param name="DisponibeltPerMaaned">For the terms.</param>
/// <param name="KostnadPerMaaned">The first month, with felleskostnader and avgifter.</param>
/// <param name="StressetKostnadPerMaaned">The dearest month at the stress rate.</param>
/// <param name="MarginPerMaaned">What is left then.</param>
/// <param name="Rente">Percent, nominal.</param>
/// <param name="EffektivRente">Percent, before fees.</param>
/// <param name="Stressrente">Percent.</param>
/// <param name="AndelAvKjoepesum">Percent of the price that startlånet is.</param>
/// <param name="BostoettePerMaaned">An estimate after the purchase; null when not asked for. Husbanken decides.</param>
/// <param name="KostnadEtterBostoettePerMaaned">The first month, less it.</param>
/// <param name="Utveier">What would change the answer, or how much it stands.</param>
/// <param name="Forklaring">Step by step.</param>
public sealed record Laaneresultat(
    decimal Laan, decimal StoersteLaan, decimal? Finansieringsbehov, decimal Mangler, Begrensning Begrensning, decimal DisponibeltPerMaaned, decimal KostnadPerMaaned, decimal StressetKostnadPerMaaned,
    decimal MarginPerMaaned, decimal Rente, decimal EffektivRente, decimal Stressrente, decimal? AndelAvKjoepesum, decimal? BostoettePerMaaned, decimal? KostnadEtterBostoettePerMaaned,
    IReadOnlyList<Utvei> Utveier, IReadOnlyList<Laaneledd> Forklaring);

/// <summary>One way and what it comes to, or the rule that does not let it be done.</summary>
/// <param name="Navn">As the caller calls it.</param>
/// <param name="Avvisning">The rule that is crossed.</param>
/// <param name="Resultat">Null when one is.</param>
public sealed record Variantsvar(string? Navn, Avvisning? Avvisning, Laaneresultat? Resultat);
