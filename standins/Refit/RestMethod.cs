using System.Reflection;
using System.Text.RegularExpressions;

namespace Refit;

/// <summary>An interface method, read once: where each parameter goes and what comes back.</summary>
internal sealed partial class RestMethod
{
    private readonly int _cancellation;
    private readonly Func<Sender, RestMethod, object?[], CancellationToken, object> _send;

    public RestMethod(MethodInfo method, RefitSettings settings)
    {
        var http = method.GetCustomAttribute<HttpMethodAttribute>(inherit: true)!;
        HttpMethod = http.Method;
        Path = http.Path;
        RefuseUnsafePath(Path);

        var all = method.GetParameters();
        _cancellation = PositionOfCancellation(method, all);
        Parameters = [.. all.Where(parameter => parameter.ParameterType != typeof(CancellationToken))];

        FixedHeaders = ReadFixedHeaders(method);
        PathNames = ReadPathNames(Path, Parameters);
        Body = FindBody(HttpMethod, Parameters);
        Buffered = Body is not null
            && (Body.GetCustomAttribute<BodyAttribute>()?.Buffered ?? settings.Buffered);
        RefuseWrongHeaderCollections(Parameters);
        _send = Sender.For(method);
    }

    public HttpMethod HttpMethod { get; }

    public string Path { get; }

    public IReadOnlyList<ParameterInfo> Parameters { get; }

    public IReadOnlyDictionary<string, string?> FixedHeaders { get; }

    public IReadOnlySet<string> PathNames { get; }

    public ParameterInfo? Body { get; }

    public bool Buffered { get; }

    public static string NameOf(ParameterInfo parameter)
        => parameter.GetCustomAttribute<AliasAsAttribute>()?.Name ?? parameter.Name!;

    public object Send(Sender sender, object?[] arguments)
    {
        if (_cancellation < 0)
        {
            return _send(sender, this, arguments, CancellationToken.None);
        }

        object?[] others = [.. arguments[.._cancellation], .. arguments[(_cancellation + 1)..]];
        return _send(sender, this, others, (CancellationToken)arguments[_cancellation]!);
    }

    private static void RefuseUnsafePath(string path)
    {
        if (path.Length > 0 && !path.StartsWith('/'))
        {
            throw new ArgumentException($"URL path {path} must start with '/' and be of the form '/foo/bar/baz'", nameof(path));
        }

        if (path.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ArgumentException($"URL path {path} must not contain CR or LF characters", nameof(path));
        }
    }

    private static int PositionOfCancellation(MethodInfo method, ParameterInfo[] parameters)
    {
        if (parameters.Count(parameter => parameter.ParameterType == typeof(CancellationToken)) > 1)
        {
            throw new ArgumentException(
                $"Argument list to method \"{method.Name}\" can only contain a single CancellationToken", nameof(parameters));
        }

        return Array.FindIndex(parameters, parameter => parameter.ParameterType == typeof(CancellationToken));
    }

    // The interface's first, so that the method's replace them.
    private static Dictionary<string, string?> ReadFixedHeaders(MethodInfo method)
    {
        var declaring = method.DeclaringType!;
        var lines = declaring.GetInterfaces().Reverse().Append(declaring)
            .SelectMany(type => type.GetCustomAttributes<HeadersAttribute>(inherit: true))
            .Concat(method.GetCustomAttributes<HeadersAttribute>(inherit: true))
            .SelectMany(attribute => attribute.Headers)
            .Where(line => !string.IsNullOrWhiteSpace(line));

        var headers = new Dictionary<string, string?>();
        foreach (var line in lines)
        {
            var parts = line.Split(':', 2);
            headers[parts[0].Trim()] = parts.Length > 1 ? parts[1].Trim() : null;
        }

        return headers;
    }

    private static HashSet<string> ReadPathNames(string path, IReadOnlyList<ParameterInfo> parameters)
    {
        var known = parameters.Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = PathParameter().Matches(path)
            .Select(match => match.Groups["name"].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"URL {path} has parameter {unknown}, but no method parameter matches", nameof(path));
        }

        return names;
    }

    // The one marked [Body]; else, when the method takes a body, the one object that is nothing else.
    private static ParameterInfo? FindBody(HttpMethod method, IReadOnlyList<ParameterInfo> parameters)
    {
        var marked = parameters.Where(parameter => parameter.IsDefined(typeof(BodyAttribute))).ToList();
        if (marked.Count > 1)
        {
            throw new ArgumentException("Only one parameter can be a Body parameter", nameof(parameters));
        }

        if (marked.Count == 1)
        {
            return marked[0];
        }

        if (method != HttpMethod.Post && method != HttpMethod.Put && method != HttpMethod.Patch)
        {
            return null;
        }

        var objects = parameters
            .Where(parameter => !parameter.ParameterType.IsValueType
                && parameter.ParameterType != typeof(string)
                && !parameter.IsDefined(typeof(QueryAttribute))
                && !parameter.IsDefined(typeof(HeaderCollectionAttribute)))
            .ToList();
        return objects.Count <= 1
            ? objects.SingleOrDefault()
            : throw new ArgumentException(
                "Multiple complex types found. Specify one parameter as the body using BodyAttribute", nameof(parameters));
    }

    private static void RefuseWrongHeaderCollections(IReadOnlyList<ParameterInfo> parameters)
    {
        var collections = parameters.Where(parameter => parameter.IsDefined(typeof(HeaderCollectionAttribute))).ToList();
        if (collections.Count > 1)
        {
            throw new ArgumentException("Only one parameter can be a HeaderCollection parameter", nameof(parameters));
        }

        if (collections.Count == 1
            && !collections[0].ParameterType.IsAssignableFrom(typeof(IDictionary<string, string>)))
        {
            throw new ArgumentException(
                $"HeaderCollection parameter of type {collections[0].ParameterType.Name} is not assignable from IDictionary<string, string>",
                nameof(parameters));
        }
    }

    [GeneratedRegex("{(?<name>.*?)}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathParameter();
}
