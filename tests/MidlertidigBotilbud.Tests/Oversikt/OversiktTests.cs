using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Oversikt;

namespace Boligsosial.MidlertidigBotilbud.Tests.Oversikt;

/// <summary><see cref="HentKapasitet"/>, <see cref="HentTilbyderbruk"/> and <see cref="HentBotilbudstatistikk"/>; each test has years of its own.</summary>
public sealed class OversiktTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    /// <summary>Ålesund's 2024 (boligsosial plan 2025–2035, 7.1.4): 7 hybler in the centre with 18 persons, 3 with Blå Kors with 11, private with 6; 35 with vedtak, no family with children, avvik.</summary>
    [Fact]
    public async Task Aalesunds_2024_bygges_opp_igjen_av_enkeltsakene()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2024-01-02");
        var (kommunen, kors, hotellet) = (await nav.Tilbyder("Kommunens hybler"), await nav.Tilbyder("Blå Kors", "ideell"), await nav.Tilbyder("Campingplass, hotell og leiligheter", "privat"));
        var netter = 0;
        foreach (var (tilbyder, plasser, personer, pris) in new[] { (kommunen, 7, 18, 0), (kors, 3, 11, 500), (hotellet, 3, 6, 1200) })
        {
            nav.ErDet("2024-01-02");
            var ider = new List<string>();
            for (var i = 0; i < plasser; i++)
                ider.Add(await nav.Plass(tilbyder, $"Plass {i + 1}", new { slag = pris == 1200 ? "hotell" : "hybel", pris, kreverRusfrihet = pris == 0 }));
            for (var i = 0; i < personer; i++)
            {
                var fra = new DateOnly(2024, 1, 5).AddDays(i / plasser * 60);
                var lengde = i % 2 == 0 ? 10 : 30;
                netter += lengde;
                var manglerPlass = tilbyder == hotellet && i == personer - 1; // found nothing the first night
                nav.ErDet($"{fra.AddDays(manglerPlass ? -1 : 0):yyyy-MM-dd}");
                var henvendelse = await nav.Innvilget(new { voksne = 1, personer = new[] { await nav.Person() } });
                if (manglerPlass)
                    await nav.Post($"/henvendelser/{henvendelse}/avvik", new { forsoek = new[] { new { hvor = "Alle", utfall = "Fullt" } }, gjort = "Venterom." });
                nav.ErDet($"{fra:yyyy-MM-dd}");
                var opphold = await nav.Opphold(henvendelse, ider[i % plasser], $"{fra:yyyy-MM-dd}", $"{fra.AddDays(lengde):yyyy-MM-dd}");
                nav.ErDet($"{fra.AddDays(lengde):yyyy-MM-dd}");
                await nav.Post($"/opphold/{opphold}/avreise", new { aarsak = "annet" });
            }
        }

        nav.ErDet("2025-01-15");
        var bruk = (await nav.Hent("/oversikt/tilbydere?fra=2024-01-01&til=2025-01-01")).AsArray().Where(b => (int)b!["netter"]! > 0).ToList();
        Assert.Equal(
            [("Blå Kors", 3, 11, 210, 105_000m), ("Campingplass, hotell og leiligheter", 3, 6, 120, 144_000m), ("Kommunens hybler", 7, 18, 360, 0m)],
            bruk.Select(b => ((string)b!["navn"]!, (int)b["plasser"]!, (int)b["husstander"]!, (int)b["netter"]!, (decimal)b["kroner"]!)));
        Assert.Equal(netter, bruk.Sum(b => (int)b!["netter"]!));
        var tall = await nav.Hent("/oversikt/statistikk?fra=2024-01-01&til=2025-01-01");
        Assert.Equal((35, 0, 0, 0), (Tall(tall, "kostra", "husstander"), Tall(tall, "kostra", "medBarn"), Tall(tall, "kostra", "overTreMaaneder"), Tall(tall, "kostra", "personerNatthjem")));
        Assert.Equal((35, 35, 100m, 1), (Tall(tall, "akutt", "husstanderMedVedtak"), Tall(tall, "akutt", "avgjortSammeDag"), (decimal)tall["akutt"]!["sammedagAndel"]!, Tall(tall, "akutt", "avvik")));
        Assert.All(tall["loependeNaa"]!.AsArray(), a => Assert.Equal(0, (int)a!["antall"]!));
    }

    [Fact]
    public async Task Kapasiteten_er_dag_for_dag_med_gjester_klargjoering_og_stengt()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2028-02-01");
        var tilbyder = await nav.Tilbyder("Hospitset", "privat");
        var (foerste, andre) = (await nav.Plass(tilbyder, "Rom 1", new { slag = "hospits", klargjoeringDager = 1, tarBarn = true }), await nav.Plass(tilbyder, "Rom 2", new { slag = "hospits", tarBarn = true, avviklet = "2028-03-03" }));
        var opphold = await nav.Opphold(await nav.Innvilget(), foerste, "2028-02-20", "2028-02-28");
        await nav.Post($"/plasser/{andre}/stengninger", new { fra = "2028-02-27", til = "2028-03-01", aarsak = "Maling" }, HttpStatusCode.Created);

        var svar = await nav.Hent("/oversikt/kapasitet?fra=2028-02-26&til=2028-03-05");

        var gruppe = svar["grupper"]!.AsArray().Single(g => (string?)g!["slag"] == "hospits")!;
        Assert.Equal((false, true), ((bool)gruppe["kreverRusfrihet"]!, (bool)gruppe["tarBarn"]!));
        Assert.Equal(
            [
                ("2028-02-26", 2, 1, 0, 0, 1), ("2028-02-27", 2, 1, 0, 1, 0), ("2028-02-28", 2, 0, 1, 1, 0), ("2028-02-29", 2, 0, 0, 1, 1),
                ("2028-03-01", 2, 0, 0, 0, 2), ("2028-03-02", 2, 0, 0, 0, 2), ("2028-03-03", 1, 0, 0, 0, 1), ("2028-03-04", 1, 0, 0, 0, 1),
            ],
            gruppe["dager"]!.AsArray().Select(d => ((string)d!["dato"]!, (int)d["plasser"]!, (int)d["belagt"]!, (int)d["klargjoering"]!, (int)d["uteAvDrift"]!, (int)d["ledig"]!)));
        var bruk = (await nav.Hent("/oversikt/tilbydere?fra=2028-02-26&til=2028-03-05")).AsArray().Single(b => (string?)b!["navn"] == "Hospitset")!;
        Assert.Equal((2, 1, 3), ((int)bruk["netter"]!, (int)bruk["klargjoeringsdager"]!, (int)bruk["dagerUteAvDrift"]!));
        nav.ErDet("2028-02-28");
        await nav.Post($"/opphold/{opphold}/avreise", new { aarsak = "annet" });
        Assert.Equal(366, (await nav.Hent("/oversikt/kapasitet?fra=2028-01-01"))["grupper"]![0]!["dager"]!.AsArray().Count);
        await nav.Hent("/oversikt/kapasitet?fra=2028-01-01&til=2029-01-02", HttpStatusCode.BadRequest, "ugyldig");
        await nav.Hent("/oversikt/tilbydere?fra=2028-01-01&til=2028-01-01", HttpStatusCode.BadRequest, "ugyldig");
        await nav.Hent("/oversikt/statistikk?fra=1999-01-01", HttpStatusCode.BadRequest, "ugyldig");
    }

    /// <summary>2030: nights by kind of household, natthjem apart, what was late and what is missing.</summary>
    [Fact]
    public async Task KOSTRA_samme_dag_og_avvik_som_ingen_skrev_ned()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        using var koordinator = tjeneste.Som(Roller.BoligsosialKoordinator);
        nav.ErDet("2029-12-20");
        var tilbyder = await nav.Tilbyder("Kommunen 2030");
        var nr = 0;
        await Bor(new { voksne = 1 }, "2029-12-20", "2030-01-03"); // 14 nights, two of them in 2030
        await Bor(new { voksne = 1 }, "2030-02-01", "2030-02-16"); // 15
        await Bor(new { voksne = 1, barnsAlder = new[] { 3 } }, "2030-02-01", "2030-05-02"); // 90
        await Bor(new { voksne = 1, barnsAlder = new[] { 3 } }, "2030-02-01", "2030-05-03"); // 91
        await Bor(new { voksne = 1 }, "2030-06-01", "2030-06-02", "natthjem");
        await Bor(new { voksne = 1 }, "2029-12-20", "2030-01-01"); // left on New Year's Day: no night in 2030

        nav.ErDet("2030-11-01T23:00");
        var (glemt, sen) = (await nav.Innvilget(), (string)(await nav.Kommer())["id"]!);
        nav.ErDet("2030-11-02T08:00");
        await nav.Post($"/henvendelser/{sen}/avslag", new { grunn = "klarer-det-selv", begrunnelse = "Har hotellrom." });
        var tall = await nav.Hent("/oversikt/statistikk?fra=2030-01-01", som: koordinator);

        Assert.Equal((4, 2, 1, 1, 1, 1), (
            Tall(tall, "kostra", "husstander"), Tall(tall, "kostra", "medBarn"), Tall(tall, "kostra", "overTreMaaneder"), Tall(tall, "kostra", "medBarnOverTreMaaneder"), Tall(tall, "kostra", "inntil14Doegn"), Tall(tall, "kostra", "personerNatthjem")));
        Assert.Equal((50m, 25m), ((decimal)tall["kostra"]!["andelMedBarnOverTreMaaneder"]!, (decimal)tall["kostra"]!["andelInntil14Doegn"]!));
        // Received in 2030: three with a bed, one in natthjem, one forgotten, one decided the day after.
        Assert.Equal((6, 6, 5, 5, 1, 0, 2), (
            Tall(tall, "akutt", "henvendelser"), Tall(tall, "akutt", "akutte"), Tall(tall, "akutt", "avgjortSammeDag"), Tall(tall, "akutt", "innvilget"), Tall(tall, "akutt", "avslag"), Tall(tall, "akutt", "avvik"),
            Tall(tall, "akutt", "utenPlassOgUtenAvvik")));
        await nav.Post($"/henvendelser/{glemt}/avvik", new { forsoek = new[] { new { hvor = "Alle", utfall = "Fullt" } }, gjort = "Venterom.", dato = "2030-11-01" });
        tall = await nav.Hent("/oversikt/statistikk?fra=2030-01-01");
        Assert.Equal((1, 1), (Tall(tall, "akutt", "avvik"), Tall(tall, "akutt", "utenPlassOgUtenAvvik")));

        var loeper = await nav.Opphold(glemt, await nav.Plass(tilbyder, "Siste"), "2030-11-02", "2031-02-01");
        nav.ErDet("2031-01-01");
        var alder = (await nav.Hent("/oversikt/statistikk?fra=2030-01-01"))["loependeNaa"]!.AsArray();
        Assert.Equal([0, 14, 30, 60, 75, 90], alder.Select(a => (int)a!["fraDoegn"]!));
        Assert.Equal([0, 0, 0, 1, 0, 0], alder.Select(a => (int)a!["antall"]!));
        await nav.Post($"/opphold/{loeper}/avreise", new { aarsak = "annet" });

        async Task Bor(object hvem, string fra, string til, string slag = "hybel")
        {
            nav.ErDet(fra);
            var plass = await nav.Plass(tilbyder, $"Plass {nr++}", new { slag, tarBarn = true });
            var id = await nav.Opphold(await nav.Innvilget(hvem), plass, fra, til, "Ingen har sett på plassen.");
            nav.ErDet(til);
            await nav.Post($"/opphold/{id}/avreise", new { aarsak = "annet" });
        }
    }

    private static int Tall(JsonNode svar, string gruppe, string felt) => int.Parse(svar[gruppe]![felt]!.ToString(), CultureInfo.InvariantCulture);
}
