using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Wire;
using Google.Protobuf.WellKnownTypes;
using Resource = Aspire.Hosting.Dashboard.Wire.Resource;

namespace Aspire.Hosting.Dashboard;

/// <summary>A snapshot as the dashboard reads it.</summary>
internal static class WireResource
{
    public static Resource From(ResourceEvent update)
    {
        var (id, snapshot) = (update.ResourceId, update.Snapshot);
        var resource = new Resource
        {
            Name = id,
            ResourceType = snapshot.ResourceType,
            DisplayName = update.Resource.Name,
            Uid = id,
            State = snapshot.State?.Text ?? "",
            StateStyle = snapshot.State?.Style ?? "",
            CreatedAt = Time(snapshot.CreationTimeStamp),
            StartedAt = Time(snapshot.StartTimeStamp),
            StoppedAt = Time(snapshot.StopTimeStamp),
            IsHidden = snapshot.IsHidden,
        };
        if (snapshot.IconName is { } icon)
        {
            (resource.IconName, resource.IconVariant) = (icon, IconVariant.Filled);
        }

        var isRunning = snapshot.State?.Text == KnownResourceStates.Running;
        resource.Environment.AddRange(snapshot.EnvironmentVariables.OrderBy(v => v.Name, StringComparer.Ordinal)
            .Select(v => new EnvironmentVariable { Name = v.Name, Value = v.Value ?? "", IsFromSpec = v.IsFromSpec }));
        resource.Urls.AddRange(snapshot.Urls.Select(u => new Url
        {
            EndpointName = u.Name ?? "",
            FullUrl = u.Url,
            IsInternal = u.IsInternal,
            IsInactive = u.IsInactive || !isRunning,
            Display = new() { DisplayName = u.DisplayProperties.DisplayName, SortOrder = u.DisplayProperties.SortOrder },
        }));
        resource.Relationships.AddRange(snapshot.Relationships.Select(r => new Relationship { ResourceName = r.ResourceName, Type = r.Type }));
        resource.HealthReports.AddRange(snapshot.HealthReports.Select(Report));
        resource.Commands.AddRange(ResourceCommands.Of(update));
        resource.Properties.AddRange(Common(resource, snapshot).Concat(snapshot.Properties).Select(Property));
        return resource;
    }

    /// <summary>What every resource has, also as properties.</summary>
    private static IEnumerable<ResourcePropertySnapshot> Common(Resource resource, CustomResourceSnapshot snapshot) =>
    [
        new("resource.uid", resource.Uid),
        new("resource.name", resource.Name),
        new("resource.type", resource.ResourceType),
        new("resource.displayName", resource.DisplayName),
        new("resource.state", snapshot.State?.Text),
        new("resource.exitCode", snapshot.ExitCode?.ToString(CultureInfo.InvariantCulture)),
        new("resource.createTime", snapshot.CreationTimeStamp?.ToString("O", CultureInfo.InvariantCulture)),
        new("resource.startTime", snapshot.StartTimeStamp?.ToString("O", CultureInfo.InvariantCulture)),
        new("resource.stopTime", snapshot.StopTimeStamp?.ToString("O", CultureInfo.InvariantCulture)),
        new("resource.healthState", snapshot.HealthStatus?.ToString()),
    ];

    private static Property Property(ResourcePropertySnapshot property)
    {
        var wire = new Property { Name = property.Name, Value = ToValue(property.Value), IsSensitive = property.IsSensitive, IsHighlighted = property.IsHighlighted };
        if (property.DisplayName is { Length: > 0 } name)
        {
            wire.DisplayName = name;
        }

        if (property.SortOrder is { } order)
        {
            wire.SortOrder = order;
        }

        return wire;
    }

    private static HealthReport Report(HealthReportSnapshot report)
    {
        var wire = new HealthReport { Key = report.Name, Description = report.Description ?? "", Exception = report.ExceptionText ?? "", LastRunAt = Time(report.LastRunAt) };
        if (report.Status is { } status)
        {
            wire.Status = status switch
            {
                Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy => Health.Healthy,
                Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded => Health.Degraded,
                _ => Health.Unhealthy,
            };
        }

        return wire;
    }

    private static Value ToValue(object? value) => value switch
    {
        null => Value.ForNull(),
        string text => Value.ForString(text),
        int number => Value.ForNumber(number),
        IEnumerable<string> texts => Value.ForList([.. texts.Select(Value.ForString)]),
        _ => Value.ForString(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    private static Timestamp? Time(DateTime? time) => time is { } known ? Timestamp.FromDateTime(known.ToUniversalTime()) : null;
}
