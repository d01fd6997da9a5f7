using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Standins.Tests;

public class AspireClientTests
{
    // Port 1: nothing listens there.
    private const string NoPostgres = "Host=127.0.0.1;Port=1;Database=fra-tilkobling;Username=x;Password=y;Timeout=2";
    private const string NoBroker = "amqp://x:y@127.0.0.1:1/fra-tilkobling";

    [Fact]
    public void Npgsql_takes_the_connection_string_before_the_sections_and_code_before_both()
    {
        var builder = Builder(
            ("Aspire:Npgsql:ConnectionString", "Host=felles"),
            ("Aspire:Npgsql:register:ConnectionString", "Host=navngitt"),
            ("ConnectionStrings:register", NoPostgres));
        builder.AddNpgsqlDataSource("register", configureSettings: settings =>
        {
            Assert.Equal(NoPostgres, settings.ConnectionString);
            settings.ConnectionString += ";Application Name=kode";
        });
        using var host = builder.Build();

        var dataSource = host.Services.GetRequiredService<NpgsqlDataSource>();
        var connection = host.Services.GetRequiredService<NpgsqlConnection>();

        Assert.Contains("Application Name=kode", dataSource.ConnectionString, StringComparison.Ordinal);
        Assert.Equal("fra-tilkobling", connection.Database);
        Assert.NotSame(connection, host.Services.GetRequiredService<NpgsqlConnection>());
    }

    [Fact]
    public void Npgsql_takes_the_named_section_before_the_shared_one()
    {
        var builder = Builder(
            ("Aspire:Npgsql:ConnectionString", "Host=felles"),
            ("Aspire:Npgsql:register:ConnectionString", "Host=navngitt"));
        builder.AddNpgsqlDataSource("register");
        using var host = builder.Build();

        Assert.Equal("Host=navngitt", host.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString);
    }

    [Fact]
    public void Npgsql_misses_the_connection_string_when_first_used()
    {
        var builder = Builder();
        builder.AddNpgsqlDataSource("register");
        using var host = builder.Build();

        var failure = Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredService<NpgsqlDataSource>());

        Assert.StartsWith(
            "ConnectionString is missing. It should be provided in 'ConnectionStrings:register'",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Npgsql_is_unhealthy_when_the_database_does_not_answer()
    {
        var builder = Builder(("ConnectionStrings:register", NoPostgres));
        builder.AddNpgsqlDataSource("register");
        using var host = builder.Build();

        var report = await host.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Unhealthy, report.Entries["PostgreSql"].Status);
        Assert.IsAssignableFrom<NpgsqlException>(report.Entries["PostgreSql"].Exception);
    }

    [Fact]
    public void Npgsql_has_no_health_check_when_it_is_switched_off()
    {
        var builder = Builder(
            ("ConnectionStrings:register", NoPostgres), ("Aspire:Npgsql:DisableHealthChecks", "true"));
        builder.Services.AddHealthChecks();
        builder.AddNpgsqlDataSource("register");
        using var host = builder.Build();

        Assert.Empty(host.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations);
    }

    [Fact]
    public void RabbitMQ_takes_the_connection_string_before_the_sections_and_code_before_both()
    {
        var builder = Builder(
            ("Aspire:RabbitMQ:Client:ConnectionString", "amqp://felles"),
            ("Aspire:RabbitMQ:Client:ConnectionFactory:ClientProvidedName", "felles"),
            ("Aspire:RabbitMQ:Client:meldinger:ConnectionFactory:ClientProvidedName", "navngitt"),
            ("ConnectionStrings:meldinger", NoBroker));
        builder.AddRabbitMQClient("meldinger", configureConnectionFactory: factory => factory.UserName = "kode");
        using var host = builder.Build();

        var factory = Assert.IsType<ConnectionFactory>(host.Services.GetRequiredService<IConnectionFactory>());

        Assert.Equal("127.0.0.1", factory.HostName);
        Assert.Equal("fra-tilkobling", factory.VirtualHost);
        Assert.Equal("navngitt", factory.ClientProvidedName);
        Assert.Equal("kode", factory.UserName);
    }

    [Fact]
    public async Task RabbitMQ_lets_the_host_start_without_a_broker_and_is_unhealthy()
    {
        var builder = Builder(("ConnectionStrings:meldinger", NoBroker));
        builder.AddRabbitMQClient("meldinger", configureSettings: settings => settings.MaxConnectRetryCount = 0);
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);
        var report = await host.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Unhealthy, report.Entries["RabbitMQ.Client"].Status);
        Assert.IsType<BrokerUnreachableException>(report.Entries["RabbitMQ.Client"].Exception);
    }

    [Fact]
    public async Task RabbitMQ_connects_while_the_host_starts_when_auto_activation_is_on()
    {
        var builder = Builder(("ConnectionStrings:meldinger", NoBroker));
        builder.AddRabbitMQClient("meldinger", configureSettings: settings =>
        {
            Assert.True(settings.DisableAutoActivation);
            settings.DisableAutoActivation = false;
            settings.MaxConnectRetryCount = 0;
        });
        using var host = builder.Build();

        await Assert.ThrowsAsync<BrokerUnreachableException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));
    }

    private static HostApplicationBuilder Builder(params (string Key, string Value)[] configuration)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
            configuration.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));
        builder.Services.AddLogging();
        return builder;
    }
}
