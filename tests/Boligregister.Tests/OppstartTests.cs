using System.Net;
using Boligsosial.Felles;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

namespace Boligsosial.Boligregister.Tests;

/// <summary>A service that starts before its servers, and many that start at once.</summary>
public sealed class OppstartTests(Servere servere)
{
    [Fact]
    public async Task Replikaer_som_starter_sammen_migrerer_en_gang()
    {
        var database = await servere.NyDatabase();
        var (rabbitMq, utsteder) = (await servere.RabbitMq(), await Testutsteder.Delt());
        var replikaer = Enumerable.Range(0, 5).Select(_ => Tjeneste(database, rabbitMq, utsteder)).ToList();
        await Task.WhenAll(replikaer.Select(r => Task.Run(async () =>
        {
            using var klient = r.CreateClient();
            await Eventually.Is(async () => (await klient.GetAsync("/health")).IsSuccessStatusCode, "every replica is ready");
        })));

        await using var kilde = NpgsqlDataSource.Create(database);
        await using var migreringer = kilde.CreateCommand("SELECT count(*) = count(DISTINCT navn) AND count(*) > 1 FROM migrering");
        Assert.True((bool)(await migreringer.ExecuteScalarAsync())!);
        foreach (var replika in replikaer)
            await replika.DisposeAsync();
    }

    [Fact]
    public async Task Starter_uten_Postgres_sier_det_og_kommer_seg_selv()
    {
        var direkte = new NpgsqlConnectionStringBuilder(await servere.NyDatabase());
        await using var forbindelse = new Forbindelse(direkte.Host!, direkte.Port);
        await using var tjeneste = Tjeneste(
            new NpgsqlConnectionStringBuilder(direkte.ConnectionString) { Host = "127.0.0.1", Port = forbindelse.Port }.ConnectionString, await servere.RabbitMq(), await Testutsteder.Delt());
        using var klient = await Klient(tjeneste);

        Assert.Equal(HttpStatusCode.OK, (await klient.GetAsync("/alive")).StatusCode);
        var helse = await klient.GetAsync("/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, helse.StatusCode);
        Assert.Contains("når ikke databasen", System.Text.RegularExpressions.Regex.Unescape(await helse.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var svar = await klient.GetAsync(BoligregisterTjeneste.Boliger);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, svar.StatusCode);
        Assert.Equal("urn:boligsosial:utilgjengelig", (string?)(await BoligregisterTjeneste.Json(svar))["type"]);
        Assert.NotNull(svar.Headers.RetryAfter);

        forbindelse.Koble();
        await Eventually.Is(async () => (await klient.GetAsync(BoligregisterTjeneste.Boliger)).IsSuccessStatusCode, "the API answers");

        // Gone again while it runs: 503, not 500; and back.
        await forbindelse.Kutt();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await klient.GetAsync(BoligregisterTjeneste.Boliger)).StatusCode);
        forbindelse.Koble();
        await Eventually.Is(async () => (await klient.GetAsync(BoligregisterTjeneste.Boliger)).IsSuccessStatusCode, "the API answers again");
    }

    [Fact]
    public async Task Uten_RabbitMQ_er_tjenesten_ikke_frisk_men_svarer()
    {
        var direkte = new Uri(await servere.RabbitMq());
        await using var forbindelse = new Forbindelse(direkte.Host, direkte.Port);
        await using var tjeneste = Tjeneste(await servere.NyDatabase(), new UriBuilder(direkte) { Host = "127.0.0.1", Port = forbindelse.Port }.Uri.ToString(), await Testutsteder.Delt());
        using var klient = await Klient(tjeneste);
        await Eventually.Is(async () => (await klient.GetAsync(BoligregisterTjeneste.Boliger)).IsSuccessStatusCode, "the API answers without a broker");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await klient.GetAsync("/health")).StatusCode);

        forbindelse.Koble();
        await Eventually.Is(async () => (await klient.GetAsync("/health")).IsSuccessStatusCode, "the service is healthy with the broker");
    }

    private static async Task<HttpClient> Klient(WebApplicationFactory<Program> tjeneste)
    {
        var klient = tjeneste.CreateClient();
        klient.DefaultRequestHeaders.Authorization = new("Bearer", (await Testutsteder.Delt()).Token(Roller.AakeUtleie));
        return klient;
    }

    private static WebApplicationFactory<Program> Tjeneste(string database, string rabbitMq, Testutsteder utsteder) => new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
    {
        builder.UseSetting("ConnectionStrings:boligregister-db", database);
        builder.UseSetting("ConnectionStrings:rabbitmq", rabbitMq);
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        foreach (var (innstilling, verdi) in utsteder.Innstillinger())
            builder.UseSetting(innstilling, verdi);
    });
}
