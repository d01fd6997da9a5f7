using System.Globalization;
using Boligsosial.ServiceDefaults.Json;

namespace Boligsosial.Boligregister.Boliger.Csv;

/// <summary>A line of the file while it is read: the dwelling, and the cells that make up one field together.</summary>
internal sealed record Boligrad : Boligdata
{
    public string? Kommunenummer { get; set; }

    public string? GnrBnr { get; set; }

    public string? Festenummer { get; set; }

    public string? Seksjonsnummer { get; set; }

    public List<string> Merker { get; } = [];

    /// <summary>The dwelling, once every cell is read.</summary>
    public Boligdata Ferdig()
    {
        // Kommunenummer alone is no matrikkel: many files have it on every line.
        if ((GnrBnr ?? Festenummer ?? Seksjonsnummer) is not null)
            Matrikkel = $"{Kommunenummer?.PadLeft(4, '0')}-{GnrBnr}/{Festenummer ?? "0"}/{Seksjonsnummer ?? "0"}";
        Egenskaper = [.. Merker];
        return this;
    }
}

/// <summary>
/// One column of the register's CSV: how a cell is read into a dwelling and how it is written back. Import and export
/// share the table <see cref="Kolonner"/>, so what one writes the other reads.
/// </summary>
/// <param name="Navn">The heading, as in Kobo's spreadsheet where Kobo has it.</param>
/// <param name="Felt">The field of <see cref="Boligdata"/> that the cell ends in, in the API's spelling.</param>
/// <param name="Les">Reads a cell that is not empty; what is wrong with it, or null.</param>
/// <param name="Skriv">The cell; null is an empty one.</param>
internal sealed record Kolonne(
    string Navn, string Felt, Func<Boligrad, string, string?> Les, Func<Boligdata, string?> Skriv)
{
    /// <summary>Text, which a spreadsheet could run as a formula unless defused; numbers and the like cannot.</summary>
    public bool ErTekst { get; private init; }

    public static Kolonne Tekst(string navn, string felt, Action<Boligrad, string> sett, Func<Boligdata, string?> hent) =>
        new(navn, felt, (d, celle) => Sett(sett, d, celle), hent) { ErTekst = true };

    public static Kolonne Heltall(string navn, string felt, Action<Boligrad, int> sett, Func<Boligdata, int?> hent) => new(
        navn, felt,
        (d, celle) => int.TryParse(celle, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var tall)
            ? Sett(sett, d, tall)
            : "Er ikke et heltall.",
        d => hent(d)?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A decimal number; both «9507.50» and the Norwegian «9 507,50» are read.</summary>
    public static Kolonne Desimal(string navn, string felt, Action<Boligrad, decimal> sett, Func<Boligdata, decimal?> hent) => new(
        navn, felt,
        (d, celle) => TryDesimal(celle, out var tall) ? Sett(sett, d, tall) : "Er ikke et tall.",
        d => hent(d)?.ToString("0.##", CultureInfo.InvariantCulture));

    public static Kolonne JaNei(string navn, string felt, Action<Boligrad, bool> sett, Func<Boligdata, bool?> hent) => new(
        navn, felt,
        (d, celle) => TryJaNei(celle, out var ja) ? Sett(sett, d, ja) : "Er ikke ja eller nei.",
        d => hent(d) switch { true => "ja", false => "nei", null => null });

    public static Kolonne Enum<T>(string navn, string felt, Action<Boligrad, T> sett, Func<Boligdata, T?> hent)
        where T : struct, Enum => new(
        navn, felt,
        (d, celle) => EnumNames<T>.TryParse(celle, out var verdi)
            ? Sett(sett, d, verdi)
            : $"Ukjent verdi. Gyldige verdier: {string.Join(", ", EnumNames<T>.All)}.",
        d => hent(d) is { } verdi ? EnumNames<T>.Of(verdi) : null);

    /// <summary>An ISO date, or the Norwegian «01.06.2025».</summary>
    public static Kolonne Dato(string navn, string felt, Action<Boligrad, DateOnly> sett, Func<Boligdata, DateOnly?> hent) => new(
        navn, felt,
        (d, celle) => DateOnly.TryParseExact(celle, ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var dato)
            ? Sett(sett, d, dato)
            : "Er ikke en dato (2025-06-01 eller 01.06.2025).",
        d => hent(d)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static bool TryDesimal(string celle, out decimal tall) => decimal.TryParse(
        celle.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.'),
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out tall);

    private static bool TryJaNei(string celle, out bool ja)
    {
        ja = celle.ToLowerInvariant() is "ja" or "j" or "true" or "sann" or "1";
        return ja || celle.ToLowerInvariant() is "nei" or "n" or "false" or "usann" or "0";
    }

    private static string? Sett<T>(Action<Boligrad, T> sett, Boligrad d, T verdi)
    {
        sett(d, verdi);
        return null;
    }
}
