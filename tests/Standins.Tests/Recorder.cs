using System.Net;
using System.Text;

namespace Standins.Tests;

/// <summary>Answers every request with the same answer and keeps what was sent.</summary>
internal sealed class Recorder(HttpStatusCode status, string body, string mediaType = "application/json") : HttpMessageHandler
{
    public string? Method { get; private set; }

    public string? PathAndQuery { get; private set; }

    public string? Body { get; private set; }

    public long? Length { get; private set; }

    public Dictionary<string, string> Headers { get; } = [];

    public static Recorder Ok(string body = "{}") => new(HttpStatusCode.OK, body);

    public HttpClient Client(string address = "http://register.example") => new(this) { BaseAddress = new Uri(address) };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Method = request.Method.Method;
        PathAndQuery = request.RequestUri?.PathAndQuery;
        Length = request.Content?.Headers.ContentLength;
        Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        foreach (var (name, values) in request.Headers.Concat(request.Content?.Headers.ToList() ?? []))
        {
            Headers[name] = string.Join(", ", values);
        }

        var answer = new HttpResponseMessage(status)
        {
            RequestMessage = request,
            Content = new StringContent(body, Encoding.UTF8, mediaType),
        };
        answer.Headers.TryAddWithoutValidation("ETag", "\"7\"");
        return answer;
    }
}
