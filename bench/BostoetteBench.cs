using System.Diagnostics;
using Boligsosial.Bench.Benk;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Boligsosial.Bench;

/// <summary>All recipients in Norway recalculated for a year on one core; and an estimate over HTTP beside an endpoint that does nothing, by turns.</summary>
internal static class BostoetteBench
{
    // Recipient households in 2025 (Husbanken's annual report).
    private const int Husstander = 134_097;
    private const int Maaneder = 12;
    private const int Runder = 3;
    private const int Forbindelser = 64;
    private const int Sekunder = 3;
    private const string Innhold = """{"dato":"2026-11-01","kommunenummer":"1508","voksne":1,"barn":2,"inntektPerMaaned":30000,"boutgiftPerMaaned":12000}""";

    public static async Task Kjoer(Tabell tabell)
    {
        Kjerne(tabell);

        await using var servere = new Servere();
        await using var tjeneste = await Benktjeneste.Start(await servere.NyDatabase(), await servere.RabbitMq(), Map);
        await Eventually.Is(async () => (await tjeneste.Klient.GetAsync("/health")).IsSuccessStatusCode, "ready");
        var token = (await Testutsteder.Delt()).Token(Roller.AakeStoenad);
        var (vaar, tom, feil) = (new List<double>(), new List<double>(), 0);
        for (var runde = 0; runde <= Runder; runde++)
        {
            foreach (var (vei, tall) in new[] { ("tom", tom), ("bostoette/beregning", vaar) })
            {
                var ett = await Last.Maal(new Uri(tjeneste.Klient.BaseAddress!, $"/api/v1/benk/{vei}"), Forbindelser, Sekunder, token: token, innhold: Innhold);
                feil += ett.Feil;
                if (runde > 0)
                    tall.Add(ett.PerSekund);
            }
        }

        var (beregning, ingenting) = (Tall.Median(vaar), Tall.Median(tom));
        tabell.Krav($"beregning over HTTP / empty endpoint, a second, {Forbindelser} connections", $"{beregning:0}", $"{ingenting:0}", $"{beregning / ingenting:0.00} ≥ 0.60", beregning >= 0.6 * ingenting);
        tabell.Linje("answers other than 200", $"{feil}");
    }

    private static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/tom", () => TypedResults.Ok()).Krever(new Tilgang("gjøre ingenting", [Roller.AakeStoenad]));
        api.MapBostoette();
    }

    /// <summary>Households of all kinds, in the twelve months in which the rates changed most.</summary>
    private static void Kjerne(Tabell tabell)
    {
        var tall = new Random(Husstander);
        var husstander = Enumerable.Range(0, Husstander).Select(_ => new Grunnlag
        {
            Dato = new(2024, 1, 1),
            Gruppe = tall.Next(4),
            Voksne = tall.Next(1, 3),
            Barn = tall.Next(4),
            InntektPerMaaned = tall.Next(8_000, 32_000),
            BoutgiftPerMaaned = tall.Next(5_000, 16_000),
            UngUfoer = tall.Next(20) == 0,
            Nettoformue = tall.Next(10) == 0 ? 500_000 : 0,
        }).ToArray();

        var tider = Enumerable.Range(0, Runder).Select(_ => Aaret(husstander)).ToList();
        tabell.Krav($"{Husstander} households × {Maaneder} months, one core", Tall.S(Tall.Median(tider)), "", "≤ 2 s", Tall.Median(tider).TotalSeconds <= 2);
    }

    private static TimeSpan Aaret(Grunnlag[] husstander)
    {
        using var prosess = Process.GetCurrentProcess();
        var (start, sum) = (prosess.TotalProcessorTime, 0m);
        for (var maaned = 1; maaned <= Maaneder; maaned++)
        {
            var satser = Satshistorikk.For(new(2024, maaned, 1))!;
            foreach (ref readonly var husstand in husstander.AsSpan())
                sum += Utmaaling.Beregn(husstand, satser).PerMaaned;
        }

        // What the core has worked, not what it has waited for others on a shared machine; nothing else runs here.
        prosess.Refresh();
        var brukt = prosess.TotalProcessorTime - start;
        return sum > 0 ? brukt : throw new InvalidOperationException("Nobody gets any.");
    }
}
