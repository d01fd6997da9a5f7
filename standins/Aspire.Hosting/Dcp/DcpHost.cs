using System.Collections;
using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Aspire.Hosting.Dcp;

internal sealed record EngineOptions(string DcpPath, bool RandomizePorts);

/// <summary>
/// Starts Aspire's engine and says where it answers. DCP watches this process: when it dies, however it dies, DCP stops
/// every process it started and then itself.
/// </summary>
internal sealed class DcpHost(EngineOptions options, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);

    // Settings of this process that would mean something else in a child.
    private static readonly string[] NotInherited = ["ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "DOTNET_LAUNCH_PROFILE"];

    private DcpClient? _client;

    public DcpClient Client => _client ?? throw new InvalidOperationException("DCP is not started.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(options.DcpPath))
        {
            throw new DistributedApplicationException($"Aspire's engine is not at {options.DcpPath}; ./boligsosial installs it.");
        }

        var session = Directory.CreateTempSubdirectory("aspire.").FullName; // DCP deletes it when it ends.
        var kubeconfig = Path.Combine(session, "kubeconfig");
        var start = new ProcessStartInfo(options.DcpPath, ["start-apiserver", "--monitor", $"{Environment.ProcessId}", "--detach", "--kubeconfig", kubeconfig])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (!NotInherited.Contains((string)variable.Key))
            {
                start.Environment[(string)variable.Key] = (string?)variable.Value;
            }
        }

        start.Environment["DCP_SESSION_FOLDER"] = session;
        using var process = Process.Start(start)!;
        var deadline = time.GetTimestamp();
        while (!IsComplete(kubeconfig))
        {
            if (time.GetElapsedTime(deadline) > StartDeadline)
            {
                throw new DistributedApplicationException($"Aspire's engine did not start within {StartDeadline.TotalSeconds:0} s.");
            }

            await Task.Delay(20, cancellationToken);
        }

        _client = Connect(await File.ReadAllTextAsync(kubeconfig, cancellationToken));
    }

    /// <summary>Stops all processes, waits until they are gone, then stops DCP itself.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_client is null)
        {
            return;
        }

        try
        {
            var state = await _client.PatchAsync("admin/execution", Execution("CleaningResources"), cancellationToken);
            while ((string?)state?["status"] is "CleaningResources" or "Running")
            {
                await Task.Delay(50, cancellationToken);
                state = await _client.GetAsync("admin/execution", cancellationToken);
            }

            await _client.PatchAsync("admin/execution", Execution("Stopping"), cancellationToken);
        }
        catch (HttpRequestException)
        {
            // The engine is gone, and with it what it ran.
        }
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static JsonObject Execution(string status) => new() { ["status"] = status, ["shutdownResourceCleanup"] = "Full" };

    private static bool IsComplete(string kubeconfig)
    {
        try
        {
            return File.Exists(kubeconfig) && File.ReadAllText(kubeconfig) is var text && text.EndsWith('\n') && Find(text, "token")?.Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static DcpClient Connect(string kubeconfig)
    {
        var authority = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(Find(kubeconfig, "certificate-authority-data")!));
        var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, _) => certificate is not null && chain is not null && IsIssuedBy(authority, certificate, chain);
        var http = new HttpClient(handler)
        {
            BaseAddress = new Uri(Find(kubeconfig, "server") + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Find(kubeconfig, "token"));
        return new DcpClient(http);
    }

    private static bool IsIssuedBy(X509Certificate2 authority, X509Certificate certificate, X509Chain chain)
    {
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        return chain.Build((X509Certificate2)certificate);
    }

    /// <summary>The value on the line <c>key: value</c>; the file is YAML, but the few lines needed are simple.</summary>
    private static string? Find(string kubeconfig, string key) => kubeconfig.Split('\n').Select(line => line.Trim())
        .FirstOrDefault(line => line.StartsWith(key + ": ", StringComparison.Ordinal))?[(key.Length + 2)..];
}
