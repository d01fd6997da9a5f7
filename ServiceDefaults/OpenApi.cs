using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Boligsosial.ServiceDefaults;

/// <summary>
/// One OpenAPI document per service; the gateway lists them. Each service calls AddOpenApi itself, as the docstrings of its
/// types come into the document by a generator that looks for the call in the same project.
/// </summary>
public static class OpenApi
{
    private const string Bearer = "bearer";

    /// <summary>What every service's document has in common.</summary>
    public static Action<OpenApiOptions> For(string navn) =>
        options =>
        {
            options.CreateSchemaReferenceId = SchemaId;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = $"Boligsosial – {navn}",
                    Version = "v1",
                    Description = "Beløp i kroner, arealer i m², datoer i ISO 8601, perioder halvåpne [fra, til). "
                        + "Avslag og feil er ProblemDetails (RFC 9457) med type urn:boligsosial:{kode}.",
                };
                document.Servers = [];
                (document.Components ??= new()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
                {
                    [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, BearerFormat = "JWT" },
                };
                document.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
                    parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
                var metadata = context.Description.ActionDescriptor.EndpointMetadata;
                if (metadata.OfType<Tilgang>().LastOrDefault() is { } tilgang)
                    operation.Description += $" Roller: {string.Join(", ", tilgang.Roller)}{(tilgang.Integrator is { } adgang ? $"; scope {navn}.{EnumNames<Adgang>.Of(adgang)}" : "")}. Uten token: 401, uten tilgang: 403.";
                if (metadata.OfType<Idempotency.IdempotencyMetadata>().Any())
                    Header(operation, Idempotency.Header, "Valgfri tekst som navngir forsøket. Samme nøkkel og innhold innen 24 timer gir samme svar.", required: false);
                if (metadata.OfType<Etag.IfMatchMetadata>().Any())
                    Header(operation, "If-Match", "ETag-en fra svaret som endringen bygger på.", required: true);
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
                if (type.IsEnum)
                {
                    schema.Type = JsonSchemaType.String;
                    schema.Enum = [.. Names(type).Select(n => (System.Text.Json.Nodes.JsonNode)n)];
                }

                foreach (var valgfri in context.JsonTypeInfo.Properties.Where(p => !MaaVaereMed(p, context.JsonTypeInfo)))
                    schema.Required?.Remove(valgfri.Name);
                return Task.CompletedTask;
            });
        };

    /// <summary>Of what is sent, what says so; of answers, all that cannot be null.</summary>
    private static bool MaaVaereMed(JsonPropertyInfo felt, JsonTypeInfo type) =>
        type.Type.Name == "Request" || type.Properties.Any(Kreves) ? Kreves(felt) : !felt.IsGetNullable && Nullable.GetUnderlyingType(felt.PropertyType) is null;

    private static bool Kreves(JsonPropertyInfo felt) => felt.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true;

    /// <summary>What a type is called in the document: every use case has its own <c>Request</c>, so the name is that of the use case as well. Null: written where it is used.</summary>
    public static string? SchemaId(JsonTypeInfo info) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(info) is null ? null : Name(Nullable.GetUnderlyingType(info.Type) ?? info.Type);

    private static string Name(Type type) =>
        (type.DeclaringType is { } eier ? Name(eier) : "")
        + (type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Join("And", type.GetGenericArguments().Select(Name))}" : type.Name);

    private static void Header(OpenApiOperation operation, string name, string description, bool required) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Required = required,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });

    private static IReadOnlyList<string> Names(Type type) =>
        (IReadOnlyList<string>)typeof(EnumNames<>).MakeGenericType(type).GetProperty("All")!.GetValue(null)!;
}
