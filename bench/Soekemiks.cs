namespace Boligsosial.Bench;

/// <summary>
/// What people ask a dwelling register for: three filters, mostly taken from a dwelling that exists, so that there is
/// something to find; some rare, some that nothing matches.
/// </summary>
internal static class Soekemiks
{
    /// <summary>A search and what kind it is.</summary>
    internal sealed record Spoersmaal(string Slag, string Sti);

    private static readonly string[] Ledige = ["ledig-klar", "ledig-enkel-istandsetting"];

    private static readonly (string Slag, int Vekt, Func<Bestand, Random, string> Filter)[] Maler =
    [
        ("omraade kategori status", 12, (b, _) => $"omraade={b.Omraade}&kategori={b.Kategori}&status={b.Status}"),
        ("omraade ledig soverom", 15, (b, _) => $"omraade={b.Omraade}&{Ledig()}&{Soverom(b)}"),
        ("omraade ledig-klar egenskap soverom", 10, (b, r) => $"omraade={b.Omraade}&status=ledig-klar&{Egenskap(r)}&{Soverom(b)}"),
        ("tre omraader status soverom", 8, (b, r) => $"omraade={b.Omraade}&omraade=Sentrum&omraade=Område 1-{r.Next(1, 20)}&status={b.Status}&{Soverom(b)}"),
        ("kategori status soverom", 8, (b, _) => $"kategori={b.Kategori}&status={b.Status}&soveromFra={b.Soverom}"),
        ("ledig egenskap soverom", 8, (b, r) => $"{Ledig()}&{Egenskap(r)}&soveromFra={b.Soverom}"),
        ("kategori ledig-klar egenskap", 8, (b, r) => $"kategori={b.Kategori}&status=ledig-klar&{Egenskap(r)}"),
        ("status soverom leie", 6, (b, _) => $"status={b.Status}&{Soverom(b)}&leieFra={b.Leie - 500}&leieTil={b.Leie}"),
        ("kategori soverom leie", 6, (b, _) => $"kategori={b.Kategori}&soveromFra={b.Soverom}&leieTil={b.Leie - 1500}"),
        ("to egenskaper status leie", 5, (b, r) => $"{Egenskap(r)}&egenskaper=rullestol&status={b.Status}&leieTil={b.Leie}"),
        ("adresse status kategori", 5, (b, _) => $"adresse={b.Gatenavn} {b.Husnummer}&status={b.Status}&kategori={b.Kategori}"),
        ("adresse omraade soverom", 4, (b, _) => $"adresse={b.Gatenavn[..5]}&omraade={b.Omraade}&{Soverom(b)}"),
        ("sjelden: to sjeldne egenskaper, ledig", 3, (b, _) => $"egenskaper=skjermet&egenskaper=robust&status=ledig-klar&kategori={b.Kategori}"),
        ("ingen: doegnbemannet i gjennomgangsbolig", 2, (b, _) => $"kategori=gjennomgangsbolig&egenskaper=doegnbemannet&status={b.Status}"),
    ];

    public static List<Spoersmaal> Trekk(int antall, int rader)
    {
        var tall = new Random(antall);
        // A few thousand dwellings spread over the whole register.
        var boliger = Bestand.Rader(rader).Where(b => b.Nummer % Math.Max(1, rader / 5000) == 0).ToList();
        return [.. Enumerable.Range(0, antall).Select(_ => Ett(boliger[tall.Next(boliger.Count)], tall))];
    }

    private static Spoersmaal Ett(Bestand bolig, Random tall)
    {
        var punkt = tall.Next(Maler.Sum(m => m.Vekt));
        foreach (var (slag, vekt, filter) in Maler)
        {
            if ((punkt -= vekt) < 0)
                return new(slag, $"/api/v1/boligregister/boliger?{filter(bolig, tall)}".Replace(" ", "%20", StringComparison.Ordinal));
        }

        throw new InvalidOperationException("The point lies within the sum of the weights.");
    }

    private static string Ledig() => string.Join('&', Ledige.Select(s => $"status={s}"));

    private static string Soverom(Bestand b) => $"soveromFra={b.Soverom}&soveromTil={b.Soverom}";

    private static string Egenskap(Random tall)
    {
        string[] egenskaper = ["rullestol", "rullestol", "rullestol", "trinnfri", "trinnfri", "heis", "skjermet", "robust", "husdyr-tillatt", "barnevennlig"];
        return $"egenskaper={egenskaper[tall.Next(egenskaper.Length)]}";
    }
}
