using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Persons;

namespace Boligsosial.MidlertidigBotilbud;

/// <summary>Who may do what in midlertidig botilbud; <c>docs/tilganger.md</c> shows what comes of it, endpoint by endpoint.</summary>
internal static class Tilganger
{
    /// <summary>Who comes, what is decided, where they stay. The one on call at night decides alone: a vedtak waits for no leader.</summary>
    public static Tilgang Behandle { get; } = new("behandle midlertidig botilbud", [Roller.NavVeileder, Roller.NavLeder]);

    /// <summary>An exception over three months: a leader stands for it by name.</summary>
    public static Tilgang GiUnntak { get; } = new("gi unntak over tre måneder", [Roller.NavLeder]);

    /// <summary>Economic help by vedtak, and what is done before somebody loses a home.</summary>
    public static Tilgang Forebygge { get; } = new("garantere og forebygge fravikelse", [Roller.NavVeileder, Roller.NavLeder]);

    /// <summary>The cases that the network group has at its table, and what came of them; nothing of what NAV decided.</summary>
    public static Tilgang Nettverksgruppe { get; } = new("lese sakene til nettverksgruppa", [Roller.Nettverksgruppe, Roller.NavVeileder, Roller.NavLeder]);

    /// <summary>Figures, nobody named; small ones can still tell of somebody, so not other systems.</summary>
    public static Tilgang LesOversikt { get; } = new("lese oversikten over midlertidig botilbud", [Roller.NavVeileder, Roller.NavLeder, Roller.BoligsosialKoordinator]);

    /// <summary>Places and agreements: no person.</summary>
    public static Tilgang Plasser { get; } = new("lese og endre plasser", [Roller.NavVeileder, Roller.NavLeder]);

    public static Persontilganger Personer { get; } = new(
        Les: new("lese personer", [Roller.NavVeileder, Roller.NavLeder]),
        Skriv: new("registrere personer", [Roller.NavVeileder, Roller.NavLeder]),
        Leder: new("lese tilgangsloggen og gi innsyn", [Roller.NavLeder, Roller.BoligsosialKoordinator]));
}
