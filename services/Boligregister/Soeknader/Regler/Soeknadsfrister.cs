namespace Boligsosial.Boligregister.Soeknader.Regler;

/// <summary>
/// The deadlines of an application. A deadline in months ends on the day of the month that has the same number as the day it
/// runs from; a month that lacks the number ends it on its last day, so that three months from 30 November end on
/// 28 or 29 February. Source: domstolloven § 148 second ledd, as the general rule for counting deadlines.
/// </summary>
public static class Soeknadsfrister
{
    /// <summary>Forvaltningsloven § 11 a (LOV-1967-02-10): a month, and the applicant is told when it takes longer.</summary>
    public const int ForeloepigSvarMaaneder = 1;

    /// <summary>The last day on which an application that came, or was confirmed, on <paramref name="fra"/> holds.</summary>
    public static DateOnly GyldigTil(DateOnly fra, int maaneder) => fra.AddMonths(maaneder);

    /// <summary>The last day for a foreløpig svar.</summary>
    public static DateOnly ForeloepigSvar(DateOnly mottatt) => mottatt.AddMonths(ForeloepigSvarMaaneder);

    /// <summary>The first day on which the applicant is to be reminded.</summary>
    public static DateOnly Paaminnelse(DateOnly gyldigTil, int dager) => gyldigTil.AddDays(-dager);

    /// <summary>
    /// The last day of receipt of those whose foreløpig svar is due on <paramref name="dag"/> at the latest: the same rule
    /// seen from the other end, as a search needs it.
    /// </summary>
    public static DateOnly SisteMottattMedSvarfrist(DateOnly dag)
    {
        var mottatt = dag.AddMonths(-ForeloepigSvarMaaneder);
        while (ForeloepigSvar(mottatt.AddDays(1)) <= dag)
            mottatt = mottatt.AddDays(1);
        return mottatt;
    }
}
