using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.MidlertidigBotilbud.Botid;

namespace Boligsosial.MidlertidigBotilbud.Tests.Botid;

/// <summary><see cref="BestillPlass"/>, <see cref="ForlengOpphold"/> and <see cref="FlyttOpphold"/> past three months: nothing is refused, and it is seen.</summary>
public sealed class TreMaanederTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Theory]
    [InlineData("2027-03-01", false)]
    [InlineData("2027-03-02", true)]
    public async Task Et_opphold_som_bestilles_for_mer_enn_tre_maaneder_varsles_og_stoppes_ikke(string avreise, bool varsles)
    {
        using var nav = new Navkontor(tjeneste, $"bestilles-{avreise}");
        nav.ErDet("2026-12-01");

        var opphold = await nav.Post(
            "/opphold", new { henvendelseId = await nav.Innvilget(), plassId = await nav.Plass(await nav.Tilbyder(), "Hybel 1"), ankomst = "2026-12-01", avreise }, HttpStatusCode.Created);

        Assert.Equal(varsles ? "over-tre-maaneder" : null, Varsel(opphold));
        Assert.Equal(varsles ? "over-tre-maaneder" : null, Varsel(await nav.Hent($"/opphold/{opphold["id"]}")));
        Assert.Equal(varsles, (await nav.Hent("/botid?trengerUnntak=true"))["innhold"]!.AsArray().Count == 1);
    }

    [Fact]
    public async Task En_forlengelse_varsles_naar_klokka_i_alt_gaar_over_og_en_leder_gjoer_opp_for_den()
    {
        using var nav = new Navkontor(tjeneste, "forlenges");
        nav.ErDet("2026-10-01");
        var (tilbyder, henvendelse) = (await nav.Tilbyder(), await nav.Innvilget());
        var foerste = await nav.Opphold(henvendelse, await nav.Plass(tilbyder, "Hybel 1"), "2026-10-01", "2026-11-10");
        nav.ErDet("2026-11-10");
        await nav.Post($"/opphold/{foerste}/avreise", new { aarsak = "annet" });
        var opphold = await nav.Opphold(henvendelse, await nav.Plass(tilbyder, "Hybel 2"), "2026-11-10", "2026-11-20"); // 40 nights before

        Assert.Null(Varsel(await nav.Post($"/opphold/{opphold}/forlengelse", new { avreise = "2026-12-30" }))); // 90
        var over = await nav.Post($"/opphold/{opphold}/forlengelse", new { avreise = "2026-12-31" });
        Assert.Contains("91 døgn", (string?)over["varsler"]![0]!["tekst"], StringComparison.Ordinal);
        Assert.NotNull(over["varsler"]![0]!["hjemmel"]);
        var rad = Assert.Single((await nav.Hent("/botid?trengerUnntak=true"))["innhold"]!.AsArray())!;
        Assert.Equal((40, 91, false, "tre-maaneder"), ((int)rad["doegn"]!, (int)rad["doegnVedAvreise"]!, (bool)rad["overTreMaaneder"]!, Navkontor.Tekster(rad["venter"])[^1]));

        var gjort = await nav.Post($"/botid/{rad["husstandId"]}/unntak", new { begrunnelse = "Innflytting 31. desember.", til = "2026-12-11" }, som: nav.Leder);
        Assert.DoesNotContain("tre-maaneder", Navkontor.Tekster(gjort["venter"]));
        Assert.Null(Varsel(await nav.Hent($"/opphold/{opphold}")));
        Assert.Empty((await nav.Hent("/botid?trengerUnntak=true"))["innhold"]!.AsArray());

        nav.ErDet("2026-12-12");
        Assert.Equal("over-tre-maaneder", Varsel(await nav.Hent($"/opphold/{opphold}")));
        Assert.Single((await nav.Hent("/botid?trengerUnntak=true"))["innhold"]!.AsArray());
    }

    [Fact]
    public async Task En_bestilling_varsles_naar_klokka_i_alt_gaar_over()
    {
        using var nav = new Navkontor(tjeneste, "bestilles-igjen");
        nav.ErDet("2026-10-01");
        var (tilbyder, henvendelse) = (await nav.Tilbyder(), await nav.Innvilget());
        var foerste = await nav.Opphold(henvendelse, await nav.Plass(tilbyder, "Hybel 1"), "2026-10-01", "2026-11-10");
        nav.ErDet("2026-11-10");
        await nav.Post($"/opphold/{foerste}/avreise", new { aarsak = "annet" });

        var andre = await nav.Post("/opphold", new { henvendelseId = henvendelse, plassId = await nav.Plass(tilbyder, "Hybel 2"), avreise = "2026-12-31" }, HttpStatusCode.Created);

        Assert.Equal("over-tre-maaneder", Varsel(andre));
    }

    [Fact]
    public async Task ETag_foelger_hele_oppholdet()
    {
        using var nav = new Navkontor(tjeneste, "etag");
        nav.ErDet("2026-12-01");
        var (tilbyder, henvendelse) = (await nav.Tilbyder(), await nav.Innvilget());
        var annen = await nav.Plass(tilbyder, "Hybel 2");
        var opphold = await nav.Opphold(henvendelse, await nav.Plass(tilbyder, "Hybel 1"), "2026-12-01", "2026-12-10");
        var foer = await Etag(opphold);

        await nav.Post($"/opphold/{opphold}/flytting", new { plassId = annen, dato = "2026-12-03" });
        var flyttet = await Etag(opphold);
        using var svar = await nav.Veileder.PostAsJsonAsync($"{Navkontor.Api}/opphold/{opphold}/forlengelse", new { avreise = "2026-12-12" });
        var forlenget = await Etag(opphold);

        Assert.Equal(3, new[] { foer, flyttet, forlenget }.Distinct().Count());
        Assert.Equal(forlenget, svar.Headers.ETag!.Tag);
        Assert.Equal(forlenget, await Etag(opphold));

        async Task<string> Etag(string id)
        {
            using var hentet = await nav.Veileder.GetAsync($"{Navkontor.Api}/opphold/{id}");
            return hentet.Headers.ETag!.Tag;
        }
    }

    private static string? Varsel(JsonNode opphold) => (string?)opphold["varsler"]!.AsArray().SingleOrDefault()?["kode"];
}
