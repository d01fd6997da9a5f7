using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Boligsosial.Testing;

namespace AppHost.Tests;

/// <summary>The whole system with two replicas, and a program that ends as soon as it is started, for the tests that look at it or hurt it.</summary>
public sealed class KjoerendeSystem : IAsyncLifetime
{
    private Systemet _systemet = null!;

    public DistributedApplication App => _systemet.App;

    public async ValueTask InitializeAsync() => _systemet = await Systemet.Start(
        ["--Replikaer=2"],
        builder => builder.AddResource(new NativeServer("kortlivet", "/bin/false", "/", _ => ReferenceExpression.Create($""))));

    public ValueTask DisposeAsync() => _systemet.DisposeAsync();

    public Task ErKlart(string ressurs) => _systemet.ErFrisk(ressurs);

    public Task<List<ResourceEvent>> Ressurs(string navn, int antall = 1) => _systemet.Ressurs(navn, antall);

    public static int Pid(ResourceEvent hendelse) => Systemet.Pid(hendelse);
}
