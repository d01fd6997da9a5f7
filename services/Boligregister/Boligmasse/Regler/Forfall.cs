namespace Boligsosial.Boligregister.Boligmasse.Regler;

/// <summary>
/// When a dwelling must be looked at again. Sources: Stjørdal's plan § 2 measure 12 (the condition of 20 % of the dwellings each
/// year, NS 3424) and § 5.3 (årlig tilsyn of røykvarsler, slokkeutstyr and el); the intervals are the municipality's own.
/// A dwelling looked at on a day is due again on the same day so many months later, and one never looked at at once.
/// </summary>
internal static class Forfall
{
    /// <summary>Dwellings last looked at on this day or before are due on <paramref name="dato"/>.</summary>
    public static DateOnly SistSettTilOgMed(DateOnly dato, int maaneder)
    {
        var dag = dato.AddMonths(-maaneder);

        // The 31st, 29 February: of a month that is over, every day's «so many months later» has come.
        return dato.Day == DateTime.DaysInMonth(dato.Year, dato.Month) ? new(dag.Year, dag.Month, DateTime.DaysInMonth(dag.Year, dag.Month)) : dag;
    }
}
