namespace Boligsosial.Boligregister.Statistikk.Regler;

/// <summary>
/// Small numbers of households are not told to other systems: who knows the place could know who it is. As IMDi does with
/// what is under 5 in its tables; the limit is the municipality's own.
/// </summary>
internal static class Smaatall
{
    /// <summary>
    /// Which of a table's numbers are left out: those that few households are behind, and, when that is one of several, the
    /// smallest of the others too, since a sum would tell the one.
    /// </summary>
    public static bool[] Skjul(IReadOnlyList<int?> grunnlag, int grense)
    {
        var skjult = grunnlag.Select(g => g > 0 && g < grense).ToArray();
        if (grunnlag.Count > 1 && skjult.Count(s => s) == 1
            && Enumerable.Range(0, skjult.Length).Where(i => !skjult[i] && grunnlag[i] > 0).OrderBy(i => grunnlag[i]).ToList() is [var minst, ..])
            skjult[minst] = true;
        return skjult;
    }
}
