using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Boligsosial.Architecture.Tests;

/// <summary>Names are ASCII (æ→ae, ø→oe, å→aa); texts that people read, and comments, keep their letters.</summary>
public sealed partial class NavnTests
{
    [Fact]
    public void Filer_og_mapper_har_navn_i_ASCII() =>
        Unntak.Ingen("File and folder names are ASCII.", Tre.Filer.Where(f => !Ascii(f)));

    [Fact]
    public void Navn_i_koden_er_i_ASCII() =>
        Unntak.Ingen("Identifiers are ASCII.", Tre.Kilder.SelectMany(k => k.Ord.Where(o => !Ascii(o.ValueText)).Select(k.Sted)));

    [Fact]
    public void Tabeller_og_kolonner_har_navn_i_ASCII() =>
        Unntak.Ingen("Names in SQL are ASCII.", Tre.Filer.Where(f => f.EndsWith(".sql", StringComparison.Ordinal) && !Ascii(SqlTekst().Replace(Tre.Les(f), ""))));

    [Fact]
    public void Navn_i_JSON_som_attributter_setter_er_i_ASCII() => Unntak.Ingen("Names in attributes are ASCII.",
        from kilde in Tre.Kilder
        where !kilde.Under("standins")
        from attributt in kilde.Rot.DescendantNodes().OfType<AttributeSyntax>()
        where attributt.Name.ToString() is "JsonPropertyName" or "JsonStringEnumMemberName" or "Column" or "Table" or "FromQuery" or "FromRoute" or "FromHeader"
        where !Ascii(attributt.ArgumentList?.ToString() ?? "")
        select $"{kilde.Fil} {attributt}");

    [Fact]
    public void Navn_i_innstillinger_er_i_ASCII() => Unntak.Ingen("Names of settings are ASCII.",
        from fil in Tre.Filer
        where Path.GetFileName(fil).StartsWith("appsettings", StringComparison.Ordinal)
        from navn in Navn(JsonDocument.Parse(Tre.Les(fil)).RootElement)
        where !Ascii(navn)
        select $"{fil} {navn}");

    [Theory]
    [MemberData(nameof(Tjenester))]
    public async Task Adresser_og_felter_i_tjenestens_API_er_i_ASCII(string tjeneste)
    {
        using var api = new Api(tjeneste);
        using var dokument = JsonDocument.Parse(await api.OpenApi());
        var ruter = api.Endepunkter.Select(e => e.RoutePattern.RawText ?? "");
        var navn = Navn(dokument.RootElement).Concat(Parametre(dokument.RootElement));

        Unntak.Ingen("Routes and fields are ASCII.", ruter.Concat(navn).Where(n => !Ascii(n)));
    }

    public static TheoryData<string> Tjenester => [.. Tre.Tjenester];

    private static bool Ascii(string tekst) => tekst.All(char.IsAscii);

    /// <summary>Every property name in a document, at any depth.</summary>
    private static IEnumerable<string> Navn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(e => Navn(e.Value).Prepend(e.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Navn),
        _ => [],
    };

    private static IEnumerable<string> Parametre(JsonElement dokument) =>
        from sti in dokument.GetProperty("paths").EnumerateObject()
        from operasjon in sti.Value.EnumerateObject()
        where operasjon.Value.TryGetProperty("parameters", out _)
        from parameter in operasjon.Value.GetProperty("parameters").EnumerateArray()
        select parameter.GetProperty("name").GetString()!;

    [GeneratedRegex("--[^\n]*|/\\*.*?\\*/|'(?:[^']|'')*'", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SqlTekst();
}
