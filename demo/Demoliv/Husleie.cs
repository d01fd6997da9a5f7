using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Boligsosial.Demoliv;

/// <summary>What was owed, what was paid, and what came of what was not.</summary>
internal sealed class Husleie(Boligregister register, DateOnly idag, int froe)
{
    /// <summary>The rent of a month, made in the middle of the one before.</summary>
    public Task Krev(DateOnly maaned)
    {
        var foerste = new DateOnly(maaned.Year, maaned.Month, 1);
        return register.Post("husleie/krav", string.Create(CultureInfo.InvariantCulture, $"krav-{foerste:yyyy-MM}"), new { maaned = foerste.ToString("yyyy-MM", CultureInfo.InvariantCulture), dato = foerste.AddDays(-16) });
    }

    /// <summary>The bank's file of the year. Most pay at the due date; a few owe a month or three.</summary>
    public async Task<int> Betal(string[] leieforhold, IReadOnlyList<Fravikelse> fravikelser)
    {
        var saker = fravikelser.ToDictionary(f => f.LeieforholdId, StringComparer.Ordinal);
        var linjer = new string[leieforhold.Length];
        await Parallel.ForAsync(0, leieforhold.Length, new ParallelOptions { MaxDegreeOfParallelism = Liv.Samtidige }, async (i, _) =>
            linjer[i] = Innbetalinger(i, await register.Hent($"husleie/{leieforhold[i]}/reskontro"), saker.GetValueOrDefault(leieforhold[i])));

        var rapport = await register.PostCsv("husleie/innbetalinger/import", $"dato;beloep;kid;arkivreferanse\n{string.Concat(linjer)}");
        return (int)rapport["lest"]!;
    }

    /// <summary>A case of arrears, step by step, as far as it has come.</summary>
    public async Task Spill(Fravikelse f)
    {
        var sak = (string)(await register.Post("fravikelser", $"{f.Noekkel}-purring", new { leieforholdId = f.LeieforholdId, dato = f.Purret }))["id"]!;
        await register.Post($"fravikelser/{sak}/varsel", $"{f.Noekkel}-varsel", new { dato = f.Varslet });
        await register.Post($"fravikelser/{sak}/nav-varsel", $"{f.Noekkel}-nav", new { kopiTilLeietaker = f.Nav, dato = f.Nav });
        if (f.Utfall == "avverget")
        {
            await register.Post($"fravikelser/{sak}/avvergelse", $"{f.Noekkel}-avverget", new { aarsak = "betalt", dato = f.Betalt.AddDays(2) });
        }
        else if (f.Utfall == "gjennomfoert")
        {
            await register.Post($"fravikelser/{sak}/nav-svar", $"{f.Noekkel}-navsvar", new { utfall = "ingen", dato = f.Nav.AddDays(9) });
            await register.Post($"fravikelser/{sak}/begjaering", $"{f.Noekkel}-begjaering", new { begrunnelse = "NAV har ingen løsning, og restansen øker.", dato = f.Begjaert });
            await register.Post($"fravikelser/{sak}/gjennomfoering", $"{f.Noekkel}-gjennomfoering", new { dato = f.Ute });
            await register.Post($"leieforhold/{f.LeieforholdId}/utflytting", $"{f.Noekkel}-ut", new { aarsak = "fravikelse", noekler = 0, dato = f.Ute });
            await register.Post($"boliger/{f.BoligId}/klargjoering/kontroll", $"{f.Noekkel}-kontroll", new { behov = "omfattende", dato = f.Ute.AddDays(3) });
        }
    }

    private string Innbetalinger(int nr, JsonObject reskontro, Fravikelse? sak)
    {
        var tall = Liv.Blanding(froe, 200_000 + nr);
        var (kid, linjer) = ((string)reskontro["kid"]!, new StringBuilder());
        var forfalte = reskontro["aapne"]!.AsArray().Select(a => (Forfall: DateOnly.ParseExact((string)a!["forfall"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture), Ubetalt: (decimal)a["ubetalt"]!))
            .Where(a => a.Forfall <= idag).OrderBy(a => a.Forfall).ToList();
        var skylder = tall.Next(100) switch { < 4 => 1, < 6 => tall.Next(2, 4), _ => 0 };
        foreach (var (i, (forfall, ubetalt)) in forfalte.Index())
        {
            if (sak is null ? i >= forfalte.Count - skylder : !sak.Betaler(forfall))
                continue;
            var dato = sak?.BetalesPaa(forfall) ?? forfall.AddDays(tall.Next(100) < 90 ? tall.Next(-2, 3) : tall.Next(3, 13));
            if (dato <= idag)
                linjer.Append(CultureInfo.InvariantCulture, $"{dato:yyyy-MM-dd};{ubetalt:0.00};{kid};DEMO-{kid}-{forfall:yyyyMMdd}\n");
        }

        return linjer.ToString();
    }
}

/// <summary>A lease that is in arrears from a due date on.</summary>
internal sealed record Fravikelse(string Noekkel, string Utfall, DateOnly Forfall)
{
    public string LeieforholdId { get; init; } = "";

    public string BoligId { get; init; } = "";

    public DateOnly Purret => Forfall.AddDays(15);

    public DateOnly Varslet => Purret.AddDays(15);

    public DateOnly Nav => Varslet.AddDays(1);

    public DateOnly Betalt => Nav.AddDays(8);

    public DateOnly Begjaert => Nav.AddDays(16);

    public DateOnly Ute => Begjaert.AddDays(20);

    /// <summary>The first were carried out, the next averted; the last are under way. Spread over the year.</summary>
    public static Fravikelse Nr(int nr, int gjennomfoert, int avverget, DateOnly idag)
    {
        var (utfall, maaneder) = nr < gjennomfoert ? ("gjennomfoert", 4 + nr) : nr < gjennomfoert + avverget ? ("avverget", 4 + nr - gjennomfoert) : ("underveis", 2);
        var maaned = idag.AddMonths(-maaneder);
        return new($"f{nr}", utfall, new(maaned.Year, maaned.Month, 1));
    }

    /// <summary>Whether what falls due then is ever paid.</summary>
    public bool Betaler(DateOnly forfall) => forfall < Forfall || Utfall == "avverget";

    /// <summary>Late, all at once; null: in time.</summary>
    public DateOnly? BetalesPaa(DateOnly forfall) => forfall >= Forfall && forfall <= Betalt ? Betalt : null;
}
