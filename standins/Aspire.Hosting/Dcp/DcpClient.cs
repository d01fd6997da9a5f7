using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Aspire.Hosting.Dcp;

/// <summary>DCP's API is that of a small Kubernetes: objects that one creates, changes, deletes and watches.</summary>
internal sealed class DcpClient(HttpClient http) : IDisposable
{
    public const string Executables = Api + "executables";
    public const string Services = Api + "services";
    private const string Group = "usvc-dev.developer.microsoft.com/v1";
    private const string Api = $"apis/{Group}/";

    public Task CreateAsync(string collection, string kind, JsonObject metadata, JsonObject spec, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, collection, new JsonObject { ["apiVersion"] = Group, ["kind"] = kind, ["metadata"] = metadata, ["spec"] = spec }, "application/json", cancellationToken);

    public Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, null, cancellationToken);

    public Task<JsonNode?> PatchAsync(string path, JsonObject change, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Patch, path, change, "application/merge-patch+json", cancellationToken);

    /// <summary>Deletes, and returns once the object is gone (its process too); true if there was one.</summary>
    public async Task<bool> DeleteAsync(string collection, string name, CancellationToken cancellationToken)
    {
        var path = $"{collection}/{name}";
        if (await SendAsync(HttpMethod.Delete, path, null, null, cancellationToken) is null)
        {
            return false;
        }

        while (await GetAsync(path, cancellationToken) is not null)
        {
            await Task.Delay(20, cancellationToken);
        }

        return true;
    }

    /// <summary>Every object there is, then every change, for as long as the engine lives.</summary>
    public async IAsyncEnumerable<JsonNode> WatchAsync(string collection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in LinesAsync($"{collection}?watch=true", cancellationToken))
        {
            if (JsonNode.Parse(line) is { } update && (string?)update["type"] is "ADDED" or "MODIFIED" && update["object"] is { } changed)
            {
                yield return changed;
            }
        }
    }

    /// <summary>The lines a process writes, each opened by its time, until the process is gone.</summary>
    public IAsyncEnumerable<string> LogAsync(string executable, string source, CancellationToken cancellationToken) =>
        LinesAsync($"{Executables}/{executable}/log?follow=true&timestamps=true&source={source}", cancellationToken);

    public void Dispose() => http.Dispose();

    private async IAsyncEnumerable<string> LinesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        while (await ReadAsync(reader, cancellationToken) is { } line)
        {
            yield return line;
        }
    }

    private static async Task<string?> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            return null; // The engine is gone; so is what it ran.
        }
    }

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonObject? body, string? contentType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue(contentType!));
        }

        using var answer = await http.SendAsync(request, cancellationToken);
        if (answer.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }

        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? text.Length > 0 ? JsonNode.Parse(text) : new JsonObject()
            : throw new DistributedApplicationException($"Aspire's engine refuses {method} {path}: {(int)answer.StatusCode} {text}");
    }
}
