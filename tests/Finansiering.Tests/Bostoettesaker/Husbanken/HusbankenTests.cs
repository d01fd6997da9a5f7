using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoettesaker.Husbanken;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Bostoettesaker.Husbanken;

/// <summary><see cref="SendSoeknader"/>, <see cref="LesSvar"/>, <see cref="HentMaaned"/>, with a folder for Husbanken (<see cref="Husbankmappe"/>). Today is 1 December 2026.</summary>
public sealed class HusbankenTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    private const string Sti = $"{FinansieringTjeneste.Bostoette}/husbanken";

    [Fact]
    public async Task Maanedens_papirsoeknader_sendes_en_gang_ogsaa_naar_mange_sender_samtidig()
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, "sender");
        var november = await Ny(saker, "2026-11-25"); // the last day of November
        var desember = await Ny(saker, "2026-11-26");
        await Ny(saker, "2026-11-10", kanal: "elektronisk");
        await Ny(saker, "2026-11-10", mangelfull: true);
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Saksbehandler.PostAsJsonAsync($"{Sti}/forsendelser", new { })));
        Assert.Equal((422, "dato-i-framtiden"), await Avvist(Send(saker, "2027-01-01")));

        var svar = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Gjort(Send(saker, "2026-11-15"))));

        var forsendelse = Assert.Single(svar.SelectMany(s => s.GetProperty("forsendelser").EnumerateArray()));
        Assert.All(svar, s => Assert.Equal(("2026-11-25", true), (s.GetProperty("soeknadsfrist").GetString(), s.GetProperty("etterFristen").GetBoolean())));
        var fil = Path.Combine(Mappe("sender", "ut"), forsendelse.GetProperty("fil").GetString()!);
        var linje = JsonSerializer.Deserialize<JsonElement>(Assert.Single(await File.ReadAllLinesAsync(fil)));
        Assert.Equal((november, "2026-11", "2026-11-25"), (linje.GetProperty("referanse").GetString(), linje.GetProperty("maaned").GetString(), linje.GetProperty("mottatt").GetString()));
        Assert.True(Foedselsnummer.TryParse(linje.GetProperty("foedselsnummer").GetString(), out _));
        Assert.Equal("2026-12-01", (await Hent(saker, november)).GetProperty("sendt").GetString());
        Assert.Equal(1L, await tjeneste.Sql<long>($"SELECT count(*) FROM tilgangslogg WHERE sak = 'bostoettesak/{november}' AND felter = 'foedselsnummer'"));
        // The next month takes what has come since, and nothing else.
        Assert.Equal(1, (await Gjort(Send(saker, "2026-12-01"))).GetProperty("forsendelser")[0].GetProperty("antall").GetInt32());
        Assert.Equal("2026-12-01", (await Hent(saker, desember)).GetProperty("sendt").GetString());
        Assert.Equal(2, Directory.GetFiles(Mappe("sender", "ut")).Length);
    }

    [Fact]
    public async Task Naar_mappen_ikke_svarer_sendes_det_samme_neste_gang()
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, "utilgjengelig");
        var id = await Ny(saker, "2026-11-10");
        await File.WriteAllTextAsync(Path.Combine(tjeneste.Husbanken, "utilgjengelig"), "not a folder");
        Assert.Equal((503, "husbanken-utilgjengelig"), await Avvist(Send(saker, "2026-11-01")));
        Assert.Equal((503, "husbanken-utilgjengelig"), await Avvist(Les(saker)));
        Assert.Equal(JsonValueKind.Null, (await Hent(saker, id)).GetProperty("sendt").ValueKind);

        File.Delete(Path.Combine(tjeneste.Husbanken, "utilgjengelig"));

        Assert.Equal(1, (await Gjort(Send(saker, "2026-11-01"))).GetProperty("forsendelser")[0].GetProperty("antall").GetInt32());
        Assert.Equal("2026-12-01", (await Hent(saker, id)).GetProperty("sendt").GetString());
        Assert.Empty((await Gjort(Send(saker, "2026-11-01"))).GetProperty("forsendelser").EnumerateArray());
    }

    [Fact]
    public async Task Navnet_paa_en_enhet_er_aldri_en_sti()
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, "../utenfor");
        await Ny(saker, "2026-11-10");

        await Gjort(Send(saker, "2026-11-01"));

        Assert.Single(Directory.GetFiles(Path.Combine(tjeneste.Husbanken, "%2E%2E%2Futenfor", "ut")));
        Assert.False(Directory.Exists(Path.Combine(tjeneste.Husbanken, "..", "utenfor")));
    }

    [Fact]
    public async Task Den_som_har_adressesperre_sendes_paa_papir_og_svar_om_den_finnes_ikke_for_andre()
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, "gradert");
        using var skjermet = tjeneste.Som(Roller.AakeStoenad, skjermet: true, enhet: "gradert");
        var id = await Ny(saker, "2026-09-10");
        await skjermet.PostAsJsonAsync($"/api/v1/finansiering/personer/{(await Hent(saker, id)).GetProperty("soeker").GetString()}/gradering", new { gradering = "strengt-fortrolig" });

        var uten = await Gjort(Send(saker, "2026-11-01"));
        Assert.Equal((0, JsonValueKind.Null), (uten.GetProperty("forsendelser").GetArrayLength(), uten.GetProperty("paaPapir").ValueKind));
        Assert.Equal(1, (await Gjort(skjermet.PostAsJsonAsync($"{Sti}/forsendelser", new { maaned = "2026-11-01" }))).GetProperty("paaPapir").GetInt32());
        await Legg("gradert", "a.jsonl", Linje(id, [(9, "V00")]));
        Assert.Equal("sak-finnes-ikke", Assert.Single(Feil(await Gjort(Les(saker)))).Kode);
        await Legg("gradert", "a.jsonl", Linje(id, [(9, "V00")]));
        Assert.True((await Gjort(skjermet.PostAsync($"{Sti}/svar", null))).GetProperty("filer")[0].GetProperty("lest").GetBoolean());
        Assert.Equal(0, (await Gjort(saker.Saksbehandler.GetAsync($"{Sti}/maaned?maaned=2026-09-30"))).GetProperty("innvilget").GetInt32());
    }

    [Fact]
    public async Task Vedtak_og_utbetaling_foeres_og_det_samme_igjen_endrer_ingenting()
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, "svar");
        var (ja, nei, venter) = (await Ny(saker, "2026-09-10"), await Ny(saker, "2026-09-10"), await Ny(saker, "2026-09-10"));
        // August is of an earlier case; a BIPERSON is in another's.
        await Legg("svar", "1.jsonl", Linje(ja, [(8, "V04"), (9, "V00"), (10, "V00"), (11, null)], ["2026-10-20 3021.5 HUSSTAND", "2026-11-20 3021.5 HUSSTAND", "2026-12-18 3021.5 HUSSTAND"], biperson: true),
            "", Linje(nei, [(9, "V03")]), Linje(venter, [(9, null)]));

        var foerste = (await Gjort(Les(saker))).GetProperty("filer")[0];

        Assert.Equal((3, 3, 2, 0, 3), (foerste.GetProperty("linjer").GetInt32(), foerste.GetProperty("nyeVedtak").GetInt32(), foerste.GetProperty("nyeUtbetalinger").GetInt32(), foerste.GetProperty("kjente").GetInt32(), foerste.GetProperty("venter").GetInt32()));
        var sak = await Hent(saker, ja);
        Assert.Equal(("innvilget", "2026-11-01"), (sak.GetProperty("status").GetString(), sak.GetProperty("nesteMaaned").GetString()));
        var vedtak = sak.GetProperty("vedtak")[0];
        Assert.Equal((3021.5m, "2026-10-20", "2026-10-20", "husstand"), (vedtak.GetProperty("beloep").GetDecimal(), vedtak.GetProperty("utbetales").GetString(), vedtak.GetProperty("utbetalinger")[0].GetProperty("dato").GetString(), vedtak.GetProperty("utbetalinger")[0].GetProperty("mottaker").GetString()));
        Assert.Equal("proeves-paa-nytt", (await Hent(saker, nei)).GetProperty("status").GetString());
        Assert.Equal("mottatt", (await Hent(saker, venter)).GetProperty("status").GetString());
        Assert.Single(Directory.GetFiles(Mappe("svar", "lest")));

        File.Copy(Path.Combine(Mappe("svar", "lest"), "1.jsonl"), Path.Combine(Mappe("svar", "inn"), "2.jsonl"));
        var igjen = (await Gjort(Les(saker))).GetProperty("filer")[0];
        Assert.Equal((true, 0, 0, 5), (igjen.GetProperty("lest").GetBoolean(), igjen.GetProperty("nyeVedtak").GetInt32(), igjen.GetProperty("nyeUtbetalinger").GetInt32(), igjen.GetProperty("kjente").GetInt32()));
        Assert.Empty((await Gjort(Les(saker))).GetProperty("filer").EnumerateArray());
    }

    [Fact]
    public async Task En_fil_med_en_feil_skriver_ingenting_og_sier_hva_som_er_galt_linje_for_linje()
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, "feil");
        using var andre = new Startlaan.Laanesaker(tjeneste, "feil-annen");
        var (god, andres) = (await Ny(saker, "2026-09-10"), await Ny(andre, "2026-09-10"));
        var foert = await Ny(saker, "2026-09-10");
        await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{FinansieringTjeneste.Bostoette}/saker/{foert}/vedtak", new { maaned = "2026-09-01", kode = "V00", beloep = 2_000, dato = "2026-10-10" }));
        string[] linjer =
        [
            Linje(god, [(9, "V00")]), "{", "[]", Linje(god, [(9, "V00")]), Linje("12927197004", [(9, "V00")]), Linje(andres, [(9, "V00")]), Linje(foert, [(9, "V03")], ["2026-11-20 1 HUSSTAND"]),
            Linje($"{Guid.CreateVersion7()}", [(13, "V00")]), Linje($"{Guid.CreateVersion7()}", [(9, "V07")]), Linje($"{Guid.CreateVersion7()}", [(9, "V00"), (9, "V00")]),
            Linje($"{Guid.CreateVersion7()}", [], ["2026-10-20 0 HUSSTAND", "2026-10-21 1.001 HUSSTAND", "i går 1 HUSSTAND", "2026-10-22 1 NABO"]), """{"referanse":5}""",
        ];
        await Legg("feil", "feil.jsonl", linjer);
        await Legg("feil", "god.jsonl", Linje(god, [(9, "V00")]));

        var svar = await Gjort(Les(saker));

        Assert.Equal([false, true], svar.GetProperty("filer").EnumerateArray().Select(f => f.GetProperty("lest").GetBoolean()));
        Assert.Equal(
            [
                "2 ugyldig-json", "3 ugyldig-json", "4 to-ganger referanse", "5 ugyldig-verdi referanse", "6 sak-finnes-ikke referanse", "7 vedtak-ulikt saker", "7 utbetaling-uten-vedtak utbetalinger",
                "8 ugyldig-verdi saker.mnd", "9 ukjent-verdi saker.vedtak.kode", "10 to-ganger saker", "11 ugyldig-verdi utbetalinger.belop", "11 ugyldig-verdi utbetalinger.belop",
                "11 ugyldig-verdi utbetalinger.utbetalingsdato", "11 ukjent-verdi utbetalinger.mottaker", "12 ugyldig-json",
            ],
            Feil(svar).Select(f => $"{f.Linje} {f.Kode} {f.Felt}".TrimEnd()));
        Assert.DoesNotContain("12927197004", svar.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("innvilget", (await Hent(saker, god)).GetProperty("status").GetString());
        Assert.Equal("mottatt", (await Hent(andre, andres)).GetProperty("status").GetString());
        Assert.Equal("feil.jsonl", Path.GetFileName(Assert.Single(Directory.GetFiles(Mappe("feil", "avvist")))));
        Assert.Equal(1, (await Hent(saker, foert)).GetProperty("vedtak").GetArrayLength());
    }

    [Fact]
    public async Task Et_vedtak_maa_ha_en_dag_foelge_det_forrige_og_en_utbetaling_staar_fast()
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, "rekke");
        var id = await Ny(saker, "2026-09-10");

        Assert.Equal(["vedtaksdato-mangler"], await Nei(Linje(id, [(9, "V00")], vedtaksdato: null)));
        Assert.Equal(["dato-i-framtiden"], await Nei(Linje(id, [(9, "V00")], vedtaksdato: "2026-12-02")));
        Assert.Equal(["dato-for-tidlig"], await Nei(Linje(id, [(9, "V00")], vedtaksdato: "2026-09-09")));
        Assert.Equal(["feil-maaned"], await Nei(Linje(id, [(10, "V00")])));
        Assert.Equal(["utbetaling-uten-vedtak"], await Nei(Linje(id, [], ["2026-10-20 1 HUSSTAND"])));
        Assert.Equal(["sak-avsluttet"], await Nei(Linje(id, [(9, "V04"), (10, "V00")])));
        Assert.Empty(await Nei(Linje(id, [(9, "V00")], ["2026-10-20 1500 HUSSTAND"])));
        Assert.Equal(["utbetaling-ulik"], await Nei(Linje(id, [], ["2026-10-20 1501 HUSSTAND"])));
        Assert.Equal(["utbetaling-ulik"], await Nei(Linje(id, [], ["2026-10-20 1500 KOMMUNE"])));

        async Task<List<string>> Nei(string linje)
        {
            await Legg("rekke", "x.jsonl", linje);
            return [.. Feil(await Gjort(Les(saker))).Select(f => f.Kode)];
        }
    }

    [Fact]
    public async Task Maaneden_viser_hva_som_er_utbetalt_uteblitt_og_avviker()
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, "måned");
        var (betalt, uteblitt, feilSum, feilMottaker, avslag) = (await Ny(saker, "2026-09-10"), await Ny(saker, "2026-09-10"), await Ny(saker, "2026-09-10"), await Ny(saker, "2026-09-10"), await Ny(saker, "2026-09-10"));
        await Ny(saker, "2026-10-26"); // counts for November
        await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{FinansieringTjeneste.Bostoette}/saker/{feilSum}/vedtak", new { maaned = "2026-09-01", kode = "V00", beloep = 2_000, dato = "2026-10-10" }));
        await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{FinansieringTjeneste.Bostoette}/saker/{feilMottaker}/overfoering", new { skriftligSamtykke = true, samtykke = "2026-09-20", fra = "2026-10-01" }));
        await Legg("måned", "x.jsonl", Linje(betalt, [(9, "V00")], ["2026-10-20 3000 HUSSTAND"]), Linje(uteblitt, [(9, "V00")]), Linje(feilSum, [], ["2026-10-20 1999 HUSSTAND"]),
            Linje(feilMottaker, [(9, "V00")], ["2026-10-20 1000 HUSSTAND"]), Linje(avslag, [(9, "V03")]));
        Assert.Empty(Feil(await Gjort(Les(saker))));

        var svar = await Gjort(saker.Saksbehandler.GetAsync($"{Sti}/maaned?maaned=2026-09-30"));

        Assert.Equal(("2026-09-01", "2026-09-25", "2026-10-20"), (svar.GetProperty("maaned").GetString(), svar.GetProperty("soeknadsfrist").GetString(), svar.GetProperty("utbetales").GetString()));
        Assert.Equal((0, 4, 1, 3, 5999m), (svar.GetProperty("usendt").GetInt32(), svar.GetProperty("innvilget").GetInt32(), svar.GetProperty("avslag").GetInt32(), svar.GetProperty("utbetalt").GetInt32(), svar.GetProperty("sumUtbetalt").GetDecimal()));
        Assert.Equal([uteblitt], svar.GetProperty("uteblitt").EnumerateArray().Select(i => i.GetString()));
        Assert.Equal(new[] { feilSum, feilMottaker }.Order(StringComparer.Ordinal), svar.GetProperty("avvik").EnumerateArray().Select(i => i.GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(1, (await Gjort(saker.Saksbehandler.GetAsync($"{Sti}/maaned"))).GetProperty("usendt").GetInt32());
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Saksbehandler.GetAsync($"{Sti}/maaned?maaned=2016-12-31")));
    }

    private static Task<HttpResponseMessage> Send(Startlaan.Laanesaker saker, string maaned) => saker.Saksbehandler.PostAsJsonAsync($"{Sti}/forsendelser", new { maaned });

    private static Task<HttpResponseMessage> Les(Startlaan.Laanesaker saker) => saker.Saksbehandler.PostAsync($"{Sti}/svar", null);

    private static Task<JsonElement> Hent(Startlaan.Laanesaker saker, string id) => Gjort(saker.Saksbehandler.GetAsync($"{FinansieringTjeneste.Bostoette}/saker/{id}"));

    private static async Task<string> Ny(Startlaan.Laanesaker saker, string mottatt, string kanal = "papir", bool mangelfull = false) =>
        (await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{FinansieringTjeneste.Bostoette}/saker", new { soeker = await saker.Person(), kanal, mangelfull, mottatt }))).GetProperty("id").GetString()!;

    private static List<(int Linje, string Kode, string? Felt)> Feil(JsonElement svar) =>
        [.. svar.GetProperty("filer").EnumerateArray().SelectMany(f => f.GetProperty("feil").EnumerateArray()).Select(f => (f.GetProperty("linje").GetInt32(), f.GetProperty("kode").GetString()!, f.GetProperty("felt").GetString()))];

    /// <summary>A line as Husbanken's public answer on a person is, with our reference and day.</summary>
    private static string Linje(string referanse, (int Mnd, string? Kode)[] saker, string[]? utbetalinger = null, string? vedtaksdato = "2026-10-10", bool biperson = false) => JsonSerializer.Serialize(new
    {
        referanse,
        vedtaksdato,
        saker = saker.Select(s => Sak(s.Mnd, s.Kode, "HOVEDPERSON")).Concat(biperson ? [Sak(10, "V04", "BIPERSON")] : []),
        utbetalinger = (utbetalinger ?? []).Select(u => u.Split(' ')).Select(u => new { utbetalingsdato = string.Join(' ', u[..^2]), belop = JsonSerializer.Deserialize<decimal>(u[^2]), mottaker = u[^1], rolle = "HOVEDPERSON" }),
    });

    private static object Sak(int mnd, string? kode, string rolle) =>
        new { mnd, ar = 2026, status = kode is null ? "UNDER_BEHANDLING" : "VEDTATT", vedtak = kode is null ? null : new { kode, beskrivelse = "–", type = kode == "V00" ? "INNVILGET" : "AVSLAG" }, rolle };

    private string Mappe(string enhet, string hva) => Directory.CreateDirectory(Path.Combine(tjeneste.Husbanken, Uri.EscapeDataString(enhet), hva)).FullName;

    private Task Legg(string enhet, string fil, params string[] linjer) => File.WriteAllLinesAsync(Path.Combine(Mappe(enhet, "inn"), fil), linjer);
}
