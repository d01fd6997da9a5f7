using System.Diagnostics;
using System.Text.RegularExpressions;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Boligsosial.Felles;
using Boligsosial.Testing;

namespace Boligsosial.EndToEnd.Tests.Reiser;

/// <summary>
/// An operator opens the dashboard by its link and sees the whole system: what runs and how it is, a service that dies and
/// comes back, what it wrote, where a request went and what is measured; and stops and starts from there.
/// </summary>
public sealed class DriftSerAlt : IAsyncLifetime
{
    // The names that docs/drift.md uses.
    private static readonly string[] Ressurser = ["postgres", "rabbitmq", "boligregister-db", "boligregister", "boligsosial-enhet-db", "boligsosial-enhet", "finansiering-db", "finansiering", "midlertidig-botilbud-db", "midlertidig-botilbud", "gateway", "utsteder"];
    private static readonly Regex Nede = new("Finished|Exited|Waiting|Starting", RegexOptions.None, TimeSpan.FromSeconds(1));
    private Systemet _systemet = null!;
    private Dashbord _dashbord = null!;

    public async ValueTask InitializeAsync()
    {
        _systemet = await Systemet.Start([], RaskTelemetri, dashboard: true);
        _dashbord = await Dashbord.Aapne(_systemet.Dashboard);
    }

    public async ValueTask DisposeAsync()
    {
        await _dashbord.DisposeAsync();
        await _systemet.DisposeAsync();
    }

    [Fact]
    public async Task Drift_ser_tilstand_krasj_konsoll_sporing_og_maalinger_og_kan_stoppe_og_starte()
    {
        await _dashbord.KreverInnlogging();
        await _dashbord.LoggInn();
        foreach (var ressurs in Ressurser)
            await _dashbord.ErKjoerendeOgFrisk(ressurs);
        await _dashbord.Lenke("gateway", "API", "/openapi");
        await _dashbord.Lenke("boligregister", "OpenAPI", "/openapi/boligregister.json");
        await _dashbord.Lenke("boligsosial-enhet", "OpenAPI", "/openapi/boligsosial-enhet.json");
        await _dashbord.Bilde("ressurser");
        await _dashbord.ApiSide(new Uri(_systemet.App.GetEndpoint("gateway"), "/openapi/index.html?urls.primaryName=boligregister"), await _systemet.Token(Roller.Drift));

        await TjenesteFallerOgKommerIgjen("boligregister");
        await _dashbord.Konsoll("boligregister", "starts again in 1 s");
        await _dashbord.Bilde("konsoll");

        using (var klient = await _systemet.Klient())
            (await klient.GetAsync(new Uri("/api/v1/boligregister/boliger/antall", UriKind.Relative))).EnsureSuccessStatusCode();
        // The server and its databases have one address, and the dashboard names the SQL after any of them.
        await _dashbord.Sporing("GET /api/v1/boligregister", "gateway", "boligregister", "(postgres|-db)");
        await _dashbord.Bilde("sporing");

        await _dashbord.Maalinger("boligregister", "Microsoft.AspNetCore.Hosting", "Npgsql", "System.Runtime");
        await _dashbord.Bilde("maalinger");

        await _dashbord.Velg("gateway", "Stop resource");
        await _dashbord.Tilstand("gateway", "Finished|Exited");
        await _dashbord.Velg("gateway", "Start resource");
        await _dashbord.Tilstand("gateway", Dashbord.Frisk);
    }

    private async Task TjenesteFallerOgKommerIgjen(string ressurs)
    {
        var foer = Systemet.Pid((await _systemet.Ressurs(ressurs))[0]);
        var vises = _dashbord.Rad(ressurs).Filter(new() { HasTextRegex = Nede }).WaitForAsync();
        var drept = Stopwatch.GetTimestamp();
        Prosesser.Drep(foer);
        await vises;
        TestContext.Current.TestOutputHelper?.WriteLine($"On the page {Stopwatch.GetElapsedTime(drept).TotalMilliseconds:0} ms after the kill.");
        await _dashbord.Bilde("falt");
        await _dashbord.Tilstand(ressurs, Dashbord.Frisk);
        TestContext.Current.TestOutputHelper?.WriteLine($"Running and healthy again after {Stopwatch.GetElapsedTime(drept).TotalMilliseconds:0} ms.");
        Assert.NotEqual(foer, Systemet.Pid((await _systemet.Ressurs(ressurs))[0]));
    }

    private static void RaskTelemetri(IDistributedApplicationBuilder builder)
    {
        foreach (var tjeneste in builder.Resources.OfType<ProjectResource>())
        {
            builder.CreateResourceBuilder(tjeneste)
                .WithEnvironment("OTEL_METRIC_EXPORT_INTERVAL", "1000")
                .WithEnvironment("OTEL_BSP_SCHEDULE_DELAY", "500");
        }
    }
}
