using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Boligsosial.Felles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Boligsosial.Testing;

/// <summary>
/// The whole system as <c>./boligsosial run</c> starts it, on free ports and with a data folder of its own that outlives a
/// restart and goes away with this.
/// </summary>
public sealed class Systemet : IAsyncDisposable
{
    private static readonly TimeSpan Frist = TimeSpan.FromMinutes(2);
    private readonly string[] _argumenter;
    private readonly Action<IDistributedApplicationTestingBuilder>? _tilpass;
    private readonly bool _dashboard;
    private readonly string _mappe = Directory.CreateTempSubdirectory("boligsosial.").FullName;

    private Systemet(string[] argumenter, Action<IDistributedApplicationTestingBuilder>? tilpass, bool dashboard) =>
        (_argumenter, _tilpass, _dashboard) = (argumenter, tilpass, dashboard);

    public DistributedApplication App { get; private set; } = null!;

    /// <summary>The link to the dashboard, with its token, where <see cref="Start(string[], Action{IDistributedApplicationTestingBuilder}, bool)"/> was asked for one.</summary>
    public Uri Dashboard => new(App.GetEndpoint("aspire-dashboard"), $"/login?t={App.Services.GetRequiredService<IConfiguration>()["AppHost:BrowserToken"]}");

    /// <summary>Starts it and waits for the gateway, which waits for all the others.</summary>
    public static async Task<Systemet> Start(string[] argumenter, Action<IDistributedApplicationTestingBuilder>? tilpass = null, bool dashboard = false)
    {
        var systemet = new Systemet(argumenter, tilpass, dashboard);

        // Postgres runs as a user of its own, who must be able to reach its data.
        File.SetUnixFileMode(systemet._mappe, (UnixFileMode)0b111_101_101);
        await systemet.Start();
        return systemet;
    }

    /// <summary>Stops everything and starts it again on the same data.</summary>
    public async Task StartPaaNytt()
    {
        await SeUtslipp();
        await App.DisposeAsync();
        await Start();
    }

    /// <summary>Speaks to the gateway in a role: no retries, and no time limits but the gateway's own.</summary>
    public async Task<HttpClient> Klient(string rolle = Roller.AakeUtleie, string navn = "") => new(Utslipp.Delt.Lytter(innerst: new SocketsHttpHandler()))
    {
        BaseAddress = App.GetEndpoint("gateway"),
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { Authorization = new("Bearer", await Token(rolle, navn)) },
    };

    /// <summary>What <c>./boligsosial token</c> gives; to a second person in the role when named.</summary>
    public async Task<string> Token(string rolle, string navn = "")
    {
        using var utsteder = new HttpClient { BaseAddress = App.GetEndpoint("utsteder") };
        using var skjema = new FormUrlEncodedContent(new Dictionary<string, string> { ["rolle"] = rolle, ["navn"] = navn });
        using var svar = (await utsteder.PostAsync("/token", skjema)).EnsureSuccessStatusCode();
        return (await svar.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    public Task ErFrisk(string ressurs) => App.ResourceNotifications.WaitForResourceHealthyAsync(ressurs).WaitAsync(Frist);

    /// <summary>What a resource shows of itself, one for each replica.</summary>
    public async Task<List<ResourceEvent>> Ressurs(string navn, int antall = 1)
    {
        using var frist = new CancellationTokenSource(Frist);
        var sett = new Dictionary<string, ResourceEvent>(StringComparer.Ordinal);
        await foreach (var hendelse in App.ResourceNotifications.WatchAsync(frist.Token))
        {
            if (hendelse.Resource.Name == navn)
                sett[hendelse.ResourceId] = hendelse;
            if (sett.Count == antall)
                break;
        }

        return [.. sett.Values];
    }

    public static int Pid(ResourceEvent hendelse) => (int)hendelse.Snapshot.Properties.Single(p => p.Name == "executable.pid").Value!;

    /// <summary>Fails the test when the processes let out a fødselsnummer.</summary>
    public async ValueTask DisposeAsync()
    {
        await SeUtslipp();
        await App.DisposeAsync();
        Directory.Delete(_mappe, recursive: true);
        Utslipp.Delt.Kontroller();
    }

    /// <summary>What the processes have written to their consoles (the last 10 000 lines of each), and what their databases tell.</summary>
    private async Task SeUtslipp()
    {
        var konsoller = App.Services.GetRequiredService<ResourceLoggerService>();
        foreach (var ressurs in App.Services.GetRequiredService<DistributedApplicationModel>().Resources.OfType<ProjectResource>())
        {
            await foreach (var linjer in konsoller.GetAllAsync(ressurs))
            {
                foreach (var linje in linjer)
                    Utslipp.Delt.Se("konsoll", ressurs.Name, linje.Content);
            }
        }

        try
        {
            await Utslipp.Delt.LesDatabaser($"{await App.GetConnectionStringAsync("postgres")};Database=postgres");
        }
        catch (NpgsqlException)
        {
            // Some tests take it down.
        }
    }

    private async Task Start()
    {
        // The builder owns the application, which outlives this method.
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            ["--environment=Development", "--Gateway:Port=0", "--Utsteder:Port=0", "--Postgres:Port=0", "--Rabbitmq:Port=0", $"--Data:Mappe={_mappe}", .. _argumenter],
            (valg, _) => valg.DisableDashboard = !_dashboard);
        _tilpass?.Invoke(builder);
        App = await builder.BuildAsync();
        await App.StartAsync();
        await ErFrisk("gateway");
    }
}
