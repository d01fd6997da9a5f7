using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Boligsosial.Testing;
using Npgsql;

namespace AppHost.Tests;

public sealed class DriftTests(KjoerendeSystem system) : IClassFixture<KjoerendeSystem>
{
    private static readonly TimeSpan Frist = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Gatewayen_svarer()
    {
        using var klient = system.App.CreateHttpClient("gateway");

        using var svar = await klient.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.True(svar.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Tjenesten_faar_tilkoblinger_og_telemetriadresse()
    {
        var miljoe = (await system.Ressurs("boligregister"))[0].Snapshot.EnvironmentVariables.ToDictionary(v => v.Name, v => v.Value);

        Assert.Contains(";Database=boligregister", miljoe["ConnectionStrings__boligregister-db"], StringComparison.Ordinal);
        Assert.StartsWith("amqp://boligsosial:", miljoe["ConnectionStrings__rabbitmq"], StringComparison.Ordinal);
        Assert.Equal("boligregister", miljoe["OTEL_SERVICE_NAME"]);
        Assert.StartsWith("service.instance.id=", miljoe["OTEL_RESOURCE_ATTRIBUTES"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replikaer_har_hver_sin_port_bak_en_felles_adresse()
    {
        var replikaer = await system.Ressurs("boligregister", antall: 2);
        var gateway = (await system.Ressurs("gateway"))[0].Snapshot.EnvironmentVariables.Single(v => v.Name == "services__boligregister__http__0").Value;

        var egne = replikaer.Select(r => r.Snapshot.EnvironmentVariables.Single(v => v.Name == "ASPNETCORE_URLS").Value).ToArray();
        Assert.Equal(2, egne.Distinct().Count());
        Assert.DoesNotContain(gateway, egne);
        Assert.Equal(system.App.GetEndpoint("boligregister").ToString().TrimEnd('/'), gateway);
    }

    [Fact]
    public async Task Drept_tjeneste_startes_igjen_og_det_vises()
    {
        var foer = (await system.Ressurs("gateway"))[0];
        Prosesser.Drep(KjoerendeSystem.Pid(foer));

        var etter = await system.App.ResourceNotifications.WaitForResourceAsync(
            "gateway",
            e => e.Snapshot.State?.Text == KnownResourceStates.Running && KjoerendeSystem.Pid(e) != KjoerendeSystem.Pid(foer),
            TestContext.Current.CancellationToken).WaitAsync(Frist, TestContext.Current.CancellationToken);

        Assert.Contains("starts again in 1 s", (string)etter.Snapshot.Properties.Single(p => p.Name == "gjenstart").Value!, StringComparison.Ordinal);
        await system.ErKlart("gateway");
    }

    [Fact]
    public async Task Bedt_stopp_er_ikke_et_krasj()
    {
        var replika = (await system.Ressurs("boligregister", antall: 2))[1];

        await system.App.ResourceCommands.ExecuteCommandAsync(replika.ResourceId, KnownResourceCommands.StopCommand, TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

        Assert.True(system.App.ResourceNotifications.TryGetCurrentState(replika.ResourceId, out var naa));
        Assert.Contains(naa.Snapshot.State?.Text, KnownResourceStates.TerminalStates);
        var start = await system.App.ResourceCommands.ExecuteCommandAsync(replika.ResourceId, KnownResourceCommands.StartCommand, TestContext.Current.CancellationToken);
        Assert.True(start.Success, start.Message);
        await system.ErKlart("boligregister");
    }

    [Fact]
    public async Task Drept_Postgres_kommer_igjen_med_det_som_var_bekreftet()
    {
        var tilkobling = await system.App.GetConnectionStringAsync("boligregister-db", TestContext.Current.CancellationToken);
        await using var foer = NpgsqlDataSource.Create($"{tilkobling};Pooling=false");
        await using (var skriv = foer.CreateCommand("create table bekreftet as select 42 as tall"))
        {
            await skriv.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var skript = KjoerendeSystem.Pid((await system.Ressurs("postgres"))[0]);
        Prosesser.Drep(Assert.Single(Prosesser.BarnAv(skript)));

        await Eventually.Is(
            async () =>
            {
                await using var les = foer.CreateCommand("select tall from bekreftet");
                return await les.ExecuteScalarAsync() is 42 && Prosesser.BarnAv(skript).Length == 0;
            },
            "Postgres answers again");
        await system.ErKlart("boligregister-db");
    }

    [Fact]
    public async Task Krasjloekke_ender_som_feilet_med_grunnen()
    {
        var slutt = await system.App.ResourceNotifications.WaitForResourceAsync(
            "kortlivet", e => e.Snapshot.State?.Text == KnownResourceStates.FailedToStart, TestContext.Current.CancellationToken).WaitAsync(Frist, TestContext.Current.CancellationToken);

        Assert.Contains("Crashed 5 times within a minute", (string)slutt.Snapshot.Properties.Single(p => p.Name == "gjenstart").Value!, StringComparison.Ordinal);
    }
}
