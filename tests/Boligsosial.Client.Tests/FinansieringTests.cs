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

    [Fact]
    public async Task Spoer_hva_en_husholdning_kan_laane()
    {
        var svar = Svar.Json("""
            {"dato":"2026-11-23","forbehold":"Et regnestykke.","nytt":1,"varianter":[
              {"navn":"A","avvisning":null,"resultat":{"laan":1500000,"stoersteLaan":1700000,"mangler":0,"begrensning":"behovet","disponibeltPerMaaned":18500,"kostnadPerMaaned":7500.25,
                "stressetKostnadPerMaaned":9900,"rente":4.381,"stressrente":6.5,"utveier":[{"kode":"taaler-rente","naa":6.5,"maa":8.1,"enhet":"prosent","laan":1500000,"holder":true,"regel":"§ 5-2"}]}},
              {"navn":"B","avvisning":{"kode":"loepetid-for-lang","tekst":"Høyst 50 år."},"resultat":null}],"satser":[]}
            """);

        var beregning = await Klient(svar).BeregnStartlaan(new(new(38_000, 19_500), [new() { Navn = "A", Kjoepesum = 1_500_000 }, new() { Navn = "B", LoepetidAar = 60 }]), TestContext.Current.CancellationToken);

        Assert.Equal(["POST /api/v1/finansiering/startlaan/beregning"], svar.Requests);
        var sendt = JsonDocument.Parse(svar.Bodies[0]!).RootElement;
        Assert.Equal((38_000m, 60), (sendt.GetProperty("husholdning").GetProperty("nettoInntekt").GetDecimal(), sendt.GetProperty("varianter")[1].GetProperty("loepetidAar").GetInt32()));
        Assert.False(sendt.TryGetProperty("dato", out _));
        Assert.Equal((7_500.25m, "taaler-rente"), (beregning.Varianter[0].Resultat!.KostnadPerMaaned, Assert.Single(beregning.Varianter[0].Resultat!.Utveier).Kode));
        Assert.Equal(("loepetid-for-lang", (Laaneresultat?)null), (beregning.Varianter[1].Avvisning!.Kode, beregning.Varianter[1].Resultat));
    }

    [Fact]
    public async Task Foelger_en_soeknad_om_startlaan_fra_registrering_til_vedtak()
    {
        const string Soeknad = """
            {"id":"0197aa00-0000-7000-8000-000000000001","ordning":"ordinaer","formaal":"kjoep","status":"innvilget","soekere":["0197aa00-0000-8000-8000-000000000002"],"mottatt":"2026-11-02",
             "soektBeloep":1500000,"dokumentasjonMangler":["gjeld"],"bevis":{"beloep":1500000,"gyldigTil":"2027-05-10","forlenget":0},
             "vedtak":[{"nr":1,"utfall":"innvilget","dato":"2026-11-10","beloep":1500000,"avslagsgrunn":null,"begrunnelse":"Ja.","klagefrist":"2026-12-05","besluttetAv":"Berit","klage":null}]}
            """;
        var svar = Svar.Json(Soeknad, Soeknad, Soeknad, Soeknad, $$"""{"innhold":[{{Soeknad}}],"neste":"videre"}""");
        var (klient, avbrutt) = (Klient(svar), TestContext.Current.CancellationToken);
        var (id, person) = (new Guid("0197aa00-0000-7000-8000-000000000001"), new Guid("0197aa00-0000-8000-8000-000000000002"));

        using var registrert = await klient.RegistrerStartlaansoeknad(new([person], "kjoep", 1, new(38_000, 19_500), 1_500_000) { Boforhold = "privat-leid" }, "forsoek-1", avbrutt);
        using var hentet = await klient.HentStartlaansoeknad(id, avbrutt);
        using var innvilget = await klient.InnvilgStartlaan(id, new(1_500_000, "Ja."), avbrutt);
        using var avslaatt = await klient.AvslaaStartlaan(id, new("ikke-vanskeligstilt", "Nei."), avbrutt);
        var side = await klient.SoekStartlaansoeknader(new() { Status = "innvilget", PersonRef = person, Ubrukt = true }, avbrutt);

        const string Soeknader = "/api/v1/finansiering/startlaan/soeknader";
        Assert.Equal(
            [$"POST {Soeknader}", $"GET {Soeknader}/{id}", $"POST {Soeknader}/{id}/innvilgelse", $"POST {Soeknader}/{id}/avslag", $"GET {Soeknader}?status=innvilget&personRef={person}&ubrukt=true"],
            svar.Requests.Select(r => r.Replace("True", "true", StringComparison.Ordinal)));
        Assert.Contains("Idempotency-Key: forsoek-1", svar.Headers);
        Assert.Equal("privat-leid", JsonDocument.Parse(svar.Bodies[0]!).RootElement.GetProperty("boforhold").GetString());
        Assert.Equal(("ikke-vanskeligstilt", "Nei."), (JsonDocument.Parse(svar.Bodies[3]!).RootElement.GetProperty("grunn").GetString(), JsonDocument.Parse(svar.Bodies[3]!).RootElement.GetProperty("begrunnelse").GetString()));
        Assert.Equal((new DateOnly(2027, 5, 10), "Berit"), (hentet.Content!.Bevis!.GyldigTil, Assert.Single(innvilget.Content!.Vedtak).BesluttetAv));
        Assert.Equal(("videre", id), (side.Neste, Assert.Single(side.Innhold).Id));
    }

    [Fact]
    public async Task Finner_laan_i_mislighold_og_sender_en_persons_vurdering()
    {
        var svar = Svar.Json(
            """
            {"innhold":[{"id":"0197aa00-0000-7000-8000-000000000003","soeknadId":"0197aa00-0000-7000-8000-000000000001","laantakere":["0197aa00-0000-8000-8000-000000000002"],"ordning":"ordinaer","formaal":"kjoep",
              "beloep":1500000,"utbetalt":"2026-11-20","saldo":1490000.5,"saldoDato":"2026-12-01","rente":4.381,"rentetype":"fast10","laanetype":"annuitet","loepetidAar":30,"avdragsfrihetAar":2,
              "mislighold":12000,"misligholdFra":"2026-12-01"}],"neste":null}
            """,
            "{}");
        var (klient, avbrutt) = (Klient(svar), TestContext.Current.CancellationToken);

        var laan = Assert.Single((await klient.SoekLaan(new() { Mislighold = true, Antall = 10 }, avbrutt)).Innhold);
        using var innvilget = await klient.InnvilgStartlaan(laan.SoeknadId, new(1_500_000, "Ja.") { Vurderinger = [new("betjeningsevne", "Har betalt mer i leie i fem år.")] }, avbrutt);

        Assert.Equal("GET /api/v1/finansiering/startlaan/laan?mislighold=true&antall=10", svar.Requests[0].Replace("True", "true", StringComparison.Ordinal));
        Assert.Equal((1_490_000.5m, 4.381m, "fast10", 2, 12_000m, new DateOnly(2026, 12, 1)), (laan.Saldo, laan.Rente, laan.Rentetype, laan.AvdragsfrihetAar, laan.Mislighold, laan.MisligholdFra));
        Assert.Equal("betjeningsevne", JsonDocument.Parse(svar.Bodies[1]!).RootElement.GetProperty("vurderinger")[0].GetProperty("vilkaar").GetString());
    }

    [Fact]
    public async Task Foelger_tilskudd_fra_soeknad_til_vedtak_med_det_personer_har_vurdert()
    {
        const string Soeknad = """
            {"id":"0197aa00-0000-7000-8000-000000000003","type":"tilpasning","formaal":"tilpasning","status":"innvilget","soekere":["0197aa00-0000-8000-8000-000000000002"],"mottatt":"2026-11-02",
             "soektBeloep":60000,"dokumentasjonMangler":[],"innvilget":60000,"utbetalt":0,"brukesInnen":"2027-11-10","vedtak":[]}
            """;
        var svar = Svar.Json(Soeknad, Soeknad, Soeknad);
        var (klient, avbrutt) = (Klient(svar), TestContext.Current.CancellationToken);
        var (id, person) = (new Guid("0197aa00-0000-7000-8000-000000000003"), new Guid("0197aa00-0000-8000-8000-000000000002"));

        await klient.RegistrerTilskuddssoeknad(new([person], "tilpasning", "tilpasning", 1, 60_000, new([new("Rampe", 60_000)]) { Egenkapital = 0 }), "n-1", avbrutt);
        await klient.InnstillTilskudd(id, new("innvilget", "Ja.", new() { TrengerTilpassetBolig = true }) { Vurderinger = [new("nav-hjelpemiddelsentral", "NAV har ventetid.")] }, avbrutt);
        var vedtak = (await klient.InnvilgTilskudd(id, new(60_000, "Ja."), avbrutt)).Content!;

        const string Saker = "/api/v1/finansiering/tilskudd/soeknader";
        Assert.Equal([$"POST {Saker}", $"POST {Saker}/{id}/innstilling", $"POST {Saker}/{id}/innvilgelse"], svar.Requests);
        var innstilt = JsonDocument.Parse(svar.Bodies[1]!).RootElement;
        Assert.Equal(("nav-hjelpemiddelsentral", true), (innstilt.GetProperty("vurderinger")[0].GetProperty("vilkaar").GetString(), innstilt.GetProperty("fakta").GetProperty("trengerTilpassetBolig").GetBoolean()));
        Assert.False(innstilt.GetProperty("fakta").TryGetProperty("noedvendig", out _));
        Assert.Equal((60_000m, new DateOnly(2027, 11, 10)), (vedtak.Innvilget, vedtak.BrukesInnen));
    }

    [Fact]
    public async Task Foelger_en_bostoettesak()
    {
        const string Sak = """
            {"id":"0197aa00-0000-7000-8000-000000000001","soeker":"0197aa00-0000-8000-8000-000000000002","kanal":"papir","status":"innvilget","mottatt":"2026-11-02","maaned":"2026-11-01","nesteMaaned":null,
             "vedtak":[{"maaned":"2026-11-01","kode":"V00","beloep":2646.5,"dato":"2026-12-10","klagefrist":"2026-12-31","utbetales":"2026-12-18","klage":null}]}
            """;
        var svar = Svar.Json(Sak, Sak, Sak, $$"""{"innhold":[{{Sak}}],"neste":null}""");
        var (klient, avbrutt) = (Klient(svar), TestContext.Current.CancellationToken);
        var (id, person) = (new Guid("0197aa00-0000-7000-8000-000000000001"), new Guid("0197aa00-0000-8000-8000-000000000002"));

        using var registrert = await klient.RegistrerBostoettesak(new(person, "papir"), "forsoek-1", avbrutt);
        using var hentet = await klient.HentBostoettesak(id, avbrutt);
        using var vedtak = await klient.RegistrerBostoettevedtak(id, new(new(2026, 11, 1), "V00", 2_646.5m), avbrutt);
        var side = await klient.SoekBostoettesaker(new() { Antall = 10 }, avbrutt);

        const string Saker = "/api/v1/finansiering/bostoette/saker";
        Assert.Equal([$"POST {Saker}", $"GET {Saker}/{id}", $"POST {Saker}/{id}/vedtak", $"GET {Saker}?antall=10"], svar.Requests);
        Assert.Equal(("2026-11-01", 2_646.5m), (JsonDocument.Parse(svar.Bodies[2]!).RootElement.GetProperty("maaned").GetString(), JsonDocument.Parse(svar.Bodies[2]!).RootElement.GetProperty("beloep").GetDecimal()));
        Assert.Equal((new DateOnly(2026, 12, 18), (DateOnly?)null), (Assert.Single(hentet.Content!.Vedtak).Utbetales, side.Innhold[0].NesteMaaned));
    }

    [Fact]
    public async Task Henter_statistikk_for_et_aar()
    {
        var svar = Svar.Json(
            """
            {"fra":"2024-01-01","til":"2024-12-31","husstander":117,"barnefamilier":60,"barnefamilierProsent":51.3,"snittKjoepesum":1803542,"snittStartlaan":1604613,"andelAvKjoepesumProsent":89.0,
             "refinansieringer":20,"fraKommunalBolig":25,"utbetalt":187739713,"laaneopptak":180000000,"soeknader":330,"avslag":100,"dagerTilVedtak":null,
             "etterFormaal":[{"kode":"kjoep","antall":97,"beloep":1}],"kjoepEtterBoforhold":[],"avslagEtterGrunn":[],"bevis":{"gitt":157,"brukt":117,"gyldige":20,"utloept":20,"dagerTilBruk":null}}
            """,
            """
            {"fra":"2024-01-01","til":"2024-12-31","husstander":1439,"soekere":1793,"barnefamilierProsent":24.6,"utenGrunnlag":0,"snittInntekt":15745,"snittBoutgift":8944,"snittBostoette":2646,
             "innvilgetBeloep":25700598,"utbetalt":25700598,"avslagEtterKode":[{"kode":"V03","antall":200}],"dagerTilVedtak":30}
            """);
        var (klient, avbrutt) = (Klient(svar), TestContext.Current.CancellationToken);

        var startlaan = await klient.HentStartlaanstatistikk(new() { Fra = new(2024, 1, 1), Til = new(2024, 12, 31) }, avbrutt);
        var bostoette = await klient.HentBostoettestatistikk(new() { Til = new(2024, 12, 31) }, avbrutt);

        Assert.Equal(["GET /api/v1/finansiering/startlaan/statistikk?fra=2024-01-01&til=2024-12-31", "GET /api/v1/finansiering/bostoette/statistikk?til=2024-12-31"], svar.Requests);
        Assert.Equal((117, 1_604_613m, 20), (startlaan.Husstander, startlaan.SnittStartlaan, startlaan.Bevis.Utloept));
        Assert.Equal((1_793, 24.6m, 200), (bostoette.Soekere, bostoette.BarnefamilierProsent, Assert.Single(bostoette.AvslagEtterKode).Antall));
    }

    private static IFinansieringApi Klient(Svar svar) => Finansiering.Klient(new HttpClient(svar) { BaseAddress = new Uri("http://gateway.example") });
}
