using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Npgsql;

namespace Boligsosial.Testing;

/// <summary>
/// Real Postgres and RabbitMQ for a test project: the AppHost's own infrastructure without its services, on free ports, in
/// a folder that goes away. Started when the first test asks, so that rules are tried without. One per test assembly (<c>[assembly: AssemblyFixture(typeof(Servere))]</c>).
/// When the tests are over, the run fails if a fødselsnummer came out anywhere (<see cref="Utslipp"/>).
/// </summary>
public sealed class Servere : IAsyncDisposable
{
    private static readonly TimeSpan Frist = TimeSpan.FromMinutes(2);
    private readonly string _mappe = Path.Combine(Path.GetTempPath(), $"boligsosial-test-{Guid.CreateVersion7():N}");
    private readonly Lazy<Task<(string Postgres, string RabbitMq)>> _startet;
    private DistributedApplication? _app;

    private readonly Utslipp _utslipp = Utslipp.Delt;

    public Servere() => _startet = new(Start);

    /// <summary>Connection string of the server, database «postgres».</summary>
    public async Task<string> Postgres() => (await _startet.Value).Postgres;

    /// <summary>AMQP address of the broker.</summary>
    public async Task<string> RabbitMq() => (await _startet.Value).RabbitMq;

    /// <summary>A database of its own, a copy of <paramref name="mal"/> when given; its connection string.</summary>
    public async Task<string> NyDatabase(string? mal = null)
    {
        var navn = $"test_{Guid.CreateVersion7():N}";
        await using var server = NpgsqlDataSource.Create(await Postgres());
        await using var opprett = server.CreateCommand($"CREATE DATABASE {navn}{(mal is null ? "" : $" TEMPLATE {mal}")}");
        await opprett.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(await Postgres()) { Database = navn }.ConnectionString;
    }

    private async Task<(string Postgres, string RabbitMq)> Start()
    {
        using var frist = new CancellationTokenSource(Frist);
        // The builder owns the application, which outlives this method.
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            ["--Gateway:Port=0", "--Postgres:Port=0", "--Rabbitmq:Port=0", $"--Data:Mappe={_mappe}"], frist.Token);
        foreach (var tjeneste in builder.Resources.OfType<ProjectResource>().ToList())
            builder.Resources.Remove(tjeneste);

        _app = await builder.BuildAsync(frist.Token);
        await _app.StartAsync(frist.Token);
        await _app.ResourceNotifications.WaitForResourceHealthyAsync("postgres", frist.Token);
        await _app.ResourceNotifications.WaitForResourceHealthyAsync("rabbitmq", frist.Token);
        return ($"{await _app.GetConnectionStringAsync("postgres", frist.Token)};Database=postgres", (await _app.GetConnectionStringAsync("rabbitmq", frist.Token))!);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_app is not null)
                await _utslipp.LesDatabaser(await Postgres());
            _utslipp.Kontroller();
        }
        finally
        {
            if (_app is not null)
                await _app.DisposeAsync();
            if (Directory.Exists(_mappe))
                Directory.Delete(_mappe, recursive: true);
        }
    }
}
