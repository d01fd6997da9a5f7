using System.Globalization;
using System.Text.Json.Nodes;

namespace Boligsosial.Demoliv;

/// <summary>
/// A year of Ålesund's lettings, made up: who rents each dwelling that is let, who moved and who came in their place, who applied
/// and what they were answered, what was paid and what was not, and the fravikelser. Each household's story has chance of its own,
/// by its number, so that they can be played at the same time and are the same every time.
/// Sizes from the boligsosial plan 2025–2035: 25 tenants bought, 7 fravikelser. That the søknader are 250 a year and one dwelling
/// in nine changes tenant is an estimate; the plan does not say.
/// </summary>
/// <param name="register">The system.</param>
/// <param name="idag">The day that it is there.</param>
/// <param name="prosent">How much of the year: 100 is all of it.</param>
/// <param name="froe">Another seed is another year.</param>
public sealed class Liv(Boligregister register, DateOnly idag, int prosent = 100, int froe = 2025)
{
    /// <summary>Calls at the same time.</summary>
    public const int Samtidige = 12;

    private const int Flyttinger = 110;
    private const int Kjoep = 25;
    private const int Gjennomfoert = 7;
    private const int Avverget = 4;
    private const int Underveis = 2;
    private const int Maaneder = 12;

    /// <summary>What was played, for people.</summary>
    public async Task<string> Spill()
    {
        var boliger = await Boliger();
        var (utleide, ledige) = (boliger["utleid"].ToArray(), boliger["ledig-klar"].ToArray());
        Blanding(froe).Shuffle(utleide);
        utleide = [.. utleide.Take(Del(utleide.Length))];
        var (flyttinger, fravikelser) = (Del(Flyttinger), Del(Gjennomfoert) + Del(Avverget) + Del(Underveis));

        var utleie = new Utleie(register, idag, froe);
        var leieforhold = new Leie?[utleide.Length][];
        await Parallel.ForAsync(0, utleide.Length, new ParallelOptions { MaxDegreeOfParallelism = Samtidige }, async (i, _) => leieforhold[i] =
            i < flyttinger ? await utleie.Flytting(i, utleide[i], i < Del(Kjoep))
            : [await utleie.Leier(i, utleide[i], i < flyttinger + fravikelser)]);

        var soeknader = new Soeknader(register, idag, froe);
        var antall = Soeknader.Antall.Select(s => (s.Utfall, Antall: Del(s.Antall))).ToList();
        var historier = antall.SelectMany(s => Enumerable.Repeat(s.Utfall, s.Antall)).ToArray();
        await Parallel.ForAsync(0, historier.Length, new ParallelOptions { MaxDegreeOfParallelism = Samtidige }, async (i, _) =>
            await soeknader.Spill(i, historier[i], i < ledige.Length ? ledige[i] : null));
        await register.Post("soeknader/utloep", "utloep", new { });

        var husleie = new Husleie(register, idag, froe);
        var loep = leieforhold.Skip(flyttinger).Take(fravikelser).Select((l, i) => Fravikelse.Nr(i, Del(Gjennomfoert), Del(Avverget), idag) with { LeieforholdId = l[0]!.Id, BoligId = l[0]!.BoligId }).ToList();
        for (var maaned = Maaneder - 1; maaned >= 0; maaned--)
            await husleie.Krev(idag.AddMonths(-maaned));
        var betalinger = await husleie.Betal([.. leieforhold.SelectMany(l => l).OfType<Leie>().Select(l => l.Id)], loep);
        await Parallel.ForAsync(0, loep.Count, new ParallelOptions { MaxDegreeOfParallelism = Samtidige }, async (i, _) => await husleie.Spill(loep[i]));
        await new Bestand(register, idag).Spill(utleide);

        return string.Create(CultureInfo.InvariantCulture, $"{leieforhold.Sum(l => l.Length)} leieforhold, {flyttinger + historier.Length} søknader, {betalinger} innbetalinger, {loep.Count} fravikelsessaker");
    }

    /// <summary>Chance of a story's own.</summary>
    internal static Random Blanding(int froe, int nr = 0) => new((froe * 1_000_003) + nr);

    /// <summary>Of a few there is always one.</summary>
    private int Del(int antall) => ((antall * prosent) + 99) / 100;

    /// <summary>
    /// By what they were when the stock was loaded, not by what the story has made of them, and in the order of the owner's ids,
    /// since those of the register differ from one load to the next: told again, the story is the same.
    /// </summary>
    private async Task<ILookup<string, Bolig>> Boliger()
    {
        var status = Demobestand.Bestand.Lag().ToDictionary(b => b.LeverandorBoligId, b => b.Status, StringComparer.Ordinal);
        return (await register.Alle("boliger")).Select(Bolig.Av).Where(b => status.ContainsKey(b.Leverandoer)).OrderBy(b => b.Leverandoer, StringComparer.Ordinal)
            .ToLookup(b => status[b.Leverandoer], StringComparer.Ordinal);
    }
}

/// <summary>A dwelling of the stock.</summary>
internal sealed record Bolig(string Id, string Leverandoer, string Kategori, int Soverom, decimal Leie, bool Bofellesskap)
{
    public static Bolig Av(JsonObject bolig) => new(
        (string)bolig["id"]!, (string?)bolig["leverandorBoligId"] ?? "", (string)bolig["kategori"]!, (int)bolig["soverom"]!, (decimal?)bolig["maanedsleie"] ?? 9000,
        bolig["egenskaper"]!.AsArray().Any(e => (string?)e == "bofellesskap"));
}

/// <summary>A lease that was entered into.</summary>
internal sealed record Leie(string Id, string BoligId);
