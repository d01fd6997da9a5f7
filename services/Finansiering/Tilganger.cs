using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Persons;

namespace Boligsosial.Finansiering;

/// <summary>Who may do what in finansiering; <c>docs/tilganger.md</c> shows what comes of it, endpoint by endpoint.</summary>
internal static class Tilganger
{
    /// <summary>Figures about a household that nobody is named in: everybody who guides somebody.</summary>
    public static Tilgang BeregnBostoette { get; } = new("beregne bostøtte", [.. Roller.Alle.Except([Roller.Drift, Roller.Integrator, Roller.Innbygger, Roller.Nettverksgruppe])], Adgang.Les);

    /// <summary>As for bostøtte: no person is named.</summary>
    public static Tilgang BeregnStartlaan { get; } = BeregnBostoette with { Navn = "beregne startlån" };

    /// <summary>Applications with people in them.</summary>
    public static Tilgang BehandleStartlaan { get; } = new("behandle startlån", [Roller.AakeStoenad]);

    /// <summary>A decision, with a name under it. The profile says who has fullmakt; nobody decides on an own innstilling.</summary>
    public static Tilgang AvgjoerStartlaan { get; } = new("avgjøre startlån", [Roller.AakeStoenad]);

    public static Tilgang BehandleTilskudd { get; } = BehandleStartlaan with { Navn = "behandle tilskudd" };

    /// <summary>As for startlån: the profile says who has fullmakt, and nobody decides on an own innstilling.</summary>
    public static Tilgang AvgjoerTilskudd { get; } = AvgjoerStartlaan with { Navn = "avgjøre tilskudd" };

    /// <summary>Figures for the whole municipality, nobody named; small ones can still tell of somebody, so not other systems.</summary>
    public static Tilgang LesStatistikk { get; } = new("lese statistikk", [Roller.AakeStoenad, Roller.BoligsosialKoordinator]);

    /// <summary>What others have published; no person.</summary>
    public static Tilgang ImporterTall { get; } = LesStatistikk with { Navn = "importere statistikk" };

    public static Tilgang FoelgBostoettesaker { get; } = new("følge bostøttesaker", [Roller.AakeStoenad]);

    public static Persontilganger Personer { get; } = new(
        Les: new("lese personer", [Roller.AakeStoenad]),
        Skriv: new("registrere personer", [Roller.AakeStoenad]),
        Leder: new("lese tilgangsloggen og gi innsyn", [Roller.BoligsosialKoordinator]));
}
