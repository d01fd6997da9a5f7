using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Statistikk;

namespace Boligsosial.Finansiering.Tests.Statistikk;

/// <summary><see cref="ImporterHistoriskeTall"/> and <see cref="HentHistoriskeTall"/>.</summary>
public sealed class HistoriskeTallTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>, IAsyncLifetime
{
    private const string Adresse = "/api/v1/finansiering/statistikk/historiske-tall";
    private const string Overskrift = "kommunenummer;kommune;fra;til;maaltall;verdi";

    public async ValueTask InitializeAsync() => await tjeneste.Sql<int>("TRUNCATE historisk_tall; SELECT 1");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Planens_sammenligning_av_kommuner_i_2024_kommer_tilbake_slik_den_staar()
    {
        var svar = await FinansieringTjeneste.Ok(await Importer("planens sammenligning", await File.ReadAllTextAsync(Demo("aalesund-plan-sammenligning-2024.csv"))));
        Assert.Equal((35, 0), (svar.GetProperty("importert").GetInt32(), svar.GetProperty("erstattet").GetInt32()));
        svar = await FinansieringTjeneste.Ok(await Importer("planens sammenligning", await File.ReadAllTextAsync(Demo("aalesund-plan-sammenligning-2024.csv"))));
        Assert.Equal((35, 35), (svar.GetProperty("importert").GetInt32(), svar.GetProperty("erstattet").GetInt32()));

        var lest = await Hent("?fra=2024-01-01&til=2024-12-31");

        Assert.Equal("importert", lest.GetProperty("opphav").GetString());
        Assert.Equal(["Haugesund", "Kristiansund", "Molde", "Ålesund", "Hamar", "Tønsberg", "Tromsø"], lest.GetProperty("kommuner").EnumerateArray().Select(k => k.GetProperty("navn").GetString()));
        Assert.Equal(
            ["bostoette-antall 1965 45.93", "bostoette-kroner 45100000 1054181.67", "innbyggere 42782 ", "startlaan-antall 130 3.04", "startlaan-kroner 400600000 9363751.11"], Tall(Kommune(lest, "5501")));
        Assert.Equal(["startlaan-antall 45 2.01"], Tall(Assert.Single((await Hent("?kommunenummer=1506&maaltall=startlaan-antall")).GetProperty("kommuner").EnumerateArray())));
    }

    [Fact]
    public async Task Tall_som_motsier_hverandre_staar_ved_siden_av_hverandre_og_aldri_i_det_som_er_regnet_ut()
    {
        await FinansieringTjeneste.Ok(await Importer("punkt 4.1", await File.ReadAllTextAsync(Demo("aalesund-plan-4-1-og-4-2.csv"))));
        await FinansieringTjeneste.Ok(await Importer("punkt 7.1.1", $"{Overskrift}\n1508;Ålesund;2024-01-01;2024-12-31;startlaan-refinansieringer-antall;28\n"));

        var tall = Kommune(await Hent("?fra=2024-01-01&til=2024-12-31&maaltall=startlaan-refinansieringer-antall"), "1508").GetProperty("tall").EnumerateArray()
            .Select(t => (t.GetProperty("verdi").GetDecimal(), t.GetProperty("kilde").GetString(), t.GetProperty("merknad").GetString()));
        Assert.Equal([(20m, "punkt 4.1", "Punkt 7.1.1 har 28"), (28m, "punkt 7.1.1", null)], tall);

        var beregnet = await FinansieringTjeneste.Ok(await tjeneste.Klient.GetAsync("/api/v1/finansiering/startlaan/statistikk?fra=2024-01-01&til=2024-12-31"));
        Assert.Equal((0, 0m), (beregnet.GetProperty("husstander").GetInt32(), beregnet.GetProperty("utbetalt").GetDecimal()));
    }

