using System.Text.Json;
using System.Text.RegularExpressions;

namespace Boligsosial.Architecture.Tests;

/// <summary>The source tree, as it lies on disk; what is built or set up on this machine is not part of it.</summary>
internal static partial class Tre
{
    private static readonly HashSet<string> Utenfor = new(StringComparer.Ordinal)
    {
        ".git", ".boligsosial", ".vs", ".idea", "bin", "obj", "node_modules", "TestResults",
    };

    public static string Rot { get; } = FinnRot();

    /// <summary>Every file, by its path from the root with «/».</summary>
    public static IReadOnlyList<string> Filer { get; } = [.. Under(Rot).Select(f => Path.GetRelativePath(Rot, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<Kilde> Kilder { get; } = [.. Filer.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)).Select(f => new Kilde(f))];

    /// <summary>The services: folders under <c>services/</c> that can be started.</summary>
    public static IReadOnlyList<string> Tjenester { get; } = [.. Filer.Select(f => Tjeneste().Match(f)).Where(t => t.Success).Select(t => t.Groups[1].Value)];

    /// <summary>The service's name outside the code: «BoligsosialEnhet» is «boligsosial-enhet».</summary>
    public static string Kebab(string tjeneste) => JsonNamingPolicy.KebabCaseLower.ConvertName(tjeneste);

    public static string Les(string fil) => File.ReadAllText(Path.Combine(Rot, fil));

    public static IEnumerable<string> Med(string begynnelse, string slutt) => Filer.Where(f =>
        f.StartsWith(begynnelse, StringComparison.Ordinal) && f.EndsWith(slutt, StringComparison.Ordinal));

    private static IEnumerable<string> Under(string mappe) => Directory.EnumerateFiles(mappe)
        .Concat(Directory.EnumerateDirectories(mappe).Where(m => !Utenfor.Contains(Path.GetFileName(m))).SelectMany(Under));

    private static string FinnRot()
    {
        var mappe = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(mappe.FullName, "Directory.Packages.props")))
            mappe = mappe.Parent ?? throw new InvalidOperationException("The tests run outside the source tree.");
        return mappe.FullName;
    }

    [GeneratedRegex("^services/([^/]+)/Program\\.cs$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tjeneste();
}
