using System.Diagnostics.Metrics;
using Boligsosial.Contracts;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Boligsosial.Bench.Benk;

/// <summary>An event that costs next to nothing in itself.</summary>
public sealed record TingHendt(Guid Ting, int Tall) : IHendelse
{
    Guid IHendelse.Aggregat => Ting;
}

/// <summary>State that is written with the event.</summary>
public sealed class Ting
{
    public Guid Id { get; init; }

    public int Tall { get; init; }
}

/// <summary>The database of a service that tells itself.</summary>
public sealed class BenkDb(DbContextOptions<BenkDb> options) : ServiceDbContext(options)
{
    protected override void MapTables(ModelBuilder model) => model.Entity<Ting>();
}

/// <summary>One insert, as the bare loop does.</summary>
public sealed class NaarTingHendt(BenkDb db) : Naar<TingHendt>
{
    public override Task Handle(TingHendt hendelse, Mottatt mottatt, CancellationToken avbrutt) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO ting_mottatt (id, tall) VALUES ({hendelse.Ting}, {hendelse.Tall})", avbrutt);
}

/// <summary>
/// The backbone as a service has it, in this process: ServiceDefaults, its own database, events that it tells itself over
/// the broker. Counts by the backbone's own metrics.
/// </summary>
internal sealed class Benktjeneste : IAsyncDisposable
{
    private readonly MeterListener _lytter = new();
    private readonly List<double> _lag = [];
    private readonly Lock _laas = new();
    private WebApplication? _app;
    private int _brukt;

    public int Brukt => Volatile.Read(ref _brukt);

    public HttpClient Klient { get; private set; } = new();

    public static async Task<Benktjeneste> Start(string database, string megler, Action<RouteGroupBuilder>? endepunkter = null)
    {
        var tjeneste = new Benktjeneste();
        tjeneste._lytter.InstrumentPublished = (instrument, lytter) =>
        {
            if (instrument.Name == "boligsosial.messages.lag")
                lytter.EnableMeasurementEvents(instrument);
        };
        tjeneste._lytter.SetMeasurementEventCallback<double>((_, sekunder, _, _) => tjeneste.Anvendt(sekunder));
        tjeneste._lytter.Start();

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(Benktjeneste).Assembly.GetName().Name, EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:benk-db"] = database,
            ["ConnectionStrings:rabbitmq"] = megler,
            ["Logging:LogLevel:Default"] = "Error",
        });
        var utsteder = await Testutsteder.Delt();
        builder.Configuration.AddInMemoryCollection(utsteder.Innstillinger().Select(i => KeyValuePair.Create(i.Navn, (string?)i.Verdi)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults<BenkDb>("benk");
        builder.Services.AddOpenApi("benk");
        var app = tjeneste._app = builder.Build();
        var api = app.UseServiceDefaults("benk", new(Tilgang.Drift, Tilgang.Drift, Tilgang.Drift));
        endepunkter?.Invoke(api);
        api.MapPost("/ting", async (BenkDb db) =>
        {
            await Skriv(db, 0);
            return TypedResults.NoContent();
        }).Krever(Tilgang.Drift);
        await app.StartAsync();
        tjeneste.Klient = new() { BaseAddress = new Uri(app.Urls.First()), DefaultRequestHeaders = { Authorization = new("Bearer", utsteder.Token(Roller.Drift)) } };
        return tjeneste;
    }

    /// <summary>A thing and its event, in one transaction.</summary>
    public async Task Skriv(int tall)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        await Skriv(scope.ServiceProvider.GetRequiredService<BenkDb>(), tall);
    }

    /// <summary>The lags, in seconds, since last asked.</summary>
    public List<double> Lag()
    {
        lock (_laas)
        {
            var lag = _lag.ToList();
            _lag.Clear();
            return lag;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _lytter.Dispose();
        Klient.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task Skriv(BenkDb db, int tall)
    {
        var ting = new Ting { Id = Guid.CreateVersion7(), Tall = tall };
        db.Add(ting);
        db.Publish(new TingHendt(ting.Id, tall));
        await db.SaveChangesAsync();
    }

    private void Anvendt(double sekunder)
    {
        lock (_laas)
            _lag.Add(sekunder);
        Interlocked.Increment(ref _brukt);
    }
}
