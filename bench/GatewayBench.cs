using System.Text.Json;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;

namespace Boligsosial.Bench;

/// <summary>The same call direct to the service, through the gateway, and through a YARP with nothing around it; by turns.</summary>
internal static class GatewayBench
{
    private const int Runder = 5;
    private const int Forbindelser = 64;
    private const int Sekunder = 5;
    private const string Boliger = "/api/v1/boligregister/boliger";

    public static async Task Kjoer(Tabell tabell)
    {
        await using var servere = new Servere();
        var tilkobling = await servere.NyDatabase();
        await using var database = SqlExtensions.Aapne(tilkobling);
        await using var tjeneste = await Prosess.Boligregister(tilkobling, servere);
        await Bestand.Fyll(database, Bestand.Rader(10_000));
        await database.Kjoer("VACUUM ANALYZE");
        // The limit on one caller is policy; it is counted, but does not stop the one caller that this is.
        await using var gateway = await Prosess.Gateway(tjeneste.Adresse!, ("Gateway__ForespoerslerPerSekund", "1000000"), ("Gateway__ForespoerslerPerSekundPerKlient", "1000000"));
        await using var yarp = await Prosess.Web(Environment.ProcessPath!, ["yarp", tjeneste.Adresse!.OriginalString], [], "/alive");

        using var klient = await tjeneste.Klient();
        using var side = JsonDocument.Parse(await klient.GetStringAsync($"{Boliger}?antall=1"));
        var id = side.RootElement.GetProperty("innhold")[0].GetProperty("id").GetString();
        Uri[] veier = [tjeneste.Adresse!, gateway.Adresse!, yarp.Adresse!];
        await Sammenlign(tabell, "GET one", veier, $"{Boliger}/{id}");
        await Sammenlign(tabell, "GET page of 50", veier, $"{Boliger}?omraade=Sentrum");
        await Tillegg(tabell, veier, $"{Boliger}/{id}");
    }

    private static async Task Sammenlign(Tabell tabell, string hva, Uri[] veier, string sti)
    {
        var svar = await VekseIMellom(veier, sti, Forbindelser, 0);
        var (direkte, gjennom, bar) = (PerSekund(svar[0]), PerSekund(svar[1]), PerSekund(svar[2]));
        tabell.Krav($"{hva}: gateway / direct, {Forbindelser} connections", $"{gjennom:0} rps", $"{direkte:0} rps", $"{gjennom / direkte:0 %} ≥ 45 %", gjennom >= 0.45 * direkte);
        tabell.Linje($"{hva}: gateway / bare YARP", $"{gjennom:0} rps", $"{bar:0} rps", $"{gjennom / bar:0 %}");
        if (svar.Sum(s => s.Sum(r => r.Feil)) is > 0 and var feil)
            tabell.Linje($"{hva}: answers other than 200", $"{feil}");

        static double PerSekund(List<Lastsvar> runder) => Tall.Median(runder.Select(r => r.PerSekund));
    }

    private static async Task Tillegg(Tabell tabell, Uri[] veier, string sti)
    {
        var p50 = (await VekseIMellom(veier, sti, 8, 100)).ConvertAll(runder => Tall.Median(runder.Select(r => r.P50)));
        tabell.Krav("GET one at 100 rps: p50 added by the gateway", Tall.Ms(p50[1] - p50[0]), $"{Tall.Ms(p50[0])} direct", "≤ 1 ms", (p50[1] - p50[0]).TotalMilliseconds <= 1);
        tabell.Linje("GET one at 100 rps: p50 added by bare YARP", Tall.Ms(p50[2] - p50[0]), $"{Tall.Ms(p50[0])} direct");
    }

    /// <summary>A B C A B C …, so that whatever else the machine does falls on all alike. The first round warms and is not counted.</summary>
    private static async Task<List<List<Lastsvar>>> VekseIMellom(Uri[] veier, string sti, int forbindelser, int perSekund)
    {
        var svar = veier.Select(_ => new List<Lastsvar>()).ToList();
        for (var runde = 0; runde <= Runder; runde++)
        {
            for (var vei = 0; vei < veier.Length; vei++)
            {
                var ett = await Last.Maal(new Uri(veier[vei], sti), forbindelser, Sekunder, perSekund);
                if (runde > 0)
                    svar[vei].Add(ett);
            }
        }

        return svar;
    }
}

/// <summary>YARP with one route and nothing else, in a process of its own.</summary>
internal static class BarYarp
{
    public static async Task Kjoer(string maal)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "alt", ClusterId = "maal", Match = new RouteMatch { Path = "{**resten}" } }],
            [new ClusterConfig { ClusterId = "maal", Destinations = new Dictionary<string, DestinationConfig> { ["maal"] = new() { Address = maal } } }]);
        await using var app = builder.Build();
        app.MapReverseProxy();
        await app.RunAsync();
    }
}