    [Fact]
    public async Task Norske_tall_sitater_og_kolonner_i_annen_rekkefoelge_leses()
    {
        await FinansieringTjeneste.Ok(await Importer("SSB", "\uFEFFMaaltall;verdi;til;fra;Kommune;kommunenummer;annet\r\nstartlaan-kroner;1 234,5;2024-02-29;2024-02-29;\"Ål; \"\"esund\"\"\";1508;x\r\n;;;;;;\r\nbostoette-barnefamilier-prosent;0.25;2024-12-31;2024-01-01;Ålesund;1508;y\r\n"));

        var kommune = Assert.Single((await Hent("")).GetProperty("kommuner").EnumerateArray());
        Assert.Equal(["bostoette-barnefamilier-prosent 0.25 ", "startlaan-kroner 1234.5 "], Tall(kommune));
        Assert.Contains("Ål; \"esund\"", await tjeneste.Sql<string>("SELECT kommune FROM historisk_tall WHERE maaltall = 'startlaan-kroner'"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kommune;fra;til;maaltall;verdi\n", 1, "kommunenummer")]
    [InlineData($"{Overskrift}\n", 2, null)]
    [InlineData($"{Overskrift}\n1508;Ålesund;2024-01-01;2024-12-31;x\n", 2, null)]
    [InlineData($"{Overskrift}\n150;Ålesund;2024-01-01;2024-12-31;startlaan-antall;1\n", 2, "kommunenummer")]
    [InlineData($"{Overskrift}\n1508;;2024-01-01;2024-12-31;startlaan-antall;1\n", 2, "kommune")]
    [InlineData($"{Overskrift}\n1508;12927197004;2024-01-01;2024-12-31;startlaan-antall;1\n", 2, "kommune")]
    [InlineData($"{Overskrift}\n1508;Ålesund;2023-02-29;2024-12-31;startlaan-antall;1\n", 2, "fra")]
    [InlineData($"{Overskrift}\n1508;Ålesund;2024-01-02;2024-01-01;startlaan-antall;1\n", 2, "til")]
    [InlineData($"{Overskrift}\n1508;Ålesund;2024-01-01;2024-12-31;Startlån;1\n", 2, "maaltall")]
    [InlineData($"{Overskrift}\n1508;Ålesund;2024-01-01;2024-12-31;startlaan-anntall;1\n", 2, "maaltall")]
    [InlineData($"{Overskrift}\n9999;Ålesund;2024-01-01;2024-12-31;startlaan-antall;1\n", 2, "kommunenummer")]
    [InlineData($"{Overskrift}\n1500;Ålesund;2024-01-01;2024-12-31;startlaan-antall;1\n", 2, "kommunenummer")]
    [InlineData($"{Overskrift}\n1508;Ålesund;2024-01-01;2024-12-31;startlaan-antall;mange\n", 2, "verdi")]
    [InlineData($"{Overskrift}\n1508;Ålesund;2024-01-01;2024-12-31;startlaan-antall;1.00001\n", 2, "verdi")]
    [InlineData($"{Overskrift}\n1508;Ålesund;2024-01-01;2024-12-31;startlaan-antall;-1\n", 2, "verdi")]
    [InlineData($"{Overskrift}\n1508;Ålesund;2024-01-01;2024-12-31;startlaan-barnefamilier-prosent;513\n", 2, "verdi")]
    [InlineData($"{Overskrift}\n1508;Ålesund;2190-01-01;2190-12-31;startlaan-antall;1\n", 2, "fra")]
    [InlineData($"{Overskrift}\n1508;Ålesund;2024-01-01;2024-12-31;startlaan-antall;1\n1508;Ålesund;2024-01-01;2024-12-31;startlaan-antall;2\n", 3, "maaltall")]
    public async Task En_fil_med_feil_skriver_ingenting_og_sier_hvor(string fil, int linje, string? kolonne)
    {
        await FinansieringTjeneste.Ok(await Importer("kilde", $"{Overskrift}\n1508;Ålesund;2020-01-01;2020-12-31;startlaan-antall;1\n"));

        var problem = await FinansieringTjeneste.ErProblem(await Importer("kilde", fil), 422, "import-avvist");

        var feil = problem.GetProperty("avvist")[0];
        Assert.Equal((linje, kolonne), (feil.GetProperty("linje").GetInt32(), feil.GetProperty("kolonne").GetString()));
        Assert.DoesNotContain("12927197004", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1L, await tjeneste.Sql<long>("SELECT count(*) FROM historisk_tall"));
    }

    [Theory]
    [InlineData("startlaan-fra-privat-leie-antall", 34)]
    [InlineData("startlaan-fra-eid-bolig-antall", 9)]
    [InlineData("startlaan-tilpasning-antall", 3)]
    [InlineData("tilskudd-etablering-kroner", 950_000)]
    [InlineData("tilskudd-tilpasning-kroner", 207_257)]
    [InlineData("tilskudd-bevilget-kroner", 1_000_000)]
    public async Task Linjene_i_stjoerdals_tabell_21_og_22_kan_staa_ved_siden_av(string maaltall, int verdi)
    {
        await FinansieringTjeneste.Ok(await Importer("T21 og T22", $"{Overskrift}\n5035;Stjørdal;2024-01-01;2024-12-31;{maaltall};{verdi}\n"));

        Assert.Equal(verdi, Kommune(await Hent($"?maaltall={maaltall}"), "5035").GetProperty("tall")[0].GetProperty("verdi").GetDecimal());
    }

    [Fact]
    public async Task Uten_kilde_eller_rett_slippes_ingen_til()
    {
        await FinansieringTjeneste.ErProblem(await Importer("", $"{Overskrift}\n"), 400, "ugyldig");
        await FinansieringTjeneste.ErProblem(await tjeneste.Klient.GetAsync($"{Adresse}?fra=2024-12-31&til=2024-01-01"), 400, "ugyldig");
        using var veileder = tjeneste.Som(Roller.NavVeileder);
        Assert.Equal(403, (int)(await veileder.GetAsync(Adresse)).StatusCode);
    }

    [Theory]
    [InlineData("maaltall=startlaan-anntall", "maaltall", "Gyldige verdier: bostoette-antall, ")]
    [InlineData("maaltall=", "maaltall", "Gyldige verdier: bostoette-antall, ")]
    [InlineData("maaltall=a%00", "maaltall", "Gyldige verdier: bostoette-antall, ")]
    [InlineData("kommunenummer=9999", "kommunenummer", "fire sifre")]
    [InlineData("kommunenummer=1508%00", "kommunenummer", "fire sifre")]
    public async Task Et_filter_som_ikke_finnes_sier_hva_som_gjoer_det(string filter, string felt, string tekst)
    {
        var problem = await FinansieringTjeneste.ErProblem(await tjeneste.Klient.GetAsync($"{Adresse}?{filter}"), 400, "ugyldig");

        Assert.Contains(tekst, problem.GetProperty("errors").GetProperty(felt)[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kommuner_som_var_og_er_kan_importeres_og_en_annen_type_enn_csv_avvises()
    {
        await FinansieringTjeneste.Ok(await Importer("gammelt", $"{Overskrift}\n1714;Stjørdal;2016-01-01;2016-12-31;innbyggere;23308\n5035;Stjørdal;2020-01-01;2020-12-31;innbyggere;24145\n"));
        Assert.Empty((await Hent("?kommunenummer=0301")).GetProperty("kommuner").EnumerateArray());

        var problem = await FinansieringTjeneste.ErProblem(await tjeneste.Klient.PostAsync($"{Adresse}/import?kilde=x", new StringContent("{}", Encoding.UTF8, "application/json")), 415, "ukjent-medietype");

        Assert.Contains("text/csv", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_som_importerer_samme_kilde_samtidig_kommer_etter_hverandre()
    {
        var svar = await Task.WhenAll(Enumerable.Range(1, 8).Select(nr => Importer("samtidig", $"{Overskrift}\n1508;Ålesund;2024-01-01;2024-12-31;startlaan-antall;{nr}\n1508;Ålesund;2024-01-01;2024-12-31;startlaan-kroner;{nr}\n")));

        Assert.All(svar, s => Assert.True(s.IsSuccessStatusCode));
        Assert.Equal("2/1", await tjeneste.Sql<string>("SELECT count(*) || '/' || count(DISTINCT verdi) FROM historisk_tall"));
    }

    private Task<HttpResponseMessage> Importer(string kilde, string csv) =>
        tjeneste.Klient.PostAsync($"{Adresse}/import?kilde={Uri.EscapeDataString(kilde)}", new StringContent(csv, Encoding.UTF8, new MediaTypeHeaderValue("text/csv")));

    private async Task<JsonElement> Hent(string spoerring) => await FinansieringTjeneste.Ok(await tjeneste.Klient.GetAsync(Adresse + spoerring));

    private static JsonElement Kommune(JsonElement svar, string nummer) => svar.GetProperty("kommuner").EnumerateArray().Single(k => k.GetProperty("kommunenummer").GetString() == nummer);

    private static IEnumerable<string> Tall(JsonElement kommune) =>
        kommune.GetProperty("tall").EnumerateArray().Select(t => $"{t.GetProperty("maaltall").GetString()} {t.GetProperty("verdi").GetDecimal():0.####} {t.GetProperty("perTusenInnbyggere").ToString()}");

    private static string Demo(string fil)
    {
        var mappe = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(mappe.FullName, "Boligsosial.sln")))
            mappe = mappe.Parent!;
        return Path.Combine(mappe.FullName, "demo", "historiske-tall", fil);
    }
}
