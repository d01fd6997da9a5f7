using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Leie.Regler;

/// <summary>Depositum and garanti together are at most six months' rent: husleieloven (LOV-1999-03-26-17) §§ 3-5 and 3-6.</summary>
public static class Sikkerhet
{
    private const int Maaneder = 6;

    /// <summary>Kroner.</summary>
    public static decimal Tak(decimal maanedsleie) => maanedsleie * Maaneder;

    /// <summary>Whether the sum is within it.</summary>
    public static Avvisning? Kontroller(decimal maanedsleie, decimal depositum, decimal garanti) => depositum + garanti <= Tak(maanedsleie)
        ? null
        : new("sikkerhet-over-seks-maaneder", $"Depositum og garanti kan til sammen være {Tak(maanedsleie):0.##} kroner, seks måneders leie.", new("husleieloven", "§ 3-6"), "garanti");
}
