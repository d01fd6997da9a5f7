namespace Boligsosial.Boligregister.Boliger.Csv;

/// <summary>
/// A text that begins like a formula is run by a spreadsheet that opens the file. An apostrophe in front makes it text;
/// one more is put in front of a text that already looks defused, so that reading back gives exactly what was written.
/// </summary>
internal static class Formelvern
{
    public static string Sett(string celle) => LignerFormel(celle) ? "'" + celle : celle;

    public static string Fjern(string celle) => celle.StartsWith('\'') && LignerFormel(celle) ? celle[1..] : celle;

    private static bool LignerFormel(string celle)
    {
        var rest = celle.AsSpan().TrimStart('\'');
        return rest is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
    }
}
