using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Boligsosial.Felles;

namespace Boligsosial.Testing;

/// <summary>What an answer to a bad request may be, and what has been seen.</summary>
public sealed class Svarkontroll(int froe)
{
    private const int FlestVist = 20;

    // What a stack trace, a query or a connection string looks like; nothing that is sent has any of it.
    private static readonly string[] Innside = ["   at ", "Exception", "Npgsql", "System.", ".cs:", "SELECT ", "INSERT INTO", "Host=", "Password=", "Boligsosial."];

    private readonly ConcurrentDictionary<string, string> _feil = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Endepunkt, int Status), int> _svar = new();
    private int _nektet;

    /// <summary>One of each kind, with the seed and the number that make the request again.</summary>
    public IReadOnlyList<string> Feil => [.. _feil.Values.Take(FlestVist)];

    /// <summary>How many Kestrel refused itself, before anything of ours saw them.</summary>
    public int NektetAvKestrel => _nektet;

    /// <summary>How many of each status.</summary>
    public string Fordeling => string.Join(", ", _svar.GroupBy(s => s.Key.Status, s => s.Value).OrderBy(g => g.Key).Select(g => $"{g.Key}: {g.Sum()}")) + $"; nektet av Kestrel: {_nektet}";

    /// <summary>Whether somebody was let in, at least once.</summary>
    public bool Slapp(Endepunkt endepunkt) => _svar.Keys.Any(s => s.Endepunkt == endepunkt.ToString() && s.Status is not (400 or 401 or 403));

    public void Se(int nr, Endepunkt endepunkt, HttpRequestMessage forespoersel, HttpResponseMessage svar, string innhold)
    {
        if (svar is { StatusCode: HttpStatusCode.BadRequest, Headers.ConnectionClose: true } && innhold.Length == 0)
        {
            Interlocked.Increment(ref _nektet);
            return;
        }

        _svar.AddOrUpdate((endepunkt.ToString(), (int)svar.StatusCode), 1, (_, antall) => antall + 1);
        foreach (var feil in Feilene(endepunkt, svar, innhold))
            _feil.TryAdd($"{endepunkt} {feil}", $"frø {froe}, nr {nr}: {forespoersel.Method} {Kort(forespoersel.RequestUri!.OriginalString)} → {(int)svar.StatusCode}: {feil}\n{Kort(innhold)}");
    }

    private static IEnumerable<string> Feilene(Endepunkt endepunkt, HttpResponseMessage svar, string innhold)
    {
        if ((int)svar.StatusCode >= 500)
            yield return "feil hos oss";
        if ((int)svar.StatusCode >= 400 && !ErProblem(svar, innhold))
            yield return "er ikke ProblemDetails";
        foreach (var tegn in Innside.Where(t => innhold.Contains(t, StringComparison.Ordinal)))
            yield return $"viser innsiden ({tegn.Trim()})";
        // The law's own exception: a person's right to see all that is held on them.
        if (Foedselsnummer.FinnesI(innhold) && !(svar.IsSuccessStatusCode && endepunkt.Moenster.RawText!.EndsWith("/innsyn", StringComparison.Ordinal)))
            yield return "gjentar et fødselsnummer";
    }

    private static bool ErProblem(HttpResponseMessage svar, string innhold)
    {
        try
        {
            return svar.Content.Headers.ContentType?.MediaType == "application/problem+json"
                && JsonElement.Parse(innhold) is var problem
                && problem.GetProperty("type").GetString()!.StartsWith("urn:boligsosial:", StringComparison.Ordinal)
                && problem.GetProperty("status").GetInt32() == (int)svar.StatusCode
                && problem.GetProperty("traceId").GetString() is { Length: > 0 };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Kort(string tekst) => Foedselsnummer.Sladd(tekst.Length <= 500 ? tekst : tekst[..500]);
}
