namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>How a loan is paid down.</summary>
public enum Laanetype
{
    /// <summary>The same sum each month.</summary>
    Annuitet,

    /// <summary>The same avdrag each month, and interest on what is left: dearest at first.</summary>
    Serie,
}

/// <summary>How a loan runs.</summary>
/// <param name="Maaneder">All of its months, avdragsfrihet among them.</param>
/// <param name="Avdragsfrie">Months at the start with interest only.</param>
/// <param name="Type">How it is paid down after them.</param>
public readonly record struct Loep(int Maaneder, int Avdragsfrie = 0, Laanetype Type = Laanetype.Annuitet)
{
    /// <summary>Months that it is paid down in.</summary>
    public int Avdragsmaaneder => Maaneder - Avdragsfrie;
}

/// <summary>
/// What a loan costs a month, and how large it may be for a sum a month: L = A · (1 − (1 + r/12)^−n) / (r/12), or for serie A / (1/n + r/12)
/// (forskrift om lån fra Husbanken, FOR-2019-11-18-1546, §§ 8-5 and 8-6, in force from 1 January 2020: annuity or serie, monthly terms). The month that
/// counts is the dearest one: the first with avdrag. Nothing is rounded here.
/// </summary>
public static class Nedbetaling
{
    private const decimal Prosent = 100;

    /// <summary>The largest loan that <paramref name="perMaaned"/> kroner carry; 0 when there are none.</summary>
    /// <param name="perMaaned">Kroner a month.</param>
    /// <param name="rente">Nominal, in percent a year.</param>
    /// <param name="loep">How it runs.</param>
    public static decimal StoersteLaan(decimal perMaaned, decimal rente, Loep loep) => perMaaned <= 0 ? 0 : perMaaned / PerKrone(rente, loep);

    /// <summary>Kroner in the dearest month.</summary>
    public static decimal Terminbeloep(decimal laan, decimal rente, Loep loep) => laan * PerKrone(rente, loep);

    /// <summary>Kroner in the first month: interest alone as long as there is avdragsfrihet.</summary>
    public static decimal FoersteTermin(decimal laan, decimal rente, Loep loep) => loep.Avdragsfrie > 0 ? laan * Maanedsrente(rente) : Terminbeloep(laan, rente, loep);

    /// <summary>What is left after so many months; of a loan with the terms of a longer one, what has to be refinanced when it falls due.</summary>
    public static decimal Restgjeld(decimal laan, decimal rente, Loep loep, int maaneder)
    {
        var betalt = Math.Clamp(maaneder - loep.Avdragsfrie, 0, loep.Avdragsmaaneder);
        if (betalt == loep.Avdragsmaaneder)
            return 0;
        if (loep.Type == Laanetype.Serie || rente == 0)
            return laan * (loep.Avdragsmaaneder - betalt) / loep.Avdragsmaaneder;
        return laan * (1 - Potens.Av(1 / (1 + Maanedsrente(rente)), loep.Avdragsmaaneder - betalt)) / (1 - Potens.Av(1 / (1 + Maanedsrente(rente)), loep.Avdragsmaaneder));
    }

    private static decimal PerKrone(decimal rente, Loep loep)
    {
        var (r, n) = (Maanedsrente(rente), loep.Avdragsmaaneder);
        if (r == 0)
            return 1m / n;
        return loep.Type == Laanetype.Serie ? (1m / n) + r : r / (1 - (1 / Potens.Av(1 + r, n)));
    }

    private static decimal Maanedsrente(decimal rente) => rente / Prosent / Rente.TerminerPerAar;
}
