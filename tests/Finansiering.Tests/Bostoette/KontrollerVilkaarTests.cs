using System.Text.Json;
using Boligsosial.Finansiering.Bostoette;

namespace Boligsosial.Finansiering.Tests.Bostoette;

/// <summary>What a caseworker asks before a household applies: <see cref="KontrollerVilkaar"/> and <see cref="HentFrister"/>.</summary>
public sealed class KontrollerVilkaarTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    private static readonly Dictionary<string, bool> Oppfylt = new(StringComparer.Ordinal)
    {
        ["lovligBosatt"] = true,
        ["registrertPaaAdressen"] = true,
        ["alleRegistrertPaaAdressen"] = true,
        ["fylt18EllerEgneBarn"] = true,
        ["svarerForBoutgifter"] = true,
        ["borIBoligen"] = true,
        ["foerstegangstjeneste"] = false,
        ["student"] = false,
        ["borMedNoenUtenRett"] = false,
        ["institusjonMedInntektsbetaling"] = false,
        ["godkjentSomBolig"] = true,
        ["egenInngang"] = true,
        ["egetBadOgToalett"] = true,
        ["matlaging"] = true,
        ["hvile"] = true,
    };

    [Fact]
    public async Task Uten_hindre_er_det_fortsatt_Husbanken_som_avgjoer()
    {
        var svar = await FinansieringTjeneste.Ok(await tjeneste.Post("/vilkaar", new { vilkaar = Oppfylt, beregning = Beregning(15_398) }));

        Assert.Equal(JsonValueKind.Null, svar.GetProperty("kode").ValueKind);
        Assert.Equal(3_554.77m, svar.GetProperty("bostoettePerMaaned").GetDecimal());
        Assert.Contains("Husbanken avgjør", svar.GetProperty("forbehold").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hindrene_har_kode_grunn_og_hjemmel()
    {
        var vilkaar = new Dictionary<string, bool>(Oppfylt, StringComparer.Ordinal) { ["egenInngang"] = false };

        var svar = await FinansieringTjeneste.Ok(await tjeneste.Post("/vilkaar", new { vilkaar, beregning = Beregning(60_000) }));

        Assert.Equal("V04", svar.GetProperty("kode").GetString());
        var hindre = svar.GetProperty("hindre").EnumerateArray().ToList();
        Assert.Equal(["V04", "V03"], hindre.Select(h => h.GetProperty("kode").GetString()!));
        Assert.Equal(["egenInngang", "beregning"], hindre.Select(h => h.GetProperty("felt").GetString()!));
        Assert.Equal(("bustøttelova", "§ 5 bokstav b"), (hindre[0].GetProperty("hjemmel").GetProperty("lov").GetString(), hindre[0].GetProperty("hjemmel").GetProperty("paragraf").GetString()));
    }

    [Fact]
    public async Task Det_som_ikke_kan_kontrolleres_avvises()
    {
        await FinansieringTjeneste.ErProblem(await tjeneste.Post("/vilkaar", new { }), 400, "ugyldig");
        var problem = await FinansieringTjeneste.ErProblem(await tjeneste.Post("/vilkaar", new { vilkaar = Oppfylt, beregning = new { } }), 400, "ugyldig");
        Assert.True(problem.GetProperty("errors").TryGetProperty("beregning.dato", out _));
        await FinansieringTjeneste.ErProblem(await tjeneste.Post("/vilkaar", new { vilkaar = Oppfylt, beregning = Beregning(1, "2020-01-01") }), 422, "satser-mangler");
    }

    [Fact]
    public async Task Fristene_foelger_av_dagen_soeknaden_kom()
    {
        var svar = await FinansieringTjeneste.Ok(await tjeneste.Klient.GetAsync($"{FinansieringTjeneste.Bostoette}/frister?mottatt=2026-11-26&underrettet=2027-01-15"));

        Assert.Equal(
            ("2026-12-01", "2026-12-25", "2027-01-25", "2027-01-20", "2027-02-05"),
            (Tekst("maaned"), Tekst("soeknadsfrist"), Tekst("rettesInnen"), Tekst("utbetales"), Tekst("klagefrist")));
        Assert.Equal(["2027-01-01", "2027-02-01"], svar.GetProperty("proevesPaaNytt").EnumerateArray().Select(m => m.GetString()!));
        Assert.Contains("Klagenemnd for Husbanken", Tekst("klagegang"), StringComparison.Ordinal);

        string Tekst(string felt) => svar.GetProperty(felt).GetString()!;
    }

    [Theory]
    [InlineData("mottatt=2016-12-31", "mottatt")]
    [InlineData("mottatt=2026-11-26&rettet=2026-11-25", "rettet")]
    [InlineData("mottatt=2026-11-26&underrettet=2026-11-25", "underrettet")]
    public async Task Dager_som_ikke_henger_sammen_avvises(string spoerring, string felt)
    {
        var problem = await FinansieringTjeneste.ErProblem(await tjeneste.Klient.GetAsync($"{FinansieringTjeneste.Bostoette}/frister?{spoerring}"), 400, "ugyldig");

        Assert.True(problem.GetProperty("errors").TryGetProperty(felt, out _));
    }

    private static object Beregning(int inntekt, string dato = "2026-11-01") => new { dato, kommunenummer = "1508", voksne = 1, inntektPerMaaned = inntekt, boutgiftPerMaaned = 9_507 };
}
