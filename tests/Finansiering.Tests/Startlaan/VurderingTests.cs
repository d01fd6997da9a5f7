using System.Text.Json;
using Boligsosial.Finansiering.Startlaan;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Startlaan;

/// <summary>What a person must have judged before a startlån is granted: <see cref="InnstillStartlaan"/>, <see cref="InnvilgStartlaan"/>. Today is 1 December 2026.</summary>
public sealed class VurderingTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    private static readonly string[] Aapne = ["formaal", "hvem", "formaal-og-bolig", "behovsproeving"];

    [Fact]
    public async Task Det_som_ingen_har_vurdert_innstilles_ikke_paa_innvilgelse_foer_en_person_staar_for_det()
    {
        using var saker = new Laanesaker(tjeneste, "vurdert");
        await saker.Ramme(10_000_000);
        var id = (await saker.Ny()).GetProperty("id").GetString()!;

        var problem = await FinansieringTjeneste.ErProblem(await saker.Innstill(id, fakta: new { formaal = "kjoep" }), 422, "vilkaar-ikke-vurdert");

        Assert.Equal("§ 5-1, § 5-2 første og andre ledd, § 5-3, § 5-4 første ledd", problem.GetProperty("hjemmel").GetProperty("paragraf").GetString());
        Assert.All(Aapne, navn => Assert.Contains($"{navn} (forskrift om lån fra Husbanken § 5-", problem.GetProperty("detail").GetString(), StringComparison.Ordinal));
        Assert.True(problem.GetProperty("errors").TryGetProperty("vurderinger", out _));
        Assert.Equal((422, "vilkaar-ikke-vurdert"), await Avvist(Innstill(Vurder(Aapne[..3]))));
        Assert.Equal((422, "vilkaar-ikke-oppfylt"), await Avvist(Innstill([.. Vurder(Aapne[..3]), new { vilkaar = "behovsproeving", grunn = "Kunne ha spart.", oppfylt = false }])));
        Assert.Equal((400, "ugyldig"), await Avvist(Innstill(Vurder("noe-annet"))));
        Assert.Equal((400, "ugyldig"), await Avvist(Innstill([new { vilkaar = "hvem", grunn = " " }])));
        Assert.Equal((400, "ugyldig"), await Avvist(Innstill(Vurder("hvem", "hvem"))));

        var vilkaar = (await Gjort(Innstill(Vurder(Aapne)))).GetProperty("innstilling").GetProperty("vilkaar").EnumerateArray().ToList();

        Assert.All(vilkaar, v => Assert.Equal("oppfylt", v.GetProperty("utfall").GetString()));
        Assert.Equal(Aapne, vilkaar.Where(v => v.GetProperty("vurdering").ValueKind == JsonValueKind.Object).Select(v => v.GetProperty("navn").GetString()));
        Assert.Equal(JsonValueKind.Null, Betjening(vilkaar).GetProperty("vurdering").ValueKind);
        var vedtak = (await Gjort(saker.Innvilg(id))).GetProperty("vedtak")[0];
        Assert.Equal("Vurdert: hvem.", vedtak.GetProperty("vilkaar").EnumerateArray().Single(v => v.GetProperty("navn").GetString() == "hvem").GetProperty("vurdering").GetProperty("grunn").GetString());
        Assert.Contains("- Vurdert: hvem. (forskrift", await saker.Saksbehandler.GetStringAsync($"{Laanesaker.Startlaan}/soeknader/{id}/vedtaksbrev"), StringComparison.Ordinal);

        Task<HttpResponseMessage> Innstill(object[] vurderinger) =>
            Gjoer(saker.Saksbehandler, id, "innstilling", new { utfall = "innvilget", begrunnelse = "Ja.", fakta = new { formaal = "kjoep" }, vurderinger, dato = "2026-11-05" });
    }

    [Fact]
    public async Task Et_laan_som_oekonomien_ikke_baerer_innvilges_bare_naar_beslutteren_begrunner_det()
    {
        using var saker = new Laanesaker(tjeneste, "bærer-ikke");
        await saker.Ramme(10_000_000);
        var id = (await saker.Ny(oekonomi: new { nettoInntekt = 16_000, livsopphold = 15_500 })).GetProperty("id").GetString()!;
        Assert.Equal((422, "betjeningsevne-for-liten"), await Avvist(saker.Innstill(id)));
        await Gjort(Gjoer(saker.Saksbehandler, id, "innstilling", new { utfall = "innvilget", begrunnelse = "Ja.", fakta = Fakta(), vurderinger = Vurder("betjeningsevne"), dato = "2026-11-05" }));

        var problem = await FinansieringTjeneste.ErProblem(await saker.Innvilg(id, 2_500_000), 422, "betjeningsevne-for-liten");

        // 2 500 000 · 0.065/12 / (1 − (1 + 0.065/12)^−360) = 15 801.70, and 500 carries 79 105.
        Assert.Equal("§ 5-2 tredje ledd", problem.GetProperty("hjemmel").GetProperty("paragraf").GetString());
        Assert.StartsWith(
            "Et lån på 2 500 000 kr over 30 år koster 15 801,70 kr i måneden ved stressrenten 6,5 prosent. Husholdningen har 500 kr til det etter livsopphold og faste utgifter, og det bærer 79 105 kr.",
            problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal((422, "betjeningsevne-for-liten"), await Avvist(Innvilg(79_106)));

        var vedtak = (await Gjort(Innvilg(2_500_000, Vurder("betjeningsevne")))).GetProperty("vedtak")[0];

        var betjening = Betjening(vedtak.GetProperty("vilkaar").EnumerateArray());
        Assert.Equal("Vurdert: betjeningsevne.", betjening.GetProperty("vurdering").GetProperty("grunn").GetString());
        Assert.Equal(vedtak.GetProperty("besluttetAv").GetString(), betjening.GetProperty("vurdering").GetProperty("av").GetString());
        Assert.Contains("15 801,70", betjening.GetProperty("grunn").GetString(), StringComparison.Ordinal);
        Assert.Equal(betjening.GetRawText(), Betjening((await saker.Hent(id)).GetProperty("vedtak")[0].GetProperty("vilkaar").EnumerateArray()).GetRawText());

        Task<HttpResponseMessage> Innvilg(decimal beloep, object[]? vurderinger = null) => Gjoer(saker.Beslutter, id, "innvilgelse", new { beloep, begrunnelse = "Ja.", vurderinger, dato = "2026-11-10" });
    }

    [Fact]
    public async Task Laanet_proeves_paa_de_vilkaarene_det_gis_paa()
    {
        using var saker = new Laanesaker(tjeneste, "på-vilkår");
        await saker.Ramme(10_000_000);
        var id = (await saker.Ny()).GetProperty("id").GetString()!;
        await Gjort(saker.Innstill(id));
        var langtid = new { varigLavInntekt = true, boligenDekkerBehovet = true, leieUegnetEllerDyrere = true, kortereIkkeForsvarlig = true };

        Assert.Equal((422, "betjeningsevne-for-liten"), await Avvist(Innvilg(new { loepetidAar = 5 })));
        Assert.Equal((422, "betjeningsevne-for-liten"), await Avvist(Innvilg(new { felleskostnader = 10_000 })));
        Assert.Equal((422, "betjeningsevne-for-liten"), await Avvist(Innvilg(new { stressrente = 20 })));
        Assert.Equal((422, "langtid-ikke-dokumentert"), await Avvist(Innvilg(new { loepetidAar = 40 })));
        Assert.Equal((400, "ugyldig"), await Avvist(Innvilg(new { loepetidAar = 0 })));
        Assert.Equal("innvilget", (await Gjort(Innvilg(new { loepetidAar = 50, langtid }))).GetProperty("status").GetString());

        Task<HttpResponseMessage> Innvilg(object laanevilkaar) => Gjoer(saker.Beslutter, id, "innvilgelse", new { beloep = 1_500_000, begrunnelse = "Ja.", laanevilkaar, dato = "2026-11-10" });
    }

    [Fact]
    public async Task Uten_registrert_oekonomi_innvilges_ingenting_og_innstillingen_kan_registrere_den()
    {
        using var saker = new Laanesaker(tjeneste, "økonomi");
        var id = (await saker.Ny(oekonomi: new { nettoInntekt = 38_000, livsopphold = 0 })).GetProperty("id").GetString()!;

        Assert.Equal((422, "oekonomi-mangler"), await Avvist(saker.Innstill(id)));
        var svar = await Gjort(Gjoer(saker.Saksbehandler, id, "innstilling", new
        {
            utfall = "innvilget",
            begrunnelse = "Ja.",
            fakta = Fakta(),
            oekonomi = new { nettoInntekt = 36_000, livsopphold = 12_000, veiledendeSats = 14_000, gjeld = 1_000, andreFaste = 500, vedlikehold = 250 },
            dato = "2026-11-05",
        }));

        var oekonomi = svar.GetProperty("oekonomi");
        Assert.Equal((36_000m, 14_000m, 1_000m, 750m), (Tall("nettoInntekt"), Tall("livsopphold"), Tall("gjeld"), Tall("andreFaste")));
        Assert.Equal("innstilt", (await Gjort(saker.Innstill((await saker.Ny(oekonomi: new { nettoInntekt = 0, livsopphold = 0 })).GetProperty("id").GetString()!, "avslag"))).GetProperty("status").GetString());

        decimal Tall(string felt) => oekonomi.GetProperty(felt).GetDecimal();
    }

    private static object[] Vurder(params string[] vilkaar) => [.. vilkaar.Select(v => new { vilkaar = v, grunn = $"Vurdert: {v}." })];

    private static JsonElement Betjening(IEnumerable<JsonElement> vilkaar) => vilkaar.Single(v => v.GetProperty("navn").GetString() == "betjeningsevne");
}
