namespace Boligsosial.Finansiering.Bostoettesaker.Husbanken;

/// <summary>
/// Husbanken as a folder (setting <c>Husbanken:Mappe</c>), which a file transfer empties and fills: <c>{enhet}/ut</c> and <c>{enhet}/inn</c>, and what was read in <c>lest</c> or
/// <c>avvist</c>. The files name people: the folder is to be as well kept as the database.
/// </summary>
internal sealed class Husbankmappe(IConfiguration innstillinger) : IHusbanken
{
    private readonly string? _rot = innstillinger["Husbanken:Mappe"];

    public bool Klar => !string.IsNullOrEmpty(_rot);

    public async Task Send(string enhet, string navn, ReadOnlyMemory<byte> innhold, CancellationToken avbrutt)
    {
        var fil = Path.Combine(Mappe(enhet, "ut"), navn);
        await File.WriteAllBytesAsync($"{fil}.tmp", innhold, avbrutt);
        File.Move($"{fil}.tmp", fil, overwrite: true);
    }

    public IReadOnlyList<string> Svar(string enhet) =>
        [.. Directory.EnumerateFiles(Mappe(enhet, "inn"), "*.jsonl").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public Stream Les(string enhet, string navn) => File.OpenRead(Path.Combine(Mappe(enhet, "inn"), navn));

    public void Ferdig(string enhet, string navn, bool lest) =>
        File.Move(Path.Combine(Mappe(enhet, "inn"), navn), Path.Combine(Mappe(enhet, lest ? "lest" : "avvist"), navn), overwrite: true);

    /// <summary>A unit's name is never a path.</summary>
    private string Mappe(string enhet, string hva) =>
        Directory.CreateDirectory(Path.Combine(_rot!, Uri.EscapeDataString(enhet).Replace(".", "%2E", StringComparison.Ordinal), hva)).FullName;
}
