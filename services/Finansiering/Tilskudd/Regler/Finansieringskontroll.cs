using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Tilskudd.Regler;

/// <summary>What it costs and what pays for it; kroner.</summary>
/// <param name="Kostnad">In all.</param>
/// <param name="Egenkapital">Of the applicants' own.</param>
/// <param name="AndreMidler">A bank's loan, others.</param>
/// <param name="Nav">What NAV hjelpemiddelsentral covers.</param>
/// <param name="Startlaan">What is granted, or paid out, of the loan beside it.</param>
/// <param name="Tilskudd">What is granted, or to be.</param>
public readonly record struct Kostnadsdekning(decimal Kostnad, decimal Egenkapital, decimal AndreMidler, decimal Nav, decimal Startlaan, decimal Tilskudd)
{
    public decimal Sum => Egenkapital + AndreMidler + Nav + Startlaan + Tilskudd;

    /// <summary>What is not paid for yet; below zero when there is more than it costs.</summary>
    public decimal Mangler => Kostnad - Sum;
}

/// <summary>
/// Tilskudd is to finance a dwelling or an adaptation of it (bustøttelova §§ 14 and 15, LOV-2012-08-24-64, in force from 1 January 2020): what pays for it covers what it costs, and is
/// not more. What NAV hjelpemiddelsentral covers (folketrygdloven §§ 10-6 and 10-7) is paid there.
/// </summary>
public static class Finansieringskontroll
{
    /// <summary>Money that leaves a hole in the plan helps nobody.</summary>
    public static Avvisning? Dekker(Tilskuddstype type, Kostnadsdekning f) => f.Mangler > 0
        ? new("finansiering-dekker-ikke", $"Det koster {Norsk.Kroner(f.Kostnad)} kr og er finansiert med {Norsk.Kroner(f.Sum)} kr. Det mangler {Norsk.Kroner(f.Mangler)} kr.", Kilde(type), "beloep") : null;

    /// <summary>Nothing beyond what it costs.</summary>
    public static Avvisning? IkkeOver(Tilskuddstype type, Kostnadsdekning f) => f.Mangler < 0
        ? new("finansiering-over-kostnad", $"Det koster {Norsk.Kroner(f.Kostnad)} kr og blir finansiert med {Norsk.Kroner(f.Sum)} kr (NAV {Norsk.Kroner(f.Nav)} kr, startlån {Norsk.Kroner(f.Startlaan)} kr). Det er {Norsk.Kroner(-f.Mangler)} kr for mye.", Kilde(type), "beloep") : null;

    /// <summary>Tilskudd beside a loan that is not there, or no longer, is for a dwelling that nobody can pay.</summary>
    public static Avvisning IngenLaan(Tilskuddstype type) => new(
        "startlaan-ikke-innvilget", "Startlånet i planen er ikke innvilget, eller beviset har løpt ut. Kommer pengene fra et annet sted, endres finansieringsplanen.", Kilde(type), "startlaanId");

    private static Hjemmel Kilde(Tilskuddstype type) => new("bustøttelova", type == Tilskuddstype.Etablering ? "§ 14 første ledd" : "§ 15 første ledd", new(2020, 1, 1));
}
