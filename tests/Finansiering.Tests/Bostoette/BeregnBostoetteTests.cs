using System.Text.Json;
using Boligsosial.Finansiering.Bostoette;

namespace Boligsosial.Finansiering.Tests.Bostoette;

public sealed class BeregnBostoetteTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    [Fact]
    public async Task Anslaget_forklarer_seg_selv_og_sier_at_Husbanken_avgjoer()
    {
        var svar = await FinansieringTjeneste.Ok(await tjeneste.Post("/beregning", new
        {
            dato = "2026-11-22",
            kommunenummer = "1508",
            voksne = 1,
            barn = 2,
            inntektPerMaaned = 30_000,
            boutgiftPerMaaned = 12_000,
        }));

        Assert.Equal((3_461.44m, 69_617.01m, 276_923.08m), (Tall(svar, "bostoettePerMaaned"), Tall(svar, "egendelPerAar"), Tall(svar, "omregnetInntektPerAar")));
        Assert.Equal(("2026-11-01", "2026-06-01"), (svar.GetProperty("maaned").GetString(), svar.GetProperty("satserFra").GetString()));
        Assert.Contains("Husbanken avgjør", svar.GetProperty("forbehold").GetString(), StringComparison.Ordinal);
        var ledd = svar.GetProperty("forklaring").EnumerateArray().ToList();
        Assert.All(ledd, l =>
        {
            Assert.StartsWith("§ ", l.GetProperty("paragraf").GetString(), StringComparison.Ordinal);
            Assert.Equal(("FOR-2026-05-26-940", "2026-06-01"), (l.GetProperty("kilde").GetString(), l.GetProperty("satserFra").GetString()));
            Assert.NotEmpty(l.GetProperty("enhet").GetString()!);
        });
        Assert.Equal(3_461.44m, Tall(ledd[^1], "tall"));
        Assert.Contains(ledd, l => l.GetProperty("navn").GetString() == "Vekt" && Tall(l, "tall") == 1.30m);
    }

    [Fact]
    public async Task Kapitalinntekt_over_fribeloepet_til_hver_teller_og_det_ubrukte_kan_ikke_flyttes()
    {
        var svar = await FinansieringTjeneste.Ok(await tjeneste.Post("/beregning", new
        {
            dato = "2026-11-01",
            kommunenummer = "1508",
            voksne = 2,
            inntektPerMaaned = 10_000,
            boutgiftPerMaaned = 9_000,
            kapitalinntektPerAar = new[] { 16_886, 0 },
        }));

        Assert.Equal(Math.Round(130_000m / 1.13m, 2), Tall(svar, "omregnetInntektPerAar"));
    }

    [Theory]
    [InlineData("""{"kommunenummer":"1508","voksne":1,"inntektPerMaaned":1,"boutgiftPerMaaned":1}""", "dato", "§ 10")]
    [InlineData("""{"dato":"2026-11-01","voksne":1,"inntektPerMaaned":1,"boutgiftPerMaaned":1}""", "kommunenummer", "§ 3")]
    [InlineData("""{"dato":"2026-11-01","kommunenummer":"9999","voksne":1,"inntektPerMaaned":1,"boutgiftPerMaaned":1}""", "kommunenummer", "fire sifre")]
    [InlineData("""{"dato":"2026-11-01","kommunenummer":"1508","voksne":0,"inntektPerMaaned":1,"boutgiftPerMaaned":1}""", "voksne", "§ 7")]
    [InlineData("""{"dato":"2026-11-01","kommunenummer":"1508","voksne":1,"barn":-1,"inntektPerMaaned":1,"boutgiftPerMaaned":1}""", "barn", "§ 7")]
    [InlineData("""{"dato":"2026-11-01","kommunenummer":"1508","voksne":1,"inntektPerMaaned":-1,"boutgiftPerMaaned":1}""", "inntektPerMaaned", "§ 5")]
    [InlineData("""{"dato":"2026-11-01","kommunenummer":"1508","voksne":1,"inntektPerMaaned":1}""", "boutgiftPerMaaned", "§ 2")]
    [InlineData("""{"dato":"2026-11-01","kommunenummer":"1508","voksne":1,"inntektPerMaaned":1,"boutgiftPerMaaned":1,"formuesverdiBolig":1}""", "formuesverdiBolig", "§ 6")]
    [InlineData("""{"dato":"2026-11-01","kommunenummer":"1508","voksne":1,"inntektPerMaaned":1,"boutgiftPerMaaned":1,"kapitalinntektPerAar":[1,2]}""", "kapitalinntektPerAar", "§ 5")]
    public async Task Feil_i_opplysningene_nevner_felt_og_regel(string innhold, string felt, string regel)
    {
        var problem = await FinansieringTjeneste.ErProblem(await tjeneste.Post("/beregning", JsonSerializer.Deserialize<JsonElement>(innhold)), 400, "ugyldig");

        Assert.Contains(regel, problem.GetProperty("errors").GetProperty(felt)[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-05-31", false, "satser-mangler")]
    [InlineData("2027-06-01", false, "satser-ikke-fastsatt")]
    [InlineData("2026-11-01", true, "to-inntektsgrenser")]
    public async Task Det_reglene_ikke_svarer_paa_avvises_med_grunn(string dato, bool begge, string kode)
    {
        var svar = await tjeneste.Post("/beregning", new
        {
            dato,
            kommunenummer = "1508",
            voksne = 1,
            inntektPerMaaned = 1,
            boutgiftPerMaaned = 1,
            ungUfoer = begge,
            ensligAlderspensjonist = begge,
        });

        var problem = await FinansieringTjeneste.ErProblem(svar, 422, kode);
        if (begge)
            Assert.Equal("§ 4 fjerde og femte ledd", problem.GetProperty("hjemmel").GetProperty("paragraf").GetString());
    }

    [Fact]
    public async Task Sammenligning_viser_hva_endringer_i_inntekt_husleie_og_kommune_gjoer()
    {
        var svar = await FinansieringTjeneste.Ok(await tjeneste.Post("/sammenligning", new
        {
            husstand = new { dato = "2026-11-01", kommunenummer = "1508", voksne = 1, inntektPerMaaned = 15_398, boutgiftPerMaaned = 9_507 },
            endringer = new object[]
            {
                new { navn = "deltidsjobb", inntektPerMaaned = 20_000 },
                new { navn = "flytter til Oslo", kommunenummer = "0301" },
                new { navn = "billigere bolig", boutgiftPerMaaned = 6_000 },
                new { navn = "i fjor sommer", dato = "2025-06-01" },
            },
        }));

        var alternativer = svar.GetProperty("alternativer").EnumerateArray().ToDictionary(a => a.GetProperty("navn").GetString()!);
        Assert.Equal(3_554.77m, Tall(svar.GetProperty("naa"), "bostoettePerMaaned"));
        Assert.True(Tall(alternativer["deltidsjobb"], "endringPerMaaned") < 0);
        Assert.Equal(4_602 + Tall(alternativer["deltidsjobb"], "endringPerMaaned"), Tall(alternativer["deltidsjobb"], "endringAvRaadighetPerMaaned"));
        Assert.Equal(1_341.95m, Tall(alternativer["flytter til Oslo"], "endringPerMaaned"));
        Assert.True(Tall(alternativer["billigere bolig"], "endringAvRaadighetPerMaaned") > 0);
        Assert.Equal(3_365.50m - 3_554.77m, Tall(alternativer["i fjor sommer"], "endringPerMaaned"));
    }

    [Fact]
    public async Task Sammenligning_sier_hvilken_endring_som_er_feil()
    {
        var problem = await FinansieringTjeneste.ErProblem(
            await tjeneste.Post("/sammenligning", new
            {
                husstand = new { dato = "2026-11-01", kommunenummer = "1508", voksne = 1, inntektPerMaaned = 15_398, boutgiftPerMaaned = 9_507 },
                endringer = new object[] { new { navn = "bra" }, new { navn = "feil", inntektPerMaaned = -1 } },
            }),
            400, "ugyldig");

        Assert.True(problem.GetProperty("errors").TryGetProperty("endringer[1].inntektPerMaaned", out _));
        await FinansieringTjeneste.ErProblem(await tjeneste.Post("/sammenligning", new { }), 400, "ugyldig");
    }

    [Fact]
    public async Task Maanedslisten_gir_hver_husstand_det_den_ville_faatt_alene()
    {
        var husstander = Enumerable.Range(0, 10_000).Select(nr => new
        {
            referanse = $"{nr}",
            opplysninger = new { kommunenummer = nr == 0 ? "0301" : null, voksne = 1, barn = nr % 3, inntektPerMaaned = 10_000 + (nr % 20 * 1_000), boutgiftPerMaaned = 9_507 },
        });

        var svar = await FinansieringTjeneste.Ok(await tjeneste.Post("/maanedsliste", new { dato = "2026-11-01", kommunenummer = "1508", husstander }));

        var rader = svar.GetProperty("husstander").EnumerateArray().ToList();
        Assert.Equal(10_000, rader.Count);
        Assert.Equal(rader.Sum(r => Tall(r, "bostoettePerMaaned")), Tall(svar, "sumPerMaaned"));
        Assert.Equal(rader.Count(r => Tall(r, "bostoettePerMaaned") > 0), svar.GetProperty("medBostoette").GetInt32());
        foreach (var nr in new[] { 0, 7, 9_999 })
        {
            var alene = await FinansieringTjeneste.Ok(await tjeneste.Post("/beregning", new
            {
                dato = "2026-11-01",
                kommunenummer = nr == 0 ? "0301" : "1508",
                voksne = 1,
                barn = nr % 3,
                inntektPerMaaned = 10_000 + (nr % 20 * 1_000),
                boutgiftPerMaaned = 9_507,
            }));
            Assert.Equal(Tall(alene, "bostoettePerMaaned"), Tall(rader[nr], "bostoettePerMaaned"));
        }
    }

    [Fact]
    public async Task Maanedslisten_avvises_hel_og_sier_hvilken_husstand_som_er_feil()
    {
        var problem = await FinansieringTjeneste.ErProblem(
            await tjeneste.Post("/maanedsliste", new
            {
                dato = "2026-11-01",
                kommunenummer = "1508",
                husstander = new object?[]
                {
                    new { opplysninger = new { voksne = 1, inntektPerMaaned = 1, boutgiftPerMaaned = 1 } },
                    new { opplysninger = new { voksne = 1, inntektPerMaaned = 1, boutgiftPerMaaned = 1, dato = "2026-10-01" } },
                    new { referanse = "12927197004", opplysninger = new { voksne = 1, inntektPerMaaned = 1, boutgiftPerMaaned = 1 } },
                    null,
                },
            }),
            400, "ugyldig");

        Assert.Equal(
            ["husstander[1].opplysninger.dato", "husstander[2].referanse", "husstander[3].opplysninger"],
            problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        await FinansieringTjeneste.ErProblem(await tjeneste.Post("/maanedsliste", new { dato = "2026-11-01", husstander = Array.Empty<object>() }), 400, "ugyldig");
    }

    /// <summary>The use cases that this class is about.</summary>
    [Fact]
    public async Task Uten_rollen_blir_ingenting_beregnet()
    {
        using var klient = tjeneste.Som(Felles.Roller.Drift);
        foreach (var sti in new[] { nameof(BeregnBostoette), nameof(SammenlignBostoette), nameof(BeregnMaanedsliste) }.Zip(["/beregning", "/sammenligning", "/maanedsliste"]))
            await FinansieringTjeneste.ErProblem(await klient.PostAsync($"{FinansieringTjeneste.Bostoette}{sti.Second}", new StringContent("{}", null, "application/json")), 403, "ikke-tilgang");
    }

    private static decimal Tall(JsonElement element, string felt) => element.GetProperty(felt).GetDecimal();
}
