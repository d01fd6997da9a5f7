using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Leie.Regler;

/// <summary>
/// When and by how much rent can be changed: husleieloven (LOV-1999-03-26-17) § 4-2 (konsumprisindeks) and § 4-3 (gjengs leie).
/// </summary>
public static class Leieregulering
{
    private static readonly Hjemmel Indeks = new("husleieloven", "§ 4-2");
    private static readonly Hjemmel Gjengs = new("husleieloven", "§ 4-3");

    /// <summary>The rent can change by no more than the index has since it was last fixed. Kroner, two decimals; the index may have fallen.</summary>
    public static decimal KpiTak(decimal leie, decimal indeksDa, decimal indeksNaa) => Math.Round(leie * indeksNaa / indeksDa, 2, MidpointRounding.AwayFromZero);

    /// <summary>The rent within <paramref name="tak"/>.</summary>
    public static decimal Avrund(decimal tak, bool heleKroner) => heleKroner ? Math.Floor(tak) : tak;

    /// <summary>The first day that a change by the index can have effect from: a year after the last, a month after the notice.</summary>
    public static DateOnly TidligstKpi(DateOnly sistFastsatt, DateOnly varslet) => Senest(sistFastsatt.AddYears(1), varslet.AddMonths(1));

    /// <summary>Whether a change by the index can have effect from that day.</summary>
    public static Avvisning? KontrollerKpi(DateOnly virkning, DateOnly sistFastsatt, DateOnly varslet) => TidligstKpi(sistFastsatt, varslet) is var tidligst && virkning < tidligst
        ? new("regulering-for-tidlig", $"Kan tidligst gjelde fra {tidligst:yyyy-MM-dd}: ett år etter forrige leiefastsetting og én måned etter skriftlig varsel.", Indeks, "virkningFra")
        : null;

    /// <summary>
    /// The first day that gjengs leie can have effect from: claimed when the lease has lasted two years and six months
    /// without other changes than by the index, six months after the claim and a year after the last change.
    /// </summary>
    public static DateOnly TidligstGjengs(DateOnly sistAnnenEndring, DateOnly sistEndret, DateOnly krav) =>
        Senest(Senest(krav, TidligsteKrav(sistAnnenEndring)).AddMonths(6), sistEndret.AddYears(1));

    /// <summary>The first day that gjengs leie can be claimed.</summary>
    public static DateOnly TidligsteKrav(DateOnly sistAnnenEndring) => sistAnnenEndring.AddYears(2).AddMonths(6);

    /// <summary>Whether gjengs leie can be claimed on that day, with effect from the other.</summary>
    public static Avvisning? KontrollerGjengs(DateOnly virkning, DateOnly sistAnnenEndring, DateOnly sistEndret, DateOnly krav)
    {
        if (krav < TidligsteKrav(sistAnnenEndring))
            return new("gjengs-leie-for-tidlig", $"Kan tidligst kreves {TidligsteKrav(sistAnnenEndring):yyyy-MM-dd}: når leieforholdet har vart to år og seks måneder uten annet enn indeksregulering.", Gjengs, "varslet");
        return TidligstGjengs(sistAnnenEndring, sistEndret, krav) is var tidligst && virkning < tidligst
            ? new("regulering-for-tidlig", $"Kan tidligst gjelde fra {tidligst:yyyy-MM-dd}: seks måneder etter skriftlig krav og ett år etter forrige endring.", Gjengs, "virkningFra")
            : null;
    }

    private static DateOnly Senest(DateOnly a, DateOnly b) => a > b ? a : b;
}
