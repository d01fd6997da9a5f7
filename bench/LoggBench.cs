using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Bench.Benk;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Boligsosial.Bench;

/// <summary>What the access log costs: the same person read with and without an entry in it, by turns, over 64 connections.</summary>
internal static class LoggBench
{
    private const int Runder = 5;
    private const int Forbindelser = 64;
    private const int Sekunder = 4;

    public static async Task Kjoer(Tabell tabell)
    {
        await using var servere = new Servere();
        await using var tjeneste = await Benktjeneste.Start(await servere.NyDatabase(), await servere.RabbitMq(), Map);
        await Eventually.Is(async () => (await tjeneste.Klient.GetAsync("/health")).IsSuccessStatusCode, "ready");
        var svar = await (await tjeneste.Klient.PostAsJsonAsync("/api/v1/benk/personer", new { foedselsnummer = "12927197004", navn = "Test Testesen" })).Content.ReadFromJsonAsync<JsonElement>();
        var person = svar.GetProperty("personRef").GetString();
        var token = (await Testutsteder.Delt()).Token(Roller.Drift);

        var (med, uten, feil) = (new List<double>(), new List<double>(), 0);
        for (var runde = 0; runde <= Runder; runde++)
        {
            foreach (var (vei, tall) in new[] { ("uten-logg", uten), ("med-logg", med) })
            {
                var ett = await Last.Maal(new Uri(tjeneste.Klient.BaseAddress!, $"/api/v1/benk/{vei}/{person}"), Forbindelser, Sekunder, token: token);
                feil += ett.Feil;
                if (runde > 0)
                    tall.Add(ett.PerSekund);
            }
        }

        var (logget, bar) = (Tall.Median(med), Tall.Median(uten));
        tabell.Krav($"reads a second with the access log / without, {Forbindelser} connections", $"{logget:0}", $"{bar:0}", $"{logget / bar:0.00} ≥ 0.80", logget >= 0.8 * bar);
        tabell.Linje("answers other than 200", $"{feil}");
    }

    private static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/uten-logg/{id:guid}", async (Guid id, Personer personer, Bruker bruker, CancellationToken avbrutt) =>
            TypedResults.Ok(await personer.Finn(new(id), bruker, avbrutt))).Krever(Tilgang.Drift);
        api.MapGet("/med-logg/{id:guid}", async (Guid id, Personer personer, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt) =>
        {
            var person = await personer.Finn(new(id), bruker, avbrutt);
            await logg.Les(bruker, new Bruk(Handling.Lest, person!.PersonRef, "identitet", "saksbehandling"), avbrutt);
            return TypedResults.Ok(person);
        }).Krever(Tilgang.Drift);
    }
}
