using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;

namespace Boligsosial.Finansiering.Tests.Startlaan;

/// <summary><see cref="BeregnStartlaan"/>, <see cref="FordelTap"/>, <see cref="HentLaanesatser"/>. Today is 1 December 2026.</summary>
public sealed class BeregnStartlaanTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    private const string Startlaan = "/api/v1/finansiering/startlaan";
    private static readonly object Husholdning = new { nettoInntekt = 38_000, livsopphold = 19_500, gjeld = 2_100, andreFaste = 2_400, vedlikehold = 1_000 };

    [Fact]
    public async Task Flere_varianter_i_ett_kall_hver_med_tall_regel_og_kilde()
    {
        var svar = await FinansieringTjeneste.Ok(await Beregn(new
        {
            husholdning = Husholdning,
            styringsrente = 4,
            varianter = new object[]
            {
                new { navn = "borettslag", kjoepesum = 1_500_000, eieform = "borettslag", felleskostnader = 3_000 },
                new { navn = "dyrere", kjoepesum = 2_000_000, eieform = "borettslag", felleskostnader = 3_000 },
                new { navn = "størst mulig", felleskostnader = 3_000, rentetype = "fast10" },
            },
        }));

        var varianter = svar.GetProperty("varianter");
        var foerste = varianter[0].GetProperty("resultat");
        Assert.Equal((1_504_545m, "behovet", 6.5m, 4.381m, 100.3m), (Tall(foerste, "laan"), foerste.GetProperty("begrensning").GetString(), Tall(foerste, "stressrente"), Tall(foerste, "rente"), Tall(foerste, "andelAvKjoepesum")));
        Assert.Contains(foerste.GetProperty("utveier").EnumerateArray(), u => u.GetProperty("kode").GetString() == "taaler-rente");
        var andre = varianter[1].GetProperty("resultat");
        Assert.Equal((1_582_108m, 422_437m, "betjeningsevnen"), (Tall(andre, "laan"), Tall(andre, "mangler"), andre.GetProperty("begrensning").GetString()));
        Assert.Contains(andre.GetProperty("utveier").EnumerateArray(), u => u.GetProperty("kode").GetString() == "billigere-bolig" && Tall(u, "maa") == 1_577_563m);
        var tredje = varianter[2].GetProperty("resultat");
        Assert.Equal((1_582_108m, 4.785m), (Tall(tredje, "laan"), Tall(tredje, "rente")));
        Assert.Equal(JsonValueKind.Null, tredje.GetProperty("finansieringsbehov").ValueKind);
        Assert.All(andre.GetProperty("forklaring").EnumerateArray(), l => Assert.False(string.IsNullOrEmpty(l.GetProperty("regel").GetString()) || string.IsNullOrEmpty(l.GetProperty("kilde").GetString())));
    }

    [Fact]
    public async Task Regnestykket_skrives_paa_norsk_og_egenkapitalen_som_er_der_regnes_med()
    {
        var svar = await FinansieringTjeneste.Ok(await Beregn(new { husholdning = Husholdning, stressrente = 16.44, varianter = new[] { new { kjoepesum = 2_200_000, eieform = "borettslag", egenkapital = 50_000 } } }));

        var resultat = svar.GetProperty("varianter")[0].GetProperty("resultat");
        string Stykke(string navn) => resultat.GetProperty("forklaring").EnumerateArray().Single(l => l.GetProperty("navn").GetString() == navn).GetProperty("regnestykke").GetString()!;
        Assert.Contains("16,44 prosent;", Stykke("Største lån"), StringComparison.Ordinal);
        Assert.Equal("2 200 000 + 4 545 − egenkapital 50 000 − tilskudd 0 − banklån 0", Stykke("Finansieringsbehov"));
        Assert.Equal("38 000 − 19 500 − 2 100 − 2 400 − 1 000 − 0 − 0", Stykke("Disponibelt til terminer"));
        Assert.Equal("4,131 + påslag 0,25", Stykke("Rente"));
        var mer = resultat.GetProperty("utveier").EnumerateArray().Single(u => u.GetProperty("kode").GetString() == "mer-egenkapital");
        Assert.Equal((50_000m, 50_000m + Tall(resultat, "mangler")), (Tall(mer, "naa"), Tall(mer, "maa")));
    }

    [Fact]
    public async Task En_sats_som_ingen_kilde_har_er_merket_ubekreftet_i_svaret()
    {
        var svar = await FinansieringTjeneste.Ok(await Beregn(new { husholdning = Husholdning, varianter = new[] { new { kjoepesum = 1_000_000 } } }));

        var stress = svar.GetProperty("varianter")[0].GetProperty("resultat").GetProperty("forklaring").EnumerateArray().Single(l => l.GetProperty("navn").GetString() == "Stressrente");
        Assert.Equal("ubekreftet", stress.GetProperty("sikkerhet").GetString());
        var sats = svar.GetProperty("satser").EnumerateArray().Single(s => s.GetProperty("navn").GetString() == "styringsrente");
        Assert.True(sats.GetProperty("kanVaereEndret").GetBoolean());
    }

    [Fact]
    public async Task Bostoetten_etter_kjoepet_er_den_som_bostoette_regner()
    {
        var bostoette = new { voksne = 1, barn = 2, inntektPerMaaned = 22_000 };
        var svar = await FinansieringTjeneste.Ok(await Beregn(new { husholdning = Husholdning, styringsrente = 4, bostoette, varianter = new[] { new { kjoepesum = 1_400_000, eieform = "borettslag", felleskostnader = 3_000 } } }));

        var resultat = svar.GetProperty("varianter")[0].GetProperty("resultat");
        var direkte = await FinansieringTjeneste.Ok(await tjeneste.Post("/beregning", new
        {
            dato = "2026-12-01",
            kommunenummer = "1508",
            bostoette.voksne,
            bostoette.barn,
            bostoette.inntektPerMaaned,
            boutgiftPerMaaned = Tall(resultat, "kostnadPerMaaned"),
            boform = "boligselskap",
        }));
        Assert.Equal(Tall(direkte, "bostoettePerMaaned"), Tall(resultat, "bostoettePerMaaned"));
        Assert.True(Tall(resultat, "bostoettePerMaaned") > 0);
        Assert.Equal(Tall(resultat, "kostnadPerMaaned") - Tall(resultat, "bostoettePerMaaned"), Tall(resultat, "kostnadEtterBostoettePerMaaned"));
    }

    [Theory]
    [InlineData("""{"kjoepesum":1000000,"loepetidAar":31}""", "langtid-ikke-dokumentert", "§ 8-5 andre ledd")]
    [InlineData("""{"kjoepesum":1000000,"loepetidAar":51}""", "loepetid-for-lang", "§ 8-5 første ledd")]
    [InlineData("""{"kjoepesum":1000000,"avdragsfrihetAar":9}""", "avdragsfrihet-for-lang", "§ 8-5 første ledd")]
    [InlineData("""{"kjoepesum":1000000,"banklaan":100000}""", "banklaan-ufullstendig", "§ 5-3 tredje ledd")]
    public async Task En_variant_som_reglene_ikke_tillater_faar_vite_hvilken_og_de_andre_regnes(string variant, string kode, string paragraf)
    {
        var svar = await FinansieringTjeneste.Ok(await Beregn(new { husholdning = Husholdning, varianter = new object[] { JsonSerializer.Deserialize<JsonElement>(variant), new { kjoepesum = 1_000_000 } } }));

        var avvisning = svar.GetProperty("varianter")[0].GetProperty("avvisning");
        Assert.Equal((kode, paragraf), (avvisning.GetProperty("kode").GetString(), avvisning.GetProperty("hjemmel").GetProperty("paragraf").GetString()));
        Assert.Equal(JsonValueKind.Object, svar.GetProperty("varianter")[1].GetProperty("resultat").ValueKind);
    }

    [Fact]
    public async Task Foer_noen_rente_er_kjent_maa_den_oppgis()
    {
        var uten = await FinansieringTjeneste.Ok(await Beregn(new { dato = "2026-05-01", husholdning = Husholdning, varianter = new object[] { new { kjoepesum = 1_000_000 }, new { kjoepesum = 1_000_000, rente = 4.5 } } }));

        Assert.Equal("sats-mangler", uten.GetProperty("varianter")[0].GetProperty("avvisning").GetProperty("kode").GetString());
        Assert.Equal(4.5m, Tall(uten.GetProperty("varianter")[1].GetProperty("resultat"), "rente"));
    }

    [Theory]
    [InlineData("""{"varianter":[{}]}""", 400, "ugyldig")]
    [InlineData("""{"husholdning":{"nettoInntekt":1,"livsopphold":1},"varianter":[]}""", 400, "ugyldig")]
    [InlineData("""{"husholdning":{"nettoInntekt":-1,"livsopphold":1},"varianter":[{}]}""", 400, "ugyldig")]
    [InlineData("""{"husholdning":{"nettoInntekt":1,"livsopphold":1},"varianter":[{"rente":4.1234}]}""", 400, "ugyldig")]
    [InlineData("""{"husholdning":{"nettoInntekt":1,"livsopphold":1},"varianter":[{"navn":"12927197004"}]}""", 400, "ugyldig")]
    [InlineData("""{"dato":"2024-06-30","husholdning":{"nettoInntekt":1,"livsopphold":1},"varianter":[{}]}""", 422, "dato-utenfor")]
    [InlineData("""{"husholdning":{"nettoInntekt":1,"livsopphold":1},"varianter":[{}],"bostoette":{"voksne":1,"inntektPerMaaned":1,"ungUfoer":true,"ensligAlderspensjonist":true}}""", 422, "to-inntektsgrenser")]
    public async Task Det_som_ikke_kan_regnes_avvises(string innhold, int status, string kode) =>
        await FinansieringTjeneste.ErProblem(await Beregn(JsonSerializer.Deserialize<JsonElement>(innhold)), status, kode);

    [Fact]
    public async Task Tap_deles_og_fristen_hos_Husbanken_er_ett_aar()
    {
        var svar = await FinansieringTjeneste.Ok(await tjeneste.Klient.PostAsJsonAsync($"{Startlaan}/tapsdeling", new { hovedstol = 1_000_000, innbetalt = 600_000, dato = "2026-11-20" }));

        Assert.Equal((250_000m, 150_000m), (Tall(svar.GetProperty("fordeling"), "kommunen"), Tall(svar.GetProperty("fordeling"), "staten")));
        Assert.Equal("2027-11-20", svar.GetProperty("soeknadsfristHusbanken").GetString());
        await FinansieringTjeneste.ErProblem(await tjeneste.Klient.PostAsJsonAsync($"{Startlaan}/tapsdeling", new { hovedstol = 1_000_000 }), 400, "ugyldig");
    }

    [Fact]
    public async Task Satsene_for_en_dag_har_kilde_og_den_som_ikke_veileder_slipper_ikke_inn()
    {
        var satser = await FinansieringTjeneste.Ok(await tjeneste.Klient.GetAsync($"{Startlaan}/satser?dato=2026-11-23"));

        Assert.Contains(satser.EnumerateArray(), s => s.GetProperty("navn").GetString() == "rente-flytende" && Tall(s, "verdi") == 4.131m);
        Assert.DoesNotContain((await FinansieringTjeneste.Ok(await tjeneste.Klient.GetAsync($"{Startlaan}/satser?dato=2026-10-01"))).EnumerateArray(), s => s.GetProperty("navn").GetString() == "rente-flytende");
        using var drift = tjeneste.Som(Roller.Drift);
        Assert.Equal(403, (int)(await drift.GetAsync($"{Startlaan}/satser")).StatusCode);
    }

    private Task<HttpResponseMessage> Beregn(object innhold) => tjeneste.Klient.PostAsJsonAsync($"{Startlaan}/beregning", innhold);

    private static decimal Tall(JsonElement e, string felt) => e.GetProperty(felt).GetDecimal();
}
