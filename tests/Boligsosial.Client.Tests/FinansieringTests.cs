using System.Text.Json;

namespace Boligsosial.Client.Tests;

public class FinansieringTests
{
    [Fact]
    public async Task Beregner_bostoette_for_en_husstand()
    {
        var svar = Svar.Json("""
            {
              "bostoettePerMaaned": 3461.44, "beregnetPerMaaned": 3461.44, "minsteUtbetaling": 63, "egendelPerAar": 69617.01, "omregnetInntektPerAar": 276923.08, "vekt": 1.30,
              "godkjentBoutgiftPerAar": 125977, "takPerAar": 125977, "oevreInntektsgrensePerMaaned": null, "maaned": "2026-11-01", "satserFra": "2026-06-01", "forbehold": "Husbanken avgjør.",
              "forklaring": [{"navn":"Vekt","tall":1.30,"enhet":"vekt","paragraf":"§ 7","regnestykke":"1 + 2 × 0.15","kilde":"FOR-2026-05-26-940","satserFra":"2026-06-01","nytt":1}]
            }
            """);

        var beregning = await Finansiering.Klient(new HttpClient(svar) { BaseAddress = new Uri("http://gateway.example") })
            .BeregnBostoette(new(new(2026, 11, 22), "1508", 1, 2, 30_000, 12_000) { Boform = "leie" }, TestContext.Current.CancellationToken);

        Assert.Equal(["POST /api/v1/finansiering/bostoette/beregning"], svar.Requests);
        var sendt = JsonDocument.Parse(svar.Bodies[0]!).RootElement;
        Assert.Equal(("2026-11-22", "1508", 2), (sendt.GetProperty("dato").GetString(), sendt.GetProperty("kommunenummer").GetString(), sendt.GetProperty("barn").GetInt32()));
        Assert.False(sendt.TryGetProperty("nettoformue", out _));
        Assert.Equal((3461.44m, (decimal?)null), (beregning.BostoettePerMaaned, beregning.OevreInntektsgrensePerMaaned));
        Assert.Equal("§ 7", Assert.Single(beregning.Forklaring).Paragraf);
    }
}
