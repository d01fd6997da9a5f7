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

    public static Persontilganger Personer { get; } = new(
        Les: new("lese personer", MedSaker),
        Skriv: new("registrere personer", MedSaker),
        Leder: new("lese tilgangsloggen og gi innsyn", [Roller.KtLeder, Roller.NavLeder, Roller.BoligsosialKoordinator]));
}
