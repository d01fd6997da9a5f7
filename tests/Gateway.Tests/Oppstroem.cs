using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Boligsosial.Gateway.Tests;

/// <summary>What stands behind the gateway: a server that answers as the test says and counts what it gets.</summary>
public sealed class Oppstroem : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _byte;
    private int _forespoersler;
    private int _heleInnhold;

    private Oppstroem()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(System.Net.IPAddress.Loopback, 0);
            k.Limits.MaxRequestBodySize = null;
        });
        _app = builder.Build();
        _app.Run(async context =>
        {
            Interlocked.Increment(ref _forespoersler);
            Sett = new(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            await Svar(context);
        });
    }

    /// <summary>How it answers; 200 with the path when nothing else is said.</summary>
    public RequestDelegate Svar { get; set; } = context => context.Response.WriteAsync(context.Request.Path + context.Request.QueryString);

    /// <summary>Headers of the latest request.</summary>
    public Dictionary<string, string> Sett { get; private set; } = [];

    public int Forespoersler => _forespoersler;

    /// <summary>Bytes of bodies that came through.</summary>
    public long Byte => Interlocked.Read(ref _byte);

    /// <summary>Bodies that came through to their end.</summary>
    public int HeleInnhold => _heleInnhold;

    public string Adresse => _app.Urls.Single();

    public static async Task<Oppstroem> Start()
    {
        var oppstroem = new Oppstroem();
        await oppstroem._app.StartAsync();
        return oppstroem;
    }

    /// <summary>Reads the body to its end, as the import does.</summary>
    public async Task TaImot(HttpContext context)
    {
        var buffer = new byte[64 * 1024];
        int lest;
        while ((lest = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
            Interlocked.Add(ref _byte, lest);
        Interlocked.Increment(ref _heleInnhold);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
