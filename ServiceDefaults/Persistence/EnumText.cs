using Boligsosial.ServiceDefaults.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Boligsosial.ServiceDefaults.Persistence;

/// <summary>An enum in a table is the text that the API has for it.</summary>
public sealed class EnumText<T>() : ValueConverter<T, string>(v => EnumNames<T>.Of(v), t => Parse(t))
    where T : struct, Enum
{
    /// <summary>What the database holds is one of them, or something is wrong with it.</summary>
    public static T Parse(string text) =>
        EnumNames<T>.TryParse(text, out var value) ? value : throw new InvalidOperationException($"«{text}» is no {typeof(T).Name}");
}
