using System.Net;
using System.Text.Json.Nodes;
using static Boligsosial.BoligsosialEnhet.Tests.BoligsosialEnhetTjeneste;

namespace Boligsosial.BoligsosialEnhet.Tests.Oversikt;

/// <summary><see cref="BoligsosialEnhet.Oversikt.HentBoligmasse"/>. Today is 1 December 2026.</summary>
public sealed class HentBoligmasseTests(BoligsosialEnhetTjeneste tjeneste) : IClassFixture<BoligsosialEnhetTjeneste>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await tjeneste.Toem();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task En_tom_oversikt_er_ogsaa_et_svar() =>
        Assert.Equal("""{"innhold":[],"totalt":0,"sistOppdatert":null,"historikk":[]}""", (await tjeneste.Hent()).ToJsonString());

    [Fact]
    public async Task Teller_boligene_i_hver_celle_sortert_og_sier_hvor_ny_den_er()
    {
        await tjeneste.Skjedde("2026-12-01", NyBolig("Ørskog", "bemannet", "utleid", 0, "trinnfri"));
        await tjeneste.Skjedde("2026-11-30", NyBolig());
        await tjeneste.Skjedde("2026-11-29", NyBolig());

        var svar = await tjeneste.Hent("?historikkFra=2026-11-30");

        Assert.Equal(
            """[{"omraade":"Skodje","kategori":"gjennomgangsbolig","status":"ledig-klar","soverom":2,"tilgjengelighet":"ordinaer","antall":2},"""
            + """{"omraade":"Ørskog","kategori":"bemannet","status":"utleid","soverom":0,"tilgjengelighet":"trinnfri","antall":1}]""",
            JsonNode.Parse(svar["innhold"]!.ToJsonString())!.ToJsonString(Lesbar));
        Assert.Equal(3, (int)svar["totalt"]!);
        Assert.Equal("2026-12-01T11:00:00+00:00", (string?)svar["sistOppdatert"]);
        Assert.Equal(
            """[{"dato":"2026-11-30","status":"ledig-klar","antall":2},{"dato":"2026-12-01","status":"ledig-klar","antall":2},{"dato":"2026-12-01","status":"utleid","antall":1}]""",
            svar["historikk"]!.ToJsonString());
    }

    [Fact]
    public async Task Historikken_er_dag_for_dag_i_30_dager_naar_ikke_annet_er_sagt()
    {
        var bolig = NyBolig();
        await tjeneste.Skjedde("2026-01-01", bolig);
        await tjeneste.Skjedde("2026-11-10", bolig with { Status = "utleid" });
        await tjeneste.Skjedde("2026-11-20", bolig with { Status = "ledig-klar" });

        var historikk = Dager(await tjeneste.Hent());

        Assert.Equal(31, historikk.Count);
        Assert.Equal(Enumerable.Range(0, 31).Select(i => new DateOnly(2026, 11, 1).AddDays(i).ToString("yyyy-MM-dd")), historikk.Select(h => h.Dato));
        Assert.All(historikk, h => Assert.Equal(string.CompareOrdinal(h.Dato, "2026-11-10") >= 0 && string.CompareOrdinal(h.Dato, "2026-11-20") < 0 ? "utleid" : "ledig-klar", h.Status));
        Assert.All(historikk, h => Assert.Equal(1, h.Antall));
    }

    [Fact]
    public async Task En_dato_i_fortiden_viser_det_som_var_ved_slutten_av_den()
    {
        var bolig = NyBolig();
        await tjeneste.Skjedde("2026-11-10", bolig);
        await tjeneste.Skjedde("2026-11-12", bolig with { Status = "utleid" });
        await tjeneste.Skjedde("2026-11-12", NyBolig());

        Assert.Equal([], Celler(await tjeneste.Hent("?dato=2026-11-09")));
        Assert.Equal(["Skodje ledig-klar 1"], Celler(await tjeneste.Hent("?dato=2026-11-11")));
        Assert.Equal(["Skodje ledig-klar 1", "Skodje utleid 1"], Celler(await tjeneste.Hent("?dato=2026-11-12")));
        Assert.Equal(
            [("2026-11-10", "ledig-klar", 1), ("2026-11-11", "ledig-klar", 1)],
            Dager(await tjeneste.Hent("?dato=2026-11-11&historikkFra=2026-11-01")));
    }

    [Fact]
    public async Task Avhendede_telles_med_sin_status()
    {
        var bolig = NyBolig();
        await tjeneste.Skjedde("2026-11-10", bolig);
        await tjeneste.Skjedde("2026-11-12", bolig with { Status = "avhendet" });

        Assert.Equal(["Skodje avhendet 1"], Celler(await tjeneste.Hent()));
    }

    [Theory]
    [InlineData("?omraade=Skodje", "Skodje ledig-klar 2", 2)]
    [InlineData("?omraade=Skodje&omraade=%C3%98rskog", "Skodje ledig-klar 2,Ørskog utleid 1", 3)]
    [InlineData("?kategori=bemannet", "Ørskog utleid 1", 1)]
    [InlineData("?kategori=bemannet&omraade=Skodje", "", 0)]
    [InlineData("?omraade=%27", "", 0)]
    public async Task Filtre_gjelder_baade_tallene_og_historikken(string spoerring, string celler, int totalt)
    {
        await tjeneste.Skjedde("2026-11-20", NyBolig());
        await tjeneste.Skjedde("2026-11-20", NyBolig());
        await tjeneste.Skjedde("2026-11-20", NyBolig("Ørskog", "bemannet", "utleid"));

        var svar = await tjeneste.Hent(spoerring);

        Assert.Equal(celler, string.Join(',', Celler(svar)));
        Assert.Equal(totalt, (int)svar["totalt"]!);
        Assert.Equal(totalt, Dager(svar).Where(h => h.Dato == "2026-12-01").Sum(h => h.Antall));
    }

    [Theory]
    [InlineData("?dato=2026-12-02", "dato")]
    [InlineData("?dato=1999-12-31", "dato")]
    [InlineData("?dato=0001-01-01", "dato")]
    [InlineData("?dato=i-gaar", "dato")]
    [InlineData("?dato=2026-11-31", "dato")]
    [InlineData("?historikkFra=2026-12-02", "historikkFra")]
    [InlineData("?historikkFra=2025-11-29", "historikkFra")]
    [InlineData("?dato=2026-11-01&historikkFra=2026-11-02", "historikkFra")]
    [InlineData("?historikkFra=tull", "historikkFra")]
    [InlineData("?omraade=a%00b", "omraade")]
    [InlineData("?kategori=%00", "kategori")]
    public async Task Avviser_det_som_ikke_kan_svares_paa_ved_navn(string spoerring, string felt)
    {
        var svar = await tjeneste.Klient.GetAsync($"{Boligmasse}{spoerring}");
        var problem = JsonNode.Parse(await svar.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
        Assert.Equal("application/problem+json", svar.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(problem["errors"]![felt]);
    }

    [Theory]
    [InlineData("?historikkFra=2026-12-01", 1)]
    [InlineData("?historikkFra=2025-11-30", 367)]
    [InlineData("?dato=2000-01-01", 0)]
    public async Task Godtar_det_som_ligger_paa_grensen(string spoerring, int dager)
    {
        await tjeneste.Skjedde("2025-01-01", NyBolig());

        Assert.Equal(dager, Dager(await tjeneste.Hent(spoerring)).Count);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Lesbar = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<string> Celler(JsonObject svar) => svar["innhold"]!.AsArray().Select(c => $"{c!["omraade"]} {c["status"]} {c["antall"]}");

    private static List<(string Dato, string Status, int Antall)> Dager(JsonObject svar) =>
        [.. svar["historikk"]!.AsArray().Select(h => ((string)h!["dato"]!, (string)h["status"]!, (int)h["antall"]!))];
}
