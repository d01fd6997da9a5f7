using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;

namespace Refit;

/// <summary>Writes the name of a property that becomes a query parameter.</summary>
public interface IUrlParameterKeyFormatter
{
    string Format(string key);
}

/// <summary>Writes a value in a path or query string.</summary>
public interface IUrlParameterFormatter
{
    string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type);
}

/// <summary>Writes a property that has a format of its own.</summary>
public interface IFormUrlEncodedParameterFormatter
{
    string? Format(object? value, string? formatString);
}

public class DefaultUrlParameterKeyFormatter : IUrlParameterKeyFormatter
{
    public virtual string Format(string key) => key;
}

/// <summary>
/// The invariant culture, or the format of <see cref="QueryAttribute"/>. Without a format a date is MM/dd/yyyy.
/// </summary>
[SuppressMessage("Naming", "CA1725", Justification = "The package's own parameter name.")]
public class DefaultUrlParameterFormatter : IUrlParameterFormatter
{
    public virtual string? Format(object? parameterValue, ICustomAttributeProvider attributeProvider, Type type)
    {
        ArgumentNullException.ThrowIfNull(attributeProvider);

        var format = attributeProvider
            .GetCustomAttributes(typeof(QueryAttribute), inherit: true)
            .OfType<QueryAttribute>()
            .FirstOrDefault()?.Format;
        return InvariantText.Of(parameterValue, format);
    }
}

[SuppressMessage("Naming", "CA1725", Justification = "The package's own parameter name.")]
public class DefaultFormUrlEncodedParameterFormatter : IFormUrlEncodedParameterFormatter
{
    public virtual string? Format(object? parameterValue, string? formatString)
        => InvariantText.Of(parameterValue, formatString);
}

internal static class InvariantText
{
    private static readonly ConcurrentDictionary<Enum, string?> EnumMembers = new();

    public static string? Of(object? value, string? format)
    {
        if (value is null)
        {
            return null;
        }

        if (value is Enum member && EnumMembers.GetOrAdd(member, DeclaredName) is { } declared)
        {
            return declared;
        }

        var template = string.IsNullOrWhiteSpace(format) ? "{0}" : $"{{0:{format}}}";
        return string.Format(CultureInfo.InvariantCulture, template, value);
    }

    private static string? DeclaredName(Enum value)
        => value.GetType().GetField(value.ToString())?.GetCustomAttribute<EnumMemberAttribute>()?.Value;
}
