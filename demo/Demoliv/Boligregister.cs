using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Boligsosial.Demoliv;

/// <summary>The public API as the demo calls it: each POST with a key of its own, so that a call that is tried again is done once.</summary>
public sealed class Boligregister(HttpClient http)
{
    private const string Rot = "/api/v1/boligregister/";
    private const int Forsoek = 5;

    /// <summary>Answers that tell one to come back; 412 when the system's own night work was at the same lease.</summary>
    private static readonly HttpStatusCode[] Senere = [HttpStatusCode.PreconditionFailed, HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable];

    /// <summary>Everything of a list, page after page.</summary>
    public async Task<List<JsonObject>> Alle(string liste)
    {
        var (alle, etter) = (new List<JsonObject>(), "");
        do
        {
            var side = await Hent($"{liste}{(liste.Contains('?', StringComparison.Ordinal) ? '&' : '?')}antall=500{etter}");
            alle.AddRange(side["innhold"]!.AsArray().Select(rad => rad!.AsObject()));
            etter = (string?)side["neste"] is { } neste ? $"&etter={neste}" : "";
        }
        while (etter.Length > 0);
        return alle;
    }

    public Task<JsonObject> Hent(string adresse) => Send(() => new HttpRequestMessage(HttpMethod.Get, Rot + adresse));

    /// <param name="adresse">Under the service's own.</param>
    /// <param name="noekkel">What the call is in the story: the same the next time it is told.</param>
    /// <param name="innhold">The body.</param>
    public Task<JsonObject> Post(string adresse, string noekkel, object innhold) => Send(() => new HttpRequestMessage(HttpMethod.Post, Rot + adresse)
    {
        Content = JsonContent.Create(innhold),
        Headers = { { "Idempotency-Key", $"demoliv-{noekkel}" } },
    });

    public Task<JsonObject> PostCsv(string adresse, string csv) => Send(() => new HttpRequestMessage(HttpMethod.Post, Rot + adresse)
    {
        Content = new ByteArrayContent(Encoding.UTF8.GetBytes(csv)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } },
    });

    private async Task<JsonObject> Send(Func<HttpRequestMessage> lag)
    {
        for (var forsoek = 1; ; forsoek++)
        {
            using var melding = lag();
            using var svar = await http.SendAsync(melding);
            var tekst = await svar.Content.ReadAsStringAsync();
            if (svar.IsSuccessStatusCode)
                return tekst.Length == 0 ? [] : JsonNode.Parse(tekst)!.AsObject();
            if (forsoek == Forsoek || !Senere.Contains(svar.StatusCode))
                throw new HttpRequestException($"{melding.Method} {melding.RequestUri}: {(int)svar.StatusCode} {tekst}");
            await Task.Delay(TimeSpan.FromMilliseconds(200 * forsoek));
        }
    }
}
