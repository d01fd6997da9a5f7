using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>How Aspire.Hosting.Testing follows an AppHost's Program from the inside. Flows with the call, so tests may run side by side.</summary>
internal abstract class EntryPointHooks
{
    private static readonly AsyncLocal<EntryPointHooks?> _current = new();

    public static EntryPointHooks? Current
    {
        get => _current.Value;
        set => _current.Value = value;
    }

    public abstract void Constructing(DistributedApplicationOptions options, HostApplicationBuilderSettings settings);

    public abstract void Constructed(DistributedApplicationBuilder builder);

    public abstract void Building(DistributedApplicationBuilder builder);

    public abstract void Built(DistributedApplication application);
}
