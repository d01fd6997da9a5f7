using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>
/// Runs a Program on a thread of its own and holds it still twice: before it builds, so that the test can change the model, and
/// once it has built, when the test takes the application over. Program's own Run never gets to start it.
/// </summary>
internal sealed class EntryPointRun : EntryPointHooks
{
    private readonly Assembly _appHost;
    private readonly string[] _args;
    private readonly Action<DistributedApplicationOptions, HostApplicationBuilderSettings> _configure;
    private readonly TaskCompletionSource<DistributedApplicationBuilder> _builder = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> _application = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayBuild = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _run;

    public EntryPointRun(Assembly appHost, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    {
        (_appHost, _args, _configure) = (appHost, args, configure);
        _run = Task.Factory.StartNew(Invoke, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public Task<DistributedApplicationBuilder> BuilderAsync(CancellationToken cancellationToken) => _builder.Task.WaitAsync(cancellationToken);

    public Task<DistributedApplication> ApplicationAsync(CancellationToken cancellationToken)
    {
        _mayBuild.TrySetResult();
        return _application.Task.WaitAsync(cancellationToken);
    }

    public void Abandon() => _mayBuild.TrySetCanceled();

    public Task EndAsync() => _run;

    public override void Constructing(DistributedApplicationOptions options, HostApplicationBuilderSettings settings)
    {
        options.Args = settings.Args = [.. settings.Args ?? [], .. _args];
        options.AssemblyName = settings.ApplicationName = _appHost.GetName().Name;
        options.DisableDashboard = true;
        options.EnableResourceLogging = true;
        _configure(options, settings);
        settings.Configuration ??= new ConfigurationManager();
        settings.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DcpPublisher:RandomizePorts"] = "true" });
        settings.Configuration.AddCommandLine(settings.Args ?? []);
    }

    public override void Constructed(DistributedApplicationBuilder builder)
    {
        // The test gets the builder when Program is done with it, in Building.
    }

    public override void Building(DistributedApplicationBuilder builder)
    {
        _builder.TrySetResult(builder);
        _mayBuild.Task.GetAwaiter().GetResult();
    }

    public override void Built(DistributedApplication application)
    {
        _application.TrySetResult(application);
        throw new OperationCanceledException("The test runs the application from here.");
    }

    private void Invoke()
    {
        Current = this;
        try
        {
            var main = _appHost.EntryPoint ?? throw new InvalidOperationException($"Assembly {_appHost.GetName().Name} does not have an entry point.");
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length > 0 ? [_args] : [], null);
            Fail(new InvalidOperationException("The entry point exited without building an application."));
        }
        catch (Exception error)
        {
            Fail(error);
        }
    }

    private void Fail(Exception error)
    {
        _builder.TrySetException(error);
        _application.TrySetException(error);
    }
}
