using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Boligsosial.Architecture.Tests;

/// <summary>Who may know of whom.</summary>
public sealed partial class LagTests
{
    /// <summary>Words that only I/O, the web, a clock or chance has a use for.</summary>
    private static readonly HashSet<string> IkkeIRegler = new(StringComparer.Ordinal)
    {
        "DbContext", "DbSet", "EF", "NpgsqlConnection", "NpgsqlDataSource", "HttpContext", "IResult", "Results", "TypedResults", "ProblemDetails", "MassTransit",
        "IConfiguration", "IOptions", "IServiceProvider", "ILogger", "TimeProvider", "Stopwatch", "Environment", "Random", "CreateVersion7", "Task", "ValueTask",
        "CancellationToken", "File", "Stream", "HttpClient", "Console",
    };

    private static readonly string[] IkkeBruktIRegler = ["Microsoft.", "Npgsql", "MassTransit", "RabbitMQ", "System.Net", "System.IO", "Boligsosial.ServiceDefaults"];

    private static readonly HashSet<string> AndresHttp = new(StringComparer.Ordinal)
    {
        "HttpClient", "IHttpClientFactory", "AddHttpClient", "HttpRequestMessage", "HttpMessageHandler", "SocketsHttpHandler", "WebRequest", "RestService",
    };

    /// <summary>May only shrink.</summary>
    private static readonly Dictionary<string, string> VetOmUtbytting = new(StringComparer.Ordinal)
    {
        ["AppHost/AppHost.csproj"] = "An SDK can only be imported by the project itself, and Aspire's is lacking where its packages are.",
    };

    private static IEnumerable<Kilde> Regler => Tre.Kilder.Where(k => k.Under("services") && k.Fil.Contains("/Regler/", StringComparison.Ordinal));

    [Fact]
    public void Regler_er_fri_for_database_nett_klokke_og_tilfeldighet() => Unntak.Ingen("Rules are functions of values.",
        Regler.SelectMany(k => k.Ord.Where(o => IkkeIRegler.Contains(o.ValueText)).Select(k.Sted)
            .Concat(k.Rot.DescendantNodes().OfType<UsingDirectiveSyntax>()
                .Where(u => Array.Exists(IkkeBruktIRegler, n => u.NamespaceOrType.ToString().StartsWith(n, StringComparison.Ordinal)))
                .Select(u => $"{k.Fil} {u}"))));

    [Fact]
    public void Regler_venter_ikke_paa_noe() => Unntak.Ingen("Rules are not async.",
        Regler.SelectMany(k => k.Rot.DescendantTokens().Where(t => t.IsKind(SyntaxKind.AsyncKeyword) || t.IsKind(SyntaxKind.AwaitKeyword)).Select(k.Sted)));

    [Fact]
    public void Regler_er_statiske_eller_verdier_og_sier_hva_de_gjelder() => Unntak.Ingen("Rules are static functions or values, with a summary.",
        from kilde in Regler
        from type in kilde.Rot.DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type.Parent is not TypeDeclarationSyntax
        where (type is ClassDeclarationSyntax && !type.Modifiers.Any(SyntaxKind.StaticKeyword)) || !HarSammendrag(type)
        select kilde.Sted(type.Identifier));

    [Fact]
    public void Tjenester_refererer_bare_til_det_felles() => Unntak.Ingen("A service references Contracts, Felles and ServiceDefaults, never another service.",
        from tjeneste in Tre.Tjenester
        from prosjekt in Tre.Med($"services/{tjeneste}/", ".csproj")
        from referanse in XDocument.Parse(Tre.Les(prosjekt)).Descendants("ProjectReference").Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'))
        where referanse is not ("../../ServiceDefaults/ServiceDefaults.csproj" or "../Felles/Felles.csproj" or "../Contracts/Contracts.csproj")
        select $"{prosjekt} → {referanse}");

    [Fact]
    public void Tjenester_nevner_ikke_hverandre() => Unntak.Ingen("A service knows others by their events alone.",
        from tjeneste in Tre.Tjenester
        from kilde in Tre.Kilder
        where kilde.Under($"services/{tjeneste}")
        from navn in kilde.Rot.DescendantNodes().OfType<QualifiedNameSyntax>()
        where Tre.Tjenester.Any(t => t != tjeneste && navn.ToString() == $"Boligsosial.{t}")
        select $"{kilde.Fil} {navn}");

