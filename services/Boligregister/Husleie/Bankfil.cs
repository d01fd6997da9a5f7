using System.Globalization;
using System.Runtime.CompilerServices;
using Boligsosial.Boligregister.Boliger.Csv;
using Boligsosial.Boligregister.Husleie.Regler;
using Boligsosial.Felles;
using CsvHelper;
using CsvHelper.Configuration;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>A payment as the bank's file tells it.</summary>
internal readonly record struct Banklinje(int Linje, DateOnly Dato, decimal Beloep, string? Kid, string Arkivreferanse);

/// <summary>
/// Reads the bank's file from a stream, a line at a time: <c>dato;beloep;kid;arkivreferanse</c> in any order, <c>;</c> or
/// <c>,</c>, UTF-8 or ISO-8859-1, «2026-12-01» or «01.12.2026», «9507.50» or «9 507,50». Other columns are never read: they
/// name people.
/// </summary>
internal sealed class Bankfil(Stream fil) : IDisposable
{
    private const int LengsteLinje = 64 * 1024;
    private const int LengsteReferanse = 100;
    private const decimal Stoerste = 10_000_000;
    private static readonly string[] Kolonner = ["dato", "beloep", "kid", "arkivreferanse"];
    private readonly StreamReader _tekst = new(fil, Tegnsett.Utf8EllerLatin1, detectEncodingFromByteOrderMarks: true, bufferSize: 32 * 1024, leaveOpen: true);
    private readonly Dictionary<string, int> _plass = new(StringComparer.Ordinal);
    private CsvConfiguration _oppsett = new(CultureInfo.InvariantCulture);
    private int _celler;

    /// <summary>Columns that the file has and nobody reads.</summary>
    public List<string> Ignorerte { get; } = [];

    public void Dispose() => _tekst.Dispose();

    /// <summary>Reads the heading. What is wrong with it; nothing when the lines can be read.</summary>
    public async Task<List<Linjefeil>> LesOverskrift(CancellationToken avbrutt)
    {
        var linje = new System.Text.StringBuilder();
        var tegn = new char[1];
        while (linje.Length <= LengsteLinje && await _tekst.ReadAsync(tegn, avbrutt) == 1 && tegn[0] != '\n')
            linje.Append(tegn[0]);
        var overskrift = linje.ToString().TrimEnd('\r');
        if (string.IsNullOrWhiteSpace(overskrift) || linje.Length > LengsteLinje)
            return [new(1, null, "tom-fil", "Første linje skal være kolonneoverskrifter.")];

        _oppsett = new(CultureInfo.InvariantCulture)
        {
            Delimiter = overskrift.Contains(';', StringComparison.Ordinal) ? ";" : ",",
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = null,
            TrimOptions = TrimOptions.Trim,
        };
        using var parser = new CsvParser(new StringReader(overskrift), _oppsett);
        await parser.ReadAsync();
        var feil = new List<Linjefeil>();
        _celler = parser.Record?.Length ?? 0;
        for (var i = 0; i < _celler; i++)
        {
            var navn = string.Concat(parser.Record![i].Where(char.IsLetter)).ToLowerInvariant().Replace("ø", "oe", StringComparison.Ordinal);
            if (!Kolonner.Contains(navn, StringComparer.Ordinal))
                Ignorerte.Add(Foedselsnummer.Sladd(parser.Record[i]));
            else if (!_plass.TryAdd(navn, i))
                feil.Add(new(1, navn, "kolonne-to-ganger", "Kolonnen finnes to ganger."));
        }

        feil.AddRange(Kolonner.Where(k => !_plass.ContainsKey(k)).Select(k => new Linjefeil(1, k, "kolonne-mangler", $"Filen mangler kolonnen {k}.")));
        return feil;
    }

    /// <summary>The lines after the heading: the payment, or what is wrong with the cells.</summary>
    public async IAsyncEnumerable<(Banklinje Linje, List<Linjefeil> Feil)> Les(DateOnly idag, [EnumeratorCancellation] CancellationToken avbrutt)
    {
        using var vakt = new Linjevakt(_tekst, LengsteLinje);
        using var parser = new CsvParser(vakt, _oppsett, leaveOpen: true);
        var forrige = 0;
        while (true)
        {
            avbrutt.ThrowIfCancellationRequested();
            var nr = forrige + 2;
            vakt.NyLinje();
            var fantEn = await parser.ReadAsync();
            if (vakt.Stanset)
            {
                yield return (default, [new(nr, null, "ikke-lukket", "Linjen tar aldri slutt; et anførselstegn er trolig ikke lukket. Resten av filen er ikke lest.")]);
                yield break;
            }

            if (!fantEn)
                break;
            forrige = parser.RawRow;
            if (!Array.TrueForAll(parser.Record!, c => c.Length == 0))
                yield return LesRad(nr, parser.Record!, idag);
        }
    }

    private (Banklinje Linje, List<Linjefeil> Feil) LesRad(int nr, string[] celler, DateOnly idag)
    {
        if (celler.Length != _celler)
            return (default, [new(nr, null, "antall-celler", $"Linjen har {celler.Length} celler, overskriften {_celler}.")]);

        var feil = new List<Linjefeil>();
        var referanse = Celle("arkivreferanse");
        var kid = Celle("kid");
        if (!DateOnly.TryParseExact(Celle("dato"), ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var dato))
            Feil("dato", "ugyldig-verdi", "Er ikke en dato (2026-12-01 eller 01.12.2026).");
        else if (dato > idag || dato < Husleiekonto.Begynnelse)
            Feil("dato", "ugyldig-dato", $"Må være fra {Husleiekonto.Begynnelse:yyyy-MM-dd} til i dag.");
        if (!TryBeloep(Celle("beloep"), out var beloep))
            Feil("beloep", "ugyldig-verdi", $"Er ikke et beløp over 0 og opp til {Stoerste} kroner, med høyst to desimaler.");
        if (referanse.Length is 0 or > LengsteReferanse || referanse.Any(t => char.IsControl(t) || t == '\uFFFD') || Foedselsnummer.FinnesI(referanse))
            Feil("arkivreferanse", "ugyldig-verdi", $"Må være bankens referanse, på høyst {LengsteReferanse} tegn.");
        return (new(nr, dato, beloep, Foedselsnummer.FinnesI(kid) ? null : Kid.Les(kid), referanse), feil);

        string Celle(string kolonne) => celler[_plass[kolonne]];

        void Feil(string kolonne, string kode, string melding) => feil.Add(new(nr, kolonne, kode, melding));
    }

    private static bool TryBeloep(string celle, out decimal beloep) =>
        decimal.TryParse(
            celle.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.'),
            NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out beloep)
        && beloep is > 0 and <= Stoerste && decimal.Round(beloep, 2) == beloep;
}
