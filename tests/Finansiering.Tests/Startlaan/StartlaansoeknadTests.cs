using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Finansiering.Startlaan;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Startlaan;

/// <summary>
/// <see cref="RegistrerStartlaansoeknad"/>, <see cref="HentStartlaansoeknad"/>, <see cref="SoekStartlaansoeknader"/>, <see cref="InnstillStartlaan"/>, <see cref="InnvilgStartlaan"/>,
/// <see cref="AvslaaStartlaan"/>, <see cref="TrekkStartlaansoeknad"/>, <see cref="KlagPaaStartlaan"/>, <see cref="OversendStartlaansklage"/>, <see cref="AvgjoerStartlaansklage"/>.
/// Today is 1 December 2026.
/// </summary>
public sealed class StartlaansoeknadTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    [Fact]
    public async Task En_soeknad_gaar_fra_innstilling_til_vedtak_av_en_annen_og_gir_bevis()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        await saker.Ramme(50_000_000);
        var id = (await saker.Ny([9, 4])).GetProperty("id").GetString()!;
        Assert.Equal((409, "soeknad-feil-status"), await Avvist(saker.Innvilg(id, barnetsBeste: "Barna beholder skolen.")));
        var innstilt = await Gjort(saker.Innstill(id));
        Assert.All(innstilt.GetProperty("innstilling").GetProperty("vilkaar").EnumerateArray(), v => Assert.Equal("oppfylt", v.GetProperty("utfall").GetString()));

        var svar = await Gjort(saker.Innvilg(id, barnetsBeste: "Barna beholder skolen."));

        Assert.Equal("innvilget", svar.GetProperty("status").GetString());
        Assert.Equal(("2027-05-10", 1_500_000m), (svar.GetProperty("bevis").GetProperty("gyldigTil").GetString(), svar.GetProperty("bevis").GetProperty("beloep").GetDecimal()));
        var vedtak = svar.GetProperty("vedtak")[0];
        Assert.Equal(("2026-11-14", "2026-12-07", "kommunal klagenemnd"), (vedtak.GetProperty("underrettet").GetString(), vedtak.GetProperty("klagefrist").GetString(), vedtak.GetProperty("klageinstans").GetString()));
        Assert.Equal(vedtak.GetProperty("barnetsBeste").GetString(), (await saker.Hent(id)).GetProperty("vedtak")[0].GetProperty("barnetsBeste").GetString());
        Assert.Equal("startlaan-innvilget", await Fortalt(id));
    }

    [Fact]
    public async Task Den_som_har_innstilt_kan_ikke_avgjoere()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        var id = (await saker.Ny()).GetProperty("id").GetString()!;
        await Gjort(saker.Innstill(id));

        Assert.Equal((403, "egen-innstilling"), await Avvist(Gjoer(saker.Saksbehandler, id, "innvilgelse", new { beloep = 1, begrunnelse = "Ja." })));
        Assert.Equal((403, "egen-innstilling"), await Avvist(Gjoer(saker.Saksbehandler, id, "avslag", new { grunn = "ikke-vanskeligstilt", begrunnelse = "Nei." })));
    }

    [Fact]
    public async Task Barnets_beste_staar_i_innvilgelse_og_i_avslag_naar_det_er_barn()
    {
        using var saker = new Laanesaker(tjeneste, "barn");
        await saker.Ramme(50_000_000);
        var (ja, nei) = ((await saker.Ny([3])).GetProperty("id").GetString()!, (await saker.Ny([3])).GetProperty("id").GetString()!);
        await Gjort(saker.Innstill(ja));
        await Gjort(saker.Innstill(nei, "avslag"));

        var problem = await FinansieringTjeneste.ErProblem(await saker.Innvilg(ja), 422, "barnets-beste-mangler");
        Assert.Equal("§ 104", problem.GetProperty("hjemmel").GetProperty("paragraf").GetString());
        Assert.Equal((422, "barnets-beste-mangler"), await Avvist(saker.Avslaa(nei, barnetsBeste: " ")));
        Assert.Equal("avslag", (await Gjort(saker.Avslaa(nei, barnetsBeste: "Barnet har en egnet bolig i dag."))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Et_avslag_har_en_grunn_fra_listen_og_retningslinjer_er_aldri_nok_alene()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        var id = (await saker.Ny()).GetProperty("id").GetString()!;
        await Gjort(saker.Innstill(id, "avslag"));

        Assert.Equal((400, "ukjent-verdi"), await Avvist(saker.Avslaa(id, "for-gammel")));
        Assert.Equal((422, "unntak-ikke-vurdert"), await Avvist(saker.Avslaa(id, "kommunale-retningslinjer")));
        Assert.Equal((422, "innstilling-annet-utfall"), await Avvist(saker.Innvilg(id)));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(saker.Avslaa(id, dato: "2026-11-04")));
        Assert.Equal((422, "dato-i-framtiden"), await Avvist(saker.Avslaa(id, dato: "2026-12-02")));
        await Gjort(saker.Avslaa(id, "kommunale-retningslinjer", unntaksvurdering: "Det er vurdert, men søkeren har bolig i hjemkommunen."));
        Assert.Equal((409, "soeknad-feil-status"), await Avvist(saker.Avslaa(id)));
        Assert.Equal("", await Fortalt(id));
    }

    [Fact]
    public async Task Det_innstilles_ikke_paa_innvilgelse_naar_et_vilkaar_er_brutt_eller_dokumentasjon_mangler()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        var id = (await saker.Ny()).GetProperty("id").GetString()!;
        var problem = await FinansieringTjeneste.ErProblem(await saker.Innstill(id, fakta: Fakta(avslagIBank: false)), 422, "vilkaar-ikke-oppfylt");
        Assert.Equal("§ 5-2 første og andre ledd", problem.GetProperty("hjemmel").GetProperty("paragraf").GetString());
        Assert.Equal("innstilt", (await Gjort(saker.Innstill(id, "avslag", Fakta(avslagIBank: false)))).GetProperty("status").GetString());
        Assert.Equal((400, "ugyldig"), await Avvist(Gjoer(saker.Saksbehandler, id, "innstilling", new { utfall = "avslag", begrunnelse = " ", fakta = Fakta() })));

        var uten = await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{Laanesaker.Startlaan}/soeknader", new { soekere = new[] { await saker.Person() }, formaal = "kjoep", voksne = 1, oekonomi = new { nettoInntekt = 1, livsopphold = 1 }, soektBeloep = 1, mottatt = "2026-11-02" }));
        Assert.Equal(9, uten.GetProperty("dokumentasjonMangler").GetArrayLength());
        Assert.Equal((422, "dokumentasjon-mangler"), await Avvist(saker.Innstill(uten.GetProperty("id").GetString()!)));
    }

    [Fact]
    public async Task En_leietaker_i_kommunal_bolig_kan_faa_laan_fordi_boligen_blir_ledig()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        var id = (await saker.Ny(leierKommunalt: true)).GetProperty("id").GetString()!;

        var svar = await Gjort(saker.Innstill(id, fakta: new { formaal = "kjoep", langvarigProblem = true, avslagIBank = true, kanBetjene = true, egnet = true, noektern = true, rimelig = true, samfinansieringVurdert = true, harSpart = false, frigjoerKommunalBolig = true }));

        Assert.Contains(svar.GetProperty("innstilling").GetProperty("vilkaar").EnumerateArray(), v => v.GetProperty("hjemmel").GetProperty("paragraf").GetString() == "§ 5-4 andre ledd d");
    }

    [Fact]
    public async Task Soeknaden_maa_vaere_riktig_utfylt_av_personer_enheten_kjenner()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        object Soeknad(string soeker, object? endret = null) => endret ?? new { soekere = new[] { soeker }, formaal = "kjoep", voksne = 1, oekonomi = new { nettoInntekt = 1, livsopphold = 1 }, soektBeloep = 1, mottatt = "2026-11-02" };

        Assert.Equal((422, "person-finnes-ikke"), await Avvist(Registrer(Soeknad($"{Guid.CreateVersion7()}"))));
        Assert.Equal((400, "ugyldig"), await Avvist(Registrer(new { formaal = "kjoep" })));
        Assert.Equal((400, "ukjent-verdi"), await Avvist(Registrer(new { soekere = new[] { await saker.Person() }, formaal = "bil", voksne = 1, oekonomi = new { nettoInntekt = 1, livsopphold = 1 }, soektBeloep = 1 })));
        Assert.Equal((400, "ugyldig"), await Avvist(Registrer(new { soekere = new[] { await saker.Person() }, formaal = "kjoep", voksne = 1, barnsAlder = new[] { 18 }, oekonomi = new { nettoInntekt = 1, livsopphold = 1 }, soektBeloep = 1 })));
        Assert.Equal((422, "dato-i-framtiden"), await Avvist(Registrer(new { soekere = new[] { await saker.Person() }, formaal = "kjoep", voksne = 1, oekonomi = new { nettoInntekt = 1, livsopphold = 1 }, soektBeloep = 1, mottatt = "2026-12-02" })));
        Assert.Equal((404, "finnes-ikke"), await Avvist(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/soeknader/{Guid.CreateVersion7()}")));

        Task<HttpResponseMessage> Registrer(object soeknad) => saker.Saksbehandler.PostAsJsonAsync($"{Laanesaker.Startlaan}/soeknader", soeknad);
    }

    [Fact]
    public async Task Andre_enheter_ser_den_ikke_og_adressesperre_skjuler_den()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        using var andre = new Laanesaker(tjeneste, "en-annen-enhet");
        using var skjermet = tjeneste.Som(Felles.Roller.AakeStoenad, skjermet: true);
        var soeknad = await saker.Ny();
        var id = soeknad.GetProperty("id").GetString()!;

        Assert.Equal((404, "finnes-ikke"), await Avvist(andre.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/soeknader/{id}")));
        Assert.Equal((404, "finnes-ikke"), await Avvist(andre.Innstill(id)));
        await saker.Saksbehandler.PostAsJsonAsync($"/api/v1/finansiering/personer/{soeknad.GetProperty("soekere")[1].GetString()}/gradering", new { gradering = "fortrolig" });
        Assert.Equal((404, "finnes-ikke"), await Avvist(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/soeknader/{id}")));
        await Gjort(skjermet.GetAsync($"{Laanesaker.Startlaan}/soeknader/{id}"));
    }

    [Fact]
    public async Task Koeen_leses_side_for_side()
    {
        using var saker = new Laanesaker(tjeneste, "sider");
        var ider = new List<string>();
        for (var i = 0; i < 3; i++)
            ider.Add((await saker.Ny()).GetProperty("id").GetString()!);

        var foerste = await Gjort(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/soeknader?status=mottatt&antall=2"));
        var andre = await Gjort(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/soeknader?status=mottatt&antall=2&etter={foerste.GetProperty("neste").GetString()}"));

        Assert.Equal(ider, foerste.GetProperty("innhold").EnumerateArray().Concat(andre.GetProperty("innhold").EnumerateArray()).Select(s => s.GetProperty("id").GetString()!));
        Assert.Equal(JsonValueKind.Null, andre.GetProperty("neste").ValueKind);
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/soeknader?status=snart")));
    }

    [Theory]
    [InlineData("stadfestet", "avslag")]
    [InlineData("opphevet", "mottatt")]
    [InlineData("omgjort", "mottatt")]
    public async Task Klagen_gaar_til_klagenemnda_og_et_vedtak_som_faller_gjoeres_paa_nytt(string utfall, string status)
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        var id = (await saker.Ny()).GetProperty("id").GetString()!;
        Assert.Equal((409, "ingen-vedtak"), await Avvist(Gjoer(saker.Saksbehandler, id, "klage", new { grunn = "Hvor lenge?" })));
        await Gjort(saker.Innstill(id, "avslag"));
        await Gjort(saker.Avslaa(id));
        Assert.Equal((409, "ingen-klage"), await Avvist(Gjoer(saker.Beslutter, id, "klage/oversendelse")));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(Gjoer(saker.Saksbehandler, id, "klage", new { grunn = "Uenig.", dato = "2026-11-09" })));
        var klaget = await Gjort(Gjoer(saker.Saksbehandler, id, "klage", new { grunn = "Inntekten er høyere.", dato = "2026-11-20" }));
        Assert.False(klaget.GetProperty("vedtak")[0].GetProperty("klage").GetProperty("forSent").GetBoolean());
        Assert.Equal((409, "klage-finnes"), await Avvist(Gjoer(saker.Saksbehandler, id, "klage", new { grunn = "Igjen." })));
        if (utfall != "omgjort")
        {
            Assert.Equal((409, "klage-ikke-oversendt"), await Avvist(Gjoer(saker.Beslutter, id, "klage/utfall", new { utfall })));
            await Gjort(Gjoer(saker.Beslutter, id, "klage/oversendelse", new { dato = "2026-11-25" }));
            Assert.Equal((409, "klage-oversendt"), await Avvist(Gjoer(saker.Beslutter, id, "klage/oversendelse")));
        }

        Assert.Equal(status, (await Gjort(Gjoer(saker.Beslutter, id, "klage/utfall", new { utfall, dato = "2026-11-30" }))).GetProperty("status").GetString());
        Assert.NotEqual(HttpStatusCode.OK, (await Gjoer(saker.Beslutter, id, "klage/utfall", new { utfall })).StatusCode);
        if (status == "mottatt")
        {
            await Gjort(saker.Innstill(id, "avslag", dato: "2026-11-30"));
            Assert.Equal(2, (await Gjort(saker.Avslaa(id, dato: "2026-12-01"))).GetProperty("vedtak").GetArrayLength());
        }
    }

    [Fact]
    public async Task Soekeren_har_innsyn_og_kan_trekke_soeknaden()
    {
        using var saker = new Laanesaker(tjeneste, "aake");
        using var koordinator = tjeneste.Som(Felles.Roller.BoligsosialKoordinator, enhet: "aake");
        var soeknad = await saker.Ny();
        var id = soeknad.GetProperty("id").GetString()!;

        var innsyn = await Gjort(koordinator.GetAsync($"/api/v1/finansiering/personer/{soeknad.GetProperty("soekere")[0].GetString()}/innsyn"));

        Assert.Contains(id, innsyn.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("trukket", (await Gjort(Gjoer(saker.Saksbehandler, id, "trekking"))).GetProperty("status").GetString());
        Assert.Equal((409, "soeknad-feil-status"), await Avvist(Gjoer(saker.Saksbehandler, id, "trekking")));
    }

    private Task<string> Fortalt(string id) => tjeneste.Sql<string>(
        $"SELECT coalesce(string_agg(replace(type, 'finansiering.', ''), ' ' ORDER BY nr), '') FROM (SELECT nr, type, key FROM outbox UNION ALL SELECT nr, type, key FROM outbox_history) m WHERE key = '{id}'");
}
