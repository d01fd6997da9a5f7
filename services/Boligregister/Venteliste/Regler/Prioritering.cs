namespace Boligsosial.Boligregister.Venteliste.Regler;

/// <summary>
/// The order of the waiting list: most points first, then the oldest application, then its id, so that two never share a
/// place. Source: the municipality's own guidelines (Ålesund k.sak 008/20, Stjørdal K-sak 40/14), whose wording is not
/// public; the criteria are therefore the profile's, each with its source and the day it is in force from.
/// </summary>
public static class Prioritering
{
    /// <summary>The criteria in force on a day, in a fixed order.</summary>
    public static IReadOnlyList<Kriterium> IKraft(IEnumerable<Kriterium> kriterier, DateOnly dag) =>
        [.. kriterier.Where(k => k.Fra <= dag).GroupBy(k => k.Kode, StringComparer.Ordinal).Select(g => g.MaxBy(k => k.Fra)!).Where(k => k.Poeng > 0).OrderBy(k => k.Kode, StringComparer.Ordinal)];

    /// <summary>What one criterion gives; 0: it is not met.</summary>
    public static int Poeng(Kriterium kriterium, Fakta fakta, DateOnly dag) =>
        kriterium.PerMaaned ? kriterium.Poeng * Math.Min(Maaneder(fakta.Mottatt, dag), kriterium.MaksMaaneder)
        : Oppfylt(kriterium, fakta) ? kriterium.Poeng
        : 0;

    /// <summary>What all of them give.</summary>
    public static int Poeng(IReadOnlyList<Kriterium> iKraft, Fakta fakta, DateOnly dag)
    {
        var sum = 0;
        foreach (var kriterium in iKraft)
            sum += Poeng(kriterium, fakta, dag);
        return sum;
    }

    /// <summary>Everyone in order: the points, and which of <paramref name="ventende"/> has them.</summary>
    public static List<(int Poeng, T Ventende)> Ranger<T>(IReadOnlyList<Kriterium> iKraft, IEnumerable<T> ventende, Func<T, Fakta> fakta, Func<T, Guid> id, DateOnly dag)
    {
        var alle = ventende.Select(v => (Poeng: Poeng(iKraft, fakta(v), dag), Ventende: v)).ToList();
        alle.Sort((a, b) => Sammenlign((a.Poeng, fakta(a.Ventende).Mottatt, id(a.Ventende)), (b.Poeng, fakta(b.Ventende).Mottatt, id(b.Ventende))));
        return alle;
    }

    /// <summary>Below 0: <paramref name="a"/> comes first. Ids in the order of their bytes, as the database has them.</summary>
    public static int Sammenlign((int Poeng, DateOnly Mottatt, Guid Id) a, (int Poeng, DateOnly Mottatt, Guid Id) b)
    {
        var orden = b.Poeng.CompareTo(a.Poeng);
        if (orden == 0)
            orden = a.Mottatt.CompareTo(b.Mottatt);
        return orden != 0 ? orden : a.Id.CompareTo(b.Id);
    }

    /// <summary>Whole months from <paramref name="mottatt"/> to <paramref name="dag"/>; from the 31st, a shorter month is whole on its last day.</summary>
    public static int Maaneder(DateOnly mottatt, DateOnly dag)
    {
        var maaneder = ((dag.Year - mottatt.Year) * 12) + dag.Month - mottatt.Month;
        return maaneder <= 0 ? 0 : mottatt.AddMonths(maaneder) <= dag ? maaneder : maaneder - 1;
    }

    /// <summary>
    /// The first day of receipt that gives fewer months than so many, for each number of months that counts, oldest first:
    /// whoever came from one of them to the day before the next has waited equally many.
    /// </summary>
    public static DateOnly[] Maanedsgrenser(IReadOnlyList<Kriterium> iKraft, DateOnly dag) =>
        [.. Enumerable.Range(1, iKraft.Where(k => k.PerMaaned).Select(k => k.MaksMaaneder).DefaultIfEmpty(0).Max()).Select(k => Grense(k, dag)).Distinct().Order()];

    /// <summary>The ages that matter, youngest first: children between two of them count alike.</summary>
    public static int[] Aldersgrenser(IReadOnlyList<Kriterium> iKraft) => [.. iKraft.Where(k => k.BarnUnder is not null).Select(k => k.BarnUnder!.Value).Distinct().Order()];

    private static bool Oppfylt(Kriterium kriterium, Fakta fakta) =>
        fakta.YngsteBarn < kriterium.BarnUnder || Felles(kriterium.Situasjon, fakta.Situasjon) || Felles(kriterium.Grupper, fakta.Grupper);

    private static bool Felles(string[] a, string[] b) => Array.Exists(a, x => Array.IndexOf(b, x) >= 0);

    private static DateOnly Grense(int maaneder, DateOnly dag)
    {
        var grense = dag.AddMonths(-maaneder);
        while (grense.AddDays(1).AddMonths(maaneder) <= dag)
            grense = grense.AddDays(1);
        return grense.AddDays(1);
    }
}

/// <summary>What a place is computed from.</summary>
/// <param name="Situasjon">The situations that hold.</param>
/// <param name="YngsteBarn">The youngest child's age when the application came; null: no children.</param>
/// <param name="Grupper">The groups that the vedtak counts the household to.</param>
/// <param name="Mottatt">The day it came.</param>
public readonly record struct Fakta(string[] Situasjon, int? YngsteBarn, string[] Grupper, DateOnly Mottatt);
