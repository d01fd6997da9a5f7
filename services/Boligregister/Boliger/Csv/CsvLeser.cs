using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Boligsosial.Felles;
using CsvHelper;
using CsvHelper.Configuration;

namespace Boligsosial.Boligregister.Boliger.Csv;

/// <summary>Something wrong with a file.</summary>
/// <param name="Linje">Line of the file, 1 is the heading; where a record spans several, its first.</param>
/// <param name="Kolonne">The column's heading; null when the whole line is meant.</param>
/// <param name="Kode">Stable, in kebab-case.</param>
/// <param name="Melding">For people, in Norwegian; never repeats what the cell holds.</param>
public sealed record Linjefeil(int Linje, string? Kolonne, string Kode, string Melding);

/// <summary>
/// Reads the register's CSV from a stream, line by line, holding one at a time: <c>;</c> or <c>,</c>, UTF-8 with or
/// without BOM or ISO-8859-1, columns in any order.
/// </summary>
internal sealed class CsvLeser : IDisposable
{
    private const int LengsteLinje = 64 * 1024;
    private readonly StreamReader _tekst;
    private readonly Linjevakt _vakt;
    private readonly List<(Kolonne? Kolonne, string Overskrift)> _kolonner = [];
    private readonly List<string> _ignorerte = [];
    private CsvConfiguration _oppsett = new(CultureInfo.InvariantCulture);
    private int _foersteLinje = 1;
    private bool _celleErUlukket;

    public CsvLeser(Stream fil)
    {
        _tekst = new(fil, Tegnsett.Utf8EllerLatin1, detectEncodingFromByteOrderMarks: true, bufferSize: 32 * 1024, leaveOpen: true);
        _vakt = new(_tekst, LengsteLinje);
    }

    /// <summary>Columns that the file has and the register does not read.</summary>
    public IReadOnlyList<string> Ignorerte => _ignorerte;

    /// <summary>The file has this column, so an empty cell in it means «nothing».</summary>
    public bool Har(string kolonne) => _kolonner.Exists(k => k.Kolonne?.Navn == kolonne);

    public void Dispose()
    {
        _vakt.Dispose();
        _tekst.Dispose();
    }

    /// <summary>Reads the heading. What is wrong with it; nothing when the lines can be read.</summary>
    public async Task<List<Linjefeil>> LesOverskrift(CancellationToken avbrutt)
    {
        var linje = await LesLinje(avbrutt);
        if (linje?.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) == true)
        {
            _foersteLinje++;
            linje = await LesLinje(avbrutt);
        }

        if (string.IsNullOrWhiteSpace(linje))
            return [new(1, null, "tom-fil", "Filen er tom; første linje skal være kolonneoverskrifter.")];
        if (linje.StartsWith("PK", StringComparison.Ordinal) && linje.Contains('\u0003'))
            return [new(1, null, "ikke-csv", "Filen ser ut som et regneark (.xlsx). Lagre den som CSV.")];
        if (linje.Length > LengsteLinje)
            return [new(1, null, "ikke-csv", "Første linje er for lang til å være kolonneoverskrifter.")];

        _oppsett = new(CultureInfo.InvariantCulture)
        {
            Delimiter = linje.Count(t => t == ';') >= linje.Count(t => t == ',') ? ";" : ",",
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            // A quote inside a cell that does not begin with one is text: «TV 55"».
            BadDataFound = celle => _celleErUlukket |= celle.Field.StartsWith('"'),
            TrimOptions = TrimOptions.Trim,
        };
        using var parser = new CsvParser(new StringReader(linje), _oppsett);
        await parser.ReadAsync();
        var feil = new List<Linjefeil>();
        var sett = new HashSet<string>(StringComparer.Ordinal);
        // The report repeats headings, and some files have none: then these are the cells of the first line.
        foreach (var overskrift in (parser.Record ?? []).Select(o => Foedselsnummer.Sladd(o)))
        {
            var bart = Kolonner.Bart(overskrift);
            var kolonne = Kolonner.Finn(bart);
            if (kolonne is not null && !sett.Add(bart))
                feil.Add(new(_foersteLinje, overskrift, "kolonne-to-ganger", "Kolonnen finnes to ganger."));
            if (kolonne is null && overskrift.Length > 0)
                _ignorerte.Add(overskrift);
            _kolonner.Add((kolonne, overskrift));
        }

