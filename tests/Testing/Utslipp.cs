using System.Collections.Concurrent;
using System.Diagnostics;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Boligsosial.Testing;

/// <summary>
/// Hears what comes out of a system by the way (logs, traces, metrics, addresses, problems, events, the access log) and
/// remembers where there was a valid fødselsnummer in it. What counts is what leaves: it listens behind the product's own
/// masking, where an exporter or a log provider would.
/// </summary>
public sealed class Utslipp : IDisposable
{
    private const int FlestVist = 20;
    private const int LengstVist = 300;
    private readonly ConcurrentDictionary<string, byte> _funn = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _hoert = new(StringComparer.Ordinal);
    private TracerProvider? _spor;
    private MeterProvider? _maalinger;

    /// <summary>For all that the process under test does; <see cref="Servere"/> asks it when the tests are over.</summary>
    public static Utslipp Delt { get; } = LytterTilAlt();

    /// <summary>Where a number was, the text masked.</summary>
    public IEnumerable<string> Funn => _funn.Keys.Take(FlestVist);

    /// <summary>How many texts of each kind have been looked at.</summary>
    public string Hoert => string.Join(", ", _hoert.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key} {h.Value}"));

    /// <summary>What a service exports as traces and metrics, when it exports, comes here.</summary>
    public static Utslipp LytterTilAlt()
    {
        var utslipp = new Utslipp();
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        utslipp._spor = Sdk.CreateTracerProviderBuilder().AddTraces().AddProcessor(new SimpleActivityExportProcessor(utslipp.Spor())).Build();
        utslipp._maalinger = Sdk.CreateMeterProviderBuilder().AddMetrics().AddReader(new BaseExportingMetricReader(utslipp.Maalinger())).Build();
        return utslipp;
    }

    /// <summary>Looks through a text and forgets it.</summary>
    public void Se(string slag, string hvor, string? tekst)
    {
        _hoert.AddOrUpdate(slag, 1, (_, antall) => antall + 1);
        if (!Foedselsnummer.FinnesI(tekst))
            tekst = tekst?.Contains('%', StringComparison.Ordinal) == true ? Uri.UnescapeDataString(tekst) : null;
        if (Foedselsnummer.FinnesI(tekst) && Foedselsnummer.Sladd(tekst) is { } sladdet)
            _funn.TryAdd($"{slag}, {hvor}: {sladdet[..Math.Min(sladdet.Length, LengstVist)]}", 0);
    }

    /// <summary>Throws, and so fails the run, when there was a number anywhere.</summary>
    public void Kontroller()
    {
        _maalinger?.ForceFlush();
        if (!_funn.IsEmpty)
            throw new InvalidOperationException($"{_funn.Count} places let out a fødselsnummer:\n{string.Join('\n', Funn)}\n(looked through: {Hoert})");
    }

    /// <summary>For a service's logging.</summary>
    public Logg Linjer() => new(this);

    public BaseExporter<Activity> Spor() => new Sporleser(this);

    public BaseExporter<Metric> Maalinger() => new Maalingsleser(this);

    /// <summary>For a client: the addresses that it is asked to fetch, the headers of all answers and the text of problems.</summary>
    /// <param name="adresser">False for a test that sends numbers in addresses on purpose: those are not the system's.</param>
    /// <param name="innerst">What sends, where the client has nothing else for it.</param>
    public DelegatingHandler Lytter(bool adresser = true, HttpMessageHandler? innerst = null)
    {
        var lytter = new Klientleser(this, adresser);
        if (innerst is not null)
            lytter.InnerHandler = innerst;
        return lytter;
    }

    /// <summary>Events told and waiting, messages held and the access log, in all databases of a server.</summary>
    public async Task LesDatabaser(string server)
    {
        List<string> databaser = [];
        await using (var kilde = NpgsqlDataSource.Create(server))
        await using (var kommando = kilde.CreateCommand("SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate"))
        await using (var leser = await kommando.ExecuteReaderAsync())
        {
            while (await leser.ReadAsync())
                databaser.Add(leser.GetString(0));
        }

        foreach (var database in databaser)
            await LesDatabase(new NpgsqlConnectionStringBuilder(server) { Database = database, Pooling = false }.ConnectionString);
    }

