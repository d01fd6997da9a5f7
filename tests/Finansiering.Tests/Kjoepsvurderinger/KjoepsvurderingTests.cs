using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Kjoepsvurderinger;
using Boligsosial.Finansiering.Tests.Startlaan;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Kjoepsvurderinger;

/// <summary>
/// <see cref="NaarLeieUtloeperSnart"/>, <see cref="ForeslaaKjoepsvurdering"/>, <see cref="RegistrerSamtykke"/>, <see cref="TrekkSamtykke"/>, <see cref="BeregnKjoep"/>, <see cref="AvklarKjoep"/>,
/// <see cref="KnyttSoeknad"/>, <see cref="HentKjoepsvurdering"/> and <see cref="SoekKjoepsvurderinger"/>. Today is 1 December 2026; «aake» is the unit of the profile.
/// </summary>
public sealed class KjoepsvurderingTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    private const string Vurderinger = "/api/v1/finansiering/kjoepsvurderinger";
    private static readonly object Hvahvis = new { husholdning = new { nettoInntekt = 38_000, livsopphold = 19_500 }, varianter = new[] { new { kjoepesum = 2_000_000, loepetidAar = 30, rente = 4.381 } } };

    [Fact]
    public async Task Fra_leien_snart_utloeper_til_en_soeknad_om_startlaan()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        var (leie, leietaker) = await Snart(saker);
        var vurdering = Assert.Single(await Liste(saker.Saksbehandler, $"?personRef={leietaker}"));
        var id = vurdering.GetProperty("id").GetString()!;
        Assert.Equal((leie, "2027-03-01", "2026-11-30", "foreslaatt"), (vurdering.GetProperty("leieforholdId").GetGuid(), Tekst(vurdering, "utloeper"), Tekst(vurdering, "opprettet"), Tekst(vurdering, "status")));

        Assert.Equal((422, "samtykke-mangler"), await Avvist(Gjoer(saker.Saksbehandler, id, "beregning", Hvahvis)));
        Assert.Equal((422, "ikke-beregnet"), await Avvist(Gjoer(saker.Saksbehandler, id, "utfall", new { utfall = "kan-kjoepe-naa", begrunnelse = "Har råd." })));
        Assert.Equal("samtykket", Tekst(await Gjort(Gjoer(saker.Saksbehandler, id, "samtykke", new { fra = new[] { leietaker } })), "status"));
        var beregnet = (await Gjort(Gjoer(saker.Saksbehandler, id, "beregning", Hvahvis))).GetProperty("beregning");
        var kalkulator = await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{Laanesaker.Startlaan}/beregning", Hvahvis));
        Assert.Equal(kalkulator.GetProperty("varianter").GetRawText(), beregnet.GetProperty("svar").GetRawText());
        Assert.True(beregnet.GetProperty("svar")[0].GetProperty("resultat").GetProperty("laan").GetDecimal() > 1_500_000);

        var avklart = await Gjort(Gjoer(saker.Saksbehandler, id, "utfall", new { utfall = "kan-kjoepe-naa", begrunnelse = "Fast jobb og ingen gjeld." }));
        Assert.Equal(("avklart", "kan-kjoepe-naa", "2026-12-01"), (Tekst(avklart, "status"), Tekst(avklart, "utfall"), Tekst(avklart, "avklart")));
        Assert.NotEmpty(Tekst(avklart, "avklartAv"));
        var fremmed = (await saker.Ny()).GetProperty("id").GetGuid();
        Assert.Equal((422, "annen-soeker"), await Avvist(Gjoer(saker.Saksbehandler, id, "soeknad", new { soeknadId = fremmed })));
        Assert.Equal((422, "soeknad-finnes-ikke"), await Avvist(Gjoer(saker.Saksbehandler, id, "soeknad", new { soeknadId = Guid.CreateVersion7() })));
        var soeknad = await Soeknad(saker, leietaker);
        Assert.Equal(soeknad, (await Gjort(Gjoer(saker.Saksbehandler, id, "soeknad", new { soeknadId = soeknad }))).GetProperty("soeknadId").GetGuid());

        using var svar = await saker.Saksbehandler.GetAsync($"{Vurderinger}/{id}");
        Assert.NotNull(svar.Headers.ETag);
        Assert.Equal(beregnet.GetRawText(), (await FinansieringTjeneste.Ok(svar)).GetProperty("beregning").GetRawText());
        Assert.Single(await Liste(saker.Saksbehandler, $"?utfall=kan-kjoepe-naa&status=avklart&personRef={leietaker}"));
        Assert.Empty(await Liste(saker.Saksbehandler, $"?utfall=oensker-ikke&personRef={leietaker}"));
        Assert.Equal(4L, await tjeneste.Sql<long>($"SELECT count(*) FROM tilgangslogg WHERE sak = 'kjoepsvurdering/{id}' AND handling = 'skrevet'"));
    }

    [Fact]
    public async Task Trekkes_samtykket_tilbake_er_tallene_borte_men_ikke_det_en_person_har_avklart()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        var (_, leietaker) = await Snart(saker);
        var id = (await Liste(saker.Saksbehandler, $"?personRef={leietaker}"))[0].GetProperty("id").GetString()!;
        Assert.Equal((409, "ingen-samtykke"), await Avvist(Gjoer(saker.Saksbehandler, id, "samtykke/tilbaketrekking")));
        await Samtykk();
        await Gjort(Gjoer(saker.Saksbehandler, id, "beregning", Hvahvis));

        var trukket = await Gjort(Gjoer(saker.Saksbehandler, id, "samtykke/tilbaketrekking"));
        Assert.Equal(("foreslaatt", JsonValueKind.Null, JsonValueKind.Null), (Tekst(trukket, "status"), trukket.GetProperty("beregning").ValueKind, trukket.GetProperty("samtykket").ValueKind));
        Assert.Equal((422, "samtykke-mangler"), await Avvist(Gjoer(saker.Saksbehandler, id, "beregning", Hvahvis)));
        Assert.False(await tjeneste.Sql<bool>($"SELECT beregning IS NOT NULL FROM kjoepsvurdering WHERE id = '{id}'"));

        await Samtykk();
        await Gjort(Gjoer(saker.Saksbehandler, id, "beregning", Hvahvis));
        await Gjort(Gjoer(saker.Saksbehandler, id, "utfall", new { utfall = "kan-kjoepe-senere", begrunnelse = "Gjelden er nedbetalt om et år.", proevesIgjen = "2027-12-01" }));
        trukket = await Gjort(Gjoer(saker.Saksbehandler, id, "samtykke/tilbaketrekking"));
        Assert.Equal(("avklart", "kan-kjoepe-senere", "2027-12-01", JsonValueKind.Null), (Tekst(trukket, "status"), Tekst(trukket, "utfall"), Tekst(trukket, "proevesIgjen"), trukket.GetProperty("beregning").ValueKind));

        Task<JsonElement> Samtykk() => Gjort(Gjoer(saker.Saksbehandler, id, "samtykke", new { fra = new[] { leietaker } }));
    }

    [Fact]
    public async Task Alle_leietakerne_maa_samtykke_og_ingen_andre()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        var (en, to) = (Guid.Parse(await saker.Person()), Guid.Parse(await saker.Person()));
        await Snart(saker, leietakere: [en, to]);
        var id = (await Liste(saker.Saksbehandler, $"?personRef={en}"))[0].GetProperty("id").GetString()!;

        Assert.Equal((422, "samtykke-fra-alle"), await Avvist(Gjoer(saker.Saksbehandler, id, "samtykke", new { fra = new[] { en } })));
        Assert.Equal((422, "samtykke-fra-alle"), await Avvist(Gjoer(saker.Saksbehandler, id, "samtykke", new { fra = new[] { en, to, Guid.CreateVersion7() } })));
        Assert.Equal((400, "ugyldig"), await Avvist(Gjoer(saker.Saksbehandler, id, "samtykke", new { fra = Array.Empty<Guid>() })));
        Assert.Equal((422, "dato-i-framtiden"), await Avvist(Gjoer(saker.Saksbehandler, id, "samtykke", new { fra = new[] { en, to }, dato = "2026-12-02" })));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(Gjoer(saker.Saksbehandler, id, "samtykke", new { fra = new[] { en, to }, dato = "2026-11-29" })));
        await Gjort(Gjoer(saker.Saksbehandler, id, "samtykke", new { fra = new[] { en, to }, dato = "2026-11-30" }));
        Assert.Equal((409, "vurdering-feil-status"), await Avvist(Gjoer(saker.Saksbehandler, id, "samtykke", new { fra = new[] { en, to } })));
        Assert.Equal((400, "ugyldig"), await Avvist(Gjoer(saker.Saksbehandler, id, "beregning", new { husholdning = new { nettoInntekt = -1, livsopphold = 1 }, varianter = new[] { new { } } })));
        Assert.Equal((400, "ugyldig"), await Avvist(Gjoer(saker.Saksbehandler, id, "utfall", new { utfall = "oensker-ikke" })));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(Gjoer(saker.Saksbehandler, id, "utfall", new { utfall = "kan-ikke-kjoepe", begrunnelse = "Nei.", proevesIgjen = "2026-12-01" })));
        await Gjort(Gjoer(saker.Saksbehandler, id, "utfall", new { utfall = "oensker-ikke", begrunnelse = "Vil leie." }));
        Assert.Equal((409, "vurdering-feil-status"), await Avvist(Gjoer(saker.Saksbehandler, id, "utfall", new { utfall = "oensker-ikke", begrunnelse = "Vil leie." })));
        Assert.Equal((409, "vurdering-feil-status"), await Avvist(Gjoer(saker.Saksbehandler, id, "beregning", Hvahvis)));
    }

    [Fact]
    public async Task En_person_foreslaar_og_ett_leieforhold_vurderes_en_gang_om_gangen()
    {
        using var saker = new Laanesaker(tjeneste, "annen-kontakt");
        var leietaker = Guid.Parse(await saker.Person());
        var leie = Guid.CreateVersion7();
        await tjeneste.Skjedde(new LeieforholdInngaatt(leie, Guid.Empty, null, new(2025, 1, 1), null, [leietaker]));

        var svar = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => saker.Saksbehandler.PostAsJsonAsync(Vurderinger, new { leieforholdId = leie })));
        var id = Tekst(await FinansieringTjeneste.Ok(Assert.Single(svar, s => (int)s.StatusCode == 201)), "id");
        foreach (var nei in svar.Where(s => (int)s.StatusCode != 201))
            await FinansieringTjeneste.ErProblem(nei, 409, "vurdering-finnes");
        await tjeneste.Skjedde(new LeieUtloeperSnart(leie, Guid.Empty, new(2027, 1, 1), [leietaker]));
        Assert.Single(await Liste(saker.Saksbehandler));

        await Gjort(Gjoer(saker.Saksbehandler, id, "utfall", new { utfall = "oensker-ikke", begrunnelse = "Vil leie." }));
        Assert.Equal(201, (int)(await saker.Saksbehandler.PostAsJsonAsync(Vurderinger, new { leieforholdId = leie })).StatusCode);
        var side = await Gjort(saker.Saksbehandler.GetAsync($"{Vurderinger}?antall=1"));
        Assert.Equal(id, Tekst(side.GetProperty("innhold")[0], "id"));
        Assert.Single(await Liste(saker.Saksbehandler, $"?etter={Tekst(side, "neste")}"));

        Assert.Equal((422, "leieforhold-finnes-ikke"), await Avvist(saker.Saksbehandler.PostAsJsonAsync(Vurderinger, new { leieforholdId = Guid.CreateVersion7() })));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Saksbehandler.PostAsJsonAsync(Vurderinger, new { })));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Saksbehandler.GetAsync($"{Vurderinger}?status=ukjent&utfall=ukjent")));
    }

    [Fact]
    public async Task Av_to_som_avklarer_eller_trekker_samtykket_samtidig_ser_den_andre_det_den_foerste_gjorde()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        var (_, leietaker) = await Snart(saker);
        var id = Tekst((await Liste(saker.Saksbehandler, $"?personRef={leietaker}"))[0], "id");
        await Gjort(Gjoer(saker.Saksbehandler, id, "samtykke", new { fra = new[] { leietaker } }));
        await Gjort(Gjoer(saker.Saksbehandler, id, "beregning", Hvahvis));

        var trukket = await Task.WhenAll(Enumerable.Range(0, 8).Select(nr => nr % 2 == 0 ? Gjoer(saker.Saksbehandler, id, "samtykke/tilbaketrekking") : Gjoer(saker.Beslutter, id, "beregning", Hvahvis)));
        Assert.Single(trukket.Where((_, nr) => nr % 2 == 0), s => s.IsSuccessStatusCode);
        Assert.True(await tjeneste.Sql<bool>($"SELECT beregning IS NULL AND samtykket IS NULL FROM kjoepsvurdering WHERE id = '{id}'"));

        var avklart = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Gjoer(saker.Saksbehandler, id, "utfall", new { utfall = "oensker-ikke", begrunnelse = "Vil leie." })));
        Assert.Single(avklart, s => s.IsSuccessStatusCode);
        foreach (var nei in avklart.Where(s => !s.IsSuccessStatusCode))
            await FinansieringTjeneste.ErProblem(nei, 409, "vurdering-feil-status");
    }

    [Fact]
    public async Task Samme_utloep_foreslaas_en_gang_og_det_ingen_har_begynt_paa_forsvinner_med_leieforholdet()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        var (leie, leietaker) = await Snart(saker);
        var (begynt, begyntLeietaker) = await Snart(saker);
        await tjeneste.Skjedde(new LeieUtloeperSnart(leie, Guid.Empty, new(2027, 3, 1), [leietaker]));
        Assert.Single(await Liste(saker.Saksbehandler, $"?personRef={leietaker}"));
        var id = Tekst((await Liste(saker.Saksbehandler, $"?personRef={begyntLeietaker}"))[0], "id");
        await Gjort(Gjoer(saker.Saksbehandler, id, "samtykke", new { fra = new[] { begyntLeietaker } }));

        await tjeneste.Skjedde(new LeieforholdOpphoert(leie, Guid.Empty, new(2026, 11, 30), "oppsigelse-leietaker", []), new LeieforholdOpphoert(begynt, Guid.Empty, new(2026, 11, 30), "kjoept-bolig", []));
        await tjeneste.Skjedde(new LeieUtloeperSnart(leie, Guid.Empty, new(2027, 6, 1), [leietaker]));

        Assert.Empty(await Liste(saker.Saksbehandler, $"?personRef={leietaker}"));
        Assert.Single(await Liste(saker.Saksbehandler, $"?personRef={begyntLeietaker}"));
    }

    [Fact]
    public async Task Leietakere_med_adressesperre_eller_som_ingen_har_registrert_ser_bare_den_som_er_skjermet()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        using var skjermet = tjeneste.Som(Roller.AakeStoenad, skjermet: true, enhet: "aake");
        using var annen = tjeneste.Som(Roller.AakeStoenad, enhet: "annen");
        var (leie, ukjent) = await Snart(saker, leietakere: [Guid.CreateVersion7()]);
        var id = Tekst((await Liste(skjermet, $"?personRef={ukjent}"))[0], "id");
        var (_, kjent) = await Snart(saker);
        var synlig = Tekst((await Liste(saker.Saksbehandler, $"?personRef={kjent}"))[0], "id");

        Assert.Empty(await Liste(saker.Saksbehandler, $"?personRef={ukjent}"));
        Assert.Equal((404, "finnes-ikke"), await Avvist(saker.Saksbehandler.GetAsync($"{Vurderinger}/{id}")));
        Assert.Equal((404, "finnes-ikke"), await Avvist(Gjoer(saker.Saksbehandler, id, "samtykke", new { fra = new[] { ukjent } })));
        Assert.Equal((422, "leieforhold-finnes-ikke"), await Avvist(saker.Saksbehandler.PostAsJsonAsync(Vurderinger, new { leieforholdId = leie })));
        Assert.Equal((404, "finnes-ikke"), await Avvist(annen.GetAsync($"{Vurderinger}/{synlig}")));
        await skjermet.PostAsJsonAsync($"/api/v1/finansiering/personer/{kjent}/gradering", new { gradering = "strengt-fortrolig" });
        Assert.Equal((404, "finnes-ikke"), await Avvist(saker.Saksbehandler.GetAsync($"{Vurderinger}/{synlig}")));
        Assert.Equal(synlig, Tekst(await Gjort(skjermet.GetAsync($"{Vurderinger}/{synlig}")), "id"));
    }

    private async Task<(Guid Leie, Guid Leietaker)> Snart(Laanesaker saker, params Guid[] leietakere)
    {
        var (leie, hvem) = (Guid.CreateVersion7(), leietakere is [] ? [Guid.Parse(await saker.Person())] : leietakere);
        await tjeneste.Skjedde(new LeieforholdInngaatt(leie, Guid.Empty, null, new(2024, 3, 1), new(2027, 3, 1), hvem), new LeieUtloeperSnart(leie, Guid.Empty, new(2027, 3, 1), hvem));
        return (leie, hvem[0]);
    }

    private static async Task<Guid> Soeknad(Laanesaker saker, Guid soeker) => (await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{Laanesaker.Startlaan}/soeknader", new
    {
        soekere = new[] { soeker },
        formaal = "kjoep",
        voksne = 1,
        leierKommunalt = true,
        oekonomi = new { nettoInntekt = 38_000, livsopphold = 19_500 },
        soektBeloep = 1_500_000,
    }))).GetProperty("id").GetGuid();

    private static Task<HttpResponseMessage> Gjoer(HttpClient klient, string id, string hva, object? innhold = null) => klient.PostAsJsonAsync($"{Vurderinger}/{id}/{hva}", innhold ?? new { });

    private static async Task<List<JsonElement>> Liste(HttpClient klient, string spoerring = "") => [.. (await Gjort(klient.GetAsync($"{Vurderinger}{spoerring}"))).GetProperty("innhold").EnumerateArray()];

    private static string Tekst(JsonElement e, string felt) => e.GetProperty(felt).GetString()!;
}
