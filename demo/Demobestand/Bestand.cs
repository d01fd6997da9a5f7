namespace Boligsosial.Demobestand;

/// <summary>Makes the stock: buildings by område and kategori, dwellings in them, and what state each is in.</summary>
public static class Bestand
{
    /// <summary>The day that the table was counted.</summary>
    public static readonly DateOnly Telledag = new(2025, 6, 1);

    /// <summary>The stock, the same every time.</summary>
    public static IReadOnlyList<Demobolig> Lag()
    {
        var tilfeldig = new Tilfeldig(froe: 1508);
        var byggmester = new Byggmester(tilfeldig);
        var boliger = new List<Demobolig>();
        foreach (var omraade in Omraader.Alle)
        {
            foreach (var (kategori, antall) in omraade.Antall)
            {
                for (var rest = antall; rest > 0;)
                {
                    var (bygg, stoerrelse) = byggmester.Neste(omraade, kategori, rest);
                    for (var i = 0; i < stoerrelse; i++)
                        boliger.Add(Bolig(tilfeldig, omraade, bygg, i, stoerrelse, nummer: boliger.Count + 1));
                    rest -= stoerrelse;
                }
            }
        }

        return Statuser.Fordel(boliger, tilfeldig);
    }

    private static Demobolig Bolig(Tilfeldig tilfeldig, Omraade omraade, Bygg bygg, int plass, int stoerrelse, int nummer)
    {
        var perEtasje = (stoerrelse + bygg.Etasjer - 1) / bygg.Etasjer;
        var etasje = plass / perEtasje + 1;
        var soverom = Soverom(tilfeldig, bygg);
        var egenskaper = Egenskaper(tilfeldig, bygg, etasje, soverom);
        var areal = Bruksareal(tilfeldig, soverom) + (egenskaper.Contains("rullestol") ? 6 : 0);
        return new()
        {
            LeverandorBoligId = $"AAL-{nummer:0000}",
            Omraade = omraade.Navn,
            Bygg = bygg,
            Bruksenhetsnummer = $"H{etasje:00}{plass % perEtasje + 1:00}",
            Etasje = etasje,
            Soverom = soverom,
            Bruksareal = areal,
            Maanedsleie = Maanedsleie(tilfeldig, bygg, areal),
            Egenskaper = egenskaper,
        };
    }

    /// <summary>«Municipal stock has mostly two bedrooms»; single rooms and more than three bedrooms are what is short.</summary>
    private static int Soverom(Tilfeldig tilfeldig, Bygg bygg) => bygg switch
    {
        { Boligtype: "Enebolig" } => tilfeldig.Vektet((2, 30), (3, 45), (4, 20), (5, 5)),
        { Boligtype: "Hybel" } => 0,
        { Kategori: "bemannet" } => tilfeldig.Vektet((1, 86), (2, 14)),
        { Kategori: "tilrettelagt" } => tilfeldig.Vektet((1, 36), (2, 59), (3, 5)),
        _ => tilfeldig.Vektet((1, 28), (2, 56), (3, 13), (4, 3)),
    };

    private static int Bruksareal(Tilfeldig tilfeldig, int soverom) => soverom switch
    {
        0 => tilfeldig.Tall(22, 32),
        1 => tilfeldig.Tall(38, 52),
        2 => tilfeldig.Tall(54, 72),
        3 => tilfeldig.Tall(76, 94),
        4 => tilfeldig.Tall(98, 118),
        _ => tilfeldig.Tall(120, 138),
    };

    /// <summary>Grows with the size, is lower outside the town; whole fifties of kroner.</summary>
    private static int Maanedsleie(Tilfeldig tilfeldig, Bygg bygg, int areal)
    {
        var leie = 4_900 + 82 * areal + tilfeldig.Tall(-400, 400);
        if (bygg.Sted.Poststed != "Ålesund")
            leie -= 700;
        return Math.Clamp(leie / 50 * 50, 6_000, 18_000);
    }

    private static SortedSet<string> Egenskaper(Tilfeldig tilfeldig, Bygg bygg, int etasje, int soverom)
    {
        var egenskaper = new SortedSet<string>(bygg.Egenskaper, StringComparer.Ordinal);
        var utenTrapp = etasje == 1 || egenskaper.Contains("heis");
        if (utenTrapp && tilfeldig.Prosent(bygg.Kategori switch { "tilrettelagt" => 92, "bemannet" => 55, _ => 4 }))
            egenskaper.UnionWith(["rullestol", "trinnfri"]);
        if (utenTrapp && tilfeldig.Prosent(bygg.Kategori == "gjennomgangsbolig" ? 15 : 80))
            egenskaper.Add("trinnfri");
        if (tilfeldig.Prosent(30))
            egenskaper.Add("balkong");
        if (bygg.Kategori == "gjennomgangsbolig" && soverom >= 2 && tilfeldig.Prosent(30))
            egenskaper.Add("barnevennlig");
        if (bygg.Kategori == "gjennomgangsbolig" && tilfeldig.Prosent(8))
            egenskaper.Add("husdyr-tillatt");
        return egenskaper;
    }
}
