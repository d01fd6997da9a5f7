using System.Text.Json;
using Boligsosial.Finansiering.Tilskudd;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Tilskudd;

/// <summary>What a person must have judged before tilskudd is granted: <see cref="InnstillTilskudd"/>, <see cref="InnvilgTilskudd"/>. Today is 1 December 2026.</summary>
public sealed class TilskuddsvurderingTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    [Fact]
    public async Task Tilpasning_som_ingen_har_vurdert_innstilles_ikke_paa_innvilgelse()
    {
        using var saker = new Tilskuddssaker(tjeneste, "vurdert");
        await Gjort(saker.SettRamme(1_000_000, type: "tilpasning"));
        var id = (await saker.Ny("tilpasning")).GetProperty("id").GetString()!;
        var fakta = new { trengerTilpassetBolig = true };
        string[] aapne = ["noedvendig", "behovsproeving", "utleiers-godkjenning", "nav-hjelpemiddelsentral"];

        // Bustøttelova, the guidance and folketrygdloven: what they have in common is the law that asks for a judgement.
        var problem = await FinansieringTjeneste.ErProblem(await saker.Innstill(id, fakta: fakta), 422, "vilkaar-ikke-vurdert");
        Assert.Equal(("forvaltningsloven", "§§ 17 og 25"), (problem.GetProperty("hjemmel").GetProperty("lov").GetString(), problem.GetProperty("hjemmel").GetProperty("paragraf").GetString()));
        Assert.Contains("noedvendig (bustøttelova § 15 første ledd): Det er ikke vurdert om tiltaket er nødvendig.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("nav-hjelpemiddelsentral (folketrygdloven §§ 10-6 og 10-7)", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(problem.GetProperty("errors").TryGetProperty("vurderinger", out _));
        var nav = await FinansieringTjeneste.ErProblem(await Innstill(aapne[..3]), 422, "vilkaar-ikke-vurdert");
        Assert.Equal("§§ 10-6 og 10-7", nav.GetProperty("hjemmel").GetProperty("paragraf").GetString());
        Assert.Equal((422, "vilkaar-ikke-oppfylt"), await Avvist(saker.Innstill(id, fakta: fakta, vurderinger: [.. Tilskuddssaker.Vurder(aapne[..3]), new { vilkaar = aapne[3], grunn = "NAV dekker alt.", oppfylt = false }])));
        Assert.Equal((400, "ugyldig"), await Avvist(Innstill("maalgruppe")));
        Assert.Equal((400, "ugyldig"), await Avvist(Innstill("noedvendig", "noedvendig")));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Innstill(id, fakta: fakta, vurderinger: [new { vilkaar = "noedvendig", grunn = " " }])));
        // A refusal may leave open what it does not stand on.
        await Gjort(saker.Innstill(id, "avslag", fakta));

        var vilkaar = (await Gjort(Innstill(aapne))).GetProperty("innstilling").GetProperty("vilkaar").EnumerateArray().ToList();

        Assert.All(vilkaar, v => Assert.Equal("oppfylt", v.GetProperty("utfall").GetString()));
        Assert.Equal(aapne, vilkaar.Where(v => v.GetProperty("vurdering").ValueKind == JsonValueKind.Object).Select(v => v.GetProperty("navn").GetString()));
        await Gjort(saker.Innvilg(id));
        var brev = await saker.Saksbehandler.GetStringAsync($"{Tilskuddssaker.Tilskudd}/soeknader/{id}/vedtaksbrev");
        Assert.Contains("- Vurdert: nav-hjelpemiddelsentral. (folketrygdloven §§ 10-6 og 10-7)", brev, StringComparison.Ordinal);

        Task<HttpResponseMessage> Innstill(params string[] vurdert) => saker.Innstill(id, fakta: fakta, vurderinger: Tilskuddssaker.Vurder(vurdert));
    }

    [Fact]
    public async Task Hvem_som_gaar_foran_og_startlaan_foerst_er_det_nok_aa_begrunne_og_et_ja_retter_ingen_brutt_regel()
    {
        using var saker = new Tilskuddssaker(tjeneste, "prioritet");
        await Gjort(saker.SettRamme(1_000_000));
        var id = (await saker.Ny()).GetProperty("id").GetString()!;
        var fakta = new { vanskeligstilt = true, lavInntekt = true, kanEtablereSegSelv = false, langvarigeProblemer = false, startlaanUtnyttet = false };

        Assert.Equal((422, "vilkaar-ikke-vurdert"), await Avvist(saker.Innstill(id, fakta: fakta, vurderinger: Tilskuddssaker.Vurder("startlaan-foerst"))));
        var brutt = await FinansieringTjeneste.ErProblem(
            await saker.Innstill(id, fakta: fakta with { vanskeligstilt = false }, vurderinger: Tilskuddssaker.Vurder("prioritet", "startlaan-foerst", "maalgruppe")), 422, "vilkaar-ikke-oppfylt");
        Assert.Equal("Husstanden er ikke vanskeligstilt på boligmarkedet.", brutt.GetProperty("detail").GetString());

        await Gjort(saker.Innstill(id, fakta: fakta, vurderinger: Tilskuddssaker.Vurder("prioritet", "startlaan-foerst")));
        Assert.Equal((422, "vilkaar-ikke-oppfylt"), await Avvist(Innvilg(new { vilkaar = "prioritet", grunn = "Andre går foran.", oppfylt = false })));
        var vedtak = (await Gjort(Innvilg(new { vilkaar = "maalgruppe", grunn = "Bor midlertidig." }))).GetProperty("vedtak")[0];

        // The caseworker's words and the beslutter's, each with the name of who stands for them.
        var av = vedtak.GetProperty("vilkaar").EnumerateArray().Where(v => v.GetProperty("vurdering").ValueKind == JsonValueKind.Object)
            .ToDictionary(v => v.GetProperty("navn").GetString()!, v => v.GetProperty("vurdering").GetProperty("av").GetString());
        Assert.Equal(["maalgruppe", "prioritet", "startlaan-foerst"], av.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(vedtak.GetProperty("besluttetAv").GetString(), av["maalgruppe"]);

        Task<HttpResponseMessage> Innvilg(object vurdering) => Tilskuddssaker.Gjoer(saker.Beslutter, id, "innvilgelse", new { beloep = 200_000, begrunnelse = "Ja.", vurderinger = new[] { vurdering }, dato = "2026-11-10" });
    }

    [Fact]
    public async Task Det_som_er_innstilt_uten_vurdering_foer_regelen_kom_innvilges_ikke_foer_en_person_staar_for_det()
    {
        using var saker = new Tilskuddssaker(tjeneste, "før-regelen");
        await Gjort(saker.SettRamme(1_000_000));
        var id = await saker.Innstilt();
        await tjeneste.Sql<int>($$"""UPDATE tilskuddssoeknad SET vilkaar = jsonb_set(vilkaar, '{0,Utfall}', '2') WHERE id = '{{id}}'; SELECT 1""");

        Assert.Equal((422, "vilkaar-ikke-vurdert"), await Avvist(saker.Innvilg(id)));
        await Gjort(Tilskuddssaker.Gjoer(saker.Beslutter, id, "innvilgelse", new { beloep = 200_000, begrunnelse = "Ja.", vurderinger = Tilskuddssaker.Vurder("formaal"), dato = "2026-11-10" }));
    }
}
