using System.Net;
using System.Text.Json.Nodes;

namespace Boligsosial.Boligregister.Tests.Boliger;

/// <summary>What other services hear, and that it is told with the change or not at all.</summary>
public sealed class BoligEndretTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private const string Hode = "leverandorboligid;gatenavn;omraade;kategori;antallsoverom;boligstatus;statusdato;errullestoltilpasset;egenskaper;manedsleie\n";

    [Fact]
    public async Task En_registrert_bolig_fortelles_med_id_og_fakta_og_ikke_mer()
    {
        var (_, bolig) = await tjeneste.Registrer(tjeneste.NyBolig(b => (b["soverom"], b["statusFra"]) = (3, "2026-11-30")));

        var hendelse = Assert.Single(await tjeneste.Fortalt((string)bolig["id"]!));
        Assert.Equal(
            $$"""{"boligId":"{{bolig["id"]}}","omraade":"Skodje","kategori":"gjennomgangsbolig","status":"ledig-klar","statusFra":"2026-11-30","soverom":3,"tilgjengelighet":"rullestol"}""",
            hendelse.ToJsonString());
    }

    [Fact]
    public async Task En_avvist_bolig_fortelles_ikke()
    {
        var (_, finnes) = await tjeneste.Registrer();
        var foer = (await tjeneste.Fortalt()).Count;
        finnes.Remove("id");
        var (opptatt, _) = await tjeneste.Registrer(finnes);
        var (opptattMedNoekkel, _) = await tjeneste.Registrer(finnes.DeepClone().AsObject(), "avvist");
        var (ugyldig, _) = await tjeneste.Registrer(tjeneste.NyBolig(b => b["soverom"] = 31));

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.BadRequest], [opptatt.StatusCode, opptattMedNoekkel.StatusCode, ugyldig.StatusCode]);
        Assert.Equal(foer, (await tjeneste.Fortalt()).Count);
    }

    [Fact]
    public async Task Samme_registrering_to_ganger_fortelles_en_gang()
    {
        var ny = tjeneste.NyBolig();
        var (_, bolig) = await tjeneste.Registrer(ny, "en-gang");
        await tjeneste.Registrer(ny.DeepClone().AsObject(), "en-gang");

        Assert.Single(await tjeneste.Fortalt((string)bolig["id"]!));
    }

    [Theory]
    [InlineData("""{"omraade":"Ørskog"}""", "omraade", "Ørskog")]
    [InlineData("""{"kategori":"bemannet"}""", "kategori", "bemannet")]
    [InlineData("""{"status":"utleid","statusFra":"2026-12-02"}""", "status", "utleid")]
    [InlineData("""{"statusFra":"2026-10-01"}""", "statusFra", "2026-10-01")]
    [InlineData("""{"soverom":4}""", "soverom", "4")]
    [InlineData("""{"egenskaper":["heis"]}""", "tilgjengelighet", "ordinaer")]
    public async Task En_endring_som_andre_trenger_fortelles_med_alt_slik_det_er_naa(string endring, string felt, string verdi)
    {
        var (svar, bolig) = await tjeneste.Registrer();
        Endre(bolig, endring);
        await tjeneste.Endre(bolig, svar.Headers.ETag);

        var hendelser = await tjeneste.Fortalt((string)bolig["id"]!);
        Assert.Equal(2, hendelser.Count);
        Assert.Equal(verdi, hendelser[1][felt]!.ToString());
        Assert.Equal(7, hendelser[1].Count);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"maanedsleie":1,"oevrigInformasjon":"Ny","egenskaper":["heis","rullestol"]}""")]
    [InlineData("""{"status":"utleid","statusFra":"2026-01-01"}""")]
    public async Task En_endring_som_bare_angaar_registeret_eller_avvises_fortelles_ikke(string endring)
    {
        var (svar, bolig) = await tjeneste.Registrer();
        Endre(bolig, endring);
        await tjeneste.Endre(bolig, svar.Headers.ETag);

        Assert.Single(await tjeneste.Fortalt((string)bolig["id"]!));
    }

    [Fact]
    public async Task En_import_forteller_de_nye_og_de_som_er_endret_for_andre()
    {
        await Importer("IMP-1;Vegen;A;bemannet;2;ledig-klar;2026-01-01;nei;;9000", "IMP-2;Vegen;A;bemannet;2;ledig-klar;2026-01-01;nei;;9000", "IMP-3;Vegen;A;bemannet;2;ledig-klar;2026-01-01;ja;;9000");
        var foerste = await tjeneste.Fortalt();
        var (svar, rapport) = await Importer(
            "IMP-1;Vegen;A;bemannet;2;ledig-klar;2026-01-01;ja;;9000", // tilgjengelighet
            "IMP-2;Vegen;A;bemannet;2;utleid;2026-02-01;nei;;9000", // status
            "IMP-3;Vegen;A;bemannet;2;ledig-klar;2026-01-01;ja;heis;9900", // nothing that others know
            "IMP-4;Vegen;A;bemannet;0;ledig-klar;;nei;trinnfri;9000");

        var nye = (await tjeneste.Fortalt()).Skip(foerste.Count).OrderBy(h => (int)h["soverom"]!).ThenBy(h => (string?)h["status"]).ToList();
        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        Assert.Equal((1, 3), ((int)rapport["opprettet"]!, (int)rapport["oppdatert"]!));
        Assert.Equal(
            ["ledig-klar 2026-12-01 0 trinnfri", "ledig-klar 2026-01-01 2 rullestol", "utleid 2026-02-01 2 ordinaer"],
            nye.Select(h => $"{h["status"]} {h["statusFra"]} {h["soverom"]} {h["tilgjengelighet"]}"));
        Assert.Equal(await Ider("IMP-1", "IMP-2", "IMP-4"), nye.Select(h => (string?)h["boligId"]).ToHashSet());
    }

    [Fact]
    public async Task Samme_import_en_gang_til_forteller_ingenting()
    {
        await tjeneste.Importer(BoligregisterTjeneste.Csv("SAMME", 50));
        var foer = (await tjeneste.Fortalt()).Count;
        await tjeneste.Importer(BoligregisterTjeneste.Csv("SAMME", 50));

        Assert.Equal(foer, (await tjeneste.Fortalt()).Count);
    }

    [Fact]
    public async Task En_avvist_import_forteller_ingenting_og_en_delvis_det_som_ble_skrevet()
    {
        string[] linjer = ["DEL-1;Vegen;A;bemannet;2;ledig-klar;;nei;;9000", "DEL-2;Vegen;A;slott;2;ledig-klar;;nei;;9000"];
        var foer = (await tjeneste.Fortalt()).Count;
        var (avvist, _) = await Importer(linjer);
        var etterAvvist = (await tjeneste.Fortalt()).Count;
        var (delvis, _) = await tjeneste.Importer($"{Hode}{string.Join('\n', linjer)}\n", "godta-gyldige");

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK], [avvist.StatusCode, delvis.StatusCode]);
        Assert.Equal([foer, foer + 1], [etterAvvist, (await tjeneste.Fortalt()).Count]);
    }

    [Fact]
    public async Task En_stor_import_forteller_hver_bolig_en_gang()
    {
        await tjeneste.Importer(BoligregisterTjeneste.Csv("STOR", 10_000, "Stor"));
        var nye = await Omraade("Stor");
        await tjeneste.Importer(BoligregisterTjeneste.Csv("STOR", 10_000, "Større"));
        var endrede = await Omraade("Større");

        Assert.Equal((10_000, 10_000), (nye.Count, endrede.Count));
        Assert.Equal(nye.ToHashSet(), endrede.ToHashSet());
        Assert.Equal(10_000, nye.Distinct().Count());

        async Task<List<string>> Omraade(string omraade) =>
            [.. (await tjeneste.Fortalt()).Where(h => (string?)h["omraade"] == omraade).Select(h => (string)h["boligId"]!)];
    }

    private Task<(HttpResponseMessage Svar, JsonObject Innhold)> Importer(params string[] linjer) => tjeneste.Importer($"{Hode}{string.Join('\n', linjer)}\n");

    private async Task<HashSet<string?>> Ider(params string[] leverandor) =>
        [.. (await tjeneste.Hent($"{BoligregisterTjeneste.Boliger}?omraade=A&antall=500"))["innhold"]!.AsArray()
            .Where(b => leverandor.Contains((string?)b!["leverandorBoligId"])).Select(b => (string?)b!["id"])];

    private static void Endre(JsonObject bolig, string endring)
    {
        foreach (var (navn, verdi) in JsonNode.Parse(endring)!.AsObject())
            bolig[navn] = verdi?.DeepClone();
    }
}
