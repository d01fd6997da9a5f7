using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>
/// The deadline for a klage over a vedtak on startlån or tilskudd: three weeks from the notice came (forvaltningsloven § 29, LOV-1967-02-10, in force from 1 January 1970); after it a klage may
/// still be taken (§ 31), but not more than a year after the vedtak. A deadline that ends on a Saturday, a Sunday or a holiday ends on the next working day
/// (domstolloven § 149). The klageinstans is the municipality's own (§ 28 second paragraph).
/// </summary>
public static class Klagefrist
{
    private const int Uker = 3;
    private static readonly Hjemmel Aarsfrist = new("forvaltningsloven", "§ 31", new(1970, 1, 1));

    /// <summary>The last day.</summary>
    public static DateOnly Av(DateOnly underrettet)
    {
        var frist = underrettet.AddDays(7 * Uker);
        while (ErFridag(frist))
            frist = frist.AddDays(1);
        return frist;
    }

    /// <summary>A klage cannot be taken when more than a year has gone.</summary>
    public static Avvisning? Kontroller(DateOnly klage, DateOnly vedtak) =>
        klage > vedtak.AddYears(1) ? new("klage-over-ett-aar", "Det er gått mer enn ett år siden vedtaket ble truffet; klagen kan ikke behandles.", Aarsfrist, "dato") : null;

    private static bool ErFridag(DateOnly dag) => dag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
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
