using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Boligsosial.Felles;
using Boligsosial.Testing;

namespace Boligsosial.Bench;

/// <summary>A program in a process of its own, so that its memory and CPU are its own. Ends with the measurement.</summary>
internal sealed class Prosess : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Prosess, bool> Levende = new();
    private readonly Process _prosess;
    private readonly ConcurrentQueue<string> _linjer = new();

    static Prosess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var prosess in Levende.Keys)
            prosess._prosess.Kill(entireProcessTree: true);
    };

    private Prosess(string program, IEnumerable<string> argumenter, IReadOnlyDictionary<string, string> miljoe)
    {
        var start = new ProcessStartInfo(program, argumenter) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // A service finds its settings in the folder that it is started from: its project's, as in AppHost.
        if (Path.GetDirectoryName(program) is { Length: > 0 } mappe && mappe.IndexOf("/bin/", StringComparison.Ordinal) is > 0 and var bin)
            start.WorkingDirectory = mappe[..bin];
        foreach (var (navn, verdi) in miljoe)
            start.Environment[navn] = verdi;
        _prosess = Process.Start(start)!;
        _prosess.OutputDataReceived += (_, linje) => _linjer.Enqueue(linje.Data ?? "");
        _prosess.ErrorDataReceived += (_, linje) => _linjer.Enqueue(linje.Data ?? "");
        _prosess.BeginOutputReadLine();
        _prosess.BeginErrorReadLine();
        Levende[this] = true;
    }

    /// <summary>Where it listens; null for a program that does not.</summary>
    public Uri? Adresse { get; private init; }

    public int Id => _prosess.Id;

    /// <summary>What it has written since last asked.</summary>
    public List<string> Linjer()
    {
        var linjer = new List<string>();
        while (_linjer.TryDequeue(out var linje))
            linjer.Add(linje);
        return linjer;
    }

    public static Prosess Start(string program, IEnumerable<string> argumenter) => new(program, argumenter, new Dictionary<string, string>());

    /// <summary>This program again, as one of its parts.</summary>
    public static Prosess Del(params string[] argumenter) => Start(Environment.ProcessPath!, argumenter);

    /// <summary>A built web program on a free port, ready to answer.</summary>
    public static async Task<Prosess> Web(string program, IEnumerable<string> argumenter, Dictionary<string, string> miljoe, string klar = "/health")
    {
        var adresse = new Uri($"http://127.0.0.1:{LedigPort()}");
        var prosess = new Prosess(program, argumenter, new Dictionary<string, string>(miljoe) { ["ASPNETCORE_URLS"] = adresse.OriginalString }) { Adresse = adresse };
        using var klient = new HttpClient();
        var start = Stopwatch.GetTimestamp();
        while (!await Svarer(klient, new Uri(adresse, klar)))
        {
            if (prosess._prosess.HasExited || Stopwatch.GetElapsedTime(start) > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException($"{program} did not start:\n{string.Join('\n', prosess.Linjer())}");
            await Task.Delay(50);
        }

        return prosess;
    }

    private static async Task<bool> Svarer(HttpClient klient, Uri adresse)
    {
        try
        {
            using var svar = await klient.GetAsync(adresse);
            return svar.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public static Task<Prosess> Boligregister(string database, Servere servere, params (string Navn, string Verdi)[] innstillinger) => Tjeneste("Boligregister", database, servere, innstillinger);

    public static Task<Prosess> Finansiering(string database, Servere servere) => Tjeneste("Finansiering", database, servere);

    private static async Task<Prosess> Tjeneste(string navn, string database, Servere servere, params (string Navn, string Verdi)[] innstillinger) => await Web(
        Bygd($"services/{navn}", $"Boligsosial.{navn}"), [],
        (await Tilgang()).Concat(innstillinger).Append(($"ConnectionStrings__{navn.ToLowerInvariant()}-db", database)).Append(("ConnectionStrings__rabbitmq", await servere.RabbitMq())).ToDictionary());

    public static async Task<Prosess> MidlertidigBotilbud(string database, Servere servere) => await Web(
        Bygd("services/MidlertidigBotilbud", "Boligsosial.MidlertidigBotilbud"), [],
        (await Tilgang()).Append(("ConnectionStrings__midlertidig-botilbud-db", database)).Append(("ConnectionStrings__rabbitmq", await servere.RabbitMq())).ToDictionary());

    public static async Task<Prosess> Gateway(Uri boligregister, params (string Navn, string Verdi)[] innstillinger) => await Web(
        Bygd("gateway", "Boligsosial.Gateway"), [],
        (await Tilgang()).Concat(innstillinger).Append(("services__boligregister__http__0", boligregister.OriginalString)).ToDictionary());

    /// <summary>Speaks to it in a role.</summary>
    public async Task<HttpClient> Klient(string rolle = Roller.AakeUtleie) =>
        new() { BaseAddress = Adresse, Timeout = TimeSpan.FromMinutes(10), DefaultRequestHeaders = { Authorization = new("Bearer", await Token(rolle)) } };

    public static async Task<string> Token(string rolle = Roller.AakeUtleie) => (await Testutsteder.Delt()).Token(rolle);

    private static async Task<IEnumerable<(string Navn, string Verdi)>> Tilgang() =>
        (await Testutsteder.Delt()).Innstillinger().Select(i => (i.Navn.Replace(":", "__", StringComparison.Ordinal), i.Verdi)).Append(("ASPNETCORE_ENVIRONMENT", "Development"));

    public Task<int> Ferdig() => _prosess.WaitForExitAsync().ContinueWith(_ => _prosess.ExitCode, TaskScheduler.Default);

    /// <summary>Most memory held (resident) since <see cref="NullstillTopp"/>, in bytes.</summary>
    public long Topp => Status(_prosess.Id, "VmHWM");

    public void NullstillTopp() => File.WriteAllText($"/proc/{_prosess.Id}/clear_refs", "5");

    public static long Status(int pid, string felt) => Felt($"/proc/{pid}/status", felt);

    /// <summary>What a process holds alone and its share of what it holds together with others (the runtime's files), in bytes: of several, this adds up to what they take of the machine.</summary>
    public static long Andel(int pid) => Felt($"/proc/{pid}/smaps_rollup", "Pss");

    private static long Felt(string fil, string felt)
    {
        var linje = File.ReadLines(fil).First(l => l.StartsWith(felt + ':', StringComparison.Ordinal));
        return long.Parse(linje.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) * 1024;
    }

    public static int LedigPort()
    {
        using var lytter = new TcpListener(IPAddress.Loopback, 0);
        lytter.Start();
        return ((IPEndPoint)lytter.LocalEndpoint).Port;
    }

    /// <summary>The repository that this program was built in.</summary>
    public static string Rot { get; } = FinnRot(new DirectoryInfo(AppContext.BaseDirectory));

    public async ValueTask DisposeAsync()
    {
        Levende.TryRemove(this, out _);
        if (!_prosess.HasExited)
            _prosess.Kill(entireProcessTree: true);
        await _prosess.WaitForExitAsync();
        _prosess.Dispose();
    }

    private static string Bygd(string prosjekt, string program) => Path.Combine(Rot, prosjekt, "bin/Release/net10.0", program);

    private static string FinnRot(DirectoryInfo mappe) =>
        File.Exists(Path.Combine(mappe.FullName, "Boligsosial.sln")) ? mappe.FullName : FinnRot(mappe.Parent!);
}
