using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoettesaker;

namespace Boligsosial.Finansiering.Tests.Bostoettesaker;

/// <summary>
/// A case over HTTP: <see cref="RegistrerSak"/>, <see cref="RettMangler"/>, <see cref="RegistrerVedtak"/>, <see cref="RegistrerKlage"/>,
/// <see cref="AvgjoerKlage"/>, <see cref="OverfoerBostoette"/>, <see cref="HentSak"/> and <see cref="SoekSaker"/>.
/// </summary>
public sealed class SakerTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    private const string Saker = $"{FinansieringTjeneste.Bostoette}/saker";

    [Fact]
    public async Task En_sak_foelges_fra_soeknad_til_klage_og_overfoering()
    {
        using var klient = tjeneste.Som(Roller.AakeStoenad, enhet: "hele-veien");
        var sak = await Registrer(klient, new { mottatt = "2026-08-20", mangelfull = true });
        Assert.Equal("mangelfull", sak.GetProperty("status").GetString());
        var id = sak.GetProperty("id").GetString();

        sak = await Ok(klient, $"/{id}/retting", new { dato = "2026-09-25" });
        Assert.Equal(("mottatt", "2026-08-01"), (Tekst(sak, "status"), Tekst(sak, "maaned")));
        sak = await Ok(klient, $"/{id}/vedtak", new { maaned = "2026-08-15", kode = "V00", beloep = 2_646.5, dato = "2026-10-01" });
        Assert.Equal(("innvilget", "2026-09-01"), (Tekst(sak, "status"), Tekst(sak, "nesteMaaned")));
        Assert.Equal(("2026-09-18", "2026-10-22"), (Tekst(sak.GetProperty("vedtak")[0], "utbetales"), Tekst(sak.GetProperty("vedtak")[0], "klagefrist")));
        sak = await Ok(klient, $"/{id}/vedtak", new { maaned = "2026-09-01", kode = "V03", dato = "2026-10-10" });
        Assert.Equal(("proeves-paa-nytt", "2026-11-01"), (Tekst(sak, "status"), Tekst(sak, "proevesTil")));

        await Ok(klient, $"/{id}/klage", new { maaned = "2026-09-01", grunn = "Inntekten er feil", dato = "2026-11-20" });
        await Ok(klient, $"/{id}/klage/utfall", new { maaned = "2026-09-01", instans = "husbanken", utfall = "opprettholdt", dato = "2026-11-25" });
        await Ok(klient, $"/{id}/overfoering", new { skriftligSamtykke = true, samtykke = "2026-11-01", fra = "2026-12-01" });

        using var svar = await klient.GetAsync($"{Saker}/{id}");
        sak = await FinansieringTjeneste.Ok(svar);
        Assert.NotNull(svar.Headers.ETag);
        var klage = sak.GetProperty("vedtak")[1].GetProperty("klage");
        Assert.True(klage.GetProperty("forSent").GetBoolean());
        Assert.Equal(("opprettholdt", "2026-12-01"), (Tekst(klage, "husbanken"), Tekst(sak, "overfoeresFra")));
        Assert.Equal(8L, await tjeneste.Sql<long>($"SELECT count(*) FROM tilgangslogg WHERE sak = 'bostoettesak/{id}'"));
    }

    [Fact]
    public async Task En_soeker_har_en_aapen_sak_om_gangen_ogsaa_naar_to_registrerer_samtidig()
    {
        using var klient = tjeneste.Som(Roller.AakeStoenad, enhet: "samtidig");
        var soeker = await Person(klient);

        var svar = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => klient.PostAsJsonAsync(Saker, new { soeker, kanal = "papir" })));

        Assert.Single(svar, s => s.StatusCode == HttpStatusCode.Created);
        foreach (var nei in svar.Where(s => s.StatusCode != HttpStatusCode.Created))
            await FinansieringTjeneste.ErProblem(nei, 409, "sak-finnes");
    }

    [Fact]
    public async Task Samme_noekkel_registrerer_en_gang()
    {
        using var klient = tjeneste.Som(Roller.AakeStoenad, enhet: "noekkel");
        var soeker = await Person(klient);
        klient.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");

        var foerste = await FinansieringTjeneste.Ok(await klient.PostAsJsonAsync(Saker, new { soeker, kanal = "papir" }));
        var andre = await FinansieringTjeneste.Ok(await klient.PostAsJsonAsync(Saker, new { soeker, kanal = "papir" }));

        Assert.Equal(Tekst(foerste, "id"), Tekst(andre, "id"));
    }

    [Fact]
    public async Task Den_som_har_adressesperre_er_usynlig_for_den_som_ikke_er_skjermet()
    {
        using var klient = tjeneste.Som(Roller.AakeStoenad, enhet: "gradert");
        using var skjermet = tjeneste.Som(Roller.AakeStoenad, skjermet: true, enhet: "gradert");
        var sak = await Registrer(klient, new { });
        var (id, soeker) = (Tekst(sak, "id"), Tekst(sak, "soeker"));
        Assert.Equal(HttpStatusCode.NoContent, (await skjermet.PostAsJsonAsync($"/api/v1/finansiering/personer/{soeker}/gradering", new { gradering = "fortrolig" })).StatusCode);

        await FinansieringTjeneste.ErProblem(await klient.GetAsync($"{Saker}/{id}"), 404, "finnes-ikke");
        await FinansieringTjeneste.ErProblem(await klient.PostAsJsonAsync($"{Saker}/{id}/retting", new { }), 404, "finnes-ikke");
        await FinansieringTjeneste.ErProblem(await klient.PostAsJsonAsync(Saker, new { soeker, kanal = "papir" }), 422, "person-finnes-ikke");
        Assert.Equal(0, (await FinansieringTjeneste.Ok(await klient.GetAsync(Saker))).GetProperty("innhold").GetArrayLength());
        Assert.Equal(1, (await FinansieringTjeneste.Ok(await skjermet.GetAsync($"{Saker}?personRef={soeker}"))).GetProperty("innhold").GetArrayLength());

        // Folkeregisteret ends it: another class's people are not to be hidden by this.
        Assert.Equal(HttpStatusCode.NoContent, (await skjermet.PostAsJsonAsync($"/api/v1/finansiering/personer/{soeker}/gradering", new { gradering = "ugradert" })).StatusCode);
    }

    [Fact]
    public async Task Andre_enheter_ser_ikke_saken_og_listen_blas_side_for_side()
    {
        using var klient = tjeneste.Som(Roller.AakeStoenad, enhet: "sider");
        using var annen = tjeneste.Som(Roller.AakeStoenad, enhet: "sider-annen");
        var foerste = await Registrer(klient, new { mottatt = "2026-08-20" });
        await Ok(klient, $"/{Tekst(foerste, "id")}/vedtak", new { maaned = "2026-08-01", kode = "V04", dato = "2026-09-15" });
        var andre = await Registrer(klient, new { mottatt = "2026-11-20" });

        var side = await FinansieringTjeneste.Ok(await klient.GetAsync($"{Saker}?antall=1"));
        var neste = await FinansieringTjeneste.Ok(await klient.GetAsync($"{Saker}?antall=1&etter={Tekst(side, "neste")}"));
        var avslag = await FinansieringTjeneste.Ok(await klient.GetAsync($"{Saker}?status=avslag"));

        Assert.Equal((Tekst(foerste, "id"), Tekst(andre, "id")), (Tekst(side.GetProperty("innhold")[0], "id"), Tekst(neste.GetProperty("innhold")[0], "id")));
        Assert.Equal(Tekst(foerste, "id"), Tekst(Assert.Single(avslag.GetProperty("innhold").EnumerateArray()), "id"));
        await FinansieringTjeneste.ErProblem(await annen.GetAsync($"{Saker}/{Tekst(andre, "id")}"), 404, "finnes-ikke");
        await FinansieringTjeneste.ErProblem(await klient.GetAsync($"{Saker}?status=ukjent"), 400, "ugyldig");
    }

    [Fact]
    public async Task Det_som_ikke_gaar_an_avvises_med_kode()
    {
        using var klient = tjeneste.Som(Roller.AakeStoenad, enhet: "avvist");
        var soeker = await Person(klient);
        await Nei("", new { }, 400, "ugyldig");
        await Nei("", new { soeker, kanal = "papir", mottatt = "2026-12-02" }, 422, "dato-i-framtiden");
        await Nei("", new { soeker, kanal = "papir", mottatt = "2016-12-31" }, 422, "dato-for-tidlig");
        await Nei("", new { soeker = Guid.CreateVersion7(), kanal = "papir" }, 422, "person-finnes-ikke");
        var id = Tekst(await FinansieringTjeneste.Ok(await klient.PostAsJsonAsync(Saker, new { soeker, kanal = "papir", mottatt = "2026-09-01" })), "id");

        await Nei($"/{id}/retting", new { }, 409, "ingen-mangler");
        await Nei($"/{id}/vedtak", new { maaned = "2026-09-01", kode = "V07" }, 400, "ugyldig");
        await Nei($"/{id}/vedtak", new { maaned = "2026-09-01", kode = "V00" }, 400, "ugyldig");
        await Nei($"/{id}/vedtak", new { maaned = "2026-09-01", kode = "V03", beloep = 1 }, 400, "ugyldig");
        await Nei($"/{id}/vedtak", new { maaned = "2026-10-01", kode = "V03" }, 422, "feil-maaned");
        var tidlig = await FinansieringTjeneste.ErProblem(await klient.PostAsJsonAsync($"{Saker}/{id}/vedtak", new { maaned = "2026-09-01", kode = "V03", dato = "2026-08-31" }), 422, "dato-for-tidlig");
        Assert.Equal("Må være 2026-09-01 eller senere: søknaden kom den dagen, og dette kan ikke ha skjedd før det.", Tekst(tidlig, "detail"));
        await Nei($"/{id}/klage", new { maaned = "2026-09-01", grunn = "x" }, 409, "ingen-vedtak");
        await Nei($"/{id}/klage", new { maaned = "2026-09-01", grunn = "12927197004" }, 400, "ugyldig");
        await Nei($"/{id}/klage/utfall", new { maaned = "2026-09-01" }, 400, "ugyldig");
        await Nei($"/{id}/klage/utfall", new { maaned = "2026-09-01", instans = "husbanken", utfall = "omgjort" }, 409, "ingen-vedtak");
        await Nei($"/{id}/overfoering", new { samtykke = "2026-11-01", fra = "2026-12-01" }, 422, "samtykke-mangler");
        await Nei($"/{id}/overfoering", new { skriftligSamtykke = true, samtykke = "2026-11-02", fra = "2026-11-01" }, 422, "samtykke-paa-forhaand");
        await Nei($"/{id}/overfoering", new { skriftligSamtykke = true, samtykke = "2026-11-01", fra = "2026-12-01", til = "2026-12-01" }, 400, "ugyldig");

        async Task Nei(string sti, object innhold, int status, string kode) => await FinansieringTjeneste.ErProblem(await klient.PostAsJsonAsync($"{Saker}{sti}", innhold), status, kode);
    }

    private static async Task<string> Person(HttpClient klient) => Tekst(
        await FinansieringTjeneste.Ok(await klient.PostAsJsonAsync("/api/v1/finansiering/personer", new { foedselsnummer = "12927197004", navn = "Ola Nordmann" })), "personRef");

    private static async Task<JsonElement> Registrer(HttpClient klient, object mer)
    {
        var innhold = JsonSerializer.SerializeToNode(mer)!.AsObject();
        (innhold["soeker"], innhold["kanal"]) = (await Person(klient), "papir");
        return await FinansieringTjeneste.Ok(await klient.PostAsJsonAsync(Saker, innhold));
    }

    private static async Task<JsonElement> Ok(HttpClient klient, string sti, object innhold) => await FinansieringTjeneste.Ok(await klient.PostAsJsonAsync($"{Saker}{sti}", innhold));

    private static string Tekst(JsonElement element, string felt) => element.GetProperty(felt).GetString()!;
}
