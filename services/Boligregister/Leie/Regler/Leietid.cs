using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Leie.Regler;

/// <summary>
/// How long a dwelling for vanskeligstilte is let: husleieloven (LOV-1999-03-26-17) § 9-3 and § 11-1 sixth paragraph, as from
/// 1 September 2009. Shorter than three years is once for the same dwelling and parties and with særlige grunner, more often
/// only with tungtveiende; an agreement against this counts as tidsubestemt, so it is not written as anything else.
/// </summary>
public static class Leietid
{
    private const int MinsteAar = 3;
    private const int MaanederPassivitet = 3;
    private static readonly DateOnly IKraft = new(2009, 9, 1);
    private static readonly Hjemmel Minstetid = new("husleieloven", "§ 9-3", IKraft);
    private static readonly Hjemmel Vanskeligstilte = new("husleieloven", "§ 11-1", IKraft);

    /// <summary>The earliest end of a lease from <paramref name="fra"/>: three whole years. From 29 February it is 1 March.</summary>
    public static DateOnly TidligsteSlutt(DateOnly fra) => fra is { Month: 2, Day: 29 } ? new(fra.Year + MinsteAar, 3, 1) : fra.AddYears(MinsteAar);

    /// <summary>Whether the lease may be for that time.</summary>
    /// <param name="fra">First day.</param>
    /// <param name="til">The day after the last; null: tidsubestemt.</param>
    /// <param name="grunner">Why it is to be shorter, when it is.</param>
    /// <param name="tidligereKorte">Shorter contracts that these parties have had for this dwelling.</param>
    /// <param name="tidsubestemt">Dwellings of this kind are let tidsubestemt.</param>
    public static Avvisning? Kontroller(DateOnly fra, DateOnly? til, Grunner grunner, int tidligereKorte, bool tidsubestemt)
    {
        if (til is not { } slutt)
            return null;
        if (tidsubestemt && grunner == Grunner.Ingen)
            return new("bofellesskap-tidsubestemt", "Bofellesskap leies ut tidsubestemt. En tidsbegrensning må begrunnes.", Minstetid, "til");
        if (slutt >= TidligsteSlutt(fra))
            return null;
        if (grunner == Grunner.Ingen)
            return new("leietid-for-kort", $"Må vare i minst tre år, til {TidligsteSlutt(fra):yyyy-MM-dd}, eller ha særlige grunner. Ellers regnes den som tidsubestemt; la da til være tom.", Minstetid, "til");
        return tidligereKorte > 0 && grunner != Grunner.Tungtveiende
            ? new("kort-leietid-brukt", "Leietakerne har hatt en kort leieavtale for denne boligen. En ny krever tungtveiende grunner, ellers regnes den som tidsubestemt.", Vanskeligstilte, "til")
            : null;
    }

    /// <summary>
    /// From this day on the lease is tidsubestemt (§ 9-2 third paragraph): the tenant stays more than three months after
    /// <paramref name="til"/> and has not been told in writing to move out.
    /// </summary>
    public static DateOnly TidsubestemtFra(DateOnly til) => til.AddMonths(MaanederPassivitet).AddDays(1);
}

/// <summary>Why a lease is shorter than three years (husleieloven § 11-1).</summary>
public enum Grunner
{
    Ingen,
    Saerlige,
    Tungtveiende,
}
