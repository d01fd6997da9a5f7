using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Npgsql;

namespace Boligsosial.Bench;

/// <summary>The AppHost's Postgres and RabbitMQ without its services, on free ports, in a folder that goes away.</summary>
internal sealed class Servere : IAsyncDisposable
{
    private readonly string _mappe = Path.Combine(Path.GetTempPath(), $"boligsosial-bench-{Guid.CreateVersion7():N}");
    private DistributedApplication? _app;

    public string RabbitMq { get; private set; } = "";

    private string Postgres { get; set; } = "";

    public static async Task<Servere> Start()
    {
        var servere = new Servere();
        using var frist = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            ["--Postgres:Port=0", "--Rabbitmq:Port=0", $"--Data:Mappe={servere._mappe}"], frist.Token);
        foreach (var tjeneste in builder.Resources.OfType<ProjectResource>().ToList())
            builder.Resources.Remove(tjeneste);

        servere._app = await builder.BuildAsync(frist.Token);
        await servere._app.StartAsync(frist.Token);
        await servere._app.ResourceNotifications.WaitForResourceHealthyAsync("postgres", frist.Token);
        await servere._app.ResourceNotifications.WaitForResourceHealthyAsync("rabbitmq", frist.Token);
        servere.Postgres = $"{await servere._app.GetConnectionStringAsync("postgres", frist.Token)};Database=postgres";
        servere.RabbitMq = (await servere._app.GetConnectionStringAsync("rabbitmq", frist.Token))!;
        return servere;
    }

    /// <summary>An empty database; its connection string.</summary>
    public async Task<string> NyDatabase()
    {
        var navn = $"bench_{Guid.CreateVersion7():N}";
        await using var server = NpgsqlDataSource.Create(Postgres);
        await server.Kjoer($"CREATE DATABASE {navn}");
        return new NpgsqlConnectionStringBuilder(Postgres) { Database = navn }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        if (Directory.Exists(_mappe))
            Directory.Delete(_mappe, recursive: true);
    }
}

internal static class SqlExtensions
{
    /// <summary>Without a time limit: filling a register of a million takes a while.</summary>
    public static NpgsqlDataSource Aapne(string tilkobling) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(tilkobling) { CommandTimeout = 0 });

    public static async Task<T> Verdi<T>(this NpgsqlDataSource database, string sql)
    {
        await using var kommando = database.CreateCommand(sql);
        return (T)(await kommando.ExecuteScalarAsync())!;
    }

    public static async Task Kjoer(this NpgsqlDataSource database, string sql)
    {
        await using var kommando = database.CreateCommand(sql);
        await kommando.ExecuteNonQueryAsync();
    }
}
