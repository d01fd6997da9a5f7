using Boligsosial.Boligregister.Husleie;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Fravikelse.Regler;

/// <summary>A step of the ladder, in its order.</summary>
public enum Steg
{
    /// <summary>The tenants are reminded.</summary>
    Purring,

    /// <summary>Told that fravikelse will be requested (tvangsfullbyrdelsesloven § 4-18).</summary>
    Varsel,

    /// <summary>NAV is told (husleieloven § 9-11).</summary>
    NavVarsel,

    /// <summary>Fravikelse is requested of namsmannen.</summary>
    Begjaering,

    /// <summary>Namsmannen has carried it out.</summary>
    Gjennomfoering,
}

/// <summary>Which steps a case has taken, and when.</summary>
public readonly record struct Trinn(
    DateOnly? Purret = null, DateOnly? Varslet = null, DateOnly? Reservert = null, DateOnly? NavVarslet = null, DateOnly? NavSvart = null, bool LoesningLovet = false,
    DateOnly? Begjaert = null, DateOnly? Avsluttet = null);

/// <summary>How the lease stands on the day of a step.</summary>
/// <param name="EldsteForfall">Due date of the oldest that is past due and unpaid; null: nothing is.</param>
/// <param name="Restanse">Kroner past due.</param>
/// <param name="AvtaleLoeper">A betalingsavtale is kept.</param>
/// <param name="DekningVentes">NAV has decided to pay, and has not had the time.</param>
/// <param name="Barn">Children in the home.</param>
/// <param name="Ugradert">None of the tenants has a graded address, as far as the unit knows.</param>
/// <param name="Utflyttet">They have moved out: the debt stands, but there is nobody to evict.</param>
public readonly record struct Stand(
    DateOnly? EldsteForfall, decimal Restanse = 0, bool AvtaleLoeper = false, bool DekningVentes = false, int Barn = 0, bool Ugradert = false, bool Utflyttet = false);

/// <summary>Why a step cannot be taken.</summary>
/// <param name="Avvisning">What the caller is told.</param>
/// <param name="Tilstand">The case is not there, or not any more; else a rule says no.</param>
/// <param name="Tidligst">When it is only too early: the first day.</param>
public sealed record Hindring(Avvisning Avvisning, bool Tilstand = false, DateOnly? Tidligst = null);

/// <summary>
/// The ladder from arrears to fravikelse: tvangsfullbyrdelsesloven §§ 4-18 (varsel, two weeks), 4-19 (a varsel is good for a year) and
/// 13-6 (two weeks to be heard by namsmannen); husleieloven § 9-11 (NAV, two weeks). Before them purring, by the profile. A
/// person takes every step; the rules say from when.
/// </summary>
public static class Trapp
{
    private const int ToUker = 14;
    private static readonly Hjemmel Varselfrist = new("tvangsfullbyrdelsesloven", "§ 4-18");
    private static readonly Hjemmel Varselalder = new("tvangsfullbyrdelsesloven", "§ 4-19");
    private static readonly Hjemmel Uttalefrist = new("tvangsfullbyrdelsesloven", "§ 13-6");
    private static readonly Hjemmel Navfrist = new("husleieloven", "§ 9-11");

    /// <summary>The step that comes now; null: none, the case has ended.</summary>
    public static Steg? Neste(Trinn trinn, DateOnly dag) => trinn switch
    {
        { Avsluttet: not null } => null,
        { Purret: null } => Steg.Purring,
        { Begjaert: not null } => Steg.Gjennomfoering,
        { Varslet: null } => Steg.Varsel,
        { Varslet: { } varslet } when ErForGammelt(varslet, dag) => Steg.Varsel,
        { NavVarslet: null, Reservert: null } => Steg.NavVarsel,
        _ => Steg.Begjaering,
    };

