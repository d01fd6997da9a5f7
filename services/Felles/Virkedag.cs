namespace Boligsosial.Felles;

/// <summary>Days that are neither Saturday, Sunday nor a holiday (lov om helligdager og helligdagsfred § 2; 1 and 17 May, LOV-1947-04-26-1).</summary>
public static class Virkedag
{
    /// <summary>The day, or the first working day after it.</summary>
    public static DateOnly Fra(DateOnly dag)
    {
        while (!Er(dag))
            dag = dag.AddDays(1);
        return dag;
    }

    /// <summary>The day, or the last working day before it.</summary>
    public static DateOnly Til(DateOnly dag)
    {
        while (!Er(dag))
            dag = dag.AddDays(-1);
        return dag;
    }

    /// <summary>Whether it is one.</summary>
    public static bool Er(DateOnly dag) => dag.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && (dag.Month, dag.Day) is not ((1, 1) or (5, 1) or (5, 17) or (12, 25) or (12, 26))
        && (dag.DayNumber - Paaskedag(dag.Year).DayNumber) is not (-3 or -2 or 1 or 39 or 50);

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
