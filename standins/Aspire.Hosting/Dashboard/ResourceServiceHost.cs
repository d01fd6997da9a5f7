using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>
/// Serves <see cref="ResourceService"/> to the dashboard, on this machine only: HTTP/2 without TLS at the address that
/// <c>ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL</c> gives, any free port if none, and to whoever knows the key.
/// </summary>
internal sealed class ResourceServiceHost(IConfiguration configuration, ResourceService service, ILoggerFactory loggerFactory) : IHostedService, IAsyncDisposable
{
    public const string UrlSetting = "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL";
    public const string KeySetting = "AppHost:ResourceService:ApiKey";
    private const string KeyHeader = "x-resource-service-api-key";
    private readonly TaskCompletionSource<string> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? _app;

    /// <summary>Where it answers, once it does.</summary>
    public Task<string> UrlAsync(CancellationToken cancellationToken) => _url.Task.WaitAsync(cancellationToken);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Empty: the addresses and logging of the AppHost's own settings are not meant for this.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton(loggerFactory).AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, Port(), listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Limits.MinResponseDataRate = null; // A watch may be silent for as long as nothing happens.
        });
        _app = builder.Build();
        _app.Use(RequireKey);
        service.Map(_app);
        await _app.StartAsync(cancellationToken);
        _url.SetResult(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private int Port()
    {
        if (configuration[UrlSetting] is not { Length: > 0 } url || configuration.GetValue("DcpPublisher:RandomizePorts", false))
        {
            return 0;
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { IsLoopback: true, Scheme: "http" }
            ? uri.Port
            : throw new DistributedApplicationException($"{UrlSetting} is '{url}'; it is an http address of this machine itself.");
    }

    private RequestDelegate RequireKey(RequestDelegate next) => context =>
        configuration[KeySetting] is not { Length: > 0 } key || Equal(key, context.Request.Headers[KeyHeader].ToString())
            ? next(context)
            : Grpc.EndAsync(context, Grpc.Unauthenticated, $"The header {KeyHeader} is missing or wrong.");

    private static bool Equal(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
