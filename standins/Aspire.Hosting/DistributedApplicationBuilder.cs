using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder _host;
    private readonly DistributedApplicationOptions _options;

    public DistributedApplicationBuilder(string[] args) : this(new DistributedApplicationOptions { Args = args })
    {
    }

    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        _options = options;
        var settings = new HostApplicationBuilderSettings { Args = options.Args };
        EntryPointHooks.Current?.Constructing(options, settings);
        AppHostAssembly = options.AssemblyName is { } name ? Assembly.Load(name) : Assembly.GetEntryAssembly();
        AppHostDirectory = options.ProjectDirectory ?? AppHostAssembly.Metadata("apphostprojectpath") ?? Directory.GetCurrentDirectory();
        settings.ContentRootPath ??= Directory.Exists(AppHostDirectory) ? AppHostDirectory : AppContext.BaseDirectory;
        _host = new HostApplicationBuilder(settings);
        _host.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
            .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        AddServices();
        EntryPointHooks.Current?.Constructed(this);
    }

    public ConfigurationManager Configuration => _host.Configuration;

    public string AppHostDirectory { get; }

    public Assembly? AppHostAssembly { get; }

    public IHostEnvironment Environment => _host.Environment;

    public IServiceCollection Services => _host.Services;

    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    public DistributedApplicationExecutionContext ExecutionContext { get; } = new(DistributedApplicationOperation.Run);

    public IResourceCollection Resources { get; } = new ResourceCollection();

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource =>
        new DistributedApplicationResourceBuilder<T>(this, resource);

    public DistributedApplication Build()
    {
        if (!_options.DisableDashboard)
        {
            this.AddDashboard();
        }

        EntryPointHooks.Current?.Building(this);
        var application = new DistributedApplication(_host.Build());
        EntryPointHooks.Current?.Built(application);
        return application;
    }

    private void AddServices()
    {
        Services.AddSingleton(ExecutionContext);
        Services.AddSingleton(Eventing);
        Services.AddSingleton(_options);
        Services.AddSingleton(new DistributedApplicationModel(Resources));
        Services.AddSingleton(new EngineOptions(
            DcpPath: AppHostAssembly.Metadata("dcpclipath") ?? "dcp",
            RandomizePorts: Configuration.GetValue("DcpPublisher:RandomizePorts", false)));
        Services.AddHttpClient();
        Services.AddHealthChecks();
        Services.TryAddSingleton(TimeProvider.System);
        Services.AddSingleton<ResourceLoggerService>();
        Services.AddSingleton(s => new ResourceNotificationService(s.GetRequiredService<ResourceLoggerService>()));
        Services.AddSingleton(s => new ResourceCommandService(
            s.GetRequiredService<ResourceNotificationService>(), s.GetRequiredService<ResourceLoggerService>(), s.GetRequiredService<Orchestrator>()));
        if (!_options.DisableDashboard)
        {
            Services.AddSingleton<ResourceService>();
            Services.AddSingleton<ResourceServiceHost>();
            Services.AddHostedService(s => s.GetRequiredService<ResourceServiceHost>());
        }

        Services.AddSingleton<DcpHost>();
        Services.AddSingleton<ExecutableFactory>();
        Services.AddSingleton<Presenter>();
        Services.AddSingleton<Orchestrator>();
        Services.AddHostedService(s => s.GetRequiredService<Orchestrator>());
        Services.AddHostedService<HealthMonitor>();
        Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));
    }
}

internal static class AssemblyMetadataExtensions
{
    public static string? Metadata(this Assembly? assembly, string key) => assembly?.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(m => m.Key.Equals(key, StringComparison.OrdinalIgnoreCase))?.Value;
}
