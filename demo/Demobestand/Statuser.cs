namespace Boligsosial.Demobestand;

/// <summary>
/// The state of each dwelling on the day of counting: 7 % under vedlikehold (the plan says 6–8 % at any time), a few
/// percent ledig or reservert, the rest let.
/// </summary>
internal static class Statuser
{
    /// <summary>Promille of the stock, and how many days ago at most the status began.</summary>
    private static readonly (string Status, int Promille, int Dager)[] Andeler =
    [
        ("under-vedlikehold", 70, 240),
        ("ledig-klar", 30, 60),
        ("ledig-enkel-istandsetting", 15, 45),
        ("reservert", 12, 21),
    ];

    /// <summary>Leases run for three years.</summary>
    private const int Leietid = 3 * 365;

    public static IReadOnlyList<Demobolig> Fordel(List<Demobolig> boliger, Tilfeldig tilfeldig)
    {
        var status = new Dictionary<string, (string Status, int Dager)>(StringComparer.Ordinal);
        var trukket = new List<Demobolig>(boliger);
        tilfeldig.Stokk(trukket);

        // Somebody always asks for these: ledige with two bedrooms for a wheelchair in Skodje.
        var spurt = trukket.FindAll(b => b is { Omraade: "Skodje", Soverom: 2 } && b.Egenskaper.Contains("rullestol")).Take(4).ToList();
        trukket.RemoveAll(spurt.Contains);
        foreach (var (bolig, nr) in spurt.Select((b, nr) => (b, nr)))
            status[bolig.LeverandorBoligId] = nr == 0 ? ("ledig-enkel-istandsetting", 45) : ("ledig-klar", 60);

        var neste = 0;
        foreach (var (navn, promille, dager) in Andeler)
        {
            for (var antall = boliger.Count * promille / 1000; antall > 0; antall--)
                status[trukket[neste++].LeverandorBoligId] = (navn, dager);
        }

        return boliger.ConvertAll(b =>
        {
            var (navn, dager) = status.GetValueOrDefault(b.LeverandorBoligId, ("utleid", Leietid));
            return b with { Status = navn, StatusFra = Bestand.Telledag.AddDays(-tilfeldig.Tall(0, dager)) };
        });
    }
}