    public async Task LesDatabase(string database)
    {
        await using var kilde = NpgsqlDataSource.Create(database);
        foreach (var tabell in new[] { "outbox", "outbox_history", "inbox_held", "tilgangslogg" })
        {
            await using var finnes = kilde.CreateCommand($"SELECT to_regclass('{tabell}') IS NOT NULL");
            if (await finnes.ExecuteScalarAsync() is not true)
                continue;

            // Postgres sorts out the rows that cannot have one.
            await using var rader = kilde.CreateCommand($"SELECT r::text FROM {tabell} r WHERE r::text ~ '[0-9]{{6}}.{{0,3}}[0-9]{{5}}' UNION ALL SELECT count(*)::text FROM {tabell}");
            await using var leser = await rader.ExecuteReaderAsync();
            while (await leser.ReadAsync())
                Se("database", tabell, leser.GetString(0));
        }
    }

    public void Dispose()
    {
        _spor?.Dispose();
        _maalinger?.Dispose();
    }

    /// <summary>As the console is a provider: message, fields and exception.</summary>
    [ProviderAlias("Utslipp")]
    public sealed class Logg(Utslipp utslipp) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Leser(utslipp, categoryName);

        public void Dispose()
        {
            // Nothing of its own.
        }

        private sealed class Leser(Utslipp utslipp, string kategori) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                utslipp.Se("logg", kategori, formatter(state, exception));
                foreach (var (navn, verdi) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
                    utslipp.Se("loggfelt", $"{kategori} {navn}", Tekst(verdi));
                if (exception is not null)
                    utslipp.Se("unntak", kategori, exception.ToString());
            }
        }
    }

    private sealed class Sporleser(Utslipp utslipp) : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var spenn in batch)
            {
                Se("navn", spenn.DisplayName);
                Se("status", spenn.StatusDescription);
                Se("tracestate", spenn.TraceStateString);
                SeAlle(spenn.TagObjects);
                foreach (var (navn, verdi) in spenn.Baggage)
                    Se($"baggage {navn}", verdi);
                foreach (var hendelse in spenn.Events)
                {
                    Se("hendelse", hendelse.Name);
                    SeAlle(hendelse.Tags);
                }

                foreach (var lenke in spenn.Links)
                    SeAlle(lenke.Tags ?? []);

                void Se(string hvor, string? tekst) => utslipp.Se("spor", $"{spenn.Source.Name} {spenn.OperationName} {hvor}", tekst);

                void SeAlle(IEnumerable<KeyValuePair<string, object?>> felter)
                {
                    foreach (var (navn, verdi) in felter)
                        Se(navn, Tekst(verdi));
                }
            }

            return ExportResult.Success;
        }
    }

    private sealed class Maalingsleser(Utslipp utslipp) : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var maaling in batch)
            {
                foreach (ref readonly var punkt in maaling.GetMetricPoints())
                {
                    foreach (var (navn, verdi) in punkt.Tags)
                        utslipp.Se("måling", $"{maaling.Name} {navn}", Tekst(verdi));
                }
            }

            return ExportResult.Success;
        }
    }

    private sealed class Klientleser(Utslipp utslipp, bool adresser) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (adresser)
                utslipp.Se("adresse", request.Method.Method, request.RequestUri!.OriginalString);
            var svar = await base.SendAsync(request, cancellationToken);
            foreach (var (navn, verdier) in svar.Headers.Concat(svar.Content.Headers))
                utslipp.Se("svarhode", navn, string.Join(' ', verdier));
            if ((int)svar.StatusCode >= 400)
            {
                await svar.Content.LoadIntoBufferAsync(cancellationToken);
                utslipp.Se("problem", $"{(int)svar.StatusCode}", await svar.Content.ReadAsStringAsync(cancellationToken));
            }

            return svar;
        }
    }

    private static string? Tekst(object? verdi) =>
        verdi is IEnumerable<object?> flere ? string.Join(' ', flere) : Convert.ToString(verdi, System.Globalization.CultureInfo.InvariantCulture);
}
