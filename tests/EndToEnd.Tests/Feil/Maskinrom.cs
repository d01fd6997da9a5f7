using System.Collections.Concurrent;
using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Boligsosial.Felles;
using Boligsosial.Testing;
using Npgsql;

namespace Boligsosial.EndToEnd.Tests.Feil;

/// <summary>The system with two replicas of each service, ways to harm it, and how to know that it is whole again.</summary>
public sealed class Maskinrom : IAsyncLifetime
{
    public const string Utgiver = "boligregister";
    public const string Mottaker = "boligsosial-enhet";

    private const int Replikaer = 2;
    private static readonly (string Navn, int Antall)[] Alle = [("postgres", 1), ("rabbitmq", 1), (Utgiver, Replikaer), (Mottaker, Replikaer), ("gateway", 1)];
    private readonly ConcurrentDictionary<int, byte> _drepte = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<long>> _krasj = new(StringComparer.Ordinal);
    private Systemet _systemet = null!;

    public HttpClient Klient { get; private set; } = null!;

    public HttpClient Drift { get; private set; } = null!;

    public NpgsqlDataSource Register { get; private set; } = null!;

    public NpgsqlDataSource Enhet { get; private set; } = null!;

    /// <summary>What has been acknowledged since the start, whatever round it was in.</summary>
    internal Regnskap Regnskap { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _systemet = await Systemet.Start([$"--Replikaer={Replikaer}"]);
        Klient = await _systemet.Klient();
        Drift = await _systemet.Klient(Roller.Drift);
        Register = NpgsqlDataSource.Create((await _systemet.App.GetConnectionStringAsync($"{Utgiver}-db"))!);
        Enhet = NpgsqlDataSource.Create((await _systemet.App.GetConnectionStringAsync($"{Mottaker}-db"))!);
        await ErHelt();
        Regnskap = new(this);
        await Regnskap.Forbered();
    }

    public async ValueTask DisposeAsync()
    {
        await Register.DisposeAsync();
        await Enhet.DisposeAsync();
        Klient.Dispose();
        Drift.Dispose();
        await _systemet.DisposeAsync();
    }

    /// <summary>SIGKILL. A replica that is still on its way up from the last time is waited for, and spared a fifth crash in a minute: the AppHost would give it up.</summary>
    public async Task DrepReplika(string tjeneste, int nr)
    {
        ResourceEvent replika = null!;
        await Eventually.Is(
            async () =>
            {
                replika = (await _systemet.Ressurs(tjeneste, Replikaer)).OrderBy(r => r.ResourceId, StringComparer.Ordinal).ElementAt(nr);
                return Gaar(replika) && FaaKrasj(replika.ResourceId);
            },
            $"replica {nr} of {tjeneste} can be killed");
        _krasj.GetOrAdd(replika.ResourceId, _ => new()).Enqueue(Stopwatch.GetTimestamp());
        Drep(Systemet.Pid(replika));
    }

    /// <summary>SIGKILL to the server itself, below the script that the AppHost started.</summary>
    public async Task DrepPostgres()
    {
        var skript = await Skript("postgres");
        Drep(Assert.Single(Prosesser.BarnAv(skript)), skript);
    }

    /// <summary>The same.</summary>
    public async Task DrepMegler() => Drep(await Meglerprosess(), await Skript("rabbitmq"));

    /// <summary>Its connections are open, and nobody is there.</summary>
    public async Task FrysMegler(TimeSpan varighet)
    {
        var megler = await Meglerprosess();
        await Kjoer("kill", ["-STOP", $"{megler}"]);
        await Task.Delay(varighet);
        await Kjoer("kill", ["-CONT", $"{megler}"]);
    }

    /// <summary>The broker believes that its disk is full, and takes no messages.</summary>
    public async Task FullDisk(Func<Task> mens)
    {
        await Meglerkommando("set_disk_free_limit", "100000GB");
        try
        {
            await mens();
        }
        finally
        {
            await Meglerkommando("set_disk_free_limit", "50MB");
        }
    }

