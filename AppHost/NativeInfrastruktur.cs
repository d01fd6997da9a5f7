using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace AppHost;

/// <summary>A server program of this machine, run by a script in <c>native/</c> on a port of its own.</summary>
public sealed class NativeServer(string name, string script, string workingDirectory, Func<EndpointReference, ReferenceExpression> connectionString)
    : ExecutableResource(name, script, workingDirectory), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression => connectionString(this.GetEndpoint("tcp"));
}

public sealed class NativeDatabase(string name, string databaseName, NativeServer parent)
    : Resource(name), IResourceWithParent<NativeServer>, IResourceWithConnectionString
{
    public NativeServer Parent => parent;

    public string DatabaseName => databaseName;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{parent.ConnectionStringExpression};Database={databaseName}");
}

internal static class NativeInfrastruktur
{
    public static Infrastruktur Add(IDistributedApplicationBuilder builder, Innstillinger innstillinger)
    {
        builder.Eventing.Subscribe<BeforeStartEvent>((_, _) =>
        {
            Porter.KrevLedig("Postgres:Port", innstillinger.PostgresPort);
            Porter.KrevLedig("Rabbitmq:Port", innstillinger.RabbitmqPort);
            return Task.CompletedTask;
        });
        var postgres = AddPostgres(builder, innstillinger);
        return new(AddRabbitMq(builder, innstillinger), tjeneste => AddDatabase(postgres, tjeneste));
    }

    private static IResourceBuilder<NativeServer> AddPostgres(IDistributedApplicationBuilder builder, Innstillinger innstillinger)
    {
        var passord = builder.AddPassord(innstillinger.DataMappe, "postgres-passord");
        return AddServer(builder, innstillinger, "postgres", "DatabaseMultiple", innstillinger.PostgresPort,
            tcp => ReferenceExpression.Create(
                $"Host={tcp.Property(EndpointProperty.IPV4Host)};Port={tcp.Property(EndpointProperty.Port)};Username={Infrastruktur.Bruker};Password={passord}"),
            (connectionString, cancellationToken) => Databaser.SvarerAsync($"{connectionString};Database=postgres", cancellationToken));
    }

    private static IResourceBuilder<NativeServer> AddRabbitMq(IDistributedApplicationBuilder builder, Innstillinger innstillinger)
    {
        var passord = builder.AddPassord(innstillinger.DataMappe, "rabbitmq-passord");
        return AddServer(builder, innstillinger, "rabbitmq", "MailMultiple", innstillinger.RabbitmqPort,
                tcp => ReferenceExpression.Create(
                    $"amqp://{Infrastruktur.Bruker}:{passord}@{tcp.Property(EndpointProperty.IPV4Host)}:{tcp.Property(EndpointProperty.Port)}"),
                (connectionString, cancellationToken) => Amqp.SvarerAsync(new Uri(connectionString), cancellationToken))
            .WithEnvironment("EPMD_PORT", Porter.Ledig().ToString())
            .WithEnvironment("DIST_PORT", Porter.Ledig().ToString());
    }

    private static IResourceBuilder<NativeServer> AddServer(
        IDistributedApplicationBuilder builder,
        Innstillinger innstillinger,
        string navn,
        string ikon,
        int port,
        Func<EndpointReference, ReferenceExpression> connectionString,
        Func<string, CancellationToken, Task> svarer)
    {
        var server = new NativeServer(navn, Path.Combine(builder.AppHostDirectory, "native", $"{navn}.sh"), builder.AppHostDirectory, connectionString);
        AddSjekk(builder, server, svarer);
        return builder.AddResource(server)
            .WithEndpoint(port: port, targetPort: port, name: "tcp", isProxied: false)
            .WithEnvironment("DATA", Path.Combine(innstillinger.DataMappe, navn))
            .WithEnvironment("PORT", port.ToString())
            .WithEnvironment("SERVER_USER", Infrastruktur.Bruker)
            .WithEnvironment("PASSWORD_FILE", () => Hemmeligheter.Fil(innstillinger.DataMappe, $"{navn}-passord"))
            .WithHealthCheck($"{navn}_check")
            .WithIconName(ikon);
    }

    /// <summary>Created when the server is ready; follows the server's state, as it has no process of its own.</summary>
    private static IResourceBuilder<NativeDatabase> AddDatabase(IResourceBuilder<NativeServer> postgres, string tjeneste)
    {
        var database = new NativeDatabase($"{tjeneste}-db", tjeneste, postgres.Resource);
        AddSjekk(postgres.ApplicationBuilder, database, Databaser.SvarerAsync);
        postgres.OnResourceReady(async (server, ready, cancellationToken) =>
        {
            await Databaser.OpprettAsync((await Tilkobling(server, cancellationToken)) + ";Database=postgres", tjeneste, cancellationToken);
            await Tilstand(ready.Services, KnownResourceStates.Running);
        });
        postgres.OnResourceStopped((_, stopped, _) => Tilstand(stopped.Services, KnownResourceStates.Exited));
        return postgres.ApplicationBuilder.AddResource(database)
            .WithInitialState(new CustomResourceSnapshot { ResourceType = "PostgresDatabase", Properties = [], State = KnownResourceStates.NotStarted })
            .WithHealthCheck($"{database.Name}_check")
            .WithIconName("Database");

        Task Tilstand(IServiceProvider services, string tilstand) =>
            services.GetRequiredService<ResourceNotificationService>().PublishUpdateAsync(database, s => s with { State = tilstand });
    }

    private static void AddSjekk(IDistributedApplicationBuilder builder, IResourceWithConnectionString resource, Func<string, CancellationToken, Task> svarer) =>
        builder.Services.AddHealthChecks().AddAsyncCheck($"{resource.Name}_check", async cancellationToken =>
        {
            try
            {
                await svarer(await Tilkobling(resource, cancellationToken), cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception feil) when (feil is NpgsqlException or IOException or System.Net.Sockets.SocketException)
            {
                return HealthCheckResult.Unhealthy(feil.Message);
            }
        });

    private static async Task<string> Tilkobling(IResourceWithConnectionString resource, CancellationToken cancellationToken) =>
        await resource.GetConnectionStringAsync(cancellationToken) ?? throw new InvalidOperationException($"{resource.Name} has no connection string.");
}