    [Fact]
    public void Det_felles_er_uten_pakker() => Unntak.Ingen("Contracts and Felles have no packages and reference nothing.",
        from mappe in new[] { "services/Contracts/", "services/Felles/" }
        from prosjekt in Tre.Med(mappe, ".csproj")
        from referanse in XDocument.Parse(Tre.Les(prosjekt)).Descendants().Where(e => e.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference")
        select $"{prosjekt} {referanse}");

    [Fact]
    public void Tjenester_ringer_ingen() => Unntak.Ingen("Services speak by events, not by HTTP.",
        Tre.Kilder.Where(k => k.Under("services")).SelectMany(k => k.Ord.Where(o => AndresHttp.Contains(o.ValueText)).Select(k.Sted)));

    [Fact]
    public void Felles_har_ingen_domenelogikk_for_en_tjeneste_og_er_liten() =>
        Assert.InRange(Tre.Med("services/Felles/", ".cs").Count(), 1, 10);

    [Fact]
    public void AppHost_leses_som_prosa()
    {
        var program = Tre.Kilder.Single(k => k.Fil == "AppHost/Program.cs");
        Assert.InRange(program.Linjer, 1, 80);
        Unntak.Ingen("AppHost/Program.cs chooses nothing: no if, no loop.", program.Rot.DescendantNodes()
            .Where(n => n is IfStatementSyntax or ConditionalExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or ForStatementSyntax
                or ForEachStatementSyntax or WhileStatementSyntax or TryStatementSyntax)
            .Select(n => n.ToString()));
    }

    [Fact]
    public void Ingen_vet_at_pakker_kan_vaere_byttet_ut() => Unntak.BareDisse("Only the build knows that packages can be exchanged for standins.",
        Tre.Filer
            .Where(f => Path.GetExtension(f) is ".cs" or ".csproj" or ".json" or ".sql" && !f.StartsWith("standins/", StringComparison.Ordinal)
                && !f.StartsWith("tests/Standins.Tests/", StringComparison.Ordinal) && !f.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal))
            .Where(f => Utbyttet().IsMatch(Tre.Les(f))),
        VetOmUtbytting);

    [Fact]
    public void Ingen_kode_avhenger_av_hvordan_den_bygges() => Unntak.Ingen("No #if outside standins/.",
        Tre.Kilder.Where(k => !k.Under("standins") && k.Rot.ContainsDirectives
            && k.Rot.DescendantTrivia().Any(t => t.IsKind(SyntaxKind.IfDirectiveTrivia))).Select(k => k.Fil));

    [Fact]
    public void En_forbindelse_baerer_ikke_med_seg_noe_fra_den_forrige() => Unntak.Ingen("Connections are not cleaned between uses: what is set, locked or made holds for a transaction.",
        from kilde in Tre.Kilder
        where kilde.Under("services", "ServiceDefaults")
        from tekst in kilde.Rot.DescendantNodes()
        where tekst is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax && VarerUtTransaksjonen().IsMatch(tekst.ToString())
        select kilde.Sted(tekst.GetFirstToken()));

    [Theory]
    [InlineData("SET statement_timeout = 5", true)]
    [InlineData("SET LOCAL statement_timeout = 5", false)]
    [InlineData("UPDATE bolig SET soverom = 2", false)]
    [InlineData("SELECT pg_advisory_lock(1)", true)]
    [InlineData("SELECT pg_advisory_xact_lock(1)", false)]
    [InlineData("CREATE TEMP TABLE a (b integer)", true)]
    [InlineData("CREATE TEMP TABLE a (b integer) ON COMMIT DROP", false)]
    public void Det_som_varer_ut_transaksjonen_kjennes(string sql, bool varer) => Assert.Equal(varer, VarerUtTransaksjonen().IsMatch(sql));

    [Fact]
    public void Det_andre_bygger_paa_er_forklart() => Unntak.Ingen("Public types of Contracts and clients have a summary.",
        from kilde in Tre.Kilder
        where kilde.Under("services/Contracts", "clients")
        from type in kilde.Rot.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        where type.Modifiers.Any(SyntaxKind.PublicKeyword) && !HarSammendrag(type)
        select kilde.Sted(type.Identifier));

    private static bool HarSammendrag(SyntaxNode node) => node.GetLeadingTrivia().Any(t => t.HasStructure && t.ToFullString().Contains("<summary>", StringComparison.Ordinal));

    [GeneratedRegex(@"^[$""\s]*SET (?!LOCAL )|CREATE TEMP\w* TABLE (?!.*ON COMMIT DROP)|pg_(try_)?advisory_lock", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VarerUtTransaksjonen();

    [GeneratedRegex("stand-?in|AspirePackages", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Utbyttet();
}
