using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Finansiering.Bostoettesaker;
using Boligsosial.Finansiering.Bostoettesaker.Husbanken;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Bostoettesaker;

/// <summary>
/// A klage that succeeds ends with a new vedtak for the month: <see cref="RegistrerVedtak"/> and <see cref="LesSvar"/> after <see cref="AvgjoerKlage"/>. And the version of a
/// case, which is that of all of it. Today is 1 December 2026.
/// </summary>
public sealed class KlageTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    private const string Saker = $"{FinansieringTjeneste.Bostoette}/saker";

    [Theory]
    [InlineData("klagenemnda", "omgjort")]
    [InlineData("klagenemnda", "opphevet")]
    [InlineData("husbanken", "omgjort")]
    [InlineData("husbanken", "opphevet")]
    public async Task Et_nytt_vedtak_tar_plassen_til_det_klagen_gjaldt_og_saken_loeper_igjen(string instans, string utfall)
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, $"{instans}-{utfall}");
        var id = await Avslaatt(saker);
        await Klag(saker, id, "2026-10-01", instans, utfall);
        var klaget = Vedtak(await Hent(saker, id), 2);
        Assert.True(klaget.GetProperty("venterNyttVedtak").GetBoolean());

        var sak = await Gjort(Vedta(saker, id, "2026-10-01", "V00", "2026-11-28", 1_500));

        Assert.Equal(("innvilget", "2026-11-01", JsonValueKind.Null), (Tekst(sak, "status"), Tekst(sak, "nesteMaaned"), sak.GetProperty("proevesTil").ValueKind));
        var nytt = Vedtak(sak, 2);
        Assert.Equal(("V00", 1_500m, "2026-11-28", "2026-12-18", JsonValueKind.Null, false), (
            Tekst(nytt, "kode"), nytt.GetProperty("beloep").GetDecimal(), Tekst(nytt, "dato"), Tekst(nytt, "utbetales"), nytt.GetProperty("klage").ValueKind, nytt.GetProperty("venterNyttVedtak").GetBoolean()));
        var gammelt = Assert.Single(Vedtak(await Hent(saker, id), 2).GetProperty("tidligere").EnumerateArray());
        Assert.Equal(("V03", "2026-11-02", "2026-11-23"), (Tekst(gammelt, "kode"), Tekst(gammelt, "dato"), Tekst(gammelt, "klagefrist")));
        Assert.Equal(("Inntekten er feil", utfall), (Tekst(gammelt.GetProperty("klage"), "grunn"), Tekst(gammelt.GetProperty("klage"), instans)));
        // Once: after that it stands as any other, and may be appealed in its turn.
        Assert.Equal((422, "feil-maaned"), await Avvist(Vedta(saker, id, "2026-10-01", "V03", "2026-11-29")));
        await Gjort(Vedta(saker, id, "2026-11-01", "V00", "2026-11-30", 1_500));
        await Klag(saker, id, "2026-10-01", "husbanken", "omgjort");
        sak = await Gjort(Vedta(saker, id, "2026-10-01", "V00", "2026-12-01", 1_600));
        Assert.Equal(["V03", "V00"], Vedtak(sak, 2).GetProperty("tidligere").EnumerateArray().Select(t => Tekst(t, "kode")));
        Assert.Equal(("innvilget", "2026-12-01"), (Tekst(sak, "status"), Tekst(sak, "nesteMaaned")));
    }

    [Fact]
    public async Task Uten_en_klage_som_har_foert_fram_staar_vedtaket()
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, "staar");
        var id = await Avslaatt(saker);

        Assert.Equal((409, "sak-avsluttet"), await Avvist(Vedta(saker, id, "2026-10-01", "V00", "2026-11-28", 1_500)));
        await Klag(saker, id, "2026-10-01", "klagenemnda", "opprettholdt");
        Assert.Equal((409, "sak-avsluttet"), await Avvist(Vedta(saker, id, "2026-10-01", "V00", "2026-11-28", 1_500)));
        await Klag(saker, id, "2026-08-01", "husbanken", "omgjort");
        // August alone: not the month that nobody has appealed, and not before the klage came.
        Assert.Equal((409, "sak-avsluttet"), await Avvist(Vedta(saker, id, "2026-09-01", "V00", "2026-11-28", 1_500)));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(Vedta(saker, id, "2026-08-01", "V00", "2026-11-02", 1_500)));

        var sak = await Gjort(Vedta(saker, id, "2026-08-01", "V00", "2026-11-28", 1_500));

        // Bostøtte in between gives two new months: November is tried as well.
        Assert.Equal(("proeves-paa-nytt", "2026-11-01", "2026-11-01"), (Tekst(sak, "status"), Tekst(sak, "nesteMaaned"), Tekst(sak, "proevesTil")));
    }

    [Fact]
    public async Task Svaret_fra_Husbanken_foeres_og_eldre_svar_om_igjen_endrer_ingenting()
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, "svarklage");
        var (id, annen) = (await Avslaatt(saker), await Avslaatt(saker));
        string[] nytt = [Linje(id, "2026-11-28", [(8, "V03"), (9, "V03"), (10, "V00")], "2026-11-30 1500")];
        Assert.Equal(["vedtak-ulikt saker", "utbetaling-uten-vedtak utbetalinger"], Feil(await Les("svarklage", saker, nytt)));
        await Klag(saker, id, "2026-10-01", "klagenemnda", "omgjort");
        await Klag(saker, annen, "2026-10-01", "klagenemnda", "opphevet");

        var svar = (await Les("svarklage", saker, nytt)).GetProperty("filer")[0];

        Assert.Equal((true, 1, 1, 2), (svar.GetProperty("lest").GetBoolean(), Antall(svar, "nyeVedtak"), Antall(svar, "nyeUtbetalinger"), Antall(svar, "kjente")));
        var sak = await Hent(saker, id);
        Assert.Equal(("innvilget", "V00", 1_500m), (Tekst(sak, "status"), Tekst(Vedtak(sak, 2), "kode"), Vedtak(sak, 2).GetProperty("utbetalinger")[0].GetProperty("beloep").GetDecimal()));
        Assert.Equal("V03", Tekst(Vedtak(sak, 2).GetProperty("tidligere")[0], "kode"));
        // The same once more, one from before the klage, and one that does not know of the outcome yet.
        foreach (var linje in new[] { nytt[0], Linje(id, "2026-11-02", [(10, "V03")]), Linje(annen, "2026-11-02", [(10, "V03")]) })
        {
            svar = (await Les("svarklage", saker, linje)).GetProperty("filer")[0];
            Assert.Equal((true, 0, 0), (svar.GetProperty("lest").GetBoolean(), Antall(svar, "nyeVedtak"), Antall(svar, "nyeUtbetalinger")));
        }

        Assert.Equal(["vedtak-ulikt saker"], Feil(await Les("svarklage", saker, Linje(id, "2026-11-29", [(10, "V03")]))));
        Assert.Equal(["dato-for-tidlig vedtaksdato"], Feil(await Les("svarklage", saker, Linje(annen, "2026-11-02", [(10, "V00")]))));
        Assert.Equal(["vedtaksdato-mangler vedtaksdato"], Feil(await Les("svarklage", saker, Linje(annen, null, [(10, "V00")]))));
    }

    [Fact]
    public async Task Den_som_har_soekt_paa_nytt_foelges_videre_i_den_nye_saken()
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, "ny-sak");
        var soeker = await saker.Person();
        var id = await Avslaatt(saker, soeker);
        var ny = Tekst(await Gjort(saker.Saksbehandler.PostAsJsonAsync(Saker, new { soeker, kanal = "papir", mottatt = "2026-11-28" })), "id");
        await Klag(saker, id, "2026-10-01", "husbanken", "omgjort");

        var sak = await Gjort(Vedta(saker, id, "2026-10-01", "V00", "2026-11-28", 1_500));

        Assert.Equal(("innvilget", "2026-12-01", "2026-11-01"), (Tekst(sak, "status"), Tekst(sak, "avloestFra"), Tekst(sak, "nesteMaaned")));
        sak = await Gjort(Vedta(saker, id, "2026-11-01", "V00", "2026-11-30", 1_500));
        Assert.Equal(JsonValueKind.Null, sak.GetProperty("nesteMaaned").ValueKind);
        Assert.Equal((409, "sak-avloest"), await Avvist(Vedta(saker, id, "2026-12-01", "V00", "2026-12-01", 1_500)));
        Assert.True((await Les("ny-sak", saker, Linje(id, "2026-12-01", [(12, "V00")]))).GetProperty("filer")[0].GetProperty("lest").GetBoolean());
        Assert.Equal(2, (await Gjort(saker.Saksbehandler.GetAsync($"{Saker}?personRef={soeker}"))).GetProperty("innhold").GetArrayLength());
        await Gjort(Vedta(saker, ny, "2026-12-01", "V00", "2026-12-01", 1_500));
        Assert.Equal((409, "sak-finnes"), await Avvist(saker.Saksbehandler.PostAsJsonAsync(Saker, new { soeker, kanal = "papir" })));
    }

    [Fact]
    public async Task Etag_er_en_annen_naar_vedtak_klage_eller_utbetaling_er_det_og_If_Match_holder_den_foerste()
    {
        using var saker = new Startlaan.Laanesaker(tjeneste, "etag");
        var id = Tekst(await Gjort(saker.Saksbehandler.PostAsJsonAsync(Saker, new { soeker = await saker.Person(), kanal = "papir", mottatt = "2026-08-20" })), "id");
        await Gjort(Vedta(saker, id, "2026-08-01", "V00", "2026-09-02", 1_500));
        var sett = new List<EntityTagHeaderValue?> { await Etag(saker, id) };

        await Gjort(Vedta(saker, id, "2026-09-01", "V00", "2026-10-02", 1_500));
        sett.Add(await Etag(saker, id));
        await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{Saker}/{id}/klage", new { maaned = "2026-09-01", grunn = "For lite", dato = "2026-10-03" }));
        sett.Add(await Etag(saker, id));
        await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{Saker}/{id}/klage/utfall", new { maaned = "2026-09-01", instans = "husbanken", utfall = "opprettholdt", dato = "2026-10-10" }));
        sett.Add(await Etag(saker, id));
        await Les("etag", saker, Linje(id, null, [], "2026-10-20 1500"));
        sett.Add(await Etag(saker, id));
        await Les("etag", saker, Linje(id, null, [], "2026-10-20 1500"));

        Assert.Equal(5, sett.Distinct().Count());
        Assert.Equal(sett[4], await Etag(saker, id));
        Assert.Equal((412, "utdatert"), await Avvist(MedIfMatch(sett[3]!)));
        using var gjort = await MedIfMatch(sett[4]!);
        Assert.Equal((200, await Etag(saker, id)), ((int)gjort.StatusCode, gjort.Headers.ETag));

        async Task<HttpResponseMessage> MedIfMatch(EntityTagHeaderValue etag)
        {
            using var melding = new HttpRequestMessage(HttpMethod.Post, $"{Saker}/{id}/vedtak") { Content = JsonContent.Create(new { maaned = "2026-10-01", kode = "V00", beloep = 1_500, dato = "2026-11-02" }) };
            melding.Headers.IfMatch.Add(etag);
            return await saker.Saksbehandler.SendAsync(melding);
        }
    }

    /// <summary>Refused for the means in August, September and October 2026: the case has ended.</summary>
    private static async Task<string> Avslaatt(Startlaan.Laanesaker saker, string? soeker = null)
    {
        var id = Tekst(await Gjort(saker.Saksbehandler.PostAsJsonAsync(Saker, new { soeker = soeker ?? await saker.Person(), kanal = "papir", mottatt = "2026-08-20" })), "id");
        foreach (var (maaned, dato) in new[] { ("2026-08-01", "2026-09-02"), ("2026-09-01", "2026-10-02"), ("2026-10-01", "2026-11-02") })
            await Gjort(Vedta(saker, id, maaned, "V03", dato));
        Assert.Equal("avslag", Tekst(await Hent(saker, id), "status"));
        return id;
    }

    /// <summary>By Klagenemnda after Husbanken has let the vedtak stand, or by Husbanken.</summary>
    private static async Task Klag(Startlaan.Laanesaker saker, string id, string maaned, string instans, string utfall)
    {
        var dato = maaned == "2026-10-01" && Vedtak(await Hent(saker, id), 2).GetProperty("kode").GetString() == "V00" ? "2026-11-30" : "2026-11-10";
        await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{Saker}/{id}/klage", new { maaned, grunn = "Inntekten er feil", dato }));
        foreach (var (hvem, hva) in instans == "husbanken" ? [("husbanken", utfall)] : new[] { ("husbanken", "opprettholdt"), ("klagenemnda", utfall) })
            await Gjort(saker.Saksbehandler.PostAsJsonAsync($"{Saker}/{id}/klage/utfall", new { maaned, instans = hvem, utfall = hva, dato = "2026-11-30" }));
    }

    private static Task<HttpResponseMessage> Vedta(Startlaan.Laanesaker saker, string id, string maaned, string kode, string dato, decimal? beloep = null) =>
        saker.Saksbehandler.PostAsJsonAsync($"{Saker}/{id}/vedtak", new { maaned, kode, beloep, dato });

    private static Task<JsonElement> Hent(Startlaan.Laanesaker saker, string id) => Gjort(saker.Saksbehandler.GetAsync($"{Saker}/{id}"));

    private static async Task<EntityTagHeaderValue?> Etag(Startlaan.Laanesaker saker, string id)
    {
        using var svar = await saker.Saksbehandler.GetAsync($"{Saker}/{id}");
        return svar.Headers.ETag;
    }

    private async Task<JsonElement> Les(string enhet, Startlaan.Laanesaker saker, params string[] linjer)
    {
        await File.WriteAllLinesAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(tjeneste.Husbanken, enhet, "inn")).FullName, $"{Guid.CreateVersion7()}.jsonl"), linjer);
        return await Gjort(saker.Saksbehandler.PostAsync($"{FinansieringTjeneste.Bostoette}/husbanken/svar", null));
    }

    private static string Linje(string referanse, string? vedtaksdato, (int Mnd, string Kode)[] saker, params string[] utbetalinger) => JsonSerializer.Serialize(new
    {
        referanse,
        vedtaksdato,
        saker = saker.Select(s => new { mnd = s.Mnd, ar = 2026, status = "VEDTATT", vedtak = new { kode = s.Kode }, rolle = "HOVEDPERSON" }),
        utbetalinger = utbetalinger.Select(u => u.Split(' ')).Select(u => new { utbetalingsdato = u[0], belop = JsonSerializer.Deserialize<decimal>(u[1]), mottaker = "HUSSTAND", rolle = "HOVEDPERSON" }),
    });

    private static List<string> Feil(JsonElement svar) =>
        [.. svar.GetProperty("filer").EnumerateArray().SelectMany(f => f.GetProperty("feil").EnumerateArray()).Select(f => $"{Tekst(f, "kode")} {Tekst(f, "felt")}")];

    private static JsonElement Vedtak(JsonElement sak, int nr) => sak.GetProperty("vedtak")[nr];

    private static int Antall(JsonElement svar, string felt) => svar.GetProperty(felt).GetInt32();

    private static string Tekst(JsonElement element, string felt) => element.GetProperty(felt).GetString()!;
}
