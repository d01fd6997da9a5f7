using System.Diagnostics;
using System.Diagnostics.Metrics;
using Boligsosial.Testing;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Boligsosial.ServiceDefaults.Tests.Redaction;

/// <summary>
/// What listens for fødselsnumre finds one wherever it is. Each test has a collector of its own and sources that the one for
/// the whole run does not hear, so that the run is not failed by it.
/// </summary>
public sealed class UtslippTests(Servere servere) : IDisposable
{
    private const string Nummer = "12927197004";
    private readonly Utslipp _utslipp = new();

    public void Dispose() => _utslipp.Dispose();

    [Theory]
    [InlineData("søker 12927197004")]
    [InlineData("søker 129271 97004")]
    [InlineData("/boliger?adresse=%31%32%39%32%37%31%39%37%30%30%34")]
    public void Finner_det_i_en_logglinje(string tekst)
    {
        using var logging = LoggerFactory.Create(l => l.AddProvider(_utslipp.Linjer()));
        logging.CreateLogger("prøve").LogInformation("sagt: {Tekst}", tekst);

        Funnet("logg, prøve", "loggfelt, prøve Tekst");
    }

    [Fact]
    public void Finner_det_i_unntaket_bak_en_logglinje()
    {
        using var logging = LoggerFactory.Create(l => l.AddProvider(_utslipp.Linjer()));
        logging.CreateLogger("prøve").LogError(new InvalidOperationException("ytre", new TimeoutException(Nummer)), "gikk ikke");

        Funnet("unntak, prøve");
    }

    [Fact]
    public void Finner_det_overalt_i_et_spor()
    {
        using var kilde = new ActivitySource("Utslipp.Prøve");
        using (Sdk.CreateTracerProviderBuilder().AddSource(kilde.Name).AddProcessor(new SimpleActivityExportProcessor(_utslipp.Spor())).Build())
        using (var spenn = kilde.StartActivity("spenn")!)
        {
            spenn.DisplayName = $"henter {Nummer}";
            spenn.SetTag("url", $"/personer/{Nummer}").SetTag("flere", new[] { "a", Nummer }).SetBaggage("b", Nummer);
            spenn.SetStatus(ActivityStatusCode.Error, Nummer);
            spenn.AddEvent(new("hendte", tags: new() { ["fnr"] = Nummer }));
        }

        Funnet([.. new[] { "navn", "url", "flere", "baggage b", "status", "fnr" }.Select(s => $"spor, Utslipp.Prøve spenn {s}")]);
    }

    [Fact]
    public void Sporene_som_tjenestene_sender_er_sladdet_foer_det_lyttes()
    {
        using var kilde = new ActivitySource($"{Telemetry.Name}.Utslippsprøve");
        using (Sdk.CreateTracerProviderBuilder().AddTraces().AddProcessor(new SimpleActivityExportProcessor(_utslipp.Spor())).Build())
        using (var spenn = kilde.StartActivity("spenn")!)
            spenn.SetTag("url", $"/personer/{Nummer}");

        Assert.Contains("spor ", _utslipp.Hoert, StringComparison.Ordinal);
        Assert.Empty(_utslipp.Funn);
    }

    [Fact]
    public void Finner_det_i_en_maaling()
    {
        using var meter = new Meter("Utslipp.Prøve");
        using (var maalinger = Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name).AddReader(new BaseExportingMetricReader(_utslipp.Maalinger())).Build())
            meter.CreateCounter<int>("soek").Add(1, new KeyValuePair<string, object?>("hvem", Nummer));

        Funnet("måling, soek hvem");
    }

    [Fact]
    public async Task Finner_det_i_adressen_svaret_og_hodene_hos_en_klient()
    {
        using var lytter = _utslipp.Lytter();
        lytter.InnerHandler = new Gjentar();
        using var klient = new HttpClient(lytter);
        await klient.GetAsync($"http://tull/personer?fnr=129271%2097004");

        Funnet("adresse, GET", "problem, 400", "svarhode, Location");
    }

    [Fact]
    public async Task Adressen_er_ikke_systemets_i_proeven_som_sender_tull()
    {
        using var lytter = _utslipp.Lytter(adresser: false);
        lytter.InnerHandler = new Gjentar();
        using var klient = new HttpClient(lytter);
        await klient.GetAsync("http://tull/uskyldig");
        await klient.GetAsync($"http://tull/{Nummer}");

        Assert.DoesNotContain("adresse", _utslipp.Hoert, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outbox", "INSERT INTO outbox (message_id, type, key, body) VALUES (gen_random_uuid(), 'proeve', 'n', '{\"omraade\": \"12927197004\"}')")]
    [InlineData("outbox", "INSERT INTO outbox (message_id, type, key, body) VALUES (gen_random_uuid(), 'proeve', '129271 97004', '{}')")]
    [InlineData("tilgangslogg", "INSERT INTO tilgangslogg VALUES (gen_random_uuid(), now(), 'hvem', 'Ola 12927197004', '', '', 'lest', NULL, NULL, '', '', NULL)")]
    public async Task Finner_det_i_en_hendelse_og_i_tilgangsloggen(string tabell, string plantet)
    {
        // A database of its own, that is gone before the whole run is looked through.
        var database = await servere.NyDatabase();
        await using (var kilde = NpgsqlDataSource.Create($"{database};Pooling=false"))
        {
            foreach (var sql in new[] { await Tabeller(), plantet })
            {
                await using var kommando = kilde.CreateCommand(sql);
                await kommando.ExecuteNonQueryAsync();
            }

            await _utslipp.LesDatabase(database);
        }

        await using var server = NpgsqlDataSource.Create(await servere.Postgres());
        await using var slett = server.CreateCommand($"DROP DATABASE {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");
        await slett.ExecuteNonQueryAsync();
        Funnet($"database, {tabell}");
    }

    [Fact]
    public void Uten_nummer_er_det_ingenting_aa_finne()
    {
        _utslipp.Se("logg", "prøve", $"{Guid.CreateVersion7()} 12927197005 129271970041 {Nummer}0 +47 12 92 71 97");

        Assert.Empty(_utslipp.Funn);
        _utslipp.Kontroller();
    }

    /// <summary>The tables as every service has them.</summary>
    private static async Task<string> Tabeller()
    {
        var sql = "";
        var platform = typeof(ServiceDefaultsExtensions).Assembly;
        foreach (var fil in platform.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var leser = new StreamReader(platform.GetManifestResourceStream(fil)!);
            sql += await leser.ReadToEndAsync();
        }

        return sql;
    }

    private void Funnet(params string[] steder)
    {
        var feil = Assert.Throws<InvalidOperationException>(_utslipp.Kontroller);
        Assert.Equal(steder.Order(StringComparer.Ordinal), _utslipp.Funn.Select(f => f[..f.IndexOf(':', StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain("97004", feil.Message, StringComparison.Ordinal);
        Assert.Contains("***********", feil.Message, StringComparison.Ordinal);
    }

    private sealed class Gjentar : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage((System.Net.HttpStatusCode)400)
        {
            Headers = { Location = new($"/{Nummer}", UriKind.Relative) },
            Content = new StringContent($"{{\"detail\":\"{Nummer}\"}}"),
        });
    }
}
