using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Persons;

namespace Boligsosial.Boligregister;

/// <summary>Who may do what in boligregister; <c>docs/tilganger.md</c> shows what comes of it, endpoint by endpoint.</summary>
internal static class Tilganger
{
    private static readonly string[] MedSaker =
    [
        Roller.AakeUtleie, Roller.AakeBoveileder, Roller.KtSaksbehandler, Roller.KtLeder, Roller.NavVeileder, Roller.NavLeder, Roller.IntegreringKonsulent,
    ];

    public static Tilgang LesBoliger { get; } = new("lese boliger", [.. MedSaker, Roller.AakeStoenad, Roller.BoligsosialKoordinator, Roller.Nettverksgruppe], Adgang.Les);

    public static Tilgang EndreBoliger { get; } = new("endre boliger", [Roller.AakeUtleie], Adgang.Skriv);

    public static Tilgang LesLeieforhold { get; } = new("lese leieforhold", MedSaker);

    /// <summary>A decision: stricter than to prepare it.</summary>
    public static Tilgang InngaaLeieforhold { get; } = new("inngå leieforhold", [Roller.AakeUtleie, Roller.KtLeder, Roller.NavLeder]);

    public static Tilgang LesSoeknader { get; } = new("lese søknader og venteliste", MedSaker);

    public static Tilgang RegistrerSoeknader { get; } = new("registrere søknader", [Roller.AakeUtleie, Roller.AakeBoveileder, Roller.NavVeileder, Roller.NavLeder]);

    /// <summary>Vedtak, tildeling: a decision, with a name under it.</summary>
    public static Tilgang AvgjoerSoeknader { get; } = new("avgjøre søknader og tildele", [Roller.AakeUtleie]);

    public static Tilgang FoelgOppLeieforhold { get; } = new("følge opp leieforhold", [Roller.AakeUtleie, Roller.AakeBoveileder]);

    /// <summary>Oppsigelse, regulering, fornyelse: what changes the tenant's right.</summary>
    public static Tilgang EndreLeieforhold { get; } = new("endre leieforhold", [Roller.AakeUtleie]);

    public static Tilgang LesHusleie { get; } = new("lese husleie og restanser", [Roller.AakeUtleie, Roller.AakeBoveileder]);

    public static Tilgang FoerHusleie { get; } = new("føre husleie", [Roller.AakeUtleie]);

    public static Tilgang LesBoligmasse { get; } = new("lese avtaler og tilstand", [Roller.AakeUtleie, Roller.AakeBoveileder, Roller.BoligsosialKoordinator]);

    public static Tilgang EndreBoligmasse { get; } = new("endre avtaler og tilstand", [Roller.AakeUtleie]);

    /// <summary>Figures without people in them.</summary>
    public static Tilgang LesStatistikk { get; } = new("lese statistikk", [.. MedSaker, Roller.AakeStoenad, Roller.BoligsosialKoordinator, Roller.Nettverksgruppe], Adgang.Les);

    public static Persontilganger Personer { get; } = new(
        Les: new("lese personer", MedSaker),
        Skriv: new("registrere personer", MedSaker),
        Leder: new("lese tilgangsloggen og gi innsyn", [Roller.KtLeder, Roller.NavLeder, Roller.BoligsosialKoordinator]));
}
