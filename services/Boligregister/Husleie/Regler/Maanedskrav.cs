namespace Boligsosial.Boligregister.Husleie.Regler;

/// <summary>
/// The rent of a calendar month: the whole rent for a whole month, and for a part of one its days over the days of that month,
/// each day at the rent in force that day, rounded to øre once. No source prescribes it; it is the municipality's ordinary contract.
/// </summary>
public static class Maanedskrav
{
    /// <summary>A rent and the day it is in force from.</summary>
    public readonly record struct Leie(DateOnly Fra, decimal Maanedsleie);

    /// <summary>What a lease that runs [fra, til) owes for the month; the rents in the order of their days.</summary>
    public static decimal Beregn(DateOnly maaned, DateOnly fra, DateOnly? til, IReadOnlyList<Leie> leier)
    {
        var (start, slutt) = (maaned, maaned.AddMonths(1));
        decimal sum = 0;
        for (var i = 0; i < leier.Count; i++)
        {
            var gjelderFra = Seneste(start, Seneste(fra, leier[i].Fra));
            var gjelderTil = Tidligste(slutt, Tidligste(til ?? slutt, i + 1 < leier.Count ? leier[i + 1].Fra : slutt));
            sum += leier[i].Maanedsleie * Math.Max(0, gjelderTil.DayNumber - gjelderFra.DayNumber);
        }

        return Math.Round(sum / (slutt.DayNumber - start.DayNumber), 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>The profile's day of the month, but never before the tenant has had the profile's days to pay.</summary>
    public static DateOnly Forfall(DateOnly maaned, DateOnly laget, int forfallsdag, int betalingsfrist) =>
        Seneste(maaned.AddDays(forfallsdag - 1), laget.AddDays(betalingsfrist));

    private static DateOnly Seneste(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Tidligste(DateOnly a, DateOnly b) => a < b ? a : b;
}
