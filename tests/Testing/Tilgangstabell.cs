namespace Boligsosial.Testing;

/// <summary><c>docs/tilganger.md</c>: read, and written when <c>SKRIV_TILGANGER=1</c> says that the change is meant.</summary>
public static class Tilgangstabell
{
    private static readonly Lock Laas = new();

    /// <summary>Fails with the difference, and what to do about it, unless the file says the same.</summary>
    public static void Stemmer(string tjeneste, string maalt)
    {
        var fil = Path.Combine(Rot(new DirectoryInfo(AppContext.BaseDirectory)), "docs", "tilganger.md");
        lock (Laas)
        {
            var tekst = File.ReadAllText(fil);
            var staar = Tilgangsmatrise.Avsnitt(tekst, tjeneste);
            if (staar == maalt)
                return;
            if (Environment.GetEnvironmentVariable("SKRIV_TILGANGER") == "1")
            {
                File.WriteAllText(fil, staar.Length > 0 ? tekst.Replace(staar, maalt, StringComparison.Ordinal) : $"{tekst.TrimEnd()}\n\n{maalt}");
                return;
            }

            var (foer, naa) = (staar.Split('\n'), maalt.Split('\n'));
            throw new InvalidOperationException(
                $"docs/tilganger.md does not say what {tjeneste} does.\nOnly in the file:\n  {string.Join("\n  ", foer.Except(naa))}\nOnly in the service:\n  {string.Join("\n  ", naa.Except(foer))}\n"
                + "If that is meant, run the test once with SKRIV_TILGANGER=1 and read what it wrote.");
        }
    }

    private static string Rot(DirectoryInfo mappe) => File.Exists(Path.Combine(mappe.FullName, "Boligsosial.sln")) ? mappe.FullName : Rot(mappe.Parent!);
}
