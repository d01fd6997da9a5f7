using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Boligsosial.Architecture.Tests;

/// <summary>A use case is one file, listed in its table of contents and tried by a test.</summary>
public sealed class BruksfallTests
{
    /// <summary>Use cases that no test names yet. May only shrink.</summary>
    private static readonly Dictionary<string, string> UtenTest = new(StringComparer.Ordinal)
    {
    };

    /// <summary>Files that are too long, and why. May only shrink.</summary>
    private static readonly Dictionary<string, string> ForLange = new(StringComparer.Ordinal)
    {
    };

    /// <summary>Files of a service with a <c>Map</c> of their own.</summary>
    private static IReadOnlyList<Kilde> Bruksfall { get; } =
        [.. Tre.Kilder.Where(k => k.Under("services") && k.Tekst.Contains("static void Map(", StringComparison.Ordinal))];

    [Fact]
    public void Det_finnes_bruksfall_aa_proeve() => Assert.NotEmpty(Bruksfall);

    [Fact]
    public void Hvert_bruksfall_heter_det_filen_heter() => Unntak.Ingen("The file is named after its use case.",
        Bruksfall.Where(b => !b.Rot.DescendantNodes().OfType<ClassDeclarationSyntax>().Any(c => c.Identifier.ValueText == b.Navn)).Select(b => b.Fil));

    [Fact]
    public void Hvert_bruksfall_staar_i_innholdsfortegnelsen() => Unntak.Ingen("Every use case is a line in the *Endpoints.cs of its folder.",
        Bruksfall.Where(b => !Tre.Kilder.Any(k => Path.GetDirectoryName(k.Fil) == Path.GetDirectoryName(b.Fil)
                && k.Navn.EndsWith("Endpoints", StringComparison.Ordinal)
                && k.Tekst.Contains($" {b.Navn}.Map(", StringComparison.Ordinal)))
            .Select(b => b.Fil));

    [Fact]
    public void Hvert_bruksfall_er_nevnt_i_en_test()
    {
        var tester = string.Join('\n', Tre.Kilder.Where(k => k.Under("tests") && !k.Under("tests/Architecture.Tests")).Select(k => k.Tekst));

        Unntak.BareDisse("Every use case is named by a test: its class <UseCase>Tests, nameof, or a cref.",
            Bruksfall.Where(b => !Regex.IsMatch(tester, $@"\b{b.Navn}(Tests)?\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5))).Select(b => b.Fil),
            UtenTest);
    }

    [Fact]
    public void Ingen_fil_er_for_lang() => Unntak.BareDisse("No file over 250 lines, no test file over 300.",
        Tre.Kilder.Where(k => k.Linjer > (k.Under("tests") ? 300 : 250)).Select(k => k.Fil), ForLange);
}
