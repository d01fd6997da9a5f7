using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Boligsosial.Felles;

namespace Boligsosial.ServiceDefaults.Redaction;

/// <summary>What leaves the process by the way, in logs, traces and error texts, leaves without fødselsnumre.</summary>
internal static class Redact
{
    /// <summary>More layers of percent-encoding than anything behind us takes off.</summary>
    private const int Layers = 3;

    /// <summary>The text itself when there is nothing to mask in it, neither as it stands nor decoded.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Text(string? text) => text is null ? null : Peel(text, Layers);

    /// <summary>Whether <see cref="Text"/> would mask something.</summary>
    public static bool Finds(string? text) => !ReferenceEquals(Text(text), text);

    /// <summary>The value of a tag or a log field.</summary>
    public static object? Value(object? value) => value switch
    {
        null or bool or int or double => value,
        string text => Text(text),
        IEnumerable<string?> texts => texts.Any(Finds) ? texts.Select(Text).ToArray() : value,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && Finds(text) ? Text(text) : value,
    };

    private static string Peel(string text, int layers)
    {
        var masked = Foedselsnummer.Sladd(text);
        if (layers == 0 || !masked.Contains('%', StringComparison.Ordinal))
            return masked;

        var decoded = Uri.UnescapeDataString(masked);
        var inner = Peel(decoded, layers - 1);
        return ReferenceEquals(inner, decoded) ? masked : inner;
    }
}
