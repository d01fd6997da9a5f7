using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Persons;

namespace Boligsosial.BoligsosialEnhet;

/// <summary>Who may do what in boligsosial enhet; <c>docs/tilganger.md</c> shows what comes of it, endpoint by endpoint.</summary>
internal static class Tilganger
{
    /// <summary>Counts, and no person: every employee.</summary>
    public static Tilgang LesOversikt { get; } = new("lese oversikten", [.. Roller.Alle.Except([Roller.Drift, Roller.Integrator, Roller.Innbygger])], Adgang.Les);

    public static Persontilganger Personer { get; } = new(
        Les: new("lese personer", [Roller.BoligsosialKoordinator, Roller.Nettverksgruppe]),
        Skriv: new("registrere personer", [Roller.BoligsosialKoordinator]),
        Leder: new("lese tilgangsloggen og gi innsyn", [Roller.BoligsosialKoordinator]));
}
