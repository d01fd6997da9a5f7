using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// Gives every endpoint its address before anything starts. A proxied endpoint is a DCP service that listens at once and spreads
/// connections over the replicas; a proxyless one is the process's own port, any free one if the model names none.
/// </summary>
internal sealed class EndpointAllocator(DcpClient dcp, EngineOptions options)
{
    public async Task AllocateAsync(IEnumerable<IResource> resources, CancellationToken cancellationToken)
    {
        var pending = new Dictionary<string, (IResource Resource, EndpointAnnotation Endpoint)>();
        foreach (var resource in resources)
        {
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            {
                var name = ExecutableFactory.ServiceName(resource, endpoint);
                await CreateServiceAsync(resource, endpoint, name, cancellationToken);
                if (endpoint.IsProxied)
                {
                    pending.Add(name, (resource, endpoint));
                }
            }
        }

        if (pending.Count == 0)
        {
            return;
        }

        await foreach (var service in dcp.WatchAsync(DcpClient.Services, cancellationToken))
        {
            if (service["status"] is { } status && (int?)status["effectivePort"] is > 0 and var port && pending.Remove((string)service["metadata"]!["name"]!, out var found))
            {
                found.Endpoint.AllocatedEndpoint = new AllocatedEndpoint(found.Endpoint, "localhost", port, ExecutableFactory.PortTemplate(found.Resource, found.Endpoint));
                if (pending.Count == 0)
                {
                    return;
                }
            }
        }

        throw new DistributedApplicationException($"Aspire's engine gave no address to {string.Join(", ", pending.Keys)}.");
    }

    private async Task CreateServiceAsync(IResource resource, EndpointAnnotation endpoint, string name, CancellationToken cancellationToken)
    {
        var spec = new JsonObject { ["protocol"] = "TCP", ["address"] = "localhost" };
        if (!endpoint.IsProxied)
        {
            if (resource.GetReplicaCount() > 1)
            {
                throw new DistributedApplicationException($"Resource '{resource.Name}' uses multiple replicas and a proxy-less endpoint '{endpoint.Name}'. These features do not work together.");
            }

            var own = endpoint.TargetPort ?? endpoint.Port ?? FreePort.Find();
            (endpoint.Port, endpoint.TargetPort) = (own, own);
            spec["port"] = own;
            spec["addressAllocationMode"] = "Proxyless";
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", own);
        }
        else if (endpoint.Port is { } port && !options.RandomizePorts)
        {
            if (endpoint.TargetPort == port)
            {
                throw new DistributedApplicationException($"Endpoint '{endpoint.Name}' of '{resource.Name}' is proxied: its port and target port cannot both be {port}.");
            }

            spec["port"] = port;
        }

        var metadata = new JsonObject { ["name"] = name, ["annotations"] = new JsonObject { ["resource-name"] = resource.Name, ["endpoint-name"] = endpoint.Name } };
        await dcp.CreateAsync(DcpClient.Services, "Service", metadata, spec, cancellationToken);
    }
}
