using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Tilskudd;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Tilskudd;

/// <summary>
/// <see cref="RegistrerTilskuddssoeknad"/>, <see cref="HentTilskuddssoeknad"/>, <see cref="SoekTilskuddssoeknader"/>, <see cref="InnstillTilskudd"/>, <see cref="InnvilgTilskudd"/>,
/// <see cref="AvslaaTilskudd"/>, <see cref="TrekkTilskuddssoeknad"/>, <see cref="KlagPaaTilskudd"/>, <see cref="OversendTilskuddsklage"/>, <see cref="AvgjoerTilskuddsklage"/>,
/// <see cref="HentTilskuddsbrev"/>. Today is 1 December 2026.
/// </summary>
public sealed class TilskuddssoeknadTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    [Fact]
    public async Task En_soeknad_gaar_fra_innstilling_til_vedtak_av_en_annen_med_brev()
    {
        using var saker = new Tilskuddssaker(tjeneste, "aake");
        await Gjort(saker.SettRamme(50_000_000));
        var id = await saker.Innstilt(barn: [9, 4]);
        Assert.All((await saker.Hent(id)).GetProperty("innstilling").GetProperty("vilkaar").EnumerateArray(), v => Assert.Equal("oppfylt", v.GetProperty("utfall").GetString()));
        Assert.Equal((409, "ingen-vedtak"), await Avvist(saker.Saksbehandler.GetAsync($"{Tilskuddssaker.Tilskudd}/soeknader/{id}/vedtaksbrev")));
        var problem = await FinansieringTjeneste.ErProblem(await saker.Innvilg(id), 422, "barnets-beste-mangler");
        Assert.Equal("§ 104", problem.GetProperty("hjemmel").GetProperty("paragraf").GetString());

        var svar = await Gjort(saker.Innvilg(id, barnetsBeste: "Barna beholder skolen."));

        Assert.Equal(("innvilget", 200_000m, "2027-11-10"), (svar.GetProperty("status").GetString(), svar.GetProperty("innvilget").GetDecimal(), svar.GetProperty("brukesInnen").GetString()));
        var vedtak = svar.GetProperty("vedtak")[0];
        Assert.Equal(("2026-11-14", "2026-12-07", "kommunal klagenemnd"), (vedtak.GetProperty("underrettet").GetString(), vedtak.GetProperty("klagefrist").GetString(), vedtak.GetProperty("klageinstans").GetString()));
        Assert.Equal("bustøttelova (LOV-2012-08-24-64) § 14", vedtak.GetProperty("hjemmel").GetString());
        var brev = await saker.Saksbehandler.GetStringAsync($"{Tilskuddssaker.Tilskudd}/soeknader/{id}/vedtaksbrev");
        foreach (var del in new[] { "TILSKUDD TIL ETABLERING ER INNVILGET", "inntil 200 000 kroner", "10.11.2027", "07.12.2026", "Barna beholder skolen.", "bustøttelova § 14 første ledd", "kommunal klagenemnd", "§ 42" })
            Assert.Contains(del, brev, StringComparison.Ordinal);
        Assert.DoesNotContain("Test Testesen", brev, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Den_som_har_innstilt_kan_ikke_avgjoere_og_uten_innstilling_avgjoer_ingen()
    {
        using var saker = new Tilskuddssaker(tjeneste, "aake");
        var uten = (await saker.Ny()).GetProperty("id").GetString()!;
        Assert.Equal((409, "soeknad-feil-status"), await Avvist(saker.Innvilg(uten)));
        var id = await saker.Innstilt();

        Assert.Equal((403, "egen-innstilling"), await Avvist(Tilskuddssaker.Gjoer(saker.Saksbehandler, id, "innvilgelse", new { beloep = 1, begrunnelse = "Ja." })));
        Assert.Equal((403, "egen-innstilling"), await Avvist(Tilskuddssaker.Gjoer(saker.Saksbehandler, id, "avslag", new { grunn = "ikke-prioritert", begrunnelse = "Nei." })));
        Assert.Equal((422, "innstilling-annet-utfall"), await Avvist(saker.Avslaa(id)));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Innvilg(id, 0)));
        Assert.Equal((400, "ugyldig"), await Avvist(Tilskuddssaker.Gjoer(saker.Beslutter, id, "innvilgelse", new { beloep = 200_000, begrunnelse = " " })));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(saker.Innvilg(id, dato: "2026-11-04")));
        Assert.Equal((422, "dato-i-framtiden"), await Avvist(saker.Innvilg(id, dato: "2026-12-02")));
        Assert.Equal((422, "underretning-feil-dato"), await Avvist(Tilskuddssaker.Gjoer(saker.Beslutter, id, "innvilgelse", new { beloep = 200_000, begrunnelse = "Ja.", dato = "2026-11-10", kommetFram = "2026-11-09" })));
    }

    [Fact]
    public async Task Et_avslag_har_en_grunn_fra_listen_og_barnets_beste()
    {
        using var saker = new Tilskuddssaker(tjeneste, "aake");
        var id = await saker.Innstilt("tilpasning", barn: [3], utfall: "avslag");

        Assert.Equal((400, "ukjent-verdi"), await Avvist(saker.Avslaa(id, "for-gammel", "Vurdert.")));
        Assert.Equal((422, "barnets-beste-mangler"), await Avvist(saker.Avslaa(id, barnetsBeste: " ")));
        var svar = await Gjort(saker.Avslaa(id, "kan-finansieres-paa-annen-maate", "Barnet har en egnet bolig i dag."));

        Assert.Equal(("avslag", "kan-finansieres-paa-annen-maate"), (svar.GetProperty("status").GetString(), svar.GetProperty("vedtak")[0].GetProperty("avslagsgrunn").GetString()));
        Assert.Contains("Det kan finansieres på en annen måte.", await saker.Saksbehandler.GetStringAsync($"{Tilskuddssaker.Tilskudd}/soeknader/{id}/vedtaksbrev"), StringComparison.Ordinal);
        Assert.Equal((409, "soeknad-feil-status"), await Avvist(saker.Avslaa(id, barnetsBeste: "Vurdert.")));
        Assert.Equal((409, "soeknad-feil-status"), await Avvist(Tilskuddssaker.Gjoer(saker.Beslutter, id, "tilbakefoering", new { grunn = "Nei." })));
    }

    [Fact]
    public async Task Det_innstilles_ikke_paa_innvilgelse_naar_et_vilkaar_er_brutt_eller_dokumentasjon_mangler()
    {
        using var saker = new Tilskuddssaker(tjeneste, "aake");
        var id = (await saker.Ny("tilpasning")).GetProperty("id").GetString()!;

        var problem = await FinansieringTjeneste.ErProblem(await saker.Innstill(id, fakta: Tilskuddssaker.Fakta(noedvendig: false)), 422, "vilkaar-ikke-oppfylt");
        Assert.Equal(("bustøttelova", "§ 15 første ledd"), (problem.GetProperty("hjemmel").GetProperty("lov").GetString(), problem.GetProperty("hjemmel").GetProperty("paragraf").GetString()));
        Assert.Equal((422, "vilkaar-ikke-oppfylt"), await Avvist(saker.Innstill(id, fakta: Tilskuddssaker.Fakta(kanFinansiereSelv: true))));

        var uten = (await Gjort(saker.Registrer(dokumentert: []))).GetProperty("id").GetString()!;
        Assert.Equal((422, "dokumentasjon-mangler"), await Avvist(saker.Innstill(uten)));
        Assert.Equal((400, "ugyldig"), await Avvist(Tilskuddssaker.Gjoer(saker.Saksbehandler, uten, "innstilling", new { utfall = "innvilget", begrunnelse = "Ja.", fakta = Tilskuddssaker.Fakta(), dokumentert = new[] { "kvittering" } })));
        await Gjort(Tilskuddssaker.Gjoer(saker.Saksbehandler, uten, "innstilling", new { utfall = "innvilget", begrunnelse = "Ja.", fakta = Tilskuddssaker.Fakta(), dokumentert = new[] { "inntekt", "skattemelding" }, dato = "2026-11-05" }));
    }

    [Fact]
    public async Task Soeknaden_maa_vaere_riktig_utfylt_av_personer_enheten_kjenner()
    {
        using var saker = new Tilskuddssaker(tjeneste, "aake");

        Assert.Equal((422, "person-finnes-ikke"), await Avvist(saker.Registrer(soekere: [$"{Guid.CreateVersion7()}"])));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Registrer(soekere: [])));
        Assert.Equal((400, "ukjent-verdi"), await Avvist(saker.Registrer("bil")));
        Assert.Equal((422, "formaal-utenfor-typen"), await Avvist(saker.Registrer("tilpasning", "kjoep")));
        Assert.Equal((422, "formaal-utenfor-typen"), await Avvist(saker.Registrer("etablering", "prosjektering")));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Registrer(barn: [18])));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Registrer(soektBeloep: 0)));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Registrer(plan: new { kostnader = Array.Empty<object>() })));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Registrer(plan: Tilskuddssaker.Plan(kostnad: 0))));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Registrer(plan: new { kostnader = new object?[] { null } })));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Registrer(plan: new { kostnader = new[] { new { navn = "Til 12927197004", beloep = 1 } } })));
        Assert.Equal((422, "dato-i-framtiden"), await Avvist(saker.Registrer(mottatt: "2026-12-02")));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(saker.Registrer(mottatt: "2019-12-31")));
        Assert.Equal(HttpStatusCode.Created, (await saker.Registrer(mottatt: "2020-01-01")).StatusCode);
        Assert.Equal((404, "finnes-ikke"), await Avvist(saker.Saksbehandler.GetAsync($"{Tilskuddssaker.Tilskudd}/soeknader/{Guid.CreateVersion7()}")));
    }

    [Fact]
    public async Task Samme_noekkel_registrerer_og_utbetaler_en_gang()
    {
        using var saker = new Tilskuddssaker(tjeneste, "noekkel");
        await Gjort(saker.SettRamme(1_000_000));
        var id = await saker.Innvilget();
        saker.Beslutter.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");

        await Gjort(saker.Utbetal(id, 50_000));

        Assert.Equal(50_000m, (await Gjort(saker.Utbetal(id, 50_000))).GetProperty("utbetalt").GetDecimal());
        Assert.Equal(50_000m, (await saker.RammeNaa()).GetProperty("utbetalt").GetDecimal());
    }

    [Fact]
    public async Task Andre_enheter_ser_den_ikke_og_adressesperre_skjuler_den()
    {
        using var saker = new Tilskuddssaker(tjeneste, "aake");
        using var andre = new Tilskuddssaker(tjeneste, "en-annen-enhet");
        using var skjermet = tjeneste.Som(Roller.AakeStoenad, skjermet: true);
        var soeknad = await saker.Ny(soekere: [await saker.Laan.Person(), await saker.Laan.Person()]);
        var (id, sti) = (soeknad.GetProperty("id").GetString()!, $"{Tilskuddssaker.Tilskudd}/soeknader/{soeknad.GetProperty("id").GetString()}");

        Assert.Equal((404, "finnes-ikke"), await Avvist(andre.Saksbehandler.GetAsync(sti)));
        Assert.Equal((404, "finnes-ikke"), await Avvist(andre.Innstill(id)));
        await saker.Saksbehandler.PostAsJsonAsync($"/api/v1/finansiering/personer/{soeknad.GetProperty("soekere")[1].GetString()}/gradering", new { gradering = "fortrolig" });
        Assert.Equal((404, "finnes-ikke"), await Avvist(saker.Saksbehandler.GetAsync(sti)));
        Assert.Equal((404, "finnes-ikke"), await Avvist(saker.Saksbehandler.GetAsync($"{sti}/vedtaksbrev")));
        Assert.Equal((404, "finnes-ikke"), await Avvist(Tilskuddssaker.Gjoer(saker.Saksbehandler, id, "nav", new { hendelse = "soekt" })));
        Assert.Empty((await Gjort(saker.Saksbehandler.GetAsync($"{Tilskuddssaker.Tilskudd}/soeknader?personRef={soeknad.GetProperty("soekere")[0].GetString()}"))).GetProperty("innhold").EnumerateArray());
        Assert.Equal(id, (await Gjort(skjermet.GetAsync(sti))).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Koeen_leses_side_for_side_og_det_som_ikke_er_brukt_i_tide_kan_finnes()
    {
        using var saker = new Tilskuddssaker(tjeneste, "sider");
        await Gjort(saker.SettRamme(1_000_000));
        var (en, to, tre) = ((await saker.Ny()).GetProperty("id").GetString()!, (await saker.Ny("tilpasning")).GetProperty("id").GetString()!, await saker.Innvilget());

        var foerste = await Liste("?status=mottatt&antall=1");
        Assert.Equal([en], Ider(foerste));
        Assert.Equal([to], Ider(await Liste($"?status=mottatt&antall=1&etter={foerste.GetProperty("neste").GetString()}")));
        Assert.Equal([to], Ider(await Liste("?type=tilpasning")));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Saksbehandler.GetAsync($"{Tilskuddssaker.Tilskudd}/soeknader?status=snart&type=annet")));
        var naa = tjeneste.Tid.Naa;
        try
        {
            tjeneste.Tid.Naa = new(2027, 11, 10, 11, 0, 0, TimeSpan.Zero); // the last day
            Assert.Empty(Ider(await Liste("?forfalt=true")));
            tjeneste.Tid.Naa = new(2027, 11, 11, 11, 0, 0, TimeSpan.Zero);
            Assert.Equal([tre], Ider(await Liste("?forfalt=true")));
        }
        finally
        {
            tjeneste.Tid.Naa = naa;
        }

        Task<JsonElement> Liste(string hva) => Gjort(saker.Saksbehandler.GetAsync($"{Tilskuddssaker.Tilskudd}/soeknader{hva}"));

        static IEnumerable<string> Ider(JsonElement side) => side.GetProperty("innhold").EnumerateArray().Select(s => s.GetProperty("id").GetString()!);
    }

    [Theory]
    [InlineData("stadfestet", "innvilget", 200_000)]
    [InlineData("opphevet", "mottatt", 0)]
    [InlineData("omgjort", "mottatt", 0)]
    public async Task Klagen_gaar_til_klagenemnda_og_et_vedtak_som_faller_gir_pengene_tilbake(string utfall, string status, decimal bundet)
    {
        using var saker = new Tilskuddssaker(tjeneste, $"klage-{utfall}");
        await Gjort(saker.SettRamme(1_000_000));
        var id = await saker.Innstilt();
        Assert.Equal((409, "ingen-vedtak"), await Avvist(Gjoer("klage", new { grunn = "Hvor lenge?" })));
        Assert.Equal((409, "ingen-vedtak"), await Avvist(Gjoer("klage/utfall", new { utfall })));
        await Gjort(saker.Innvilg(id));
        Assert.Equal((409, "ingen-klage"), await Avvist(Gjoer("klage/oversendelse")));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(Gjoer("klage", new { grunn = "Uenig.", dato = "2026-11-09" })));
        var klaget = await Gjort(Gjoer("klage", new { grunn = "Beløpet er for lavt.", dato = "2026-11-20" }));
        Assert.False(klaget.GetProperty("vedtak")[0].GetProperty("klage").GetProperty("forSent").GetBoolean());
        Assert.Equal((409, "klage-finnes"), await Avvist(Gjoer("klage", new { grunn = "Igjen." })));
        if (utfall != "omgjort")
        {
            Assert.Equal((409, "klage-ikke-oversendt"), await Avvist(Gjoer("klage/utfall", new { utfall })));
            await Gjort(Gjoer("klage/oversendelse", new { dato = "2026-11-25" }));
            Assert.Equal((409, "klage-oversendt"), await Avvist(Gjoer("klage/oversendelse")));
        }

        Assert.Equal(status, (await Gjort(Gjoer("klage/utfall", new { utfall, dato = "2026-11-30" }))).GetProperty("status").GetString());

        Assert.Equal(bundet, (await saker.RammeNaa()).GetProperty("bundet").GetDecimal());
        if (status == "mottatt")
        {
            var brev = await Brev();
            await Gjort(saker.Innstill(id, "avslag", Tilskuddssaker.Fakta(vanskeligstilt: false), "2026-11-30"));
            Assert.Equal(brev, await Brev());
            await Gjort(saker.Innstill(id, dato: "2026-11-30"));
            Assert.Equal(2, (await Gjort(saker.Innvilg(id, dato: "2026-12-01"))).GetProperty("vedtak").GetArrayLength());
        }

        Task<HttpResponseMessage> Gjoer(string hva, object? innhold = null) => Tilskuddssaker.Gjoer(saker.Beslutter, id, hva, innhold);

        Task<string> Brev() => saker.Saksbehandler.GetStringAsync($"{Tilskuddssaker.Tilskudd}/soeknader/{id}/vedtaksbrev");
    }

    [Fact]
    public async Task Soekeren_har_innsyn_og_kan_trekke_soeknaden_til_det_er_utbetalt()
    {
        using var saker = new Tilskuddssaker(tjeneste, "trekk");
        using var koordinator = tjeneste.Som(Roller.BoligsosialKoordinator, enhet: "trekk");
        await Gjort(saker.SettRamme(1_000_000));
        var (id, brukt) = (await saker.Innvilget(), await saker.Innvilget());
        var soeker = (await saker.Hent(id)).GetProperty("soekere")[0].GetString();

        Assert.Contains(id, (await Gjort(koordinator.GetAsync($"/api/v1/finansiering/personer/{soeker}/innsyn"))).GetRawText(), StringComparison.Ordinal);
        Assert.Equal("trukket", (await Gjort(Tilskuddssaker.Gjoer(saker.Saksbehandler, id, "trekking"))).GetProperty("status").GetString());
        Assert.Equal((409, "soeknad-feil-status"), await Avvist(Tilskuddssaker.Gjoer(saker.Saksbehandler, id, "trekking")));
        await Gjort(saker.Utbetal(brukt, 1));
        Assert.Equal((409, "delvis-utbetalt"), await Avvist(Tilskuddssaker.Gjoer(saker.Saksbehandler, brukt, "trekking")));
        await Gjort(Tilskuddssaker.Gjoer(saker.Saksbehandler, brukt, "klage", new { grunn = "For lite." }));
        Assert.Equal((409, "delvis-utbetalt"), await Avvist(Tilskuddssaker.Gjoer(saker.Beslutter, brukt, "klage/utfall", new { utfall = "omgjort" })));
        Assert.Equal(199_999m, (await saker.RammeNaa()).GetProperty("bundet").GetDecimal());
    }
}
