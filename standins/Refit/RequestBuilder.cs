using System.Reflection;
using System.Web;

namespace Refit;

/// <summary>Puts each argument where it belongs: path, query, header or body.</summary>
internal sealed class RequestBuilder(RefitSettings settings)
{
    private static readonly Uri AnyHost = new("http://api");

    private readonly QueryParameters _query = new(settings);

    public HttpRequestMessage Build(RestMethod method, string basePath, object?[] arguments)
    {
        var request = new HttpRequestMessage { Method = method.HttpMethod };
        var path = (basePath == "/" ? string.Empty : basePath) + method.Path;
        var query = new List<KeyValuePair<string, string?>>();
        var headers = new Dictionary<string, string?>(method.FixedHeaders);

        foreach (var (parameter, value) in method.Parameters.Zip(arguments))
        {
            var mapped = false;

            if (method.PathNames.Contains(RestMethod.NameOf(parameter)))
            {
                path = FillPath(path, parameter, value);
                mapped = true;
            }

            if (parameter == method.Body)
            {
                request.Content = BodyOf(parameter, value);
                mapped = true;
            }

            mapped |= AddHeaders(headers, parameter, value);

            if (!mapped && value is not null)
            {
                query.AddRange(_query.Of(parameter, value));
            }
        }

        SetHeaders(request, headers);
        request.RequestUri = AddressOf(path, query);
        return request;
    }

    private string FillPath(string path, ParameterInfo parameter, object? value)
    {
        var text = settings.UrlParameterFormatter.Format(value, parameter, parameter.ParameterType) ?? string.Empty;
        return path.Replace(
            $"{{{RestMethod.NameOf(parameter)}}}", Uri.EscapeDataString(text), StringComparison.OrdinalIgnoreCase);
    }

    private HttpContent BodyOf(ParameterInfo parameter, object? value)
    {
        var serialization = parameter.GetCustomAttribute<BodyAttribute>()?.SerializationMethod
            ?? BodySerializationMethod.Serialized;
        return value switch
        {
            HttpContent content => content,
            Stream stream => new StreamContent(stream),
            string text when serialization == BodySerializationMethod.Default => new StringContent(text),
            _ => settings.ContentSerializer.ToHttpContent(value),
        };
    }

    private static bool AddHeaders(Dictionary<string, string?> headers, ParameterInfo parameter, object? value)
    {
        var header = parameter.GetCustomAttribute<HeaderAttribute>()?.Header;
        if (!string.IsNullOrWhiteSpace(header))
        {
            headers[header.Trim()] = value?.ToString();
            return true;
        }

        if (!parameter.IsDefined(typeof(HeaderCollectionAttribute)))
        {
            return false;
        }

        foreach (var (name, text) in value as IDictionary<string, string> ?? new Dictionary<string, string>())
        {
            headers[name] = text;
        }

        return true;
    }

    // After the body, so that content headers have somewhere to go.
    private static void SetHeaders(HttpRequestMessage request, Dictionary<string, string?> headers)
    {
        var bodyless = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;
        if (headers.Count > 0 && request.Content is null && !bodyless)
        {
            request.Content = new ByteArrayContent([]);
        }

        foreach (var (name, value) in headers)
        {
            SetHeader(request, WithoutLineBreaks(name), value is null ? null : WithoutLineBreaks(value));
        }
    }

    private static void SetHeader(HttpRequestMessage request, string name, string? value)
    {
        if (request.Headers.NonValidated.Contains(name))
        {
            request.Headers.Remove(name);
        }

        if (request.Content is not null && request.Content.Headers.NonValidated.Contains(name))
        {
            request.Content.Headers.Remove(name);
        }

        if (value is not null && !request.Headers.TryAddWithoutValidation(name, value))
        {
            request.Content?.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static string WithoutLineBreaks(string text)
        => text.Replace("\r", string.Empty, StringComparison.Ordinal).Replace("\n", string.Empty, StringComparison.Ordinal);

    private static Uri AddressOf(string path, List<KeyValuePair<string, string?>> query)
    {
        var address = new UriBuilder(new Uri(AnyHost, path));
        var written = HttpUtility.ParseQueryString(address.Query);
        var all = written.AllKeys
            .Where(key => !string.IsNullOrWhiteSpace(key))
            .Select(key => new KeyValuePair<string, string?>(key!, written[key]))
            .Concat(query)
            .Where(pair => pair.Value is not null)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value!)}");
        address.Query = string.Join('&', all);

        return new Uri(address.Uri.GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped), UriKind.Relative);
    }
}
