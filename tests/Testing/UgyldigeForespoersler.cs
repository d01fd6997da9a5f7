using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Boligsosial.Felles;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Boligsosial.Testing;

/// <summary>
/// Bad requests without end, to all endpoints that a service has, and what every answer to them must be: a refusal that says
/// what it is and nothing of the inside. The seed and the number make the request again.
/// </summary>
/// <param name="froe">The seed.</param>
/// <param name="endepunkter">Where to: <see cref="Endepunkt.Alle"/>.</param>
/// <param name="utsteder">Gives the callers their tokens.</param>
/// <param name="kjente">Ids of things that are there.</param>
/// <param name="eksempel">A body that the service takes, where its type does not tell enough.</param>
public sealed class UgyldigeForespoersler(
    int froe, IReadOnlyList<Endepunkt> endepunkter, Testutsteder utsteder, IReadOnlyList<Guid> kjente, Func<Type, Random, JsonNode?> eksempel)
{
    private const int LengsteAdresse = 7000; // Kestrel refuses longer ones itself.
    private const int Brukere = 20;
    private static readonly string[] Metoder = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TULL"];
    private readonly ConcurrentDictionary<(string, int), string> _tokener = new();
    private readonly UgyldigInnhold _innhold = new(kjente, eksempel);

    /// <summary>Sends the first so many, over four connections.</summary>
    public async Task<Svarkontroll> Send(Uri tjeneste, int antall)
    {
        // The answers are what the service lets out; the addresses here are not the service's.
        using var lytter = Utslipp.Delt.Lytter(adresser: false);
        lytter.InnerHandler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxConnectionsPerServer = 4,
            ActivityHeadersPropagator = null,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        };
        using var klient = new HttpClient(lytter);
        var kontroll = new Svarkontroll(froe);
        await Parallel.ForEachAsync(Enumerable.Range(0, antall), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (nr, avbrutt) =>
        {
            var (endepunkt, forespoersel) = Lag(nr, tjeneste);
            using (forespoersel)
            using (var svar = await klient.SendAsync(forespoersel, avbrutt))
                kontroll.Se(nr, endepunkt, forespoersel, svar, await svar.Content.ReadAsStringAsync(avbrutt));
        });
        return kontroll;
    }

    private (Endepunkt Endepunkt, HttpRequestMessage Forespoersel) Lag(int nr, Uri tjeneste)
    {
        var tilfeldig = new Random(unchecked((froe * 1_000_003) + nr));
        var endepunkt = tilfeldig.Velg(endepunkter);
        var adresse = $"{tjeneste.AbsoluteUri.TrimEnd('/')}{Sti(endepunkt.Moenster, tilfeldig)}{Spoerring(endepunkt, tilfeldig)}";
        var forespoersel = new HttpRequestMessage(
            new(tilfeldig.EnAv(50) ? tilfeldig.Velg(Metoder) : endepunkt.Metode),
            // As it is written: nothing is tidied away.
            new Uri(adresse[..Math.Min(adresse.Length, LengsteAdresse)], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (Token(endepunkt, tilfeldig) is { } token)
            forespoersel.Headers.Authorization = new("Bearer", token);
        if (endepunkt.Innhold is not null ? !tilfeldig.EnAv(20) : tilfeldig.EnAv(20))
            forespoersel.Content = Innhold(endepunkt, tilfeldig);
        while (tilfeldig.EnAv(3))
            Hode(forespoersel, tilfeldig);
        return (endepunkt, forespoersel);
    }

    /// <summary>Mostly somebody who is let in, so that the request gets as far as it can.</summary>
    private string? Token(Endepunkt endepunkt, Random tilfeldig)
    {
        if (tilfeldig.EnAv(25))
            return null;
        var rolle = endepunkt.Roller.Count == 0 || tilfeldig.EnAv(30) ? tilfeldig.Velg(Roller.Alle.ToList()) : tilfeldig.Velg(endepunkt.Roller);
        return _tokener.GetOrAdd((rolle, tilfeldig.Next(Brukere)), bruker => utsteder.Token(bruker.Item1, bruker: $"{bruker.Item1}-{bruker.Item2}"));
    }

    private string Sti(RoutePattern moenster, Random tilfeldig)
    {
        var sti = new StringBuilder();
        foreach (var ledd in moenster.PathSegments)
            sti.Append('/').AppendJoin("", ledd.Parts.Select(del => del switch
            {
                RoutePatternLiteralPart fast => fast.Content,
                RoutePatternSeparatorPart skille => skille.Content,
                RoutePatternParameterPart verdi when !tilfeldig.EnAv(3) => Gyldig(verdi, tilfeldig),
                _ => Verdi(tilfeldig),
            }));
        return tilfeldig.EnAv(40) ? $"{sti}/{Verdi(tilfeldig)}" : sti.ToString();
    }

    private string Gyldig(RoutePatternParameterPart verdi, Random tilfeldig) => (verdi.ParameterPolicies is [var krav, ..] ? krav.Content : null) switch
    {
        "guid" => _innhold.Id(tilfeldig),
        "int" or "long" => tilfeldig.Next(100).ToString(CultureInfo.InvariantCulture),
        _ => "navn",
    };

    private static string Spoerring(Endepunkt endepunkt, Random tilfeldig)
    {
        var ledd = new List<string>();
        for (var antall = endepunkt.Spoerring.Count == 0 ? tilfeldig.Next(6) / 5 : tilfeldig.Next(4); antall > 0; antall--)
        {
            var navn = endepunkt.Spoerring.Count == 0 || tilfeldig.EnAv(10) ? Verdi(tilfeldig) : tilfeldig.Velg(endepunkt.Spoerring);
            ledd.Add(tilfeldig.Next(12) switch
            {
                0 => navn,
                1 => $"{navn}[]={Verdi(tilfeldig)}&{navn}[0]={Verdi(tilfeldig)}",
                2 => string.Join('&', Enumerable.Repeat($"{navn}={Verdi(tilfeldig)}", tilfeldig.Next(300))),
                _ => $"{navn}={Verdi(tilfeldig)}",
            });
        }

        return ledd.Count == 0 ? "" : $"?{string.Join(tilfeldig.EnAv(20) ? "&&" : "&", ledd)}";
    }

    private static string Verdi(Random tilfeldig) =>
        tilfeldig.EnAv(4) ? tilfeldig.Velg(Rusk.Adresser) : tilfeldig.EnAv(4) ? tilfeldig.Next(10).ToString(CultureInfo.InvariantCulture) : Uri.EscapeDataString(tilfeldig.Velg(Rusk.Tekster));

    private ByteArrayContent Innhold(Endepunkt endepunkt, Random tilfeldig)
    {
        var innhold = new ByteArrayContent(endepunkt.Innhold is null ? [.. "{}"u8] : _innhold.Lag(endepunkt, tilfeldig));
        var type = tilfeldig.EnAv(10) ? tilfeldig.Velg(["", .. Rusk.Medietyper]) : endepunkt.Medietype;
        if (type.Length > 0)
            innhold.Headers.TryAddWithoutValidation("Content-Type", type);
        return innhold;
    }

    private static void Hode(HttpRequestMessage forespoersel, Random tilfeldig)
    {
        var (navn, verdier) = tilfeldig.Velg(Rusk.Hoder);
        if (navn == "Authorization" && !tilfeldig.EnAv(3))
            return;
        if (navn == "Content-Encoding")
            forespoersel.Content?.Headers.TryAddWithoutValidation(navn, tilfeldig.Velg(verdier));
        else
            forespoersel.Headers.TryAddWithoutValidation(navn, tilfeldig.Velg(verdier));
        for (var antall = tilfeldig.EnAv(20) ? 60 : 0; antall > 0; antall--)
            forespoersel.Headers.TryAddWithoutValidation($"X-Hode-{antall}", tilfeldig.Velg(Rusk.Foedselsnumre));
        if (tilfeldig.EnAv(10))
            forespoersel.Headers.TransferEncodingChunked = forespoersel.Content is not null;
    }
}
