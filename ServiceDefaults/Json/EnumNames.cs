using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Boligsosial.ServiceDefaults.Json;

/// <summary>
/// The spelling of an enum outside the code: kebab-case («under-vedlikehold») in JSON, queries, CSV and tables.
/// A code of somebody else's keeps their spelling, by JsonStringEnumMemberName («V03»). Reading overlooks case, spaces, hyphens and underscores, so that «Under vedlikehold» from a spreadsheet is understood.
/// </summary>
public static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();
    private static readonly FrozenDictionary<T, string> ByValue =
        Values.ToFrozenDictionary(v => v, v => typeof(T).GetField(v.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    // As it is written, and bare: what is read back is found at once.
    private static readonly FrozenDictionary<string, T> ByName = Values
        .SelectMany(v => new[] { ByValue[v], v.ToString() }.Distinct(StringComparer.OrdinalIgnoreCase), (v, name) => KeyValuePair.Create(name, v))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>All names, in the order of declaration.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Values.Select(v => ByValue[v])];

    public static string Of(T value) => ByValue[value];

    public static bool TryParse([NotNullWhen(true)] string? text, out T value)
    {
        value = default;
        return text is not null && (ByName.TryGetValue(text, out value) || ByName.TryGetValue(Bare(text), out value));
    }

    private static string Bare(string text) => string.Concat(text.Where(t => t is not (' ' or '-' or '_')));
}

/// <summary>A value that the field does not have; the text lists those it has.</summary>
public sealed class UnknownEnumValueException(IEnumerable<string> allowed)
    : JsonException($"Ukjent verdi. Gyldige verdier: {string.Join(", ", allowed)}.");

/// <summary>Writes and reads enums by <see cref="EnumNames{T}"/>; numbers are refused.</summary>
internal sealed class EnumNamesConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && EnumNames<T>.TryParse(reader.GetString(), out var value)
                ? value
                : throw new UnknownEnumValueException(EnumNames<T>.All);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(EnumNames<T>.Of(value));
    }
}
