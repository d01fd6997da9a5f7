using System.Net;
using Boligsosial.MidlertidigBotilbud.Akutt;

namespace Boligsosial.MidlertidigBotilbud.Tests.Akutt;

/// <summary>
/// <see cref="InnvilgBotilbud"/>, <see cref="AvslaaBotilbud"/>, <see cref="KlagPaaBotilbud"/>, <see cref="OversendBotilbudsklage"/>, <see cref="AvgjoerBotilbudsklage"/> and
/// <see cref="RegistrerAvvik"/>.
/// </summary>
public sealed class BotilbudsvedtakTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Vedtak_samme_dag_er_i_tide_og_dagen_etter_er_det_ikke()
    {
        using var nav = new Navkontor(tjeneste, "samme-dag");
        nav.ErDet("2026-12-01T22:00");
        var (foerste, andre) = ((string)(await nav.Kommer())["id"]!, (string)(await nav.Kommer())["id"]!);

        nav.ErDet("2026-12-01T23:59");
        var iTide = await nav.Post($"/henvendelser/{foerste}/innvilgelse", new { begrunnelse = "Ingen steder å sove." });
        nav.ErDet("2026-12-02T00:01");
        Assert.False((bool)(await nav.Hent($"/henvendelser/{andre}"))["iTide"]!);
        var forSent = await nav.Post($"/henvendelser/{andre}/innvilgelse", new { begrunnelse = "Ingen steder å sove." });

        Assert.Equal((true, false), ((bool)iTide["iTide"]!, (bool)forSent["iTide"]!));
        var vedtak = iTide["vedtak"]![0]!;
        Assert.Equal(("innvilget", "2026-12-28", "Statsforvalteren i Møre og Romsdal"), ((string?)vedtak["utfall"], (string?)vedtak["klagefrist"], (string?)vedtak["klageinstans"]));
        Assert.Contains("§§ 27 og 41", (string?)vedtak["hjemmel"], StringComparison.Ordinal);
        Assert.NotEmpty((string)vedtak["besluttetAv"]!);
    }

    [Theory]
    [InlineData("annen-kommune")]
    [InlineData("mangler-papirer")]
    [InlineData("ikke-soekt-selv")]
    [InlineData("egen-skyld")]
    public async Task Avslaas_ikke_av_grunner_som_ikke_er_noen(string grunn)
    {
        using var nav = new Navkontor(tjeneste, $"ulovlig-{grunn}");
        nav.ErDet("2026-12-01");
        var id = (string)(await nav.Kommer())["id"]!;

        var nei = await nav.Post($"/henvendelser/{id}/avslag", new { grunn, begrunnelse = "Nei." }, HttpStatusCode.UnprocessableEntity, "ulovlig-avslagsgrunn");

        Assert.Equal("§ 27", (string?)nei["hjemmel"]!["paragraf"]);
        Assert.Equal("mottatt", (string?)(await nav.Hent($"/henvendelser/{id}"))["status"]);
    }

    [Fact]
    public async Task Et_avslag_begrunnes_og_kan_klages_paa_til_statsforvalteren()
    {
        using var nav = new Navkontor(tjeneste, "avslag");
        nav.ErDet("2026-12-01");
        var id = (string)(await nav.Kommer(new { voksne = 1, barnsAlder = new[] { 5 } }))["id"]!;
        var sti = $"/henvendelser/{id}";
        await nav.Post($"{sti}/klage", new { grunn = "Uenig." }, HttpStatusCode.Conflict, "ingen-vedtak");
        await nav.Post($"{sti}/avslag", new { grunn = "har-forsvarlig-sted" }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post($"{sti}/avslag", new { grunn = "har-forsvarlig-sted", begrunnelse = "Bor hos søsteren." }, HttpStatusCode.UnprocessableEntity, "barnets-beste-mangler");
        await nav.Post($"{sti}/avslag", new { grunn = "har-forsvarlig-sted", begrunnelse = "Bor hos søsteren.", barnetsBeste = "Barnet har eget rom der.", kommetFram = "2026-12-03" }, HttpStatusCode.UnprocessableEntity, "dato-i-framtiden");
        nav.ErDet("2026-12-03");
        await nav.Post($"{sti}/avslag", new { grunn = "har-forsvarlig-sted", begrunnelse = "Bor hos søsteren.", barnetsBeste = "Barnet har eget rom der.", tidspunkt = "2026-12-01T12:00:00+01:00", kommetFram = "2026-12-03" });
        await nav.Post($"{sti}/innvilgelse", new { begrunnelse = "Likevel.", barnetsBeste = "Ja." }, HttpStatusCode.Conflict, "henvendelse-feil-status");
        await nav.Post($"{sti}/klage/oversendelse", new { }, HttpStatusCode.Conflict, "ingen-klage");

        nav.ErDet("2026-12-28"); // 24 December is a day; three weeks from the 3rd.
        var klaget = await nav.Post($"{sti}/klage", new { grunn = "Søsteren har flyttet.", dato = "2026-12-25" });
        Assert.True((bool)klaget["vedtak"]![0]!["klage"]!["forSent"]!);
        await nav.Post($"{sti}/klage", new { grunn = "En gang til." }, HttpStatusCode.Conflict, "klage-finnes");
        await nav.Post($"{sti}/klage/utfall", new { utfall = "stadfestet" }, HttpStatusCode.Conflict, "klage-ikke-oversendt");
        await nav.Post($"{sti}/klage/oversendelse", new { dato = "2026-12-24" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        await nav.Post($"{sti}/klage/oversendelse", new { dato = "2026-12-27" });
        await nav.Post($"{sti}/klage/oversendelse", new { }, HttpStatusCode.Conflict, "klage-oversendt");
        var opphevet = await nav.Post($"{sti}/klage/utfall", new { utfall = "opphevet" });
        Assert.Equal(("mottatt", "opphevet"), ((string?)opphevet["status"], (string?)opphevet["vedtak"]![0]!["klage"]!["utfall"]));
        await nav.Post($"{sti}/klage/utfall", new { utfall = "opphevet" }, HttpStatusCode.Conflict, "klage-avgjort");

        var innvilget = await nav.Post($"{sti}/innvilgelse", new { begrunnelse = "Ingen steder å sove.", barnetsBeste = "Barnet må inn." });
        Assert.Equal(("innvilget", 2, true), ((string?)innvilget["status"], innvilget["vedtak"]!.AsArray().Count, (bool)innvilget["iTide"]!));
    }

    [Fact]
    public async Task Klagen_kan_ikke_tas_etter_et_aar()
    {
        using var nav = new Navkontor(tjeneste, "aar");
        nav.ErDet("2027-03-01");
        var id = (string)(await nav.Kommer())["id"]!;
        await nav.Post($"/henvendelser/{id}/avslag", new { grunn = "klarer-det-selv", begrunnelse = "Har hotellrom." });

        nav.ErDet("2028-03-02");
        await nav.Post($"/henvendelser/{id}/klage", new { grunn = "Uenig." }, HttpStatusCode.UnprocessableEntity, "klage-over-ett-aar");
        await nav.Post($"/henvendelser/{id}/klage", new { grunn = "Uenig.", dato = "2028-03-01" });
    }

    [Fact]
    public async Task Et_vedtak_er_ikke_foer_henvendelsen_og_ikke_etter_naa()
    {
        using var nav = new Navkontor(tjeneste, "tidspunkt");
        nav.ErDet("2026-12-01T22:00");
        var id = (string)(await nav.Kommer())["id"]!;

        await nav.Post($"/henvendelser/{id}/innvilgelse", new { begrunnelse = "Ja.", tidspunkt = "2026-12-01T20:59:59Z" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        Assert.NotNull((await nav.Post($"/henvendelser/{id}/innvilgelse", new { begrunnelse = "Ja.", tidspunkt = "2026-11-30T21:00:00Z" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig"))["errors"]!["tidspunkt"]);
        Assert.NotNull((await nav.Post($"/henvendelser/{id}/innvilgelse", new { begrunnelse = "Ja.", tidspunkt = "2026-12-03T21:00:00Z" }, HttpStatusCode.UnprocessableEntity, "dato-i-framtiden"))["errors"]!["tidspunkt"]);
        await nav.Post($"/henvendelser/{id}/innvilgelse", new { begrunnelse = "Ja.", tidspunkt = "2026-12-01T21:00:01Z" }, HttpStatusCode.UnprocessableEntity, "dato-i-framtiden");
        await nav.Post($"/henvendelser/{id}/innvilgelse", new { begrunnelse = "Ja.", kommetFram = "2026-11-30" }, HttpStatusCode.UnprocessableEntity, "underretning-feil-dato");
        await nav.Post($"/henvendelser/{id}/innvilgelse", new { begrunnelse = "Ja.", tidspunkt = "2026-12-01T21:00:00Z" });
    }

    [Fact]
    public async Task Fant_de_ingen_plass_staar_det_hva_som_ble_proevd()
    {
        using var nav = new Navkontor(tjeneste, "avvik");
        nav.ErDet("2026-12-01T23:30");
        var id = await nav.Innvilget();
        var avvik = new { forsoek = new[] { new { hvor = "Blå Kors", utfall = "Fullt" }, new { hvor = "Campingplassen", utfall = "Stengt for vinteren" } }, gjort = "Fikk sove på legevakta." };

        await nav.Post($"/henvendelser/{id}/avvik", new { forsoek = Array.Empty<object>(), gjort = "Ingenting." }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post($"/henvendelser/{id}/avvik", new { forsoek = new[] { new { hvor = "Blå Kors", utfall = "" } }, gjort = "Ingenting." }, HttpStatusCode.BadRequest, "ugyldig");
        var svar = await nav.Post($"/henvendelser/{id}/avvik", avvik);
        await nav.Post($"/henvendelser/{id}/avvik", avvik, HttpStatusCode.Conflict, "avvik-finnes");

        Assert.Equal(("2026-12-01", "Campingplassen", "innvilget"), ((string?)svar["avvik"]![0]!["dag"], (string?)svar["avvik"]![0]!["forsoek"]![1]!["hvor"], (string?)svar["status"]));
        nav.ErDet("2026-12-02T20:00");
        Assert.Equal(2, (await nav.Post($"/henvendelser/{id}/avvik", avvik))["avvik"]!.AsArray().Count);
        var avslaatt = (string)(await nav.Kommer())["id"]!;
        await nav.Post($"/henvendelser/{avslaatt}/avslag", new { grunn = "klarer-det-selv", begrunnelse = "Har hotellrom." });
        await nav.Post($"/henvendelser/{avslaatt}/avvik", avvik, HttpStatusCode.Conflict, "henvendelse-feil-status");
    }
}
