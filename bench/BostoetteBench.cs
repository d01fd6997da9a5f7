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

/// <summary>
/// All recipients in Norway recalculated for a year on one core; an estimate over HTTP beside an endpoint that does nothing, by turns; and a what-if of startlån in the service
/// itself, one at a time.
/// </summary>
internal static class BostoetteBench
{
    // Recipient households in 2025 (Husbanken's annual report).
    private const int Husstander = 134_097;
    private const int Maaneder = 12;
    private const int Runder = 3;
    private const int Forbindelser = 64;
    private const int Sekunder = 3;
    private const string Innhold = """{"dato":"2026-11-01","kommunenummer":"1508","voksne":1,"barn":2,"inntektPerMaaned":30000,"boutgiftPerMaaned":12000}""";

    // As a caseworker asks: four ways to buy one dwelling, one that does not reach, with bostøtte after the purchase.
    private const string Hvahvis = """
        {"dato":"2026-11-23","husholdning":{"nettoInntekt":34000,"livsopphold":19500,"gjeld":1500},"bostoette":{"voksne":1,"barn":2,"inntektPerMaaned":30000},"varianter":[
        {"navn":"annuitet","kjoepesum":2200000,"loepetidAar":30},{"navn":"serie","kjoepesum":2200000,"loepetidAar":30,"laanetype":"serie"},
        {"navn":"med bank","kjoepesum":2200000,"banklaan":500000,"bankRente":5.5,"bankLoepetidAar":25},{"navn":"nok","kjoepesum":1200000,"loepetidAar":30,"avdragsfrihetAar":3}]}
        """;

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
        feil += await Startlaan(tabell, servere, new(tjeneste.Klient.BaseAddress!, "/api/v1/benk/tom"), token);
        tabell.Linje("answers other than 200", $"{feil}");
    }

    /// <summary>In the service as it runs, a process of its own, one caller: what one waits for an answer, and what of it an endpoint that does nothing takes.</summary>
    private static async Task<int> Startlaan(Tabell tabell, Servere servere, Uri tom, string token)
    {
        await using var finansiering = await Prosess.Finansiering(await servere.NyDatabase(), servere);
        var (vaar, ingenting) = (new List<Lastsvar>(), new List<Lastsvar>());
        for (var runde = 0; runde <= Runder; runde++)
        {
            foreach (var (adresse, svar) in new[] { (tom, ingenting), (new Uri(finansiering.Adresse!, "/api/v1/finansiering/startlaan/beregning"), vaar) })
            {
                var ett = await Last.Maal(adresse, 1, Sekunder, token: token, innhold: Hvahvis.ReplaceLineEndings(""));
                if (runde > 0)
                    svar.Add(ett);
            }
        }

        var (p50, p99) = (Tall.Median(vaar.Select(v => v.P50)), Tall.Median(vaar.Select(v => v.P99)));
        tabell.Krav("startlaan/beregning, 4 ways, one caller: p99", Tall.Ms(p99), Tall.Ms(Tall.Median(ingenting.Select(i => i.P99))), "≤ 5 ms", p99.TotalMilliseconds <= 5);
        tabell.Linje("the same: p50", Tall.Ms(p50), Tall.Ms(Tall.Median(ingenting.Select(i => i.P50))));
        return vaar.Concat(ingenting).Sum(s => s.Feil);
    }

    private static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/tom", () => TypedResults.Ok()).Krever(new Tilgang("gjøre ingenting", [Roller.AakeStoenad]));
        BeregnBostoette.Map(api.MapGroup("/bostoette"));
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
