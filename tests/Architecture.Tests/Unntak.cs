namespace Boligsosial.Architecture.Tests;

/// <summary>What breaks a rule today, each with its reason. The lists may only shrink: one that no longer breaks it must go.</summary>
internal static class Unntak
{
    public static void Ingen(string regel, IEnumerable<string> brudd) => BareDisse(regel, brudd, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <param name="regel">What must hold, for whoever breaks it.</param>
    /// <param name="brudd">What breaks it.</param>
    /// <param name="kjente">What may, and why.</param>
    public static void BareDisse(string regel, IEnumerable<string> brudd, IReadOnlyDictionary<string, string> kjente)
    {
        var alle = brudd.ToHashSet(StringComparer.Ordinal);
        var nye = alle.Where(b => !kjente.ContainsKey(b)).Order(StringComparer.Ordinal).ToList();
        var borte = kjente.Keys.Where(k => !alle.Contains(k)).ToList();
        Assert.True(nye.Count == 0, $"{regel}\n  {string.Join("\n  ", nye)}");
        Assert.True(borte.Count == 0, $"No longer breaks «{regel}»; take it off the list:\n  {string.Join("\n  ", borte)}");
    }
}
