using System.Net;
using Boligsosial.MidlertidigBotilbud.Akutt;

namespace Boligsosial.MidlertidigBotilbud.Tests.Akutt;

/// <summary>What <see cref="AvslaaBotilbud"/> and <see cref="TrekkHenvendelse"/> do not take from anybody, and whom <see cref="SoekHenvendelser"/> finds without a bed.</summary>
public sealed class UtenPlassTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Et_opphold_som_loeper_avsluttes_foer_det_avslaas_eller_trekkes()
    {
        using var nav = new Navkontor(tjeneste, "loeper");
        nav.ErDet("2026-12-01");
        var tilbyder = await nav.Tilbyder();
        var (uavgjort, innvilget) = ((string)(await nav.Kommer())["id"]!, await nav.Innvilget());
        var foerste = await nav.Opphold(uavgjort, await nav.Plass(tilbyder, "Hybel 1"), "2026-12-01", "2026-12-10");
        var andre = await nav.Opphold(innvilget, await nav.Plass(tilbyder, "Hybel 2"), "2026-12-01", "2026-12-10");
        var avslag = new { grunn = "klarer-det-selv", begrunnelse = "Har hotellrom." };

        Assert.NotNull((await nav.Post($"/henvendelser/{uavgjort}/avslag", avslag, HttpStatusCode.Conflict, "opphold-loeper"))["errors"]!["status"]);
        await nav.Post($"/henvendelser/{innvilget}/trekking", new { }, HttpStatusCode.Conflict, "opphold-loeper");

        await nav.Post($"/opphold/{foerste}/uteblivelse", new { });
        await nav.Post($"/opphold/{andre}/avreise", new { aarsak = "sluttet-selv" });
        Assert.Equal("avslag", (string?)(await nav.Post($"/henvendelser/{uavgjort}/avslag", avslag))["status"]);
        Assert.Equal("trukket", (string?)(await nav.Post($"/henvendelser/{innvilget}/trekking", new { }))["status"]);
    }

    [Fact]
    public async Task De_som_ikke_fikk_plass_og_som_ingen_har_skrevet_hvorfor_om_er_en_liste_og_et_tall()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-01");
        var tilbyder = await nav.Tilbyder();
        var (uavgjort, innvilget, plass, avvik, avslag) = ((string)(await nav.Kommer())["id"]!, await nav.Innvilget(), await nav.Innvilget(), (string)(await nav.Kommer())["id"]!, (string)(await nav.Kommer())["id"]!);
        var natthjem = await nav.Innvilget();
        await nav.Kommer(new { voksne = 1, behovFra = "2026-12-20" });
        await nav.Opphold(plass, await nav.Plass(tilbyder, "Hybel 1"), "2026-12-01", "2026-12-10");
        await nav.Opphold(natthjem, await nav.Plass(tilbyder, "Natthjemmet", new { slag = "natthjem" }), "2026-12-01", "2026-12-02", "Fullt ellers.");
        await nav.Post($"/henvendelser/{avvik}/avvik", new { forsoek = new[] { new { hvor = "Blå Kors", utfall = "Fullt" } }, gjort = "Legevakta." });
        await nav.Post($"/henvendelser/{avslag}/avslag", new { grunn = "klarer-det-selv", begrunnelse = "Har hotellrom." });
        Assert.Empty((await nav.Hent("/henvendelser?manglerAvvik=true"))["innhold"]!.AsArray());

        nav.ErDet("2026-12-02");
        Assert.Equal([uavgjort, innvilget, natthjem], (await nav.Hent("/henvendelser?manglerAvvik=true"))["innhold"]!.AsArray().Select(h => (string)h!["id"]!));
        Assert.Equal(3, (int)(await nav.Hent("/oversikt/statistikk?fra=2026-12-01"))["akutt"]!["utenPlassOgUtenAvvik"]!);

        await nav.Post($"/henvendelser/{uavgjort}/avvik", new { forsoek = new[] { new { hvor = "Blå Kors", utfall = "Fullt" } }, gjort = "Legevakta.", dato = "2026-12-01" });
        Assert.Equal(2, (int)(await nav.Hent("/oversikt/statistikk?fra=2026-12-01"))["akutt"]!["utenPlassOgUtenAvvik"]!);
    }
}
