using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace AppHost.Tests;

/// <summary>The whole system, started once for the tests that only look at it or hurt it in ways it must survive.</summary>
public sealed class KjoerendeSystem : IAsyncLifetime
{
    private readonly Midlertidig _midlertidig = new();

    public DistributedApplication App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await using var builder = await _midlertidig.BuilderAsync("--Replikaer=2");
        builder.AddResource(new NativeServer("kortlivet", "/bin/false", "/", _ => ReferenceExpression.Create($"")));
        App = await builder.BuildAsync();
        await App.StartAsync();
        await ErKlart("gateway");
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _midlertidig.Dispose();
    }

    public Task ErKlart(string ressurs) =>
        App.ResourceNotifications.WaitForResourceHealthyAsync(ressurs, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(90));

    /// <summary>One snapshot a replica.</summary>
    public async Task<List<ResourceEvent>> Ressurs(string navn, int antall = 1)
    {
        var sett = new Dictionary<string, ResourceEvent>();
        await foreach (var hendelse in App.ResourceNotifications.WatchAsync(TestContext.Current.CancellationToken))
        {
            if (hendelse.Resource.Name == navn)
            {
                sett[hendelse.ResourceId] = hendelse;
            }

            if (sett.Count == antall)
            {
                break;
            }
        }

        return [.. sett.Values];
    }

    public static int Pid(ResourceEvent hendelse) => (int)hendelse.Snapshot.Properties.Single(p => p.Name == "executable.pid").Value!;
}
