using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Boligsosial.Gateway;

/// <summary>
/// Finds a service by its Aspire name: <c>http://boligregister</c> in the routes becomes the addresses that the AppHost
/// gives in <c>services:boligregister:http:0…n</c>. Microsoft.Extensions.ServiceDiscovery does the same and more, but is
/// not in every feed; this is all that the gateway needs of it.
/// </summary>
internal sealed class ServiceAddresses(IConfiguration configuration) : IDestinationResolver
{
    public ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        var resolved = new Dictionary<string, DestinationConfig>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, destination) in destinations)
        {
            var service = new Uri(destination.Address);
            var addresses = configuration.GetSection($"services:{service.Host}:{service.Scheme}").GetChildren().Select(c => c.Value).OfType<string>().ToList();
            if (addresses.Count == 0)
                resolved[name] = destination;
            for (var i = 0; i < addresses.Count; i++)
                resolved[$"{name}-{i}"] = destination with { Address = addresses[i] };
        }

        return new(new ResolvedDestinationCollection(resolved, null));
    }
}

internal static class ServiceAddressesExtensions
{
    public static void AddServiceAddresses(this IReverseProxyBuilder proxy) =>
        proxy.Services.AddSingleton<IDestinationResolver, ServiceAddresses>();
}
