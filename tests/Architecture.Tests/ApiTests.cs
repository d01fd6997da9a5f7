using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Boligsosial.Architecture.Tests;

public sealed class ApiTests
{
    public static TheoryData<string> Tjenester => [.. Tre.Tjenester];

    [Fact]
    public void Det_finnes_tjenester_aa_proeve() => Assert.NotEmpty(Tre.Tjenester);

    [Theory]
    [MemberData(nameof(Tjenester))]
    public void Hvert_endepunkt_har_sammendrag_og_beskrivelse(string tjeneste)
    {
        using var api = new Api(tjeneste);

        Assert.NotEmpty(api.Endepunkter);
        Unntak.Ingen("Every endpoint has a summary, and a description with its problem codes.", api.Endepunkter
            .Where(e => string.IsNullOrWhiteSpace(e.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary)
                || string.IsNullOrWhiteSpace(e.Metadata.GetMetadata<IEndpointDescriptionMetadata>()?.Description))
            .Select(Navn));
    }

    [Theory]
    [MemberData(nameof(Tjenester))]
    public void Hvert_endepunkt_sier_hvem_det_slipper_inn(string tjeneste)
    {
        using var api = new Api(tjeneste);

        Unntak.Ingen("Every endpoint names its policy with Krever; without one it lets in nobody.", api.Endepunkter
            .Where(e => e.Metadata.GetMetadata<Tilgang>() is null || e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Navn));
    }

    [Theory]
    [MemberData(nameof(Tjenester))]
    public void Det_et_endepunkt_tar_imot_er_en_offentlig_type(string tjeneste)
    {
        using var api = new Api(tjeneste);

        Unntak.Ingen("Request types are public: AddValidation() silently skips others.", api.Endepunkter
            .SelectMany(e => Mottatt(e).Where(t => !(t.IsPublic || t.IsNestedPublic)).Select(t => $"{Navn(e)}: {t.FullName}")));
    }

    [Theory]
    [MemberData(nameof(Tjenester))]
    public void Hver_adresse_begynner_med_versjon_og_tjeneste(string tjeneste)
    {
        using var api = new Api(tjeneste);

        Unntak.Ingen("Routes lie under /api/v1/<service>.", api.Endepunkter.Select(Navn)
            .Where(n => !n.Contains($" /api/v1/{Tre.Kebab(tjeneste)}/", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Tjenester))]
    public async Task Ingen_bruker_navnet_til_en_annen_operasjon(string tjeneste)
    {
        using var api = new Api(tjeneste);

        Unntak.Ingen("Every endpoint has a name of its own.", api.Endepunkter
            .GroupBy(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "")
            .Where(g => g.Key.Length == 0 || g.Count() > 1)
            .SelectMany(g => g.Select(Navn)));
        Assert.Contains("\"openapi\"", await api.OpenApi(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tjenester))]
    public async Task Dokumentet_viser_feltene_til_hver_type_det_nevner(string tjeneste)
    {
        using var api = new Api(tjeneste);
        using var dokument = JsonDocument.Parse(await api.OpenApi());
        var skjemaer = dokument.RootElement.GetProperty("components").GetProperty("schemas");
        var typer = new HashSet<Type>();
        foreach (var endepunkt in api.Endepunkter)
        {
            foreach (var type in Mottatt(endepunkt).Concat(endepunkt.Metadata.OfType<IProducesResponseTypeMetadata>().Select(p => p.Type).OfType<Type>()))
                Samle(type, typer);
        }

        Assert.NotEmpty(typer);
        Unntak.Ingen("Two types of one name in a document become one; the fields of the other are lost.", typer.GroupBy(SkjemaId).Where(g => g.Key is not null && g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(t => t.FullName))}"));
        Unntak.Ingen("What an endpoint takes is shown field by field.", api.Endepunkter
            .Select(e => (Endepunkt: e, Type: e.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType))
            .Where(e => e.Type is not null && typer.Contains(e.Type) && !skjemaer.GetProperty(SkjemaId(e.Type)!).GetProperty("properties").EnumerateObject().Select(p => p.Name)
                .ToHashSet(StringComparer.Ordinal).SetEquals(e.Type.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))))
            .Select(e => Navn(e.Endepunkt)));
    }

    /// <summary>Our types that the type tells of, itself among them.</summary>
    private static void Samle(Type type, HashSet<Type> typer)
    {
        foreach (var innhold in type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments())
            Samle(innhold, typer);
        if (type.IsGenericTypeDefinition || type.Namespace?.StartsWith("Boligsosial", StringComparison.Ordinal) != true || !typer.Add(type))
            return;
        foreach (var felt in type.GetProperties())
            Samle(felt.PropertyType, typer);
    }

    private static string? SkjemaId(Type type) => OpenApi.SchemaId(JsonTypeInfo.CreateJsonTypeInfo(type, JsonSerializerOptions.Web));

    private static IEnumerable<Type> Mottatt(RouteEndpoint endepunkt)
    {
        if (endepunkt.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } innhold)
            yield return innhold;
        foreach (var parameter in endepunkt.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
        {
            if (parameter.IsDefined(typeof(AsParametersAttribute)))
                yield return parameter.ParameterType;
        }
    }

    private static string Navn(RouteEndpoint endepunkt) =>
        $"{string.Join(',', endepunkt.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])} {endepunkt.RoutePattern.RawText}";
}
