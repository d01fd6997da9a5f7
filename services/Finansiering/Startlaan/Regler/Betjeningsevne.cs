namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>The household's money, kroner a month.</summary>
public sealed record Oekonomi
{
    /// <summary>After tax, of all who are to pay.</summary>
    public required decimal NettoInntekt { get; init; }

    /// <summary>What the household lives on: its actual spending, with SIFO's reference budget to compare with.</summary>
    public required decimal Livsopphold { get; init; }

    /// <summary>The state's guiding sum for økonomisk sosialhjelp for such a household: livsopphold is never less.</summary>
    public decimal LivsoppholdMinst { get; init; }

    /// <summary>Terms of other debt: consumer loans, studielån.</summary>
    public decimal Gjeld { get; init; }

    /// <summary>Barnehage, SFO, bidrag and the like.</summary>
    public decimal AndreFaste { get; init; }

    public decimal Vedlikehold { get; init; }

    /// <summary>Felleskostnader in a borettslag or sameie.</summary>
    public decimal Felleskostnader { get; init; }

    /// <summary>Kommunale avgifter, eiendomsskatt, insurance of the dwelling.</summary>
    public decimal KommunaleAvgifter { get; init; }
}

/// <summary>A loan that a bank gives beside startlånet.</summary>
/// <param name="Beloep">Kroner.</param>
/// <param name="Rente">Nominal, in percent.</param>
/// <param name="Loep">How it runs.</param>
public sealed record Banklaan(decimal Beloep, decimal Rente, Loep Loep);

/// <summary>What stops the loan from being larger.</summary>
public enum Begrensning
{
    /// <summary>Nothing: all that is needed can be lent.</summary>
    Behovet,

    /// <summary>What the household can pay.</summary>
    Betjeningsevnen,

    /// <summary>There is nothing to pay with.</summary>
    IngenBetjeningsevne,
}

/// <summary>What the household can carry; kroner, and a month where it says so.</summary>
/// <param name="LivsoppholdBrukt">A month: what was stated, or the least where that is more.</param>
/// <param name="Disponibelt">A month, for boutgifter: less than nothing when the household lacks it.</param>
/// <param name="BankStresset">A month, for the bank's loan at the higher of its own rate and the stress rate.</param>
/// <param name="TilStartlaan">A month, what is left for startlånet.</param>
/// <param name="StoersteLaan">What that carries at the stress rate, unrounded.</param>
/// <param name="Behov">What is to be financed; null when no price is given.</param>
/// <param name="Laan">What can be lent, in whole kroner: never more than can be carried, or is needed.</param>
/// <param name="Mangler">What is needed and cannot be lent.</param>
/// <param name="Begrensning">What stops it.</param>
/// <param name="KostnadNaa">A month, the first: both loans, felleskostnader and avgifter at today's rates; to the øre.</param>
/// <param name="KostnadStresset">A month, the dearest: both loans at the stress rate; to the øre.</param>
/// <param name="Margin">A month, what is left of disponibelt at the stress rate; to the øre.</param>
public sealed record Evne(
    decimal LivsoppholdBrukt, decimal Disponibelt, decimal BankStresset, decimal TilStartlaan, decimal StoersteLaan, decimal? Behov, decimal Laan, decimal Mangler,
    Begrensning Begrensning, decimal KostnadNaa, decimal KostnadStresset, decimal Margin);

/// <summary>
/// What a household can borrow: netto inntekt − livsopphold − other fixed expenses − vedlikehold − felleskostnader and avgifter is for the terms, at a
/// rate that may rise (forskrift om lån fra Husbanken, FOR-2019-11-18-1546, § 5-2 third paragraph, in force from 1 January 2020; Husbankens veileder for
/// startlån 19.08.2025, «Beregne betjeningsevnen»: livsopphold is at least the guiding sum for økonomisk sosialhjelp, and with a bank the money must carry
/// both loans). Loans are rounded down to whole kroner, monthly sums to the øre, half an øre up; all else is exact.
/// </summary>
public static class Betjeningsevne
{
    /// <summary>A month, for the terms of loans on the dwelling.</summary>
    public static decimal Disponibelt(Oekonomi o) =>
        o.NettoInntekt - Livsopphold(o) - o.Gjeld - o.AndreFaste - o.Vedlikehold - o.Felleskostnader - o.KommunaleAvgifter;

    /// <summary>As stated, but never less than the least.</summary>
    public static decimal Livsopphold(Oekonomi o) => Math.Max(o.Livsopphold, o.LivsoppholdMinst);

    /// <summary>The rate that the household must stand: never below the one that it is to pay.</summary>
    public static decimal Stressrente(decimal styringsrente, decimal paaslag, decimal rente) => Math.Max(styringsrente + paaslag, rente);

    /// <param name="oekonomi">The household's money.</param>
    /// <param name="loep">How startlånet runs.</param>
    /// <param name="rente">What it costs today, nominal, in percent.</param>
    /// <param name="stressrente">What it is tried against.</param>
    /// <param name="behov">What startlånet is to finance; null when that is not known.</param>
    /// <param name="bank">A loan beside it.</param>
    public static Evne Beregn(Oekonomi oekonomi, Loep loep, decimal rente, decimal stressrente, decimal? behov, Banklaan? bank)
    {
        var disponibelt = Disponibelt(oekonomi);
        var bankStresset = bank is null ? 0 : Nedbetaling.Terminbeloep(bank.Beloep, Math.Max(bank.Rente, stressrente), bank.Loep);
        var tilStartlaan = disponibelt - bankStresset;
        var stoerst = Nedbetaling.StoersteLaan(tilStartlaan, stressrente, loep);
        var laan = Math.Min(decimal.Floor(stoerst), behov ?? decimal.MaxValue);
        var faste = oekonomi.Felleskostnader + oekonomi.KommunaleAvgifter;
        var stresset = Nedbetaling.Terminbeloep(laan, stressrente, loep) + bankStresset;
        var naa = Nedbetaling.FoersteTermin(laan, rente, loep) + (bank is null ? 0 : Nedbetaling.FoersteTermin(bank.Beloep, bank.Rente, bank.Loep));
        return new(
            Livsopphold(oekonomi), disponibelt, bankStresset, tilStartlaan, stoerst, behov, laan, Math.Max(0, (behov ?? 0) - laan),
            laan == behov ? Begrensning.Behovet : tilStartlaan <= 0 ? Begrensning.IngenBetjeningsevne : Begrensning.Betjeningsevnen,
            Oere(naa + faste), Oere(stresset + faste), Oere(disponibelt - stresset));
    }

    /// <summary>A loan's part of the price, in percent with one decimal, as the plan prints it.</summary>
    public static decimal AndelAvKjoepesum(decimal laan, decimal kjoepesum) => Math.Round(laan * 100 / kjoepesum, 1, MidpointRounding.AwayFromZero);

    /// <summary>To two decimals, half an øre up.</summary>
    public static decimal Oere(decimal kroner) => Math.Round(kroner, 2, MidpointRounding.AwayFromZero);
}
