using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Boligsosial.ServiceDefaults.Persistence;

/// <summary>
/// Brings the service's database up to date from its <c>Migrations/*.sql</c>: each file once, in the order of their names,
/// under an advisory lock so that replicas that start together wait for the first. Written by us because
/// <c>dotnet ef</c> is not needed for plain SQL that a database administrator can read. Keeps trying while Postgres is
/// away, and says so in the service's health; until it is done the API answers 503.
/// </summary>
internal sealed class Migrator(NpgsqlDataSource database, Assembly service, ILogger<Migrator> log) : BackgroundService, IHealthCheck
{
    private const long LockKey = 0x626f6c6967; // «bolig»
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _reason = "venter på databasen";

    public bool Done => _done.Task.IsCompletedSuccessfully;

    /// <summary>For what works on the tables without being asked.</summary>
    public Task WaitUntilDone(CancellationToken cancellation) => _done.Task.WaitAsync(cancellation);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Done ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(_reason));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = TimeSpan.FromMilliseconds(250);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Migrate(stoppingToken);
                _done.SetResult();
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
            {
                _reason = e is PostgresException pg ? $"migrering feilet: {pg.SqlState} {pg.MessageText}" : "når ikke databasen";
                log.LogWarning(e, "Migration waits {Wait} and tries again: {Reason}", wait, _reason);
                await Task.Delay(wait, stoppingToken);
                wait = TimeSpan.FromMilliseconds(Math.Min(wait.TotalMilliseconds * 2, 5000));
            }
        }
    }

    private async Task Migrate(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);

        // Released at the end of the transaction, however it ends.
        await Execute($"SELECT pg_advisory_xact_lock({LockKey})");
        await Execute("CREATE TABLE IF NOT EXISTS migrering (navn text PRIMARY KEY, utfoert timestamptz NOT NULL DEFAULT now())");

        var done = new HashSet<string>(StringComparer.Ordinal);
        await using (var select = new NpgsqlCommand("SELECT navn FROM migrering", connection, transaction))
        await using (var reader = await select.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
                done.Add(reader.GetString(0));
        }

        foreach (var (name, sql) in Files().Where(f => !done.Contains(f.Name)))
        {
            log.LogInformation("Migration {Name}", name);
            await Execute(sql);
            await using var insert = new NpgsqlCommand("INSERT INTO migrering (navn) VALUES ($1)", connection, transaction)
            {
                Parameters = { new() { Value = name } },
            };
            await insert.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        log.LogInformation("The database is up to date ({Elapsed:0} ms)", Stopwatch.GetElapsedTime(started).TotalMilliseconds);

        async Task Execute(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>The platform's own tables first, then the service's.</summary>
    private IEnumerable<(string Name, string Sql)> Files() =>
        new[] { typeof(Migrator).Assembly, service }.SelectMany(assembly => assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (n, Read(assembly, n))));

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
