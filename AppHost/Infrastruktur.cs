using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace AppHost;

/// <summary>
/// Postgres and RabbitMQ, under the same resource names however they are run. The only place that chooses:
/// <list type="bullet">
/// <item><c>ekstern</c> where connection strings are given (<c>ConnectionStrings:rabbitmq</c>, <c>ConnectionStrings:boligregister-db</c> …)</item>
/// <item><c>container</c> where Docker or Podman answers</item>
/// <item><c>native</c> otherwise: the server programs of this machine</item>
/// </list>
/// The setting <c>Infrastruktur:Modus</c> forces one of them.
/// </summary>
public sealed class Infrastruktur
{
    public const string Bruker = "boligsosial";
    private readonly Func<string, IResourceBuilder<IResourceWithConnectionString>> _database;

    internal Infrastruktur(IResourceBuilder<IResourceWithConnectionString> rabbitMq, Func<string, IResourceBuilder<IResourceWithConnectionString>> database) =>
        (RabbitMq, _database) = (rabbitMq, database);

    public IResourceBuilder<IResourceWithConnectionString> RabbitMq { get; }

    /// <summary>The service's own database, as the resource <c>&lt;service&gt;-db</c>.</summary>
    public IResourceBuilder<IResourceWithConnectionString> Database(string tjeneste) => _database(tjeneste);
}

public static class InfrastrukturExtensions
{
    public static Infrastruktur AddInfrastruktur(this IDistributedApplicationBuilder builder, Innstillinger innstillinger)
    {
        var modus = innstillinger.Modus == Modus.Auto ? Velg(builder.Configuration) : innstillinger.Modus;
        builder.Eventing.Subscribe<BeforeStartEvent>((_, _) =>
        {
            Porter.KrevLedig("Gateway:Port", innstillinger.GatewayPort);
            return Task.CompletedTask;
        });
        return modus switch
        {
            Modus.Ekstern => new(builder.AddConnectionString("rabbitmq"), tjeneste => builder.AddConnectionString($"{tjeneste}-db")),
            Modus.Container => Container(builder, innstillinger),
            _ => NativeInfrastruktur.Add(builder, innstillinger),
        };
    }

    private static Modus Velg(IConfiguration configuration) =>
        configuration.GetConnectionString("rabbitmq") is not null ? Modus.Ekstern
        : Svarer("docker") || Svarer("podman") ? Modus.Container
        : Modus.Native;

    private static Infrastruktur Container(IDistributedApplicationBuilder builder, Innstillinger innstillinger)
    {
        var bruker = builder.AddParameter("bruker", Infrastruktur.Bruker);
        var rabbitmq = builder.AddRabbitMQ("rabbitmq", bruker, builder.AddPassord(innstillinger.DataMappe, "rabbitmq-passord"), innstillinger.RabbitmqPort)
            .WithDataVolume();
        var postgres = builder.AddPostgres("postgres", bruker, builder.AddPassord(innstillinger.DataMappe, "postgres-passord"), innstillinger.PostgresPort)
            .WithDataVolume();
        return new(rabbitmq, tjeneste => postgres.AddDatabase($"{tjeneste}-db", tjeneste));
    }

    /// <summary>That the program is installed says nothing: only its service can run a container.</summary>
    private static bool Svarer(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "info") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
            return process is not null && process.WaitForExit(TimeSpan.FromSeconds(5)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
