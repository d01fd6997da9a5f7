using System.Net;
using System.Text;

namespace Boligsosial.Client.Tests;

/// <summary>Gives the answers in turn and keeps the requests.</summary>
internal sealed class Svar(params (HttpStatusCode Status, string MediaType, string Body)[] answers) : HttpMessageHandler
{
    private readonly Queue<(HttpStatusCode Status, string MediaType, string Body)> _answers = new(answers);

    public List<string> Requests { get; } = [];

    public List<string?> Bodies { get; } = [];

    public List<string> Headers { get; } = [];

    public static Svar Json(params string[] bodies)
        => new([.. bodies.Select(body => (HttpStatusCode.OK, "application/json", body))]);

    public IBoligregisterApi Klient()
        => Boligregister.Klient(new HttpClient(this) { BaseAddress = new Uri("http://gateway.example") });

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        Bodies.Add(request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken));
        Headers.AddRange(request.Headers
            .Concat(request.Content?.Headers.ToList() ?? [])
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));

        var (status, mediaType, body) = _answers.Dequeue();
        return new HttpResponseMessage(status)
        {
            RequestMessage = request,
            Content = new StringContent(body, Encoding.UTF8, mediaType),
        };
    }
}
