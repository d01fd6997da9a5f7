namespace Boligsosial.Demobestand;

/// <summary>A housing area with the number of dwellings that it has of each kategori, and the places that they lie in.</summary>
/// <param name="Navn">As in the municipality's plan.</param>
/// <param name="Gjennomgangsbolig">Dwellings of that kategori.</param>
/// <param name="Bemannet">Dwellings of that kategori.</param>
/// <param name="Tilrettelagt">Dwellings of that kategori.</param>
/// <param name="Steder">Where they lie; a place named twice gets twice as many buildings.</param>
public sealed record Omraade(string Navn, int Gjennomgangsbolig, int Bemannet, int Tilrettelagt, params Sted[] Steder)
{
    /// <summary>Kategorier with their number of dwellings, in the order of the plan's table.</summary>
    public IReadOnlyList<(string Kategori, int Antall)> Antall =>
        [("gjennomgangsbolig", Gjennomgangsbolig), ("bemannet", Bemannet), ("tilrettelagt", Tilrettelagt)];

    /// <summary>A town has larger buildings, and dwellings that are not the municipality's own.</summary>
    public bool ErBy => Gjennomgangsbolig > 100;
}

/// <summary>A postal place in a kommunedel. The gårdsnummer and the streets are made up.</summary>
public sealed record Sted(string Kommunedel, string Postnummer, string Poststed, int Gaardsnummer, params string[] Gater);

/// <summary>
/// Ålesund's dwelling stock in June 2025: Boligsosial plan 2025–2035, hearing draft, section 5.1, by område. The plan prints
/// 220 tilrettelagte as its total where its areas sum to 224; the areas are used here.
/// </summary>
public static class Omraader
{
    private static readonly Sted Aspoey = new("Hessa, Aspøy og Sentrum", "6003", "Ålesund", 9001, "Fjordgata", "Bryggestien", "Naustsmuget");
    private static readonly Sted Hessa = new("Hessa, Aspøy og Sentrum", "6005", "Ålesund", 9002, "Ternevegen", "Skjellvegen");
    private static readonly Sted Noervoey = new("Nørvøy, Nørvasund og Hatlane", "6008", "Ålesund", 9003, "Sundvegen", "Hasselbakken", "Rognelia", "Notgata");
    private static readonly Sted Hatlane = new("Nørvøy, Nørvasund og Hatlane", "6015", "Ålesund", 9004, "Bjørkelia", "Lyngvegen", "Furutunet");
    private static readonly Sted Spjelkavik = new("Spjelkavik, Åse og Lerstad", "6010", "Ålesund", 9005, "Vassvegen", "Elvetunet", "Seljelia", "Steinbakken");
    private static readonly Sted Lerstad = new("Spjelkavik, Åse og Lerstad", "6017", "Ålesund", 9006, "Åsvegen", "Leirtunet");
    private static readonly Sted IndreBorgund = new("Indre Borgund", "6012", "Ålesund", 9007, "Myrvegen", "Engtunet", "Granlia");
    private static readonly Sted Ellingsoey = new("Ellingsøy", "6057", "Ellingsøy", 9008, "Strandtunet", "Holmevegen");
    private static readonly Sted Oerskog = new("Ørskog", "6240", "Ørskog", 9009, "Sjøtunet", "Kvernvegen");
    private static readonly Sted Skodje = new("Skodje", "6260", "Skodje", 9010, "Brutunet", "Straumvegen", "Lilia");
    private static readonly Sted Haroey = new("Sandøy", "6487", "Harøy", 9011, "Havtunet", "Sandvegen");
    private static readonly Sted Myklebost = new("Sandøy", "6488", "Myklebost", 9012, "Skjervegen");

    public static IReadOnlyList<Omraade> Alle { get; } =
    [
        new("Gamle Ålesund", 543, 192, 162,
            Aspoey, Aspoey, Hessa, Noervoey, Noervoey, Noervoey, Hatlane, Hatlane, Spjelkavik, Spjelkavik, Lerstad, IndreBorgund, IndreBorgund, Ellingsoey),
        new("Ørskog", 7, 40, 7, Oerskog),
        new("Skodje", 30, 24, 31, Skodje),
        new("Harøya", 29, 10, 24, Haroey, Haroey, Myklebost),
    ];
}
