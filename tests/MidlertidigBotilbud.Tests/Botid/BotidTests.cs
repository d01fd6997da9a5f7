using System.Net;
using System.Text.Json.Nodes;
using Boligsosial.MidlertidigBotilbud.Botid;

namespace Boligsosial.MidlertidigBotilbud.Tests.Botid;

/// <summary><see cref="SoekBotid"/>, <see cref="HentBotid"/>, <see cref="RegistrerSteg"/> and <see cref="GiUnntak"/>: the household's clock, and who answers for it.</summary>
public sealed class BotidTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    /// <summary>Ended stays, then one that runs from 20 November; today is 1 December, 11 nights later.</summary>
    [Theory]
    [InlineData("", 11, "2026-11-20")]
    [InlineData("2026-11-10/2026-11-20", 21, "2026-11-10")] // at once
    [InlineData("2026-10-27/2026-11-06", 21, "2026-10-27")] // a break of 14 days
    [InlineData("2026-10-26/2026-11-05", 11, "2026-11-20")] // of 15
    [InlineData("2026-10-01/2026-10-25,2026-11-05/2026-11-10", 40, "2026-10-01")] // over two short ones
    [InlineData("2026-11-15/2026-11-25", 16, "2026-11-15")] // two rooms at a time are one night
    [InlineData("2026-11-01/2026-11-30,2026-11-05/2026-11-07", 30, "2026-11-01")] // one within another
    public async Task Klokka_er_samlet_over_opphold_og_korte_brudd(string tidligere, int doegn, string fra)
    {
        using var nav = new Navkontor(tjeneste, $"samlet-{doegn}-{fra}-{tidligere.Length}");
        nav.ErDet("2026-09-01");
        var (tilbyder, henvendelse) = (await nav.Tilbyder(), await nav.Innvilget());
        var nr = 0;
        foreach (var periode in tidligere.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('/')))
        {
            nav.ErDet(periode[1]);
            var id = await nav.Opphold(henvendelse, await nav.Plass(tilbyder, $"Hybel {nr++}"), periode[0], periode[1]);
            await nav.Post($"/opphold/{id}/avreise", new { aarsak = "sluttet-selv" });
        }

        nav.ErDet("2026-12-01");
        await nav.Opphold(henvendelse, await nav.Plass(tilbyder, "Siste"), "2026-11-20", "2026-12-20");

        var rad = Assert.Single((await nav.Hent("/botid"))["innhold"]!.AsArray())!;
        Assert.Equal((doegn, fra), ((int)rad["doegn"]!, (string?)rad["klokkeFra"]));
    }

    [Fact]
    public async Task Natthjem_og_den_som_uteble_teller_ikke_og_den_som_ikke_er_meldt_ut_teller()
    {
        using var nav = new Navkontor(tjeneste, "teller");
        nav.ErDet("2028-02-20");
        var (tilbyder, henvendelse) = (await nav.Tilbyder(), await nav.Innvilget());
        await nav.Opphold(henvendelse, await nav.Plass(tilbyder, "Natthjemmet", new { slag = "natthjem" }), "2028-02-20", "2028-02-24", "Fullt ellers.");
        var uteblitt = await nav.Opphold(henvendelse, await nav.Plass(tilbyder, "Hybel 1"), "2028-02-21", "2028-03-20");
        nav.ErDet("2028-02-24");
        await nav.Post($"/opphold/{uteblitt}/uteblivelse", new { });
        Assert.Empty((await nav.Hent("/botid"))["innhold"]!.AsArray());
        await nav.Opphold(henvendelse, await nav.Plass(tilbyder, "Hybel 2"), "2028-02-24", "2028-02-28");

        nav.ErDet("2028-03-02"); // past the leap day, and past the agreed departure
        var rad = Assert.Single((await nav.Hent("/botid"))["innhold"]!.AsArray())!;

        Assert.Equal((7, "2028-02-24"), ((int)rad["doegn"]!, (string?)rad["klokkeFra"]));
    }

    [Fact]
    public async Task Den_som_flytter_rom_og_den_som_faar_navn_beholder_klokka()
    {
        using var nav = new Navkontor(tjeneste, "beholder");
        nav.ErDet("2026-10-01");
        var tilbyder = await nav.Tilbyder();
        var (rom, annet, tredje) = (await nav.Plass(tilbyder, "Hybel 1"), await nav.Plass(tilbyder, "Hybel 2"), await nav.Plass(tilbyder, "Hybel 3"));
        var person = await nav.Person();
        var foerste = await nav.Innvilget(new { voksne = 1, personer = new[] { person } });
        var id = await nav.Opphold(foerste, rom, "2026-10-01", "2026-11-20");
        await nav.Post($"/opphold/{id}/flytting", new { plassId = annet, dato = "2026-10-15" });
        nav.ErDet("2026-11-20");
        await nav.Post($"/opphold/{id}/avreise", new { aarsak = "flyttet-til-andre" });
        nav.ErDet("2026-11-25");
        var ukjent = await nav.Innvilget();
        await nav.Opphold(ukjent, tredje, "2026-11-25", "2026-12-25");
        nav.ErDet("2026-12-01");
        Assert.Equal(6, (int)(await nav.Hent("/botid"))["innhold"]![0]!["doegn"]!);

        await nav.Post($"/henvendelser/{ukjent}/personer", new { personer = new[] { person } });

        Assert.Equal(56, (int)Assert.Single((await nav.Hent("/botid"))["innhold"]!.AsArray())!["doegn"]!);
    }

    [Fact]
    public async Task Den_som_har_ventet_lengst_staar_foerst_med_hvem_det_henger_paa()
    {
        using var nav = new Navkontor(tjeneste, "lengst");
        nav.ErDet("2026-10-01");
        var tilbyder = await nav.Tilbyder();
        var henvendelser = new List<string>();
        foreach (var (fra, hvem) in new[] { ("2026-11-20", (object)new { voksne = 1, alder = 24 }), ("2026-10-10", new { voksne = 1, alder = 25 }), ("2026-11-01", new { voksne = 1, barnsAlder = new[] { 2 } }) })
        {
            var plass = await nav.Plass(tilbyder, $"Hybel {fra}", new { tarBarn = true });
            await nav.Post($"/plasser/{plass}/kvalitetskontroll", new { oppfylt = new[] { "bad-og-wc", "matlaging", "klesvask", "privatliv", "besoek" } });
            henvendelser.Add(await nav.Innvilget(hvem));
            await nav.Opphold(henvendelser[^1], plass, fra, "2027-01-10");
        }

        nav.ErDet("2026-12-01");
        await nav.Post($"/henvendelser/{henvendelser[1]}/plan", new { ansvarlig = "Kari Konsulent", hengerPaa = "boligtjenesten", nesteSteg = "Visning", frist = "2026-12-10" });
        var side = await nav.Hent("/botid?antall=2");
        var neste = await nav.Hent($"/botid?antall=2&etter={side["neste"]}");

        Assert.Equal([henvendelser[1], henvendelser[2], henvendelser[0]], side["innhold"]!.AsArray().Concat(neste["innhold"]!.AsArray()).Select(r => (string)r!["henvendelseId"]!));
        Assert.Null(neste["neste"]);
        Assert.Equal(("Kari Konsulent", "boligtjenesten", null), ((string?)side["innhold"]![0]!["plan"]!["ansvarlig"], (string?)side["innhold"]![0]!["plan"]!["hengerPaa"], side["innhold"]![1]!["plan"]));
        Assert.Equal([false, true, true], side["innhold"]!.AsArray().Concat(neste["innhold"]!.AsArray()).Select(r => (bool)r!["skalIkkeOverTreMaaneder"]!));
        Assert.Equal([henvendelser[2], henvendelser[0]], (await nav.Hent("/botid?barnEllerUng=true"))["innhold"]!.AsArray().Select(r => (string)r!["henvendelseId"]!));
        Assert.Single((await nav.Hent("/botid?minstDoegn=52"))["innhold"]!.AsArray());
        Assert.Empty((await nav.Hent("/botid?minstDoegn=53"))["innhold"]!.AsArray());
        await nav.Hent("/botid?minstDoegn=-1", HttpStatusCode.BadRequest, "ugyldig");
    }

    [Fact]
    public async Task Over_tre_maaneder_krever_en_leder_en_grunn_og_en_dato_og_ingen_mister_sengen()
    {
        using var nav = new Navkontor(tjeneste, "unntak");
        using var annen = new Navkontor(tjeneste, "unntak-annen");
        nav.ErDet("2026-09-02");
        var opphold = await nav.Opphold(await nav.Innvilget(), await nav.Plass(await nav.Tilbyder(), "Hybel 1"), "2026-09-02", "2026-09-10");
        nav.ErDet("2026-11-30");
        var rad = (await nav.Hent("/botid"))["innhold"]![0]!;
        var sti = $"/botid/{rad["husstandId"]}";
        Assert.Equal((89, false, "varsel,plankontroll,leder,nettverksgruppe"), ((int)rad["doegn"]!, (bool)rad["overTreMaaneder"]!, Venter(rad)));
        await nav.Post($"/henvendelser/{rad["henvendelseId"]}/plan", new { ansvarlig = "Kari Konsulent", hengerPaa = "nav", nesteSteg = "Visning", frist = "2026-12-10" });
        foreach (var steg in new[] { "varsel", "plankontroll", "leder", "nettverksgruppe" })
            rad = await nav.Post($"{sti}/steg", new { steg, merknad = "Gjort.", leder = "Lise Leder" });
        Assert.Equal("", Venter(rad));

        nav.ErDet("2026-12-01");
        rad = (await nav.Hent(sti))["botid"]!;
        Assert.Equal((90, true, "tre-maaneder"), ((int)rad["doegn"]!, (bool)rad["overTreMaaneder"]!, Venter(rad)));
        await nav.Post($"{sti}/steg", new { steg = "tre-maaneder", merknad = "Bort." }, HttpStatusCode.UnprocessableEntity, "krever-unntak");
        await nav.Post($"{sti}/unntak", new { begrunnelse = "Ingen egnet bolig.", til = "2026-12-15" }, HttpStatusCode.Forbidden);
        await nav.Post($"{sti}/unntak", new { til = "2026-12-15" }, HttpStatusCode.BadRequest, "ugyldig", nav.Leder);
        await nav.Post($"{sti}/unntak", new { begrunnelse = "Ingen egnet bolig.", til = "2026-12-01" }, HttpStatusCode.UnprocessableEntity, "unntak-for-langt", nav.Leder);
        await nav.Post($"{sti}/unntak", new { begrunnelse = "Ingen egnet bolig.", til = "2027-01-02" }, HttpStatusCode.UnprocessableEntity, "unntak-for-langt", nav.Leder);
        await annen.Post($"{sti}/unntak", new { begrunnelse = "Ingen egnet bolig.", til = "2026-12-15" }, HttpStatusCode.NotFound, "finnes-ikke", annen.Leder);
        Assert.Equal("", Venter(await nav.Post($"{sti}/unntak", new { begrunnelse = "Ingen egnet bolig.", til = "2027-01-01" }, som: nav.Leder)));
        await nav.Post($"/opphold/{opphold}/forlengelse", new { avreise = "2027-03-01" });

        nav.ErDet("2027-01-02");
        var hele = await nav.Hent(sti);
        Assert.Equal("tre-maaneder", Venter(hele["botid"]!));
        Assert.Equal(["varsel", "plankontroll", "leder", "nettverksgruppe", "unntak"], hele["gjort"]!.AsArray().Select(g => (string)g!["hva"]!));
        Assert.Equal(("2027-01-01", "Ingen egnet bolig."), ((string?)hele["gjort"]![4]!["til"], (string?)hele["gjort"]![4]!["tekst"]));
        Assert.NotEmpty((string)hele["gjort"]![4]!["av"]!);
        Assert.Equal("loeper", (string?)(await nav.Hent($"/opphold/{opphold}"))["status"]);
    }

    [Fact]
    public async Task Barnefamilien_staar_paa_lista_til_den_har_flyttet()
    {
        using var nav = new Navkontor(tjeneste, "familie");
        nav.ErDet("2026-09-02");
        var henvendelse = await nav.Innvilget(new { voksne = 1, barnsAlder = new[] { 4 } });
        var opphold = await nav.Opphold(henvendelse, await nav.Plass(await nav.Tilbyder(), "Hotellrom", new { slag = "hotell" }), "2026-09-02", "2026-12-20", "Eneste plass med to senger.");
        nav.ErDet("2026-12-01");
        var sti = $"/botid/{(await nav.Hent("/botid"))["innhold"]![0]!["husstandId"]}";

        await nav.Post($"{sti}/unntak", new { begrunnelse = "Ingen egnet bolig.", til = "2026-12-15" }, HttpStatusCode.UnprocessableEntity, "barnets-beste-mangler", nav.Leder);
        var rad = await nav.Post($"{sti}/unntak", new { begrunnelse = "Ingen egnet bolig.", barnetsBeste = "Barnehagen er i gangavstand.", til = "2026-12-15" }, som: nav.Leder);
        Assert.Equal((true, "2026-12-15"), (Venter(rad).EndsWith("tre-maaneder", StringComparison.Ordinal), (string?)rad["unntakTil"]));

        await nav.Post($"/opphold/{opphold}/avreise", new { aarsak = "kommunal-bolig" });
        await nav.Hent(sti, HttpStatusCode.NotFound, "finnes-ikke");
    }

    [Fact]
    public async Task Steg_tas_ikke_foer_sin_dag_og_botiden_til_den_som_har_adressesperre_er_usynlig()
    {
        using var nav = new Navkontor(tjeneste, "sperret");
        nav.ErDet("2026-11-20");
        var person = await nav.Person();
        await nav.Opphold(await nav.Innvilget(new { voksne = 1, personer = new[] { person } }), await nav.Plass(await nav.Tilbyder(), "Hybel 1"), "2026-11-20", "2026-12-20");
        nav.ErDet("2026-12-01");
        var sti = $"/botid/{(await nav.Hent("/botid"))["innhold"]![0]!["husstandId"]}";
        await nav.Post($"{sti}/steg", new { steg = "varsel", merknad = "For tidlig." }, HttpStatusCode.UnprocessableEntity, "steg-ikke-naadd");
        await nav.Post($"{sti}/steg", new { steg = "varsel" }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post($"/personer/{person}/gradering", new { gradering = "fortrolig" }, HttpStatusCode.NoContent, som: nav.Skjermet);

        Assert.Empty((await nav.Hent("/botid"))["innhold"]!.AsArray());
        await nav.Hent(sti, HttpStatusCode.NotFound, "finnes-ikke");
        await nav.Post($"{sti}/steg", new { steg = "varsel", merknad = "Hei." }, HttpStatusCode.NotFound, "finnes-ikke");
        Assert.Single((await nav.Hent("/botid", som: nav.Skjermet))["innhold"]!.AsArray());
    }

    private static string Venter(JsonNode rad) => string.Join(',', Navkontor.Tekster(rad["venter"]));
}
