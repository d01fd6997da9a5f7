using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Leietakere;
using Boligsosial.Finansiering.Tests.Startlaan;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Leietakere;

/// <summary><see cref="SoekLeietakereUtenBostoette"/> and the reactions that it is read from. Today is 1 December 2026.</summary>
public sealed class UtenBostoetteTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    private const string Liste = "/api/v1/finansiering/leietakere/uten-bostoette";
    private const string Saker = "/api/v1/finansiering/bostoette/saker";

    [Fact]
    public async Task En_leietaker_uten_sak_staar_med_husleien_og_det_kalkulatoren_sier()
    {
        using var saker = new Laanesaker(tjeneste, "uten-sak");
        var leie = await Leie(saker, 9_507, barn: 0);

        var rad = Assert.Single(await Rader(saker.Saksbehandler));

        var beregning = await Gjort(saker.Saksbehandler.PostAsJsonAsync(
            $"{FinansieringTjeneste.Bostoette}/beregning", new { dato = "2026-12-01", kommunenummer = "1508", voksne = 1, barn = 0, inntektPerMaaned = 0, boutgiftPerMaaned = 9_507 }));
        Assert.Equal((leie, 9_507m, 1, 0), (rad.GetProperty("leieforholdId").GetGuid(), Tall(rad, "maanedsleie"), rad.GetProperty("voksne").GetInt32(), rad.GetProperty("barn").GetInt32()));
        Assert.Equal(4_032.50m, Tall(rad, "bostoetteUtenInntekt"));
        Assert.Equal(Tall(beregning, "oevreInntektsgrensePerMaaned"), Tall(rad, "oevreInntektsgrense"));
        Assert.Equal(["inntekt", "formue", "andre-i-husstanden", "egen-oppvarming", "saker-i-andre-enheter"], Ukjent(rad));
        Assert.Equal(1L, await tjeneste.Sql<long>($"SELECT count(*) FROM tilgangslogg WHERE sak = 'leieforhold/{leie}' AND handling = 'lest'"));
    }

    [Fact]
    public async Task Det_som_ikke_er_kjent_sies_og_regnes_til_laveste_grense()
    {
        using var saker = new Laanesaker(tjeneste, "ukjent");
        await Leie(saker, 12_000, barn: null);
        await Leie(saker, null, barn: 2);

        var rader = await Rader(saker.Saksbehandler);

        Assert.Contains("barn", Ukjent(rader[0]));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (rader[1].GetProperty("oevreInntektsgrense").ValueKind, rader[1].GetProperty("maanedsleie").ValueKind));
        Assert.Contains("husleie", Ukjent(rader[1]));
        Assert.Equal(2, rader[1].GetProperty("barn").GetInt32());
    }

    [Fact]
    public async Task En_husleie_som_aldri_gir_noe_staar_ikke_og_en_ny_leie_gjelder_fra_sin_dag()
    {
        using var saker = new Laanesaker(tjeneste, "grense");
        var minst = Math.Ceiling(((26_576m / 12) + (62.995m / 0.737m)) * 100) / 100;
        var paa = await Leie(saker, minst);
        var under = await Leie(saker, minst - 0.01m);
        Assert.Equal([paa], await Leieforhold(saker.Saksbehandler));

        await tjeneste.Skjedde(new LeieFastsatt(under, new(2026, 12, 2), 9_000));
        Assert.Equal([paa], await Leieforhold(saker.Saksbehandler));
        await tjeneste.Skjedde(new LeieFastsatt(under, new(2026, 12, 1), 8_000));
        Assert.Equal([paa, under], await Leieforhold(saker.Saksbehandler));
        Assert.Equal(8_000m, Tall((await Rader(saker.Saksbehandler))[1], "maanedsleie"));
    }

    [Fact]
    public async Task Den_som_har_en_sak_staar_ikke_foer_den_er_avslaatt_og_da_med_koden()
    {
        using var saker = new Laanesaker(tjeneste, "med-sak");
        var (leietaker, medleietaker) = (Guid.Parse(await saker.Person()), Guid.Parse(await saker.Person()));
        await Leie(saker, 9_507, 0, leietaker, medleietaker);
        var sak = (await Gjort(saker.Saksbehandler.PostAsJsonAsync(Saker, new { soeker = medleietaker, kanal = "papir", mottatt = "2026-09-01" }))).GetProperty("id").GetString();
        Assert.Empty(await Rader(saker.Saksbehandler));

        await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{Saker}/{sak}/vedtak", new { maaned = "2026-09-01", kode = "V03" }));
        Assert.Empty(await Rader(saker.Saksbehandler));
        await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{Saker}/{sak}/vedtak", new { maaned = "2026-10-01", kode = "V04" }));

        var rad = Assert.Single(await Rader(saker.Saksbehandler));
        Assert.Equal(("V04", "2026-10-01", 2), (rad.GetProperty("sisteKode").GetString(), rad.GetProperty("sisteMaaned").GetString(), rad.GetProperty("voksne").GetInt32()));
    }

    [Fact]
    public async Task Den_ingen_har_sagt_noe_om_og_den_som_har_adressesperre_er_usynlig()
    {
        using var saker = new Laanesaker(tjeneste, "skjerming");
        using var skjermet = tjeneste.Som(Roller.AakeStoenad, skjermet: true, enhet: "skjerming");
        using var annen = tjeneste.Som(Roller.AakeStoenad, enhet: "skjerming-annen");
        var kjent = Guid.Parse(await saker.Person());
        var (synlig, ukjent) = (await Leie(saker, 9_000, 0, kjent), await Leie(saker, 9_000, 0, kjent, Guid.CreateVersion7()));

        Assert.Equal([synlig], await Leieforhold(saker.Saksbehandler));
        Assert.Equal([], await Leieforhold(annen));
        Assert.Equal([synlig, ukjent], (await Leieforhold(skjermet)).Where(l => l == synlig || l == ukjent));

        await skjermet.PostAsJsonAsync($"/api/v1/finansiering/personer/{kjent}/gradering", new { gradering = "fortrolig" });
        Assert.Empty(await Leieforhold(saker.Saksbehandler));
        Assert.Contains(synlig, await Leieforhold(skjermet));
    }

    [Fact]
    public async Task Et_leieforhold_som_er_over_etterlater_seg_ingen_person_og_listen_blas_side_for_side()
    {
        using var saker = new Laanesaker(tjeneste, "over");
        var (en, to, tre) = (await Leie(saker, 9_000), await Leie(saker, 9_100), await Leie(saker, 9_200));
        var framtidig = Guid.CreateVersion7();
        await tjeneste.Skjedde(new LeieforholdInngaatt(framtidig, Guid.Empty, null, new(2026, 12, 2), null, [Guid.Parse(await saker.Person())], 0), new LeieFastsatt(framtidig, new(2026, 12, 2), 9_300));

        var side = await Gjort(saker.Saksbehandler.GetAsync($"{Liste}?antall=2"));
        var neste = await Gjort(saker.Saksbehandler.GetAsync($"{Liste}?antall=2&etter={side.GetProperty("neste").GetString()}"));
        Assert.Equal([en, to], Ider(side));
        Assert.Equal([tre], Ider(neste));
        Assert.Equal(JsonValueKind.Null, neste.GetProperty("neste").ValueKind);

        await tjeneste.Skjedde(new LeieforholdOpphoert(to, Guid.Empty, new(2026, 11, 30), "oppsigelse-leietaker", []));
        Assert.Equal([en, tre], await Leieforhold(saker.Saksbehandler));
        Assert.Equal($"({to},,,,2026-11-30)", await tjeneste.Sql<string>($"SELECT l::text FROM kommunal_leie l WHERE leieforhold_id = '{to}'"));
        Assert.Equal(0L, await tjeneste.Sql<long>($"SELECT count(*) FROM kommunal_leiesum WHERE leieforhold_id = '{to}'"));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Saksbehandler.GetAsync($"{Liste}?antall=0")));
    }

    private async Task<Guid> Leie(Laanesaker saker, decimal? maanedsleie, int? barn = 0, params Guid[] leietakere)
    {
        var id = Guid.CreateVersion7();
        await tjeneste.Skjedde(new LeieforholdInngaatt(id, Guid.Empty, null, new(2026, 1, 1), null, leietakere is [] ? [Guid.Parse(await saker.Person())] : leietakere, barn));
        if (maanedsleie is { } kroner)
            await tjeneste.Skjedde(new LeieFastsatt(id, new(2026, 1, 1), kroner));
        return id;
    }

    private static async Task<List<JsonElement>> Rader(HttpClient klient) => [.. (await Gjort(klient.GetAsync($"{Liste}?antall=500"))).GetProperty("innhold").EnumerateArray()];

    private static async Task<IEnumerable<Guid>> Leieforhold(HttpClient klient) => (await Rader(klient)).Select(r => r.GetProperty("leieforholdId").GetGuid());

    private static Guid[] Ider(JsonElement side) => [.. side.GetProperty("innhold").EnumerateArray().Select(r => r.GetProperty("leieforholdId").GetGuid())];

    private static IEnumerable<string?> Ukjent(JsonElement rad) => rad.GetProperty("ukjent").EnumerateArray().Select(u => u.GetString());

    private static decimal Tall(JsonElement e, string felt) => e.GetProperty(felt).GetDecimal();
}
