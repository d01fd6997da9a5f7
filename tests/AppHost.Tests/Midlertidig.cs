using Aspire.Hosting.Testing;

namespace AppHost.Tests;

/// <summary>A data folder of its own for each run, where the servers' own users can reach it, and free ports.</summary>
internal sealed class Midlertidig : IDisposable
{
    public Midlertidig() => File.SetUnixFileMode(
        Mappe,
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

    public string Mappe { get; } = Directory.CreateTempSubdirectory("boligsosial.").FullName;

    public string[] Argumenter =>
        [$"--Data:Mappe={Mappe}", "--environment=Development", "--Infrastruktur:Modus=native", "--Gateway:Port=0", "--Utsteder:Port=0", "--Postgres:Port=0", "--Rabbitmq:Port=0"];

    public Task<IDistributedApplicationTestingBuilder> BuilderAsync(params string[] argumenter) =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>([.. Argumenter, .. argumenter], TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(Mappe, recursive: true);
}
