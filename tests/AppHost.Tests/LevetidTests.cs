using System.Diagnostics;
using Boligsosial.Testing;
using Npgsql;

namespace AppHost.Tests;

/// <summary>The AppHost as a process of its own, as whoever uses the system starts it.</summary>
public sealed class LevetidTests : IDisposable
{
    private readonly Midlertidig _midlertidig = new();
    private readonly string _merke = $"BOLIGSOSIAL_TEST={Guid.CreateVersion7()}";

    public void Dispose() => _midlertidig.Dispose();

    [Fact]
    public async Task Drept_AppHost_etterlater_ingenting_og_dataene_er_der_neste_gang()
    {
        var (foerste, database) = await StartAsync();
        await KjoerAsync(database, "create table varig as select 1 as tall");
        await Eventually.Is(() => Task.FromResult(Process.GetProcessesByName("beam.smp").Any(ErVaar)), "the broker runs");

        foerste.Kill(); // SIGKILL: it gets to do nothing about it.
        await IngentingIgjenAsync();

        var (andre, igjen) = await StartAsync();
        Assert.Equal(1, await KjoerAsync(igjen, "select tall from varig"));
        using (var term = Process.Start("kill", ["-TERM", $"{andre.Id}"]))
        {
            await andre.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, andre.ExitCode);
        await IngentingIgjenAsync();
        foerste.Dispose();
        andre.Dispose();
    }

    private bool ErVaar(Process process) => Prosesser.Med(_merke).Contains(process.Id);

    private Task IngentingIgjenAsync() =>
        Eventually.Is(() => Task.FromResult(Prosesser.Med(_merke).Length == 0), "every process is gone");

    private async Task<(Process AppHost, string Database)> StartAsync()
    {
        var port = Porter.Ledig();
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "AppHost"),
            [.. _midlertidig.Argumenter, $"--Postgres:Port={port}", $"--ASPNETCORE_URLS=http://localhost:{Porter.Ledig()}", $"--ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL=http://localhost:{Porter.Ledig()}"]);
        start.Environment["BOLIGSOSIAL_TEST"] = _merke[(_merke.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var appHost = Process.Start(start)!;
        var passord = Path.Combine(_midlertidig.Mappe, "hemmeligheter", "postgres-passord");
        await Eventually.Is(async () => File.Exists(passord) && await KjoerAsync(await Tilkobling(), "select 1") is 1, "Postgres is up");
        return (appHost, await Tilkobling());

        async Task<string> Tilkobling() =>
            $"Host=127.0.0.1;Port={port};Username=boligsosial;Password={await File.ReadAllTextAsync(passord)};Database=boligregister;Pooling=false";
    }

    private static async Task<object?> KjoerAsync(string tilkobling, string sql)
    {
        await using var database = NpgsqlDataSource.Create(tilkobling);
        await using var kommando = database.CreateCommand(sql);
        return await kommando.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
