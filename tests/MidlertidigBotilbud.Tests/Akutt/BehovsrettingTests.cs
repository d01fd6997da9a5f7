using System.Net;
using System.Text.Json.Nodes;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.MidlertidigBotilbud.Akutt.Regler;
using Boligsosial.MidlertidigBotilbud.Plasser;

namespace Boligsosial.MidlertidigBotilbud.Tests.Akutt;

/// <summary><see cref="RettBehov"/>: what it was stays to be read, and a mark goes only with a reason.</summary>
public sealed class BehovsrettingTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Theory]
    [InlineData(1, null, 24, false, "Ung", false)]
    [InlineData(1, null, 25, false, "", false)]
    [InlineData(1, 3, null, false, "Barn", true)]
    [InlineData(1, null, null, true, "Barn", true)]
    [InlineData(1, 3, 19, false, "Barn,Ung", false)]
    [InlineData(0, 17, null, false, "Barn", false)]
    public void Barn_og_unge_er_merket_og_ukjent_alder_sies(int voksne, int? barn, int? alder, bool meldt, string merker, bool ukjent)
    {
        var behov = new Behov(voksne, barn is { } b ? [b] : [], alder, Tilgjengelighet.Ordinaer, true, false, null, meldt);

        Assert.Equal((merker, ukjent), (string.Join(',', Merking.Av(behov, 25)), Merking.AlderUkjent(behov)));
    }

    [Fact]
    public async Task Et_merke_som_rettes_bort_staar_med_grunn_og_det_som_var_kan_leses()
    {
        using var nav = new Navkontor(tjeneste, "rettes");
        nav.ErDet("2026-12-01");
        var kom = await nav.Kommer(new { voksne = 1, alder = 22, barnsAlder = new[] { 4 }, skolekrets = "Volsdalen" });
        var sti = $"/henvendelser/{kom["id"]}";
        Assert.Equal(["barn", "ung"], Merker(kom));

        nav.ErDet("2026-12-03");
        var nei = await nav.Post($"{sti}/behov", new { voksne = 1, alder = 27, barnsAlder = new[] { 4 } }, HttpStatusCode.UnprocessableEntity, "grunn-mangler");
        Assert.NotNull(nei["errors"]!["grunn"]);
        await nav.Post($"{sti}/behov", new { voksne = 1, alder = 27, grunn = "12927197004" }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post($"{sti}/behov", new { voksne = 1, alder = 27, barnsAlder = new[] { 4 }, grunn = "Født i 1999 etter passet." });
        var henvendelse = await nav.Hent(sti);

        var ung = henvendelse["merker"]!.AsArray().Single(m => (string?)m!["merke"] == "ung")!;
        Assert.Equal(("Født i 1999 etter passet.", "2026-12-01T11:00:00+00:00", "2026-12-03T11:00:00+00:00"), ((string?)ung["grunn"], Tid(ung["siden"]), Tid(ung["bort"])));
        var retting = Assert.Single(henvendelse["rettinger"]!.AsArray())!;
        Assert.Equal((22, "Volsdalen", "Født i 1999 etter passet.", 27), ((int)retting["foer"]!["alder"]!, (string?)retting["foer"]!["skolekrets"], (string?)retting["grunn"], (int)henvendelse["behov"]!["alder"]!));
        Assert.NotEmpty((string)retting["av"]!);
        Assert.Null(henvendelse["merker"]!.AsArray().Single(m => (string?)m!["merke"] == "barn")!["bort"]);
    }

    [Fact]
    public async Task Det_som_rettes_uten_aa_fjerne_merker_trenger_ingen_grunn_og_et_merke_kan_komme_igjen()
    {
        using var nav = new Navkontor(tjeneste, "igjen");
        nav.ErDet("2026-12-01");
        var kom = await nav.Kommer();
        var sti = $"/henvendelser/{kom["id"]}/behov";
        Assert.Equal((true, 0), ((bool)kom["alderUkjent"]!, kom["merker"]!.AsArray().Count));

        Assert.Equal(["ung"], Merker(await nav.Post(sti, new { voksne = 1, alder = 24 })));
        await nav.Post(sti, new { voksne = 1, alder = 26, grunn = "Feil år." });
        var igjen = await nav.Post(sti, new { voksne = 1, alder = 24 });

        Assert.Equal((3, null, false), (igjen["rettinger"]!.AsArray().Count, igjen["merker"]![0]!["bort"], (bool)igjen["alderUkjent"]!));
    }

    [Fact]
    public async Task Lista_sier_at_et_merke_er_rettet_bort_og_hvem_ingen_vet_alderen_paa()
    {
        using var nav = new Navkontor(tjeneste, "lista");
        nav.ErDet("2026-12-01");
        var tilbyder = await nav.Tilbyder();
        var (rettet, ukjent) = (await nav.Innvilget(new { voksne = 1, alder = 20 }), await nav.Innvilget());
        await nav.Opphold(rettet, await nav.Plass(tilbyder, "Hybel 1"), "2026-12-01", "2026-12-20");
        await nav.Opphold(ukjent, await nav.Plass(tilbyder, "Hybel 2"), "2026-12-01", "2026-12-20");
        await nav.Post($"/henvendelser/{rettet}/behov", new { voksne = 1, alder = 40, grunn = "Skrivefeil." });

        var rader = (await nav.Hent("/botid"))["innhold"]!.AsArray().ToDictionary(r => (string)r!["henvendelseId"]!, r => r!);

        Assert.Equal(("ung", false, false), (Assert.Single(Navkontor.Tekster(rader[rettet]["bortfalteMerker"])), (bool)rader[rettet]["ung"]!, (bool)rader[rettet]["alderUkjent"]!));
        Assert.Equal((0, true), (Navkontor.Tekster(rader[ukjent]["bortfalteMerker"]).Length, (bool)rader[ukjent]["alderUkjent"]!));
    }

    private static string[] Merker(JsonNode henvendelse) => [.. henvendelse["merker"]!.AsArray().Where(m => m!["bort"] is null).Select(m => (string)m!["merke"]!)];

    private static string Tid(JsonNode? tid) => ((DateTimeOffset)tid!).ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
