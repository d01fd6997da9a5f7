using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Refit;

/// <summary>The body of a refusal: RFC 7807, with validation errors by field.</summary>
[SuppressMessage("Usage", "CA2227", Justification = "The package's own shape; filled by deserializing.")]
public class ProblemDetails
{
    public Dictionary<string, string[]> Errors { get; set; } = [];

    [JsonExtensionData]
    public IDictionary<string, object> Extensions { get; set; } = new Dictionary<string, object>(StringComparer.Ordinal);

    public string? Type { get; set; } = "about:blank";

    public string? Title { get; set; }

    public int Status { get; set; }

    public string? Detail { get; set; }

    public string? Instance { get; set; }
}