    /// <summary>Returns just after something is committed: an event told, or one applied.</summary>
    public static async Task NesteCommit(NpgsqlDataSource database)
    {
        await using var forbindelse = await database.OpenConnectionAsync();
        await using (var lytt = new NpgsqlCommand($"LISTEN {Regnskap.Kanal}", forbindelse))
            await lytt.ExecuteNonQueryAsync();
        await forbindelse.WaitAsync(TimeSpan.FromSeconds(5));
    }

    /// <summary>Every process runs, none of them is one that was killed, and each says that it is well.</summary>
    public async Task ErHelt()
    {
        var sist = "";
        try
        {
            await Eventually.Is(async () => (sist = await Syk()) is null, "all is well again");
        }
        catch (TimeoutException e)
        {
            Assert.Fail($"{e.Message} {sist} {e.InnerException?.Message}");
        }
    }

    private async Task<string?> Syk()
    {
        foreach (var (navn, antall) in Alle)
        {
            foreach (var ressurs in await _systemet.Ressurs(navn, antall))
            {
                if (!Gaar(ressurs) || ressurs.Snapshot.HealthStatus != Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy)
                    return $"{ressurs.ResourceId} is {ressurs.Snapshot.State?.Text} ({ressurs.Snapshot.HealthStatus}).";
                if (ressurs.Snapshot.EnvironmentVariables.SingleOrDefault(v => v.Name == "ASPNETCORE_URLS")?.Value is not { } adresse)
                    continue;
                using var svar = await Klient.GetAsync(new Uri($"{adresse}/health"));
                if (!svar.IsSuccessStatusCode)
                    return $"{ressurs.ResourceId}: {await svar.Content.ReadAsStringAsync()}.";
            }
        }

        return null;
    }

    private bool Gaar(ResourceEvent ressurs) =>
        ressurs.Snapshot.State?.Text == KnownResourceStates.Running && ressurs.Snapshot.Properties.Any(p => p.Name == "executable.pid") && !_drepte.ContainsKey(Systemet.Pid(ressurs));

    private bool FaaKrasj(string ressurs) =>
        !_krasj.TryGetValue(ressurs, out var krasj) || krasj.Count(k => Stopwatch.GetElapsedTime(k) < TimeSpan.FromSeconds(65)) < 4;

    private void Drep(int pid, int? skript = null)
    {
        _drepte[skript ?? pid] = 0;
        Prosesser.Drep(pid);
    }

    private async Task<int> Skript(string server) => Systemet.Pid((await _systemet.Ressurs(server))[0]);

    private async Task<int> Meglerprosess() =>
        Prosesser.BarnAv(await Skript("rabbitmq")).Single(pid => File.ReadAllText($"/proc/{pid}/comm").StartsWith("beam", StringComparison.Ordinal));

    /// <summary>In the server's own environment, where its name, its epmd and its cookie are.</summary>
    private async Task Meglerkommando(params string[] argumenter)
    {
        var miljoe = (await File.ReadAllTextAsync($"/proc/{await Meglerprosess()}/environ")).Split('\0')
            .Where(v => v.StartsWith("HOME=", StringComparison.Ordinal) || v.StartsWith("ERL_EPMD", StringComparison.Ordinal) || v.StartsWith("RABBITMQ_", StringComparison.Ordinal));
        await Kjoer("env", [.. miljoe, "/usr/lib/rabbitmq/bin/rabbitmqctl", .. argumenter]);
    }

    private static async Task Kjoer(string program, string[] argumenter)
    {
        using var prosess = Process.Start(new ProcessStartInfo(program, argumenter) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var (ut, feil) = (prosess.StandardOutput.ReadToEndAsync(), prosess.StandardError.ReadToEndAsync());
        await prosess.WaitForExitAsync();
        Assert.True(prosess.ExitCode == 0, $"{program} {argumenter[^1]}: {await ut} {await feil}");
    }
}
