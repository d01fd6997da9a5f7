using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace AppHost.Tests;

/// <summary>What the AppHost composes, without starting any of it.</summary>
public sealed class OppsettTests : IDisposable
{
    private readonly Midlertidig _midlertidig = new();

    public static TheoryData<string> Portinnstillinger => ["Gateway:Port", "Utsteder:Port", "Postgres:Port", "Rabbitmq:Port"];

    public void Dispose() => _midlertidig.Dispose();

    [Fact]
    public async Task Ressursene_heter_det_driftsrutinene_kaller_dem()
    {
        await using var builder = await _midlertidig.BuilderAsync();

        var navn = builder.Resources.Select(r => r.Name).ToArray();

        Assert.Superset(new HashSet<string> { "postgres", "rabbitmq", "boligregister-db", "boligregister", "boligsosial-enhet-db", "boligsosial-enhet", "finansiering-db", "finansiering", "midlertidig-botilbud-db", "midlertidig-botilbud", "gateway", "utsteder" }, navn.ToHashSet());
    }

    [Fact]
    public async Task Oppgitte_tilkoblinger_brukes_i_stedet_for_egne_servere()
    {
        await using var builder = await _midlertidig.BuilderAsync(
            "--Infrastruktur:Modus=auto", "--ConnectionStrings:rabbitmq=amqp://megler", "--ConnectionStrings:boligregister-db=Host=base", "--ConnectionStrings:boligsosial-enhet-db=Host=enhet", "--ConnectionStrings:finansiering-db=Host=finansiering", "--ConnectionStrings:midlertidig-botilbud-db=Host=midlertidig");

        Assert.DoesNotContain(builder.Resources, r => r.Name == "postgres");
        var database = builder.Resources.OfType<IResourceWithConnectionString>().Single(r => r.Name == "boligregister-db");
        Assert.Equal("Host=base", await database.GetConnectionStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--environment=Production")]
    [InlineData("--Tilgang:Utstedere:0:Utsteder=https://login.example")]
    public async Task Utstederen_som_gir_token_til_alle_startes_bare_i_utvikling_og_bare_naar_ingen_annen_er_oppgitt(string argument)
    {
        await using var builder = await _midlertidig.BuilderAsync(argument);

        Assert.DoesNotContain(builder.Resources, r => r.Name == "utsteder");
        Assert.Contains(builder.Resources, r => r.Name == "gateway");
    }

    [Fact]
    public async Task Antall_replikaer_er_en_innstilling()
    {
        await using var builder = await _midlertidig.BuilderAsync("--Replikaer=3");

        Assert.Equal(3, builder.Resources.Single(r => r.Name == "boligregister").GetReplicaCount());
    }

    [Fact]
    public async Task Ukjent_modus_avvises_med_en_setning()
    {
        var feil = await Assert.ThrowsAsync<OppsettException>(() => _midlertidig.BuilderAsync("--Infrastruktur:Modus=sky"));

        Assert.Equal("The setting Infrastruktur:Modus is 'sky'; it is one of auto, container, native, ekstern.", feil.ToString());
    }

    [Theory]
    [MemberData(nameof(Portinnstillinger))]
    public void Forvalgte_porter_er_utenfor_dem_maskinen_gir_til_utgaaende_forbindelser(string innstilling)
    {
        var innstillinger = new ConfigurationBuilder().AddJsonFile(Path.Combine(Projects.AppHost.ProjectPath, "appsettings.json")).Build();

        Assert.InRange(innstillinger.GetValue<int>(innstilling), 1024, 32767); // Linux gives away 32768 and up.
    }

    [Theory]
    [MemberData(nameof(Portinnstillinger))]
    public async Task Opptatt_port_stopper_starten_foer_noe_er_startet(string innstilling)
    {
        using var opptatt = new TcpListener(IPAddress.Loopback, 0);
        opptatt.Start();
        var port = ((IPEndPoint)opptatt.LocalEndpoint).Port;
        await using var builder = await _midlertidig.BuilderAsync($"--{innstilling}={port}");
        await using var system = await builder.BuildAsync(TestContext.Current.CancellationToken);

        var feil = await Assert.ThrowsAsync<OppsettException>(() => system.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains($"Port {port} is in use", feil.Message, StringComparison.Ordinal);
        Assert.Contains($"--{innstilling}=", feil.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_midlertidig.Mappe));
    }
}
