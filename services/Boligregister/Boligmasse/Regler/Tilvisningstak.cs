using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Boligmasse.Regler;

/// <summary>
/// How many dwellings of a private project may be in use by tilvisning at once: at most 40 % of them, rounded down (Husbanken's
/// terms for loans to utleieboliger; Oslo's Ulsholtveien has 14 of 36), for at least 20 years.
/// The sources contradict each other: 40 % of 12 is 4, and Ålesund's agreement of 2017 says 5 of 12. An agreement that rounds
/// up can be registered as it is, with the reason; both numbers are kept and shown.
/// </summary>
internal static class Tilvisningstak
{
    /// <summary>What the share gives, rounded down.</summary>
    public static int Av(int antallBoliger, decimal andel) => (int)decimal.Floor(antallBoliger * andel);

    /// <summary>What is wrong with an agreement; null when it is good.</summary>
    public static Avvisning? Kontroller(int antallBoliger, decimal andel, int? avtalt, bool begrunnet, DateOnly fra, DateOnly til, Boligmasseprofil profil)
    {
        if (andel > profil.StoersteTilvisningsandel)
            return new("andel-over-grensen", $"Kan være høyst {profil.StoersteTilvisningsandel:P0} av prosjektet.", Felt: "andel");
        if (til < TidligsteSlutt(fra, profil))
            return new("for-kort-avtale", $"Må vare i minst {profil.TilvisningAar} år, til {TidligsteSlutt(fra, profil):yyyy-MM-dd} eller senere.", Felt: "til");
        if (avtalt is not { } antall || antall <= Av(antallBoliger, andel))
            return null;
        if (antall > decimal.Ceiling(antallBoliger * andel))
            return new("over-taket", $"Andelen gir høyst {Av(antallBoliger, andel)} boliger samtidig.", Felt: "avtaltAntall");
        return begrunnet
            ? null
            : new("over-taket", $"Andelen gir {Av(antallBoliger, andel)} boliger samtidig. Når avtalen har rundet opp, må merknaden si det.", Felt: "merknad");
    }

    /// <summary>The first day that an agreement may end on; the last day there is, when the years go beyond it.</summary>
    public static DateOnly TidligsteSlutt(DateOnly fra, Boligmasseprofil profil) =>
        fra.Year + profil.TilvisningAar > DateOnly.MaxValue.Year ? DateOnly.MaxValue : fra.AddYears(profil.TilvisningAar);
}