    /// <summary>The first day of a step, by those before it, and the rule that sets it.</summary>
    public static (DateOnly Dag, Hjemmel? Hjemmel) Tidligst(Steg steg, Trinn trinn, DateOnly? eldsteForfall, Husleieprofil profil)
    {
        switch (steg)
        {
            case Steg.Purring:
                return (eldsteForfall!.Value.AddDays(profil.PurringEtter), null);
            case Steg.Varsel:
                return (trinn.Purret!.Value.AddDays(profil.Purrefrist), null);
            case Steg.NavVarsel:
                return (trinn.Varslet!.Value, Navfrist);
            case Steg.Begjaering:
                // The last day to pay is the same weekday two weeks after; the day after that it is not done.
                var etterVarsel = trinn.Varslet!.Value.AddDays(ToUker + 1);
                return Navs(trinn) is { } navs && navs > etterVarsel ? (navs, Navfrist) : (etterVarsel, Varselfrist);
            default:
                return (trinn.Begjaert!.Value.AddDays(ToUker), Uttalefrist);
        }
    }

    /// <summary>What stands in the way of a step on a day; null: nothing.</summary>
    public static Hindring? Hindrer(Steg steg, Trinn trinn, Stand stand, DateOnly dag, Husleieprofil profil)
    {
        if (trinn.Avsluttet is not null)
            return Naa("sak-avsluttet", "Saken er avsluttet.");
        if (steg == Steg.NavVarsel && trinn.Reservert is not null)
            return Naa("leietaker-reservert", "Leietakeren har reservert seg mot at NAV varsles.", Navfrist);
        if (steg == Steg.Begjaering && trinn is { Varslet: { } varslet, Begjaert: null } && ErForGammelt(varslet, dag))
            return new(new("varsel-for-gammelt", $"Varselet av {varslet:yyyy-MM-dd} er mer enn ett år gammelt. Send et nytt.", Varselalder));
        if (Neste(trinn, dag) is var neste && steg != neste)
            return steg < neste ? Naa("steg-tatt", "Dette er gjort i saken.") : Naa("steg-mangler", $"Først må saken ha hatt {Navn(neste!.Value)}.");
        if (steg != Steg.Gjennomfoering && Stopper(stand) is { } stopp)
            return stopp;

        var (tidligst, hjemmel) = Tidligst(steg, trinn, stand.EldsteForfall, profil);
        return dag < tidligst ? new(new("for-tidlig", $"Kan tidligst gjøres {tidligst:yyyy-MM-dd}.", hjemmel, "dato"), Tidligst: tidligst) : null;
    }

    /// <summary>A varsel can be used for a year from its day.</summary>
    public static bool ErForGammelt(DateOnly varslet, DateOnly dag) => dag > varslet.AddYears(1);

    /// <summary>The first day when NAV has had its two weeks, or has answered that it has no solution; null when NAV is not told.</summary>
    private static DateOnly? Navs(Trinn trinn) => trinn switch
    {
        { NavVarslet: null } => null,
        { NavSvart: { } svart, LoesningLovet: false } => svart,
        _ => trinn.NavVarslet!.Value.AddDays(ToUker),
    };

    private static Hindring? Stopper(Stand stand) =>
        stand.Utflyttet ? Naa("utflyttet", "Leietakeren har flyttet ut. Restansen består, men det er ingenting å fravike.")
        : stand.EldsteForfall is null ? Naa("ingen-restanse", "Ingenting er forfalt og ubetalt.")
        : stand.AvtaleLoeper ? Naa("avtale-loeper", "Leieforholdet har en betalingsavtale som holdes.")
        : stand.DekningVentes ? Naa("dekning-ventes", "NAV har vedtatt å dekke restansen. Vent til pengene er kommet, eller fristen i kommuneprofilen er ute.")
        : null;

    private static Hindring Naa(string kode, string tekst, Hjemmel? hjemmel = null) => new(new(kode, tekst, hjemmel), Tilstand: true);

    private static string Navn(Steg steg) => steg switch
    {
        Steg.Purring => "purring",
        Steg.Varsel => "varsel etter tvangsfullbyrdelsesloven § 4-18",
        Steg.NavVarsel => "varsel til NAV etter husleieloven § 9-11",
        _ => "begjæring",
    };
}
