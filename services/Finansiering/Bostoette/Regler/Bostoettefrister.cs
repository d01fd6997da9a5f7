namespace Boligsosial.Finansiering.Bostoette.Regler;

/// <summary>
/// The calendar of bostøtte (forskrift om bustøtte, FOR-2012-11-29-1283, §§ 9 and 13). The day of the deadline is Husbanken's to set (§ 9): the 25th,
/// also when it is not a working day, as no source says that it is moved.
/// </summary>
public static class Bostoettefrister
{
    private const int Fristdag = 25;
    private const int Utbetalingsdag = 20;
    private const int Klageuker = 3;

    /// <summary>How many months a refusal for the means is tried again in, without a new application (§ 9).</summary>
    public const int ProevesPaaNyttMaaneder = 2;

    /// <summary>The last day to apply for a month.</summary>
    public static DateOnly Soeknadsfrist(DateOnly maaned) => new(maaned.Year, maaned.Month, Fristdag);

    /// <summary>Mended until this day, an incomplete application counts as come in time (§ 9).</summary>
    public static DateOnly RettesInnen(DateOnly maaned) => Soeknadsfrist(maaned).AddMonths(1);

    /// <summary>
    /// The first month that an application counts for: that in which it came, after the deadline the next. Incomplete and mended too late, it counts
    /// as if it came when it was mended.
    /// </summary>
    /// <param name="mottatt">The day it came.</param>
    /// <param name="rettet">The day the last defect was mended; null: it had none.</param>
    public static DateOnly FoersteMaaned(DateOnly mottatt, DateOnly? rettet)
    {
        var maaned = Maaned(mottatt);
        return rettet is { } dag && dag > RettesInnen(maaned) ? Maaned(dag) : maaned;

        static DateOnly Maaned(DateOnly dag) => dag <= Soeknadsfrist(dag) ? new(dag.Year, dag.Month, 1) : new DateOnly(dag.Year, dag.Month, 1).AddMonths(1);
    }

    /// <summary>The 20th of the month after, or the last working day before it (§ 13; Husbanken's calendar).</summary>
    public static DateOnly Utbetales(DateOnly maaned)
    {
        var dag = new DateOnly(maaned.Year, maaned.Month, Utbetalingsdag).AddMonths(1);
        while (ErFri(dag))
            dag = dag.AddDays(-1);
        return dag;
    }

    /// <summary>
    /// The last day for a klage to Husbanken: three weeks from the notice came (forvaltningsloven § 29), on to the next working day (domstolloven § 149).
    /// A later one is refused with V07, unless it is taken all the same (§ 31).
    /// </summary>
    public static DateOnly Klagefrist(DateOnly underrettet)
    {
        var dag = underrettet.AddDays(7 * Klageuker);
        while (ErFri(dag))
            dag = dag.AddDays(1);
        return dag;
    }

    private static bool ErFri(DateOnly dag) => dag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        || (dag.Month, dag.Day) is (1, 1) or (5, 1) or (5, 17) or (12, 25) or (12, 26)
        || (dag.DayNumber - Paaskedag(dag.Year).DayNumber) is -3 or -2 or 1 or 39 or 50;

    /// <summary>Easter Sunday in the Gregorian calendar (the anonymous algorithm, 1876).</summary>
    private static DateOnly Paaskedag(int aar)
    {
        var (a, b, c) = (aar % 19, aar / 100, aar % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        return new(aar, (h + l - (7 * m) + 114) / 31, ((h + l - (7 * m) + 114) % 31) + 1);
    }
}