        foreach (var navn in Kolonner.Paakrevde.Where(n => !Har(n)))
            feil.Add(new(_foersteLinje, navn, "kolonne-mangler", $"Filen mangler kolonnen {navn}."));
        if (!Har("leverandorboligid") && !(Har("kommunenummer") && Har("gnrbnr")))
            feil.Add(new(_foersteLinje, "leverandorboligid", "kolonne-mangler", "Filen må ha leverandorboligid eller kommunenummer og gnrbnr, så boligene kan kjennes igjen."));
        return feil;
    }

    /// <summary>The lines after the heading: the dwelling, or what is wrong with the cells.</summary>
    public async IAsyncEnumerable<(int Linje, Boligdata? Bolig, List<Linjefeil> Feil)> Les([EnumeratorCancellation] CancellationToken avbrutt)
    {
        using var parser = new CsvParser(_vakt, _oppsett, leaveOpen: true);
        var forrige = 0;
        while (true)
        {
            avbrutt.ThrowIfCancellationRequested();
            var linje = _foersteLinje + forrige + 1;
            _vakt.NyLinje();
            var fantEn = await parser.ReadAsync();
            if (_vakt.Stanset)
            {
                yield return (linje, null, [new(linje, null, "ikke-lukket", "Linjen tar aldri slutt; et anførselstegn er trolig ikke lukket. Resten av filen er ikke lest.")]);
                yield break;
            }

            if (!fantEn)
                break;
            forrige = parser.RawRow;
            _celleErUlukket = false;
            var celler = parser.Record!;
            if (!Array.TrueForAll(celler, c => c.Length == 0))
                yield return LesRad(linje, celler);
        }
    }

    private (int Linje, Boligdata? Bolig, List<Linjefeil> Feil) LesRad(int linje, string[] celler)
    {
        if (_celleErUlukket)
            return (linje, null, [new(linje, null, "ikke-lukket", "En celle begynner med et anførselstegn og slutter uten. Linjene etter kan ha havnet i den.")]);
        if (celler.Length != _kolonner.Count)
            return (linje, null, [new(linje, null, "antall-celler", $"Linjen har {celler.Length} celler, overskriften {_kolonner.Count}.")]);

        var rad = new Boligrad();
        List<Linjefeil> feil = [];
        for (var i = 0; i < celler.Length; i++)
        {
            if (_kolonner[i].Kolonne is not { } kolonne || celler[i].Length == 0)
                continue;

            var celle = kolonne.ErTekst ? Formelvern.Fjern(celler[i]) : celler[i];
            if (celle.Contains('\uFFFD'))
                feil.Add(new(linje, _kolonner[i].Overskrift, "tegnsett", "Har tegn som ikke kan leses. Lagre filen som UTF-8."));
            else if (kolonne.Les(rad, celle) is { } melding)
                feil.Add(new(linje, _kolonner[i].Overskrift, "ugyldig-verdi", melding));
        }

        return (linje, rad.Ferdig(), feil);
    }

    /// <summary>A line, or the beginning of one that is too long to be a heading.</summary>
    private async Task<string?> LesLinje(CancellationToken avbrutt)
    {
        var linje = new StringBuilder();
        var tegn = new char[1];
        while (linje.Length <= LengsteLinje && await _tekst.ReadAsync(tegn, avbrutt) == 1 && tegn[0] != '\n')
            linje.Append(tegn[0]);
        return linje.ToString().TrimEnd('\r');
    }
}
