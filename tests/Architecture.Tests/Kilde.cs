using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Boligsosial.Architecture.Tests;

/// <summary>A C# file, parsed when somebody asks.</summary>
internal sealed class Kilde(string fil)
{
    private readonly Lazy<SyntaxNode> _rot = new(() => CSharpSyntaxTree.ParseText(Tre.Les(fil), new CSharpParseOptions(LanguageVersion.Preview)).GetRoot());

    /// <summary>Path from the root, with «/».</summary>
    public string Fil => fil;

    public string Navn => Path.GetFileNameWithoutExtension(fil);

    public string Tekst => Tre.Les(fil);

    public SyntaxNode Rot => _rot.Value;

    public IEnumerable<SyntaxToken> Ord => Rot.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken));

    public int Linjer => Tekst.AsSpan().Count('\n');

    public bool Under(params string[] mapper) => Array.Exists(mapper, m => fil.StartsWith(m + "/", StringComparison.Ordinal));

    /// <summary>«services/Boligregister/Boliger/Bolig.cs:17», for a message that an editor can follow.</summary>
    public string Sted(SyntaxToken ord) => $"{fil}:{ord.GetLocation().GetLineSpan().StartLinePosition.Line + 1} {ord.ValueText}";
}
