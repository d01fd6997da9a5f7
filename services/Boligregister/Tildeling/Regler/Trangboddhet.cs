using Boligsosial.Boligregister.Soeknader;

namespace Boligsosial.Boligregister.Tildeling.Regler;

/// <summary>
/// How many bedrooms a household needs at least. What «trangbodd» is differs between sources (Stjørdal's plan § 1.2: fewer
/// rooms than persons, or one person in one room), so how many share a bedroom is the profile's. An assessed need counts
/// when it is more.
/// </summary>
public static class Trangboddhet
{
    /// <summary>Adults share with adults and children with children; who lives alone can do without (hybel).</summary>
    public static int Soverom(Husstand husstand, int? vurdert, int personerPerSoverom)
    {
        var trengs = husstand.Antall <= 1 ? 0 : Rom(husstand.Voksne) + Rom(husstand.BarnsAlder.Count);
        return Math.Max(trengs, vurdert ?? 0);

        int Rom(int personer) => (personer + personerPerSoverom - 1) / personerPerSoverom;
    }
}
