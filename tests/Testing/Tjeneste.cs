using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Boligsosial.Testing;

/// <summary>
/// A service with a database of its own, on real Kestrel: one per test class that wants it (<c>IClassFixture</c>).
/// </summary>
/// <param name="servere">Postgres and RabbitMQ.</param>
/// <param name="navn">The service's name: «boligregister».</param>
/// <param name="rolle">The role that <see cref="Klient"/> has.</param>
public abstract class Tjeneste<TProgram>(Servere servere, string navn, string rolle) : WebApplicationFactory<TProgram>, Xunit.IAsyncLifetime
    where TProgram : class
{
    private static readonly SemaphoreSlim Mallaas = new(1, 1);
    private static string? _mal;
    private string _rabbitMq = "";

    /// <summary>The service's name.</summary>
    public string Navn => navn;

    /// <summary>Connection string of this service's database.</summary>
    public string Database { get; private set; } = "";

    /// <summary>The clock that the service sees.</summary>
    public FalskTid Tid { get; } = new();

    /// <summary>What the service has logged as errors, «category: text»: an operator is to look at each.</summary>
    public ConcurrentQueue<string> Feillinjer { get; } = new();

    /// <summary>Speaks to the service.</summary>
    public HttpClient Klient { get; private set; } = null!;

    /// <summary>Issues the tokens that the service takes.</summary>
    public Testutsteder Utsteder { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _rabbitMq = await servere.RabbitMq();
        Utsteder = await Testutsteder.Delt();
        Database = await servere.NyDatabase(await Mal());
        UseKestrel();
        Klient = Som(rolle);
        await Eventually.Is(async () => (await Klient.GetAsync("/health")).IsSuccessStatusCode, "the service is ready");
    }

    /// <summary>Speaks to the service in another role.</summary>
    public HttpClient Som(string annenRolle, bool skjermet = false, string? enhet = null, string? scope = null, string? bruker = null) =>
        Med(Utsteder.Token(annenRolle, skjermet, enhet, scope, bruker));

    /// <summary>Speaks to the service with a token; with none when it is null.</summary>
    public HttpClient Med(string? token)
    {
        var klient = CreateDefaultClient(Utslipp.Delt.Lytter());
        klient.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        return klient;
    }

    /// <summary>Somebody that the unit of a role works with; synthetic.</summary>
    public async Task<Guid> RegistrerPerson(string annenRolle, string nummer = "12927197004")
    {
        using var klient = Som(annenRolle);
        using var svar = (await klient.PostAsJsonAsync($"/api/v1/{navn}/personer", new { foedselsnummer = nummer, navn = "Ola Nordmann" })).EnsureSuccessStatusCode();
        return (await svar.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("personRef").GetGuid();
    }

    /// <summary>Runs SQL in the service's database and returns the first value.</summary>
    public async Task<T> Sql<T>(string sql)
    {
        await using var database = NpgsqlDataSource.Create(Database);
        await using var kommando = database.CreateCommand(sql);
        return (T)(await kommando.ExecuteScalarAsync())!;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting($"ConnectionStrings:{navn}-db", Database);
        builder.UseSetting("ConnectionStrings:rabbitmq", _rabbitMq);
        foreach (var (innstilling, verdi) in Utsteder.Innstillinger())
            builder.UseSetting(innstilling, verdi);
        // Its own exchange and queue: classes run side by side on one broker.
        builder.UseSetting("Messaging:Prefix", $"{Guid.CreateVersion7():N}.");
        builder.UseUrls("http://127.0.0.1:0");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        // What the console would be told, and more of it.
        builder.ConfigureLogging(logg => logg.AddProvider(Utslipp.Delt.Linjer()).AddFilter<Utslipp.Logg>(null, LogLevel.Information).AddProvider(new Feillogg(Feillinjer)));
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Tid)));
    }

    /// <summary>A migrated database to copy: migrations run once per test project.</summary>
    private async Task<string> Mal()
    {
        await Mallaas.WaitAsync();
        try
        {
            if (_mal is null)
            {
                Database = await servere.NyDatabase();
                await using (var foerste = WithWebHostBuilder(_ => { }))
                {
                    using var klient = foerste.CreateClient();
                    await Eventually.Is(async () => (await klient.GetAsync("/health")).IsSuccessStatusCode, "the migrations have run");
                }

                // A database with connections cannot be copied.
                await using (var database = new NpgsqlConnection(Database))
                    NpgsqlConnection.ClearPool(database);
                _mal = new NpgsqlConnectionStringBuilder(Database).Database!;
            }

            return _mal;
        }
        finally
        {
            Mallaas.Release();
        }
    }

    private sealed class Feillogg(ConcurrentQueue<string> linjer, string kategori = "") : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => new Feillogg(linjer, categoryName);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                linjer.Enqueue($"{kategori}: {formatter(state, exception)}");
        }

        public void Dispose()
        {
            // Nothing of its own.
        }
    }
}
