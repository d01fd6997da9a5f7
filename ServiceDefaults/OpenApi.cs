using Boligsosial.ServiceDefaults.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Boligsosial.ServiceDefaults;

/// <summary>One OpenAPI document per service; the gateway lists them.</summary>
internal static class OpenApi
{
    public static void AddServiceOpenApi(this IServiceCollection services, string navn) =>
        services.AddOpenApi(navn, options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = $"Boligsosial – {navn}",
                    Version = "v1",
                    Description = "Beløp i kroner, arealer i m², datoer i ISO 8601, perioder halvåpne [fra, til). "
                        + "Avslag og feil er ProblemDetails (RFC 9457) med type urn:boligsosial:<kode>.",
                };
                document.Servers = [];
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

                return Task.CompletedTask;
            });
        });

    private static IReadOnlyList<string> Names(Type type) =>
        (IReadOnlyList<string>)typeof(EnumNames<>).MakeGenericType(type).GetProperty("All")!.GetValue(null)!;
}
