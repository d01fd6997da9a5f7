using System.Diagnostics.CodeAnalysis;
using Boligsosial.Contracts;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Tests.Proeve;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

[assembly: AssemblyFixture(typeof(Servere))]

namespace Boligsosial.ServiceDefaults.Tests.Messaging;

/// <summary>A service that tells itself things, with a database and queue of its own; replicas can be added and stopped.</summary>
public sealed class ProeveTjeneste(Servere servere) : IAsyncLifetime
{
    private readonly List<WebApplication> _replikaer = [];
    private string _rabbitMq = "";
    private readonly string _prefiks = $"{Guid.CreateVersion7():N}.";

    [StringSyntax(StringSyntaxAttribute.Uri)]
    public const string Drift = "/api/v1/proeve/drift";

    public string Database { get; private set; } = "";

    /// <summary>Another way to the broker; straight when null.</summary>
    public string? Megler { get; init; }

    public HttpClient Klient { get; private set; } = new();

    public async ValueTask InitializeAsync()
    {
        Database = await servere.NyDatabase();
        _rabbitMq = Megler ?? await servere.RabbitMq();
    }

    public async Task<WebApplication> NyReplika(bool venter = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(ProeveTjeneste).Assembly.GetName().Name, EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:proeve-db"] = Database,
            ["ConnectionStrings:rabbitmq"] = _rabbitMq,
            ["Messaging:Prefix"] = _prefiks,
            ["Messaging:RetryDelays"] = "0.2 0.2",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        var utsteder = await Testutsteder.Delt();
        builder.Configuration.AddInMemoryCollection(utsteder.Innstillinger().Select(i => KeyValuePair.Create(i.Navn, (string?)i.Verdi)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults<ProeveDb>("proeve");
        builder.Services.AddOpenApi("proeve");
        builder.Services.AddValidation();
        var app = builder.Build();
        app.UseServiceDefaults("proeve", new(Tilgang.Drift, Tilgang.Drift, Tilgang.Drift));
        await app.StartAsync();
        _replikaer.Add(app);
        Klient = new() { BaseAddress = new Uri(app.Urls.First()), DefaultRequestHeaders = { Authorization = new("Bearer", utsteder.Token(Roller.Drift)) } };
        await Eventually.Is(async () => (await Sql("SELECT count(*) FROM pg_tables WHERE tablename = 'ting_logg'")) == 1, "the migrations have run");
        if (venter)
            await Eventually.Is(async () => (await Sql("SELECT count(*) FROM subscription WHERE NOT rebuilding")) == 2, "the new reactions have had their history");
        return app;
    }

    public async Task Stopp(WebApplication replika)
    {
        _replikaer.Remove(replika);
        await replika.StopAsync();
        await replika.DisposeAsync();
    }

    /// <summary>Tells, each list in a transaction of its own.</summary>
    public Task Fortell(params IHendelse[] hendelser) => Fortell(0, hendelser);

    /// <summary>Tells from one replica after the other.</summary>
    public Task FortellFraAlle(TingHendt hendelse, int nr) => Fortell(nr, hendelse);

    private async Task Fortell(int replika, params IHendelse[] hendelser)
    {
        var fra = _replikaer.ToArray();
        await using var scope = fra[replika % fra.Length].Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProeveDb>();
        foreach (var hendelse in hendelser)
            db.Publish(hendelse);
        await db.SaveChangesAsync();
    }

    public async Task<TResult> MedDb<TResult>(Func<ProeveDb, Task<TResult>> arbeid)
    {
        await using var scope = _replikaer[0].Services.CreateAsyncScope();
        return await arbeid(scope.ServiceProvider.GetRequiredService<ProeveDb>());
    }

    public async Task<long> Sql(string sql)
    {
        await using var forbindelse = new NpgsqlConnection(Database);
        await forbindelse.OpenAsync();
        await using var kommando = new NpgsqlCommand(sql, forbindelse);
        return Convert.ToInt64(await kommando.ExecuteScalarAsync(), null);
    }

    /// <summary>What was applied of a thing, in order.</summary>
    public async Task<List<int>> Logg(Guid ting)
    {
        await using var forbindelse = new NpgsqlConnection(Database);
        await forbindelse.OpenAsync();
        await using var kommando = new NpgsqlCommand("SELECT tall FROM ting_logg WHERE ting = $1 ORDER BY nr", forbindelse) { Parameters = { new() { Value = ting } } };
        await using var leser = await kommando.ExecuteReaderAsync();
        var tall = new List<int>();
        while (await leser.ReadAsync())
            tall.Add(leser.GetInt32(0));
        return tall;
    }

    public async Task Faar(Guid ting, params int[] tall)
    {
        var fikk = new List<int>();
        try
        {
            await Eventually.Is(async () => (fikk = await Logg(ting)).SequenceEqual(tall), "all is applied", TimeSpan.FromSeconds(15));
        }
        catch (TimeoutException)
        {
            Assert.Equal(tall, fikk);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replika in _replikaer.ToList())
            await Stopp(replika);
    }
}

/// <summary>One that runs, for a class of tests.</summary>
public sealed class EnReplika(Servere servere) : IAsyncLifetime
{
    public ProeveTjeneste Tjeneste { get; } = new(servere);

    public async ValueTask InitializeAsync()
    {
        await Tjeneste.InitializeAsync();
        await Tjeneste.NyReplika();
    }

    public ValueTask DisposeAsync() => Tjeneste.DisposeAsync();
}
