namespace Boligsosial.Boligregister.Husleie.Regler;

/// <summary>
/// Arrears by age: days past the due date, in the bands 0–30, 31–60, 61–90 and over 90. On the due date itself nothing is in
/// arrears. Payments cover the oldest first (<c>husleie_aapne_krav</c>). The bands are those of the accounts; no law sets them.
/// </summary>
public static class Restansealder
{
    /// <summary>What is unpaid of what fell due on a day.</summary>
    public readonly record struct Aapent(DateOnly Forfall, decimal Ubetalt);

    /// <summary>Arrears, kroner.</summary>
    /// <param name="Til30">1–30 days past the due date.</param>
    /// <param name="Til60">31–60 days.</param>
    /// <param name="Til90">61–90 days.</param>
    /// <param name="Over90">91 days or more.</param>
    /// <param name="Sum">All of it.</param>
    public sealed record Restanse(decimal Til30, decimal Til60, decimal Til90, decimal Over90, decimal Sum);

    /// <summary>As an account tells it: the due dates, and what is unpaid of each.</summary>
    public static IEnumerable<Aapent> Aapne(DateOnly[] forfall, decimal[] ubetalt) => forfall.Zip(ubetalt, (dag, beloep) => new Aapent(dag, beloep));

    public static Restanse Fordel(IEnumerable<Aapent> aapne, DateOnly dag)
    {
        Span<decimal> baand = [0, 0, 0, 0];
        foreach (var (forfall, ubetalt) in aapne)
        {
            var dager = dag.DayNumber - forfall.DayNumber;
            if (dager > 0)
                baand[Math.Min((dager - 1) / 30, 3)] += ubetalt;
        }

        return new(baand[0], baand[1], baand[2], baand[3], baand[0] + baand[1] + baand[2] + baand[3]);
    }
}
