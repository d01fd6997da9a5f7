using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Boligsosial.Testing;

namespace Boligsosial.Boligregister.Tests.Boliger;

/// <summary><see cref="Boligregister.Boliger.ImporterBoliger"/> and <see cref="Boligregister.Boliger.EksporterBoliger"/></summary>
public sealed class ImporterBoligerTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private const string Hode = "leverandorboligid;kommunenummer;gnrbnr;bruksenhetsnummer;gatenavn;omraade;kategori;antallsoverom;boligstatus;manedsleie\n";

    [Fact]
    public async Task Oppretter_oppdaterer_og_lar_vaere_det_som_er_likt()
    {
        var (_, foerste) = await tjeneste.Importer(BoligregisterTjeneste.Csv("OOL", 3));
        var (_, samme) = await tjeneste.Importer(BoligregisterTjeneste.Csv("OOL", 3));
        var (_, dyrere) = await tjeneste.Importer(BoligregisterTjeneste.Csv("OOL", 4, leie: 9900));

        Assert.Equal((3, 3, 0, 0), Tall(foerste));
        Assert.Equal((3, 0, 0, 3), Tall(samme));
        Assert.Equal((4, 1, 3, 0), Tall(dyrere));
    }

    [Theory]
    [InlineData("alle-eller-ingen", HttpStatusCode.UnprocessableEntity, 0)]
    [InlineData("godta-gyldige", HttpStatusCode.OK, 1)]
    public async Task En_feil_linje_stopper_alt_eller_bare_seg_selv(string modus, HttpStatusCode status, int skrevet)
    {
        var navn = $"FEIL{skrevet}";
        var (svar, rapport) = await tjeneste.Importer(
            Hode + $"{navn}-1;1508;901/{skrevet + 1};H0101;Vegen;{navn};gjennomgangsbolig;2;ledig-klar;9000\n"
            + $"{navn}-2;1508;902/1;H0101;Vegen;{navn};slott;to;ledig-klar;9000\n", modus);

        Assert.Equal(status, svar.StatusCode);
        Assert.Equal(1, (int)rapport["antallAvvist"]!);
        Assert.Equal([(3, "kategori", "ukjent-verdi"), (3, "antallsoverom", "ugyldig-verdi")], Avvist(rapport).Order().Reverse());
        Assert.Equal(skrevet, await Antall(navn));
    }

    [Fact]
    public async Task To_linjer_for_samme_bolig_og_en_annens_matrikkel_avvises_med_linjenummer()
    {
        var (svar, innhold) = await tjeneste.Importer(
            Hode + "TO-1;1508;910/1;H0101;Vegen;Skodje;gjennomgangsbolig;2;ledig-klar;9000\n"
            + "TO-2;1508;910/2;H0101;Vegen;Skodje;gjennomgangsbolig;2;ledig-klar;9000\n"
            + "TO-1;1508;910/3;H0101;Vegen;Skodje;gjennomgangsbolig;2;ledig-klar;9000\n"
            + "TO-4;1508;910/1;H0101;Vegen;Skodje;gjennomgangsbolig;2;ledig-klar;9000\n", "godta-gyldige");
        var (_, andre) = await tjeneste.Importer(Hode + "TO-5;1508;910/2;H0101;Vegen;Skodje;gjennomgangsbolig;2;ledig-klar;9000\n", "godta-gyldige");

        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        Assert.Equal([(4, "", "to-linjer-samme-bolig"), (5, "", "to-linjer-samme-bolig")], Avvist(innhold));
        Assert.Equal([(2, "", "matrikkel-opptatt")], Avvist(andre));
    }

    [Fact]
    public async Task Uten_leverandorBoligId_kjennes_boligen_igjen_paa_matrikkel_og_bruksenhet()
    {
        const string hode = "kommunenummer;gnrbnr;bruksenhetsnummer;gatenavn;omraade;kategori;antallsoverom;boligstatus\n";
        await tjeneste.Importer(hode + "1508;920/1;H0101;Gamlevegen;Matrikkel;gjennomgangsbolig;2;ledig-klar\n1508;920/1;;Gamlevegen;Matrikkel;gjennomgangsbolig;2;ledig-klar\n");
        var (_, rapport) = await tjeneste.Importer(hode + "1508;920/1;H0101;Nyvegen;Matrikkel;gjennomgangsbolig;2;ledig-klar\n1508;920/1;;Gamlevegen;Matrikkel;gjennomgangsbolig;2;ledig-klar\n");
        var (_, faarId) = await tjeneste.Importer(Hode + "M-1;1508;920/1;H0101;Nyvegen;Matrikkel;gjennomgangsbolig;2;ledig-klar;9000\n");

        Assert.Equal((2, 0, 1, 1), Tall(rapport));
        Assert.Equal((1, 0, 1, 0), Tall(faarId));
        Assert.Equal(2, await Antall("Matrikkel"));
    }

    [Fact]
    public async Task En_kolonne_som_filen_mangler_roerer_ikke_det_som_er_registrert()
    {
        await tjeneste.Registrer(tjeneste.NyBolig(b =>
        {
            (b["leverandorBoligId"], b["egenskaper"], b["maanedsleie"]) = ("MANGLER-1", new JsonArray("heis", "rullestol"), 7777);
        }));
        var (_, rapport) = await tjeneste.Importer(
            "leverandorboligid;gatenavn;omraade;kategori;antallsoverom;boligstatus;erRullestolTilpasset\nMANGLER-1;Ny veg;Mangler;gjennomgangsbolig;3;ledig klar;nei\n");
        var bolig = (await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}?omraade=Mangler"))["innhold"]![0]!;

        Assert.Equal((1, 0, 1, 0), Tall(rapport));
        Assert.Equal(7777m, (decimal)bolig["maanedsleie"]!);
        Assert.Equal(["heis"], bolig["egenskaper"]!.AsArray().Select(e => (string?)e));
    }

    [Fact]
    public async Task Ny_status_i_filen_lukker_den_forrige_i_historikken()
    {
        await tjeneste.Importer(Hode + "HIST-1;1508;930/1;H0101;Vegen;Historie;gjennomgangsbolig;2;ledig-klar;9000\n");
        await tjeneste.Importer(Hode + "HIST-1;1508;930/1;H0101;Vegen;Historie;gjennomgangsbolig;2;Utleid;9000\n");
        var id = (await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}?omraade=Historie"))["innhold"]![0]!["id"];
        var bolig = await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}/{id}");

        Assert.Equal(["ledig-klar", "utleid"], bolig["historikk"]!.AsArray().Select(h => (string?)h!["status"]));
    }

    [Fact]
    public async Task Leser_ISO_8859_1_og_komma_og_desimalkomma()
    {
        var (svar, _) = await tjeneste.Importer(
            "leverandorboligid,gatenavn,omraade,kategori,antallsoverom,boligstatus,manedsleie\nLATIN-1,Skåvegen,Harøya,gjennomgangsbolig,2,ledig-klar,\"9 507,50\"\n",
            tegnsett: Encoding.Latin1);
        var bolig = (await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}?adresse=Sk%C3%A5vegen"))["innhold"]![0]!;

        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        Assert.Equal("Harøya", (string?)bolig["omraade"]);
        Assert.Equal(9507.50m, (decimal)bolig["maanedsleie"]!);
    }

    [Fact]
    public async Task Eksport_og_import_endrer_ingenting_heller_ikke_celler_som_ligner_formler()
    {
        await tjeneste.Registrer(tjeneste.NyBolig(b => (b["oevrigInformasjon"], b["kommunedel"], b["etasje"]) = ("=HYPERLINK(\"http://x\")", "'@SUM(1;2)\n\"to\"", -1)));
        var csv = await tjeneste.Klient.GetStringAsync($"{BoligregisterTjeneste.Boliger}/eksport");
        var (_, rapport) = await tjeneste.Importer(csv);

        Assert.Contains("'=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|;)[\"]?[=+@]", csv);
        Assert.Equal((int)rapport["lest"]!, (int)rapport["uendret"]!);
        Assert.True((int)rapport["lest"]! > 0);
    }

    [Fact]
    public async Task To_samtidige_importer_av_de_samme_boligene_gir_hver_bolig_en_gang()
    {
        var rapporter = await Task.WhenAll(
            tjeneste.Importer(BoligregisterTjeneste.Csv("SAMTIDIG", 800, "Samtidig", 9000)),
            tjeneste.Importer(BoligregisterTjeneste.Csv("SAMTIDIG", 800, "Samtidig", 9100)));

        Assert.All(rapporter, r => Assert.Equal(HttpStatusCode.OK, r.Svar.StatusCode));
        Assert.Equal(800, rapporter.Sum(r => (int)r.Innhold["opprettet"]!));
        Assert.Equal(800, rapporter.Sum(r => (int)r.Innhold["oppdatert"]!));
        Assert.Equal(800, await Antall("Samtidig"));
    }

    [Fact]
    public async Task En_halv_opplasting_skriver_ingenting()
    {
        var adresse = tjeneste.Klient.BaseAddress!;
        var csv = Encoding.UTF8.GetBytes(BoligregisterTjeneste.Csv("HALV", 2000, "Halv"));
        using (var socket = new TcpClient(adresse.Host, adresse.Port))
        {
            await using var stroem = socket.GetStream();
            await stroem.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {BoligregisterTjeneste.Boliger}/import?modus=godta-gyldige HTTP/1.1\r\nHost: {adresse.Authority}\r\nAuthorization: {tjeneste.Klient.DefaultRequestHeaders.Authorization}\r\nContent-Type: text/csv\r\nContent-Length: {csv.Length}\r\n\r\n"),
                TestContext.Current.CancellationToken);
            await stroem.WriteAsync(csv.AsMemory(0, csv.Length / 2), TestContext.Current.CancellationToken);
            await Eventually.Is(() => ImporterSomPaagaar(1), "the import has begun");
        }

        await Eventually.Is(() => ImporterSomPaagaar(0), "the import has been given up");
        Assert.Equal(0, await Antall("Halv"));

        async Task<bool> ImporterSomPaagaar(long antall) =>
            await tjeneste.Sql<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY bolig_import%' AND state <> 'idle'") == antall;
    }

    [Fact]
    public async Task Antall_stemmer_med_registeret_etter_alt_dette()
    {
        var talt = (long)(await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}/antall?grupper=omraade,kategori,status"))["totalt"]!;
        Assert.Equal(await tjeneste.Sql<long>("SELECT count(*) FROM bolig"), talt);
        Assert.Equal(0, await tjeneste.Sql<long>(
            """
            SELECT count(*) FROM (SELECT omraade, kategori, status, count(*) AS n FROM bolig GROUP BY 1, 2, 3) b
            FULL JOIN (SELECT omraade, kategori, status, sum(antall) AS n FROM bolig_antall GROUP BY 1, 2, 3 HAVING sum(antall) <> 0) a
            USING (omraade, kategori, status) WHERE a.n IS DISTINCT FROM b.n
            """));
    }

    [Theory]
    [InlineData("", "tom-fil")]
    [InlineData("a;b;c\n1;2;3\n", "kolonne-mangler")]
    [InlineData("PK\u0003\u0004innhold", "ikke-csv")]
    public async Task Avviser_filer_som_ikke_er_registerets_CSV(string innhold, string kode)
    {
        var (svar, problem) = await tjeneste.Importer(innhold);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, svar.StatusCode);
        Assert.Equal("urn:boligsosial:import-avvist", (string?)problem["type"]);
        Assert.Contains(kode, Avvist(problem).Select(f => f.Kode));
    }

    [Fact]
    public async Task Avviser_en_ukjent_modus()
    {
        var (svar, _) = await tjeneste.Importer(Hode, "noen");
        Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
    }

    private async Task<int> Antall(string omraade)
    {
        var grupper = (await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}/antall?grupper=omraade"))["innhold"]!.AsArray();
        return grupper.Where(g => (string?)g!["omraade"] == omraade).Sum(g => (int)g!["antall"]!);
    }

    private static (int Lest, int Opprettet, int Oppdatert, int Uendret) Tall(JsonObject rapport) =>
        ((int)rapport["lest"]!, (int)rapport["opprettet"]!, (int)rapport["oppdatert"]!, (int)rapport["uendret"]!);

    private static IEnumerable<(int Linje, string Kolonne, string Kode)> Avvist(JsonObject rapport) =>
        rapport["avvist"]!.AsArray().Select(f => ((int)f!["linje"]!, (string?)f["kolonne"] ?? "", (string)f["kode"]!));
}
