using System.Text.Json;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>
/// What goes over the wire: plain JSON, readable for anyone. Public only because MassTransit wants its message types so.
/// </summary>
/// <param name="Id">Of the message, the same at every delivery.</param>
/// <param name="Type">«boligregister.bolig-endret»; also its routing key.</param>
/// <param name="Key">The aggregate: messages of one key keep their order.</param>
/// <param name="Source">The publishing service.</param>
/// <param name="Created">When it happened.</param>
/// <param name="Trace">W3C traceparent of the request that caused it.</param>
/// <param name="Rebuild">Set on a copy from the publisher's history: the rebuild that asked for it.</param>
/// <param name="Body">The event.</param>
public sealed record Envelope(
    Guid Id, string Type, string Key, string Source, DateTimeOffset Created, string? Trace, Guid? Rebuild, JsonElement Body)
{
    /// <summary>The exchange (topic) that all services publish to.</summary>
    internal const string Exchange = "boligsosial.hendelser";

    /// <summary>Unknown fields are passed over, a missing or null one that the contract demands is an error.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>«Boligsosial.Contracts.Boligregister.BoligEndret» → «boligregister.bolig-endret».</summary>
    internal static string NameOf(Type contract) =>
        $"{Kebab(contract.Namespace!.Split('.')[^1])}.{Kebab(contract.Name)}";

    internal static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
