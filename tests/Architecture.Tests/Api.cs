using System.Reflection;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Boligsosial.Architecture.Tests;

/// <summary>A service that is started to be asked about its API; no database or broker is there, and none is needed.</summary>
internal sealed class Api : IDisposable
{
    private readonly IDisposable _fabrikk;
    private readonly TestServer _tjener;
    private readonly string _tjeneste;

    public Api(string tjeneste)
    {
        _tjeneste = Tre.Kebab(tjeneste);
        var program = Assembly.Load($"Boligsosial.{tjeneste}").EntryPoint!.DeclaringType!;
        var start = typeof(Api).GetMethod(nameof(Start), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(program);
        (_fabrikk, _tjener) = ((IDisposable, TestServer))start.Invoke(null, [_tjeneste])!;
    }

    /// <summary>The service's own endpoints: those under <c>/api</c>.</summary>
    public IReadOnlyList<RouteEndpoint> Endepunkter =>
        [.. _tjener.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true)];

    public async Task<string> OpenApi()
    {
        var dokument = _tjener.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(_tjeneste);
        return await (await dokument.GetOpenApiDocumentAsync(TestContext.Current.CancellationToken)).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _fabrikk.Dispose();

    private static (IDisposable Fabrikk, TestServer Tjener) Start<TProgram>(string tjeneste)
        where TProgram : class
    {
        // Port 1: nothing listens there.
#pragma warning disable CA2000 // disposed with the one it makes
        var fabrikk = new WebApplicationFactory<TProgram>().WithWebHostBuilder(vert => vert
            .UseSetting($"ConnectionStrings:{tjeneste}-db", "Host=127.0.0.1;Port=1;Timeout=1")
            .UseSetting("ConnectionStrings:rabbitmq", "amqp://127.0.0.1:1")
            .UseSetting("Personvern:Noekler:1", new string('1', 64))
            .UseSetting("Personvern:RefNoekkel", new string('2', 64))
            .UseSetting("Logging:LogLevel:Default", "None"));
#pragma warning restore CA2000
        return (fabrikk, fabrikk.Server);
    }
}
