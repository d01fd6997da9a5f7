namespace Boligsosial.Boligregister.Leie.Regler;

/// <summary>
/// Notice: husleieloven (LOV-1999-03-26-17) §§ 9-6 to 9-8. Three months to the end of a calendar month; one month for a room with
/// access to another's dwelling. Who is given notice by the landlord can protest for a month, and the landlord must then
/// sue within three months after that, or the notice falls.
/// </summary>
public static class Oppsigelsesfrist
{
    /// <summary>The day after the last day of the lease.</summary>
    public static DateOnly Opphoer(DateOnly mottatt, bool enkeltrom)
    {
        if (enkeltrom)
            return mottatt.AddMonths(1).AddDays(1);
        var maaned = mottatt.AddMonths(3);
        return new DateOnly(maaned.Year, maaned.Month, 1).AddMonths(1);
    }

    /// <summary>The last day on which the tenant can protest (§ 9-8).</summary>
    public static DateOnly Protest(DateOnly mottatt) => mottatt.AddMonths(1);

    /// <summary>The last day on which the landlord can sue when the tenant has protested (§ 9-8).</summary>
    public static DateOnly Soeksmaal(DateOnly mottatt) => Protest(mottatt).AddMonths(3);
}
