using System.ComponentModel.DataAnnotations;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>Kroner that a household can have or owe: two decimals, and no more than a hundred million.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class KronerAttribute() : RangeAttribute(typeof(decimal), "0", "100000000")
{
    public override bool IsValid(object? value) => base.IsValid(value) && (value is not decimal kroner || decimal.Round(kroner, 2) == kroner);
}

/// <summary>A rate in percent: three decimals, as the forskrift gives them, from 0 to 30.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ProsentAttribute() : RangeAttribute(typeof(decimal), "0", "30")
{
    public override bool IsValid(object? value) => base.IsValid(value) && (value is not decimal prosent || decimal.Round(prosent, 3) == prosent);
}

/// <summary>The household's money, kroner a month.</summary>
/// <param name="NettoInntekt">After tax, of all who are to pay.</param>
/// <param name="Livsopphold">What the household lives on; no source has a number for it, so it is stated.</param>
/// <param name="VeiledendeSats">The state's guiding sum for økonomisk sosialhjelp for such a household: livsopphold is never reckoned as less.</param>
/// <param name="Gjeld">Terms of other debt.</param>
/// <param name="AndreFaste">Barnehage, SFO, bidrag and the like.</param>
/// <param name="Vedlikehold">Upkeep of the dwelling.</param>
public sealed record Husholdning(
    [property: Required, Kroner] decimal? NettoInntekt, [property: Required, Kroner] decimal? Livsopphold, [property: Kroner] decimal? VeiledendeSats = null,
    [property: Kroner] decimal? Gjeld = null, [property: Kroner] decimal? AndreFaste = null, [property: Kroner] decimal? Vedlikehold = null);

/// <summary>One way to do it.</summary>
/// <param name="Navn">What the caller calls it.</param>
/// <param name="Kjoepesum">Kroner, with the share of fellesgjeld; without it the largest loan is reckoned.</param>
/// <param name="Eieform">«selveier» (default) or «borettslag».</param>
/// <param name="Omkostninger">Kroner beside the price; reckoned when left out.</param>
/// <param name="Egenkapital">Kroner.</param>
/// <param name="Tilskudd">Kroner.</param>
/// <param name="LoepetidAar">Years; the profile's when left out.</param>
/// <param name="AvdragsfrihetAar">Years with interest only.</param>
/// <param name="Laanetype">«annuitet» (default) or «serie».</param>
/// <param name="Rentetype">«flytende» (default), «fast3», «fast5», «fast10» or «fast20».</param>
/// <param name="Rente">Nominal, percent, all included; the day's with the profile's påslag when left out.</param>
/// <param name="NettoInntekt">Another income than the household's.</param>
/// <param name="Gjeld">Other terms of debt than the household's.</param>
/// <param name="Felleskostnader">Kroner a month.</param>
/// <param name="KommunaleAvgifter">Kroner a month, with eiendomsskatt and insurance.</param>
/// <param name="Banklaan">Kroner of a bank's loan beside it.</param>
/// <param name="BankRente">Percent.</param>
/// <param name="BankLoepetidAar">Years.</param>
/// <param name="Langtid">What a term above 30 years is grounded on.</param>
public sealed record Variant(
    [property: MaxLength(200)] string? Navn = null, [property: Kroner] decimal? Kjoepesum = null, Eieform? Eieform = null, [property: Kroner] decimal? Omkostninger = null,
    [property: Kroner] decimal? Egenkapital = null, [property: Kroner] decimal? Tilskudd = null, [property: Range(1, 100)] int? LoepetidAar = null, [property: Range(0, 100)] int? AvdragsfrihetAar = null,
    Laanetype? Laanetype = null, Rentetype? Rentetype = null, [property: Prosent] decimal? Rente = null, [property: Kroner] decimal? NettoInntekt = null, [property: Kroner] decimal? Gjeld = null,
    [property: Kroner] decimal? Felleskostnader = null, [property: Kroner] decimal? KommunaleAvgifter = null, [property: Kroner] decimal? Banklaan = null, [property: Prosent] decimal? BankRente = null,
    [property: Range(1, 50)] int? BankLoepetidAar = null, Langtidsgrunnlag? Langtid = null);

/// <summary>What bostøtte after the purchase is estimated from.</summary>
/// <param name="Voksne">Persons from 18.</param>
/// <param name="Barn">Persons under 18.</param>
/// <param name="InntektPerMaaned">Kroner a month before tax, of all adults.</param>
/// <param name="Kommunenummer">The municipality; the profile's when left out.</param>
/// <param name="UngUfoer">Somebody is ung ufør.</param>
/// <param name="EnsligAlderspensjonist">A single old-age pensioner.</param>
/// <param name="Spesialtilpasset">The dwelling is specially adapted.</param>
/// <param name="Boform">«boligselskap» for borettslag and eierseksjon, else «annen»; by the eieform when left out.</param>
public sealed record Bostoettedel(
    [property: Required, Range(1, 20)] int? Voksne, [property: Range(0, 20)] int? Barn, [property: Required, Kroner] decimal? InntektPerMaaned, string? Kommunenummer = null,
    bool UngUfoer = false, bool EnsligAlderspensjonist = false, bool Spesialtilpasset = false, Boform? Boform = null);
