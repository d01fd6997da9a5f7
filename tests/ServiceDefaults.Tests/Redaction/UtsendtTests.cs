using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Boligsosial.ServiceDefaults.Tests.Redaction;

/// <summary>The exporter takes its address from the process' environment, which other tests must not inherit.</summary>
[CollectionDefinition(nameof(UtsendtTests), DisableParallelization = true)]
public sealed class Alene;

/// <summary>A process that does everything wrong, and what of it comes to the collector, the log and the caller.</summary>
[Collection(nameof(UtsendtTests))]
public sealed class UtsendtTests
{
    private const string Nummer = "12927197004";
    private static readonly ActivitySource Spor = new("Boligsosial.Tests");

    [Fact]
    public async Task Intet_som_sendes_ut_har_et_foedselsnummer()
    {
        await using var samler = new Samler();
        await samler.Start();
        var linjer = new Linjer();

        await using (var app = await Start(samler, linjer))
        {
            using var klient = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            klient.DefaultRequestHeaders.Add("User-Agent", $"min-leser/{Nummer}");
            klient.DefaultRequestHeaders.Add("tracestate", $"x={Nummer}");
            Assert.Equal(200, (int)(await klient.GetAsync("/sier")).StatusCode);
            await Gjentar(klient, $"/finnes-ikke/{Nummer}", 400);
            await Gjentar(klient, "/finnes-ikke?fnr=129271%2097004", 400);
            await Gjentar(klient, "/kaster", 500);
            await Gjentar(klient, "/avslaar", 422);
            await Gjentar(klient, "/felt", 400);
            klient.DefaultRequestHeaders.Add("Accept", "text/html");
            await Gjentar(klient, "/avslaar", 422);
            await Gjentar(klient, "/felt", 400);
            await app.StopAsync();
        }

        await Eventually.Is(() => Task.FromResult(samler.Alt.Contains("sier ja", StringComparison.Ordinal) && samler.Alt.Contains("logget", StringComparison.Ordinal)), "spans and logs have come");
        Assert.DoesNotContain(Nummer, samler.Alt, StringComparison.Ordinal);
        Assert.DoesNotContain("97004", samler.Alt, StringComparison.Ordinal);
        Assert.DoesNotContain("holdes tilbake", samler.Alt, StringComparison.Ordinal);
        Assert.Contains("sier ***********", samler.Alt, StringComparison.Ordinal);
        Assert.Contains("min-leser/***********", samler.Alt, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: kastet ***********", samler.Alt, StringComparison.Ordinal);

        var logg = string.Join('\n', linjer.Alle);
        Assert.DoesNotContain("97004", logg, StringComparison.Ordinal);
        Assert.Contains("logget *********** av 3", logg, StringComparison.Ordinal);
        Assert.Contains("Fnr=***********", logg, StringComparison.Ordinal);
        Assert.Contains("Antall=3", logg, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: kastet ***********", logg, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> Start(Samler samler, Linjer linjer)
    {
        Dictionary<string, string> miljoe = new(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = samler.Adresse,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        try
        {
            foreach (var (navn, verdi) in miljoe)
                Environment.SetEnvironmentVariable(navn, verdi);
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(UtsendtTests).Assembly.GetName().Name, EnvironmentName = Environments.Development });
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders().AddProvider(linjer).SetMinimumLevel(LogLevel.Debug);
            builder.AddWebDefaults("proeve");
            var app = builder.Build();
            app.UseWebDefaults();
            app.UseAuthorization();
            app.MapGet("/sier", Sier).AllowAnonymous();
            app.MapGet("/kaster", string () => throw new InvalidOperationException($"kastet {Nummer}", new TimeoutException($"indre {Nummer}"))).AllowAnonymous();
            app.MapGet("/avslaar", () => Problems.Problem.From(new("nei", $"{Nummer} får ikke.", Felt: $"personer.{Nummer}"))).AllowAnonymous();
            app.MapGet("/felt", () => TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { [Nummer] = [$"{Nummer} er ikke gyldig."] })).AllowAnonymous();
            await app.StartAsync();
            return app;
        }
        finally
        {
            foreach (var navn in miljoe.Keys)
                Environment.SetEnvironmentVariable(navn, null);
        }
    }

    private static void Sier(ILogger<UtsendtTests> logg)
    {
        using (var spenn = Spor.StartActivity($"sier {Nummer}"))
        {
            Assert.NotNull(spenn);
            spenn.SetTag("svar", "sier ja").SetTag("fnr", Nummer).SetTag("tall", 12927197004).SetTag("flere", new[] { "a", Nummer });
            spenn.SetStatus(ActivityStatusCode.Error, $"gikk ikke for {Nummer}");
            spenn.AddEvent(new("uskyldig"));
        }

        using (var spenn = Spor.StartActivity("holdes tilbake"))
            spenn!.AddException(new InvalidOperationException(Nummer));
        using (var spenn = Spor.StartActivity("sier holdes tilbake"))
            spenn!.AddEvent(new("noe", tags: new() { ["fnr"] = Nummer }));

        logg.LogWarning("logget {Fnr} av {Antall}", Nummer, 3);
        logg.LogError(new InvalidOperationException($"kastet {Nummer}"), "logget uten nummer");
        logg.LogWarning("logget {Lenke}", $"/personer?fnr=%20{Nummer}");
    }

    private static async Task Gjentar(HttpClient klient, string adresse, int status)
    {
        var svar = await klient.GetAsync(adresse);
        var problem = await svar.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(status, (int)svar.StatusCode);
        Assert.StartsWith("urn:boligsosial:", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("97004", problem.ToString(), StringComparison.Ordinal);
        if (status is 422 or 400 && problem.TryGetProperty("errors", out var felt))
            Assert.Contains("***********", felt.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Takes what the exporters send, as bytes: what is not there as text is not there.</summary>
    private sealed class Samler : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly ConcurrentQueue<string> _mottatt = new();

        public Samler()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.Run(async context =>
            {
                using var innhold = new MemoryStream();
                await context.Request.Body.CopyToAsync(innhold);
                _mottatt.Enqueue(Encoding.UTF8.GetString(innhold.ToArray()));
            });
        }

        public string Adresse => _app.Urls.First();

        public string Alt => string.Join('\n', _mottatt);

        public Task Start() => _app.StartAsync();

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }

    /// <summary>A provider as the console is one: message, fields and exception as they come.</summary>
    private sealed class Linjer : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Alle { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Alle.Enqueue($"{formatter(state, exception)} {string.Join(' ', (state as IEnumerable<KeyValuePair<string, object?>> ?? []).Select(f => $"{f.Key}={f.Value}"))} {exception}");

        public void Dispose()
        {
        }
    }
}
