using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>How the rate runs: floating, or fixed for so many years.</summary>
public enum Rentetype
{
    Flytende,
    Fast3,
    Fast5,
    Fast10,
    Fast20,
}

/// <summary>
/// Husbanken's rate and what the municipality may add: basisrente less 0.75 percentage points, never below 0, is the effective
/// rate; r_n = ((1 + r_e)^(1/n) − 1) · n is the nominal, given with three decimals; at most 0.25 points on top (forskrift om
/// lån fra Husbanken, FOR-2019-11-18-1546, § 8-2, in force from 1 January 2020). Rates are in percent.
/// </summary>
public static class Rente
{
    public const int TerminerPerAar = 12;
    private const int Desimaler = 3;
    private const decimal Hundre = 100;

    private static readonly Hjemmel Kilde = new("forskrift om lån fra Husbanken", "§ 8-2", new(2020, 1, 1));

    /// <summary>Percent a year: basisrente less <paramref name="fratrekk"/>, not negative.</summary>
    public static decimal Effektiv(decimal basisrente, decimal fratrekk) => Math.Max(0, basisrente - fratrekk);

    /// <summary>Percent a year, to three decimals.</summary>
    public static decimal Nominell(decimal effektiv, int terminer = TerminerPerAar) =>
        Math.Round((Potens.Rot(1 + (effektiv / Hundre), terminer) - 1) * terminer * Hundre, Desimaler, MidpointRounding.AwayFromZero);

    /// <summary>The other way, to three decimals: without fees, which the lender adds.</summary>
    public static decimal EffektivAv(decimal nominell, int terminer = TerminerPerAar) =>
        Math.Round((Potens.Av(1 + (nominell / Hundre / terminer), terminer) - 1) * Hundre, Desimaler, MidpointRounding.AwayFromZero);

    /// <summary>Of a loan, on the day that its rate is of: Husbanken's and what may be added, at most. A rate that is not known for the day is said, never passed by.</summary>
    public static Avvisning? Kontroller(decimal rente, Rentetype type, DateOnly dato, IReadOnlyList<Sats> satser)
    {
        var sats = satser.Finn(Laanesatser.Navn(type));
        if (sats is null || sats.KanVaereEndret(dato))
            return new("sats-mangler", $"Husbankens rente «{Laanesatser.Navn(type)}» er ikke kjent for {dato:dd.MM.yyyy}{(sats is null ? "" : $"; den siste er fra {sats.Fra:dd.MM.yyyy}")}. Legg den inn i kommuneprofilen.", Kilde, "rente");
        var paaslag = satser.Verdi(Laanesatser.HoeyestePaaslag);
        return rente <= sats.Verdi + paaslag ? null
            : new("rente-for-hoey", $"Renten kan være høyst {Norsk.Tall(sats.Verdi + paaslag)} prosent {dato:dd.MM.yyyy}: Husbankens {Norsk.Tall(sats.Verdi)} og et påslag på høyst {Norsk.Tall(paaslag)} prosentpoeng.", Kilde, "rente");
    }

    /// <summary>No more than the municipality's costs; less than nothing is a better offer, which it may make.</summary>
    public static Avvisning? KontrollerPaaslag(decimal paaslag, decimal hoeyest) => paaslag <= hoeyest ? null
        : new("paaslag-for-hoeyt", $"Kommunen kan legge høyst {Norsk.Tall(hoeyest)} prosentpoeng på husbankrenten.", Kilde, "paaslag");
}
