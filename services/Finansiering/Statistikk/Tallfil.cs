using System.Globalization;
using System.Text;
using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Statistikk;

/// <summary>An aggregate as it stands in its source.</summary>
/// <param name="Kommunenummer">Four digits.</param>
/// <param name="Kommune">What it is called.</param>
/// <param name="Fra">First day of the period.</param>
/// <param name="Til">Last day of it.</param>
/// <param name="Maaltall">What is counted: «startlaan-antall».</param>
/// <param name="Verdi">The number.</param>
/// <param name="Merknad">What the source, or the one who read it, says of it.</param>
internal sealed record Historisktall(string Kommunenummer, string Kommune, DateOnly Fra, DateOnly Til, string Maaltall, decimal Verdi, string? Merknad);

/// <summary>Something wrong with a file; never repeats what the cell holds.</summary>
/// <param name="Linje">Line of the file, 1 is the heading.</param>
/// <param name="Kolonne">The column.</param>
/// <param name="Melding">For people, in Norwegian.</param>
public sealed record Tallfeil(int Linje, string? Kolonne, string Melding);

/// <summary>
/// A file of aggregates: UTF-8, <c>;</c> between the cells, columns in any order, one line a cell may not span. Small and read whole: what a plan prints fits in a page.
/// </summary>
internal static class Tallfil
{
    private const int FlestLinjer = 10_000;
    private const int LengstTekst = 500;
    private static readonly string[] Kolonner = ["kommunenummer", "kommune", "fra", "til", "maaltall", "verdi", "merknad"];
    private static readonly NumberFormatInfo Norsk = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = " " };

    /// <summary>All of it, or what is wrong with it.</summary>
    public static async Task<(List<Historisktall> Tall, List<Tallfeil> Feil)> Les(Stream fil, DateOnly idag, CancellationToken avbrutt)
    {
        var (tall, feil) = (new List<Historisktall>(), new List<Tallfeil>());
        using var leser = new StreamReader(fil, new UTF8Encoding(false), leaveOpen: true);
        var overskrift = Celler(await leser.ReadLineAsync(avbrutt) ?? "").ConvertAll(c => c.ToLowerInvariant());
        foreach (var kolonne in Kolonner[..^1].Where(k => overskrift.Count(o => o == k) != 1))
            feil.Add(new(1, kolonne, "Filen må ha kolonnen én gang."));
        if (feil.Count > 0)
            return (tall, feil);

        for (var linje = 2; await leser.ReadLineAsync(avbrutt) is { } tekst; linje++)
        {
            if (linje > FlestLinjer)
                return (tall, [new(linje, null, $"Filen kan ha {FlestLinjer} linjer.")]);
            var celler = Celler(tekst);
            if (celler.TrueForAll(c => c.Length == 0))
                continue;
            if (celler.Count != overskrift.Count)
                feil.Add(new(linje, null, $"Linjen har {celler.Count} celler, overskriften {overskrift.Count}."));
            else
                Rad(linje, idag, kolonne => overskrift.IndexOf(kolonne) is >= 0 and var nr ? celler[nr] : "", tall, feil);
        }

        foreach (var (nr, to) in tall.Index().GroupBy(t => (t.Item.Kommunenummer, t.Item.Fra, t.Item.Til, t.Item.Maaltall)).Where(g => g.Count() > 1).Select(g => g.Last()))
            feil.Add(new(nr + 2, "maaltall", $"Kommunen har to tall for {to.Maaltall} i perioden. Tall som motsier hverandre, importeres hver for seg, hver med sin kilde."));
        return (tall, feil);
    }

    private static void Rad(int linje, DateOnly idag, Func<string, string> celle, List<Historisktall> tall, List<Tallfeil> feil)
    {
        var foer = feil.Count;
        foreach (var kolonne in Kolonner.Where(k => celle(k).Length > LengstTekst || celle(k).Contains('\uFFFD', StringComparison.Ordinal) || celle(k).Contains('\0', StringComparison.Ordinal) || Foedselsnummer.FinnesI(celle(k))))
            feil.Add(new(linje, kolonne, $"Inntil {LengstTekst} tegn i UTF-8, uten fødselsnummer."));
        Maa(Maaltall.ErKommunenummer(celle("kommunenummer")), "kommunenummer", "Er ikke et kommunenummer: fire sifre, der de to første er et fylke («1508»).");
        Maa(celle("kommune").Length > 0, "kommune", "Må oppgis.");
        Maa(Maaltall.Alle.Contains(celle("maaltall")), "maaltall", Avvisning.UkjentVerdi("maaltall", Maaltall.Alle).Tekst);
        Maa(Dato(celle("fra"), out var fra) && fra <= idag, "fra", "En dato som ikke er i framtiden: 2024-01-01.");
        Maa(Dato(celle("til"), out var til) && til >= fra, "til", "En dato som ikke er før fra: 2024-12-31.");
        Maa(Tall(celle("verdi"), out var verdi), "verdi", "Et tall som ikke er under 0, med inntil fire desimaler: 187,7 eller 187.7.");
        // A loan may be more than the price: it may cover what the purchase costs beside it.
        Maa(!celle("maaltall").EndsWith("-barnefamilier-prosent", StringComparison.Ordinal) || verdi <= 100, "verdi", "En andel av husstandene er høyst 100 prosent.");
        if (feil.Count == foer)
            tall.Add(new(celle("kommunenummer"), celle("kommune"), fra, til, celle("maaltall"), verdi, celle("merknad") is { Length: > 0 } merknad ? merknad : null));

        void Maa(bool holder, string kolonne, string melding)
        {
            if (!holder)
                feil.Add(new(linje, kolonne, melding));
        }
    }

    private static bool Dato(string celle, out DateOnly dato) => DateOnly.TryParseExact(celle, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out dato) && dato.Year is >= 1990 and <= 2199;

    private static bool Tall(string celle, out decimal verdi) =>
        decimal.TryParse(celle.Replace('\u00A0', ' ').Replace('.', ','), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, Norsk, out verdi)
        && verdi is >= 0 and < 100_000_000_000_000 && decimal.Round(verdi, 4) == verdi;

    /// <summary>The cells of a line; one that begins with a quote ends with the next that is not doubled.</summary>
    private static List<string> Celler(string linje)
    {
        var (celler, celle, sitat) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < linje.Length; i++)
        {
            if (linje[i] == '"' && (sitat || celle.Length == 0))
            {
                if (sitat && i + 1 < linje.Length && linje[i + 1] == '"')
                    celle.Append(linje[i++]);
                else
                    sitat = !sitat;
            }
            else if (linje[i] == ';' && !sitat)
            {
                celler.Add(celle.ToString().Trim());
                celle.Clear();
            }
            else
            {
                celle.Append(linje[i]);
            }
        }

        celler.Add(celle.ToString().Trim());
        return celler;
    }
}
