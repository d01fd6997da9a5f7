using Aspire.RabbitMQ.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Trace;
using RabbitMQ.Client;

namespace Microsoft.Extensions.Hosting;

public static class AspireRabbitMQExtensions
{
    private const string ConfigSection = "Aspire:RabbitMQ:Client";

    /// <summary>Registers <see cref="IConnection"/> as a singleton with retries, health check, logging and telemetry.</summary>
    /// <param name="builder">The host being built.</param>
    /// <param name="connectionName">Name of the connection string, and of the section under «Aspire:RabbitMQ:Client».</param>
    /// <param name="configureSettings">Runs after configuration is read.</param>
    /// <param name="configureConnectionFactory">Runs when the factory is first asked for.</param>
    public static void AddRabbitMQClient(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<RabbitMQClientSettings>? configureSettings = null,
        Action<ConnectionFactory>? configureConnectionFactory = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);

        var section = builder.Configuration.GetSection(ConfigSection);
        var settings = ReadSettings(builder.Configuration, section, connectionName);
        configureSettings?.Invoke(settings);

        builder.Services.AddSingleton<IConnectionFactory>(services =>
        {
            services.GetRequiredService<RabbitMQLogForwarder>().Start();
            return BuildFactory(section, settings, connectionName, configureConnectionFactory);
        });
        builder.Services.AddSingleton(services =>
            Connector.Connect(services.GetRequiredService<IConnectionFactory>(), settings.MaxConnectRetryCount));
        builder.Services.AddSingleton<RabbitMQLogForwarder>();

        if (!settings.DisableAutoActivation)
        {
            builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ConnectAtStart>());
        }

        if (!settings.DisableTracing)
        {
            builder.Services.ConfigureOpenTelemetryTracerProvider(tracing =>
                tracing.AddSource(Connector.ActivitySourceName).AddSource("RabbitMQ.Client.*"));
        }

        if (!settings.DisableHealthChecks)
        {
            AddHealthCheckOnce(builder);
        }
    }

    private static RabbitMQClientSettings ReadSettings(
        IConfiguration configuration,
        IConfigurationSection section,
        string connectionName)
    {
        var settings = new RabbitMQClientSettings();
        section.Bind(settings);
        section.GetSection(connectionName).Bind(settings);
        settings.ConnectionString = configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        return settings;
    }

    // Weakest first: the shared section, the named section, the connection string, the code.
    private static ConnectionFactory BuildFactory(
        IConfigurationSection section,
        RabbitMQClientSettings settings,
        string connectionName,
        Action<ConnectionFactory>? configure)
    {
        var factory = new ConnectionFactory();
        section.GetSection("ConnectionFactory").Bind(factory);
        section.GetSection(connectionName).GetSection("ConnectionFactory").Bind(factory);

        if (!string.IsNullOrEmpty(settings.ConnectionString))
        {
            factory.Uri = new Uri(settings.ConnectionString);
        }

        configure?.Invoke(factory);
        return factory;
    }

    private static void AddHealthCheckOnce(IHostApplicationBuilder builder)
    {
        if (builder.Properties.TryAdd("Aspire.HealthChecks.RabbitMQ.Client", true))
        {
            builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
                "RabbitMQ.Client",
                BuildHealthCheck,
                failureStatus: default,
                tags: default));
        }
    }

    // No connection at all is a failing check, not a failing health endpoint.
    private static IHealthCheck BuildHealthCheck(IServiceProvider services)
    {
        try
        {
            return new RabbitMQHealthCheck(services.GetRequiredService<IConnection>());
        }
        catch (Exception failure)
        {
            return new FailedHealthCheck(failure);
        }
    }
}
