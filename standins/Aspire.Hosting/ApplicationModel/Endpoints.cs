using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

public sealed class EndpointAnnotation(
    ProtocolType protocol,
    string? uriScheme = null,
    string? transport = null,
    string? name = null,
    int? port = null,
    int? targetPort = null,
    bool? isExternal = null,
    bool? isProxied = null) : IResourceAnnotation
{
    private readonly TaskCompletionSource<AllocatedEndpoint> _allocated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ProtocolType Protocol { get; set; } = protocol;

    public string UriScheme { get; set; } = uriScheme ?? protocol.ToString().ToLowerInvariant();

    public string Transport { get; set; } = transport ?? (uriScheme is "http" or "https" ? "http" : protocol.ToString().ToLowerInvariant());

    public string Name { get; set; } = name ?? uriScheme ?? protocol.ToString().ToLowerInvariant();

    /// <summary>Where the proxy (or, without a proxy, the process itself) listens; null lets the engine choose.</summary>
    public int? Port { get; set; } = port;

    /// <summary>Where the process listens; null lets the engine choose one a replica.</summary>
    public int? TargetPort { get; set; } = targetPort;

    public string TargetHost { get; set; } = "localhost";

    public bool IsExternal { get; set; } = isExternal ?? false;

    public bool IsProxied { get; set; } = isProxied ?? true;

    public AllocatedEndpoint? AllocatedEndpoint
    {
        get => _allocated.Task.IsCompletedSuccessfully ? _allocated.Task.GetAwaiter().GetResult() : null;
        set => _allocated.TrySetResult(value ?? throw new ArgumentNullException(nameof(value)));
    }

    internal Task<AllocatedEndpoint> Allocated(CancellationToken cancellationToken) => _allocated.Task.WaitAsync(cancellationToken);
}

public class AllocatedEndpoint(EndpointAnnotation endpoint, string address, int port, string? targetPortExpression = null)
{
    public EndpointAnnotation Endpoint { get; } = endpoint;

    public string Address { get; } = address;

    public int Port { get; } = port;

    /// <summary>A template that DCP fills with the port of each process.</summary>
    public string? TargetPortExpression { get; } = targetPortExpression;

    public string UriScheme => Endpoint.UriScheme;

    public string UriString => $"{UriScheme}://{Address}:{Port}";

    public override string ToString() => UriString;
}

public enum EndpointProperty
{
    Url,
    Host,
    IPV4Host,
    Port,
    Scheme,
    TargetPort,
    HostAndPort,
}

public sealed class EndpointReference(IResourceWithEndpoints owner, string endpointName) : IExpressionValue, IValueWithReferences
{
    public IResourceWithEndpoints Resource { get; } = owner;

    public string EndpointName { get; } = endpointName;

    public bool Exists => Find() is not null;

    public EndpointAnnotation EndpointAnnotation =>
        Find() ?? throw new InvalidOperationException($"The endpoint '{EndpointName}' does not exist on resource '{Resource.Name}'.");

    public bool IsAllocated => EndpointAnnotation.AllocatedEndpoint is not null;

    public string Scheme => EndpointAnnotation.UriScheme;

    public string Host => Allocated.Address;

    public int Port => Allocated.Port;

    public string Url => Allocated.UriString;

    string IManifestExpressionProvider.ValueExpression => $"{{{Resource.Name}.bindings.{EndpointName}.url}}";

    IEnumerable<object> IValueWithReferences.References => [Resource];

    private AllocatedEndpoint Allocated => EndpointAnnotation.AllocatedEndpoint
        ?? throw new InvalidOperationException($"The endpoint '{EndpointName}' on resource '{Resource.Name}' is not allocated yet.");

    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        Property(EndpointProperty.Url).GetValueAsync(cancellationToken);

    private EndpointAnnotation? Find() => Resource.Annotations.OfType<EndpointAnnotation>()
        .FirstOrDefault(e => e.Name.Equals(EndpointName, StringComparison.OrdinalIgnoreCase));
}

public class EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property) : IExpressionValue, IValueWithReferences
{
    public EndpointReference Endpoint { get; } = endpointReference;

    public EndpointProperty Property { get; } = property;

    public string ValueExpression => $"{{{Endpoint.Resource.Name}.bindings.{Endpoint.EndpointName}.{Property.ToString().ToLowerInvariant()}}}";

    IEnumerable<object> IValueWithReferences.References => [Endpoint];

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        if (Property == EndpointProperty.Scheme)
        {
            return Endpoint.Scheme;
        }

        var allocated = await Endpoint.EndpointAnnotation.Allocated(cancellationToken);
        return Property switch
        {
            EndpointProperty.Url => allocated.UriString,
            EndpointProperty.Host => allocated.Address,
            EndpointProperty.IPV4Host => allocated.Address == "localhost" ? "127.0.0.1" : allocated.Address,
            EndpointProperty.Port => allocated.Port.ToString(),
            EndpointProperty.TargetPort => allocated.TargetPortExpression ?? allocated.Port.ToString(),
            EndpointProperty.HostAndPort => $"{allocated.Address}:{allocated.Port}",
            _ => throw new InvalidOperationException($"Unknown endpoint property {Property}."),
        };
    }
}
