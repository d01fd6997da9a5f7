using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.Dcp;

/// <summary>What a resource shows of itself before any process of it runs: type, parent, relations; then addresses.</summary>
internal sealed class Presenter(
    ResourceNotificationService notifications,
    IDistributedApplicationEventing eventing,
    DistributedApplicationExecutionContext executionContext,
    IServiceProvider services,
    TimeProvider time)
{
    public async Task PublishInitialAsync(IResource resource)
    {
        if (resource is ContainerResource)
        {
            throw new DistributedApplicationException(
                $"Resource '{resource.Name}' is a container, and the stand-in for Aspire.Hosting runs none: choose native or external infrastructure, or build with the real packages (AspirePackages=true).");
        }

        var isProcess = resource is ExecutableResource or ProjectResource;
        var parent = resource is IResourceWithParent child ? child.Parent : null;
        RelationshipSnapshot[] relations =
        [
            .. resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(r => new RelationshipSnapshot(r.Resource.Name, r.Type)).Distinct(),
            .. parent is null ? Array.Empty<RelationshipSnapshot>() : [new RelationshipSnapshot(parent.Name, "Parent")],
        ];
        ResourcePropertySnapshot[] properties =
        [
            .. parent is null ? Array.Empty<ResourcePropertySnapshot>() : [new("resource.parentName", parent.ResourceIds()[0])],
        ];
        resource.TryGetLastAnnotation<ResourceIconAnnotation>(out var icon);
        await notifications.PublishUpdateAsync(resource, s => s with
        {
            ResourceType = resource is ParameterResource ? "Parameter" : s.ResourceType.Replace("Resource", "", StringComparison.Ordinal),
            State = isProcess ? KnownResourceStates.NotStarted : s.State,
            CreationTimeStamp = time.GetUtcNow().UtcDateTime,
            IconName = icon?.IconName,
            Relationships = [.. relations],
            Properties = [.. s.Properties, .. properties],
        });
        if (resource is ParameterResource parameter)
        {
            await PublishValueAsync(parameter);
        }
    }

    public async Task PublishAddressesAsync(IResource resource, CancellationToken cancellationToken)
    {
        if (resource is IResourceWithEndpoints withEndpoints && resource.TryGetEndpoints(out var endpoints))
        {
            var urls = await UrlsAsync(withEndpoints, endpoints, cancellationToken);
            await notifications.PublishUpdateAsync(resource, s => s with
            {
                Urls = [.. urls.Select(u => new UrlSnapshot(u.Endpoint?.EndpointName, u.Url, u.DisplayLocation == UrlDisplayLocation.DetailsOnly) { DisplayProperties = new(u.DisplayText ?? "") })],
            });
            await eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(resource, services), cancellationToken);
        }

        if (resource is IResourceWithConnectionString withConnectionString && !IsMissing(resource))
        {
            var value = await withConnectionString.GetConnectionStringAsync(cancellationToken);
            await notifications.PublishUpdateAsync(resource, s => s with
            {
                Properties = [.. s.Properties, new(CustomResourceKnownProperties.ConnectionString, value) { IsSensitive = true }],
            });
            await eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, services), cancellationToken);
        }
    }

    private async Task<List<ResourceUrlAnnotation>> UrlsAsync(IResourceWithEndpoints resource, IEnumerable<EndpointAnnotation> endpoints, CancellationToken cancellationToken)
    {
        List<ResourceUrlAnnotation> urls =
        [
            .. endpoints.Where(e => e.AllocatedEndpoint is not null)
                .Select(e => new ResourceUrlAnnotation { Url = e.AllocatedEndpoint!.UriString, Endpoint = resource.GetEndpoint(e.Name) }),
            .. resource.Annotations.OfType<ResourceUrlAnnotation>(),
        ];
        var context = new ResourceUrlsCallbackContext(executionContext, resource, urls, cancellationToken);
        foreach (var change in resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>())
        {
            await change.Callback(context);
        }

        foreach (var url in urls.Where(u => u.Url.StartsWith('/') && u.Endpoint is not null))
        {
            url.Url = url.Endpoint!.Url + url.Url;
        }

        return urls;
    }

    private bool IsMissing(IResource resource) =>
        notifications.TryGetCurrentState(resource.Name, out var known) && known.Snapshot.State?.Text == KnownResourceStates.ValueMissing;

    private async Task PublishValueAsync(ParameterResource parameter)
    {
        string? value = null;
        try
        {
            value = await parameter.GetValueAsync(CancellationToken.None);
        }
        catch (DistributedApplicationException)
        {
            // Shown as missing; whoever needs it cannot start.
        }

        var setting = parameter is IResourceWithConnectionString ? "ConnectionStrings" : "Parameters";
        await notifications.PublishUpdateAsync(parameter, s => s with
        {
            State = value is null ? new ResourceStateSnapshot(KnownResourceStates.ValueMissing, KnownResourceStateStyles.Warn) : KnownResourceStates.Running,
            Properties =
            [
                .. s.Properties,
                new(CustomResourceKnownProperties.Source, $"{setting}:{parameter.Name}"),
                new("Value", value) { IsSensitive = parameter.Secret, DisplayName = "Value", IsHighlighted = true, SortOrder = 0 },
            ],
        });
    }
}
