using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A text with holes that are filled when it is needed: an endpoint has no port before it is allocated.</summary>
public class ReferenceExpression : IExpressionValue, IValueWithReferences
{
    private ReferenceExpression(string format, IReadOnlyList<IValueProvider> valueProviders, IReadOnlyList<string> manifestExpressions)
    {
        Format = format;
        ValueProviders = valueProviders;
        ManifestExpressions = manifestExpressions;
    }

    public string Format { get; }

    public IReadOnlyList<IValueProvider> ValueProviders { get; }

    public IReadOnlyList<string> ManifestExpressions { get; }

    public string ValueExpression => string.Format(null, Format, [.. ManifestExpressions]);

    IEnumerable<object> IValueWithReferences.References => ValueProviders;

    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.Build();

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken)
    {
        var values = new object?[ValueProviders.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = await ValueProviders[i].GetValueAsync(cancellationToken);
        }

        return string.Format(null, Format, values);
    }

    ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) => GetValueAsync(cancellationToken);

    [InterpolatedStringHandler]
    public ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _format = new(literalLength + (formattedCount * 4));
        private readonly List<IValueProvider> _providers = [];
        private readonly List<string> _manifest = [];

        public readonly void AppendLiteral(string value) => _format.Append(Escape(value));

        public readonly void AppendFormatted(string? value) => _format.Append(Escape(value ?? ""));

        public void AppendFormatted<T>(T valueProvider) where T : IValueProvider, IManifestExpressionProvider
        {
            if (valueProvider is ReferenceExpression inner)
            {
                AppendInner(inner);
                return;
            }

            _format.Append('{').Append(_providers.Count).Append('}');
            _providers.Add(valueProvider);
            _manifest.Add(valueProvider.ValueExpression);
        }

        public void AppendFormatted<T>(IResourceBuilder<T> valueProvider) where T : IResource, IValueProvider, IManifestExpressionProvider =>
            AppendFormatted(valueProvider.Resource);

        internal readonly ReferenceExpression Build() => new(_format.ToString(), [.. _providers], [.. _manifest]);

        private readonly void AppendInner(ReferenceExpression inner)
        {
            var places = Enumerable.Range(_providers.Count, inner.ValueProviders.Count).Select(i => (object)$"{{{i}}}").ToArray();
            // Formatting once with the new places renumbers them, and unescapes the braces of literals: escape those again.
            _format.Append(string.Format(null, inner.Format.Replace("{{", "{{{{").Replace("}}", "}}}}"), places));
            _providers.AddRange(inner.ValueProviders);
            _manifest.AddRange(inner.ManifestExpressions);
        }

        private static string Escape(string text) => text.Replace("{", "{{").Replace("}", "}}");
    }
}
