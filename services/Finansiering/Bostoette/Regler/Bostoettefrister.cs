using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Bostoette.Regler;

/// <summary>
/// The calendar of bostøtte (forskrift om bustøtte, FOR-2012-11-29-1283, §§ 9 and 13). The day of the deadline is Husbanken's to set (§ 9): the 25th,
/// also when it is not a working day, as no source says that it is moved.
/// </summary>
public static class Bostoettefrister
{
    private const int Utbetalingsdag = 20;

    // The day that Husbanken has set, from the month on; another day is another row, the newest first.
    private static readonly (DateOnly Fra, int Dag)[] Fristdager = [(new(2017, 1, 1), 25)];

    /// <summary>How many months a refusal for the means is tried again in, without a new application (§ 9).</summary>
    public const int ProevesPaaNyttMaaneder = 2;

    /// <summary>The last day to apply for a month.</summary>
    public static DateOnly Soeknadsfrist(DateOnly maaned) => new(maaned.Year, maaned.Month, Array.Find(Fristdager, f => f.Fra <= maaned).Dag);

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
    public static DateOnly Utbetales(DateOnly maaned) => Virkedag.Til(new DateOnly(maaned.Year, maaned.Month, Utbetalingsdag).AddMonths(1));

    /// <summary>What is granted after a klage: no source says when, so here the first of these days that the vedtak is not later than.</summary>
    public static DateOnly Etterbetales(DateOnly maaned, DateOnly vedtak)
    {
        while (Utbetales(maaned) < vedtak)
            maaned = maaned.AddMonths(1);
        return Utbetales(maaned);
    }
}
