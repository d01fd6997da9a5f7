using System.Collections;
using System.Reflection;

namespace Refit;

/// <summary>Turns an argument into query parameters: a value, a collection, or an object property by property.</summary>
internal sealed class QueryParameters(RefitSettings settings)
{
    private static readonly QueryAttribute Default = new();

    public IEnumerable<KeyValuePair<string, string?>> Of(ParameterInfo parameter, object value)
    {
        var attribute = parameter.GetCustomAttribute<QueryAttribute>() ?? Default;
        if (IsValueOrValues(value))
        {
            return Pairs(RestMethod.NameOf(parameter), value, parameter, attribute);
        }

        return Properties(value, attribute.Delimiter).SelectMany(property => Pairs(
            string.IsNullOrWhiteSpace(attribute.Prefix)
                ? property.Key
                : $"{attribute.Prefix}{attribute.Delimiter}{property.Key}",
            property.Value,
            parameter,
            attribute));
    }

    private IEnumerable<KeyValuePair<string, string?>> Pairs(
        string name,
        object value,
        ParameterInfo parameter,
        QueryAttribute attribute)
    {
        var texts = value is IEnumerable values and not string
            ? Texts(values, parameter, parameter.ParameterType, attribute)
            : [settings.UrlParameterFormatter.Format(value, parameter, parameter.ParameterType)];
        return texts.Select(text => KeyValuePair.Create(name, text));
    }

    private IEnumerable<KeyValuePair<string, object>> Properties(object owner, string delimiter)
    {
        foreach (var property in owner.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.GetMethod?.IsPublic != true || property.GetValue(owner) is not { } value)
            {
                continue;
            }

            var name = property.GetCustomAttribute<AliasAsAttribute>()?.Name
                ?? settings.UrlParameterKeyFormatter.Format(property.Name);
            foreach (var (key, part) in Property(property, value, delimiter))
            {
                yield return KeyValuePair.Create(name + key, part);
            }
        }
    }

    private IEnumerable<KeyValuePair<string, object>> Property(PropertyInfo property, object value, string delimiter)
    {
        var attribute = property.GetCustomAttribute<QueryAttribute>();
        if (attribute?.Format is { } format)
        {
            return [new(string.Empty, settings.FormUrlEncodedParameterFormatter.Format(value, format)!)];
        }

        return value switch
        {
            IDictionary => throw new NotSupportedException("Dictionaries in a query are not part of this stand-in."),
            IEnumerable values and not string => Texts(values, property, property.PropertyType, attribute ?? Default)
                .OfType<string>()
                .Select(text => new KeyValuePair<string, object>(string.Empty, text)),
            _ when IsValueOrValues(value) => [new(string.Empty, value)],
            _ => Properties(value, delimiter)
                .Select(inner => KeyValuePair.Create(delimiter + inner.Key, inner.Value)),
        };
    }

    private IEnumerable<string?> Texts(
        IEnumerable values,
        ICustomAttributeProvider attributes,
        Type type,
        QueryAttribute attribute)
    {
        var format = attribute.IsCollectionFormatSpecified ? attribute.CollectionFormat : settings.CollectionFormat;
        var texts = values.Cast<object?>()
            .Select(value => settings.UrlParameterFormatter.Format(value, attributes, type));
        return format switch
        {
            CollectionFormat.Multi => texts,
            CollectionFormat.Ssv => [string.Join(' ', texts)],
            CollectionFormat.Tsv => [string.Join('\t', texts)],
            CollectionFormat.Pipes => [string.Join('|', texts)],
            _ => [string.Join(',', texts)],
        };
    }

    private static bool IsValueOrValues(object value)
    {
        var type = value.GetType();
        if (IsValue(type))
        {
            return true;
        }

        var sequence = type.GetInterfaces().FirstOrDefault(each =>
            each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return sequence is not null && IsValue(sequence.GetGenericArguments()[0]);
    }

    private static bool IsValue(Type type)
        => type == typeof(string)
            || type == typeof(bool)
            || type == typeof(char)
            || type == typeof(Uri)
            || typeof(IFormattable).IsAssignableFrom(type);
}
