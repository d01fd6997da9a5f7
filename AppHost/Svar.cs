using System.Net.Sockets;
using Npgsql;

namespace AppHost;

internal static class Databaser
{
    public static async Task SvarerAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = await AapneAsync(connectionString, cancellationToken);
        await using var sporring = new NpgsqlCommand("select 1", connection);
        await sporring.ExecuteScalarAsync(cancellationToken);
    }

    public static async Task OpprettAsync(string connectionString, string database, CancellationToken cancellationToken)
    {
        await using var connection = await AapneAsync(connectionString, cancellationToken);
        await using var finnes = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = database } } };
        if (await finnes.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var opprett = new NpgsqlCommand($"create database {new NpgsqlCommandBuilder().QuoteIdentifier(database)}", connection);
            await opprett.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Without a pool: nothing of ours may keep a server from stopping.</summary>
    private static async Task<NpgsqlConnection> AapneAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection($"{connectionString};Pooling=false;Timeout=5");
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}

internal static class Amqp
{
    /// <summary>Says hello in AMQP 0-9-1 and waits for the broker's «connection.start»: it listens only when it has started fully.</summary>
    public static async Task SvarerAsync(Uri broker, CancellationToken cancellationToken)
    {
        using var frist = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        frist.CancelAfter(TimeSpan.FromSeconds(5));
        using var client = new TcpClient();
        await client.ConnectAsync(broker.Host, broker.Port, frist.Token);
        var stream = client.GetStream();
        await stream.WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), frist.Token);
        var svar = new byte[11];
        await stream.ReadExactlyAsync(svar, frist.Token);
        if (svar is not [1, _, _, _, _, _, _, 0, 10, 0, 10])
        {
            throw new IOException("What answers at the broker's port does not speak AMQP 0-9-1.");
        }
    }
}
