using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Boligsosial.Architecture.Tests;

/// <summary>Events are promises between services that are built and started at different times.</summary>
public sealed partial class KontrakterTests
{
    /// <summary>Services that are not built yet, whose events others already react to. May only shrink.</summary>
    private static readonly string[] Kommende = [];

    [Fact]
    public void Hendelser_og_koeer_er_som_avtalt()
    {
        var raad = Kontrakter.Raad([.. Kontrakter.Avtalt], [.. Kontrakter.Naa]);
        Assert.True(raad.Length == 0, raad);
    }

    [Fact]
    public void Avtalen_er_sortert_og_sier_hver_ting_en_gang() =>
        Assert.Equal(Kontrakter.Avtalt.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), Kontrakter.Avtalt);

    public static TheoryData<string[], string> Endringer => new()
    {
        { ["a.b x: int, required", "queue q ← a.b"], "" },
        { ["a.b x: int, required", "a.b y: int?, optional", "queue q ← a.b"], "update tests/Architecture.Tests/Kontrakter.txt with\n  + a.b y: int?, optional" },
        { ["a.b x: int, required", "a.b y: int, required", "queue q ← a.b"], "Give it a default value" },
        { ["a.b x: int, required", "a.c y: int, required", "queue q ← a.b"], "update tests/Architecture.Tests/Kontrakter.txt with\n  + a.c y: int, required" },
        { ["a.b x: long, required", "queue q ← a.b"], "make a new event instead" },
        { ["queue q ← a.b"], "make a new event instead" },
        { ["a.b x: int, required", "queue r ← a.b"], "A queue was renamed" },
    };

    [Theory]
    [MemberData(nameof(Endringer), DisableDiscoveryEnumeration = true)]
    public void En_endring_faar_det_raadet_den_trenger(string[] naa, string raad) =>
        Assert.Contains(raad, Kontrakter.Raad(["a.b x: int, required", "queue q ← a.b"], naa), StringComparison.Ordinal);

    [Fact]
    public void Adressesperre_satt_i_en_tjeneste_gjelder_i_alle_andre() => Unntak.Ingen(
        "Who is graded in one service is so in all: NaarAdressesperreEndretI<Service> in each of the others, and the view gradering_venter goes by that name.",
        from tjeneste in Tre.Tjenester
        from annen in Tre.Tjenester
        where annen != tjeneste && Assembly.Load($"Boligsosial.{tjeneste}").GetType($"Boligsosial.{tjeneste}.NaarAdressesperreEndretI{annen}")?.BaseType?.GenericTypeArguments[0].FullName
            != $"Boligsosial.Contracts.{annen}.AdressesperreEndret"
        select $"services/{tjeneste} ← {annen}");

    [Fact]
    public void Hendelser_er_flate_fakta() => Unntak.Ingen("A field of an event is an id, a text, a number, a date or a list of these.", Kontrakter.UkjenteTyper);

    [Fact]
    public void Hendelser_ligger_under_navnet_til_tjenesten_som_forteller_dem() => Unntak.Ingen(
        "An event lies in the namespace Boligsosial.Contracts.<Service>, in <Service>.cs.",
        Kontrakter.Hendelser.Where(h => !Tre.Tjenester.Concat(Kommende).Any(t => h.Namespace == $"Boligsosial.Contracts.{t}"
                && Tre.Kilder.Any(k => k.Fil == $"services/Contracts/{t}.cs" && k.Ord.Any(o => o.ValueText == h.Name))))
            .Select(h => h.FullName!));

    [Fact]
    public void Tjenester_som_kommer_er_ikke_kommet() => Assert.Empty(Tre.Tjenester.Intersect(Kommende, StringComparer.Ordinal));

    [Fact]
    public void Hendelser_baerer_ikke_navn_foedselsnummer_eller_helse() => Unntak.Ingen("Events carry ids and facts; never a name, a fødselsnummer or a health fact.",
        from hendelse in Kontrakter.Hendelser
        from felt in hendelse.GetProperties()
        where OmPersonen().IsMatch(felt.Name)
        select $"{Kontrakter.Navn(hendelse)} {felt.Name}");

    [Theory]
    [InlineData("Navn")]
    [InlineData("SoekerNavn")]
    [InlineData("Fornavn")]
    [InlineData("Foedselsnummer")]
    [InlineData("Fnr")]
    [InlineData("Hoveddiagnose")]
    [InlineData("Helsetilstand")]
    public void Det_som_er_om_personen_kjennes_igjen(string felt) => Assert.Matches(OmPersonen(), felt);

    [Fact]
    public void Alt_i_en_kontrakt_er_forklart() => Unntak.Ingen("Every type of Contracts has a summary, and every field a text of its own.",
        from kilde in Tre.Kilder
        where kilde.Under("services/Contracts")
        from type in kilde.Rot.DescendantNodes().OfType<TypeDeclarationSyntax>()
        from ord in (type.ParameterList?.Parameters.Select(p => p.Identifier) ?? []).Prepend(type.Identifier)
        let tekst = ord == type.Identifier ? "<summary>" : $"<param name=\"{ord.ValueText}\">"
        where !Regex.IsMatch(Dokumentasjon(type), Regex.Escape(tekst) + @"[\s/]*[^\s<]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
        select kilde.Sted(ord));

    [Fact]
    public void Bare_Messaging_kjenner_pakken_som_sender() => Unntak.Ingen("MassTransit is known in ServiceDefaults/Messaging alone, so that the way out of it is one folder.",
        Tre.Kilder.Where(k => !k.Under("ServiceDefaults/Messaging")).SelectMany(k => k.Ord.Where(o => o.ValueText.Contains("MassTransit", StringComparison.Ordinal)).Select(k.Sted))
            .Concat(from prosjekt in Tre.Med("", ".csproj")
                    where prosjekt != "ServiceDefaults/ServiceDefaults.csproj"
                    from pakke in XDocument.Parse(Tre.Les(prosjekt)).Descendants("PackageReference")
                    where pakke.Attribute("Include")?.Value.StartsWith("MassTransit", StringComparison.Ordinal) == true
                    select $"{prosjekt} {pakke}"));

    private static string Dokumentasjon(SyntaxNode type) => string.Concat(type.GetLeadingTrivia().Where(t => t.HasStructure).Select(t => t.ToFullString()));

    /// <summary>Words, and parts of words, that only a fact about a person has.</summary>
    [GeneratedRegex("navn|f[oø]e?d(t|sels)|fnr|dnummer|personn|diagnose|helse|sykdom|medisin|funksjonsnedsettelse|telefon|epost", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OmPersonen();
}
