using Boligsosial.Felles;

namespace Boligsosial.MidlertidigBotilbud.Garantier.Regler;

/// <summary>Who lets.</summary>
public enum Utleier
{
    /// <summary>The municipality: a lease in boligregister.</summary>
    Kommunen,
    Privat,

    /// <summary>Somebody private, to refugees that are settled.</summary>
    PrivatFlyktning,
}

/// <summary>
/// Depositum and garanti for a lease are together at most six months' rent (husleieloven §§ 3-5 and 3-6, LOV-1999-03-26-17). What NAV itself gives at most is the municipality's own
/// choice: in Ålesund six months for a municipal dwelling, three to private landlords of refugees (boligsosial plan 2025–2035, 5.1 and 6.4).
/// </summary>
public static class Garantitak
{
    private const int Lovens = 6;

    public static readonly Hjemmel Sikkerhet = new("husleieloven", "§ 3-6", new(2000, 1, 1));

    /// <summary>Why it cannot be granted; null when it can.</summary>
    /// <param name="beloep">What is asked for.</param>
    /// <param name="maanedsleie">A month's rent.</param>
    /// <param name="annen">All other security for the lease.</param>
    /// <param name="maaneder">What the profile gives at most, in months' rent.</param>
    public static Avvisning? Kontroller(decimal beloep, decimal maanedsleie, decimal annen, int maaneder)
    {
        if (beloep + annen > Lovens * maanedsleie)
            return new("sikkerhet-over-seks-maaneder", $"Depositum og garanti kan til sammen være {Lovens * maanedsleie} kroner, seks måneders leie; det er stilt {annen} fra før.", Sikkerhet, "beloep");
        return beloep > maaneder * maanedsleie ? new("garanti-over-kommunens-grense", $"Kommunen stiller inntil {maaneder} måneders leie, {maaneder * maanedsleie} kroner.", Felt: "beloep") : null;
    }
}
