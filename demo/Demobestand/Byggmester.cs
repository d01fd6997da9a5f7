namespace Boligsosial.Demobestand;

/// <summary>Places buildings, each at an address of its own.</summary>
internal sealed class Byggmester(Tilfeldig tilfeldig)
{
    private readonly Dictionary<(Sted, string), int> _husnummer = [];
    private readonly Dictionary<int, int> _bruksnummer = [];
    private bool _tilvist;

    /// <summary>The next building, and how many dwellings it has of the <paramref name="rest"/> still to be placed.</summary>
    public (Bygg Bygg, int Stoerrelse) Neste(Omraade omraade, string kategori, int rest)
    {
        var by = omraade.ErBy;
        var stoerrelse = Math.Min(rest, Stoerrelse(kategori, by));
        var disposisjonsform = Disposisjonsform(kategori, by, ref stoerrelse);
        var boligtype = Boligtype(kategori, stoerrelse);
        var etasjer = boligtype is "Leilighet" or "Hybel" ? Math.Clamp(stoerrelse / 4, 1, by ? 6 : 3) : 1;
        var sted = tilfeldig.En(omraade.Steder);
        var gate = tilfeldig.En(sted.Gater);
        var husnummer = _husnummer[(sted, gate)] = _husnummer.GetValueOrDefault((sted, gate)) + tilfeldig.Tall(1, 4);
        var bruksnummer = _bruksnummer[sted.Gaardsnummer] = _bruksnummer.GetValueOrDefault(sted.Gaardsnummer) + 1;
        return (new(sted, kategori, $"Syntetisk {gate}", husnummer, bruksnummer, boligtype, disposisjonsform, etasjer, Egenskaper(kategori, boligtype, etasjer)), stoerrelse);
    }

    private int Stoerrelse(string kategori, bool by) => kategori switch
    {
        "gjennomgangsbolig" => by ? tilfeldig.Vektet((1, 30), (2, 8), (4, 20), (8, 22), (12, 14), (18, 6)) : tilfeldig.Vektet((1, 3), (2, 3), (4, 4)),
        "bemannet" => by ? tilfeldig.Tall(6, 16) : tilfeldig.Tall(5, 12),
        _ => by ? tilfeldig.Tall(4, 12) : tilfeldig.Tall(3, 8),
    };

    /// <summary>One agreement of tilvisning, 5 flats; some single dwellings are rented in; the rest is the municipality's own.</summary>
    private string Disposisjonsform(string kategori, bool by, ref int stoerrelse)
    {
        if (kategori != "gjennomgangsbolig" || !by)
            return "eid";
        if (!_tilvist && stoerrelse >= 5)
        {
            (_tilvist, stoerrelse) = (true, 5);
            return "tilvisning";
        }

        return stoerrelse <= 2 && tilfeldig.Prosent(40) ? "innleid" : "eid";
    }

    private string Boligtype(string kategori, int stoerrelse) => (kategori, stoerrelse) switch
    {
        ("gjennomgangsbolig", 1) => tilfeldig.Prosent(25) ? "Enebolig" : "Leilighet",
        ("gjennomgangsbolig", 2) => "Tomannsbolig",
        ("gjennomgangsbolig", 4) => tilfeldig.Prosent(60) ? "Rekkehus" : "Leilighet",
        ("gjennomgangsbolig", 8) => tilfeldig.Prosent(15) ? "Hybel" : "Leilighet",
        ("tilrettelagt", <= 4) => "Rekkehus",
        _ => "Leilighet",
    };

    private SortedSet<string> Egenskaper(string kategori, string boligtype, int etasjer)
    {
        var egenskaper = new SortedSet<string>(StringComparer.Ordinal);
        if (etasjer > 1 && (kategori != "gjennomgangsbolig" || tilfeldig.Prosent(35)))
            egenskaper.Add("heis");
        if (kategori == "bemannet")
        {
            egenskaper.UnionWith(["samlokalisert", "personalbase"]);
            if (tilfeldig.Prosent(75))
                egenskaper.Add("doegnbemannet");
            if (tilfeldig.Prosent(35))
                egenskaper.Add("bofellesskap");
            if (tilfeldig.Prosent(20))
                egenskaper.UnionWith(["robust", "skjermet"]);
        }
        else if (boligtype == "Enebolig" && tilfeldig.Prosent(15))
        {
            egenskaper.UnionWith(["robust", "skjermet"]);
        }

        return egenskaper;
    }
}
