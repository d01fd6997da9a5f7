using System.Net;
using System.Net.Http.Json;
using Boligsosial.MidlertidigBotilbud.Botid;

namespace Boligsosial.MidlertidigBotilbud.Tests.Botid;

/// <summary><see cref="RegistrerSteg"/> and <see cref="GiUnntak"/>: what must be there before a step is taken, and what is not done twice.</summary>
public sealed class StegTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Lederen_har_et_navn_og_planen_finnes_foer_den_kontrolleres()
    {
        using var nav = new Navkontor(tjeneste, "navn");
        var (henvendelse, sti) = await Lenge(nav);

        Assert.NotNull((await nav.Post($"{sti}/steg", new { steg = "leder", merknad = "Tatt." }, HttpStatusCode.UnprocessableEntity, "leder-mangler"))["errors"]!["leder"]);
        Assert.NotNull((await nav.Post($"{sti}/steg", new { steg = "plankontroll", merknad = "Sett." }, HttpStatusCode.Conflict, "plan-mangler"))["errors"]!["steg"]);
        await nav.Post($"/henvendelser/{henvendelse}/plan", new { ansvarlig = "Kari", hengerPaa = "nav", nesteSteg = "Visning", frist = "2026-12-10" });
        await nav.Post($"{sti}/steg", new { steg = "plankontroll", merknad = "Sett." });
        await nav.Post($"{sti}/steg", new { steg = "leder", merknad = "Tatt.", leder = "Lise Leder" });

        var gjort = (await nav.Hent(sti))["gjort"]!.AsArray();
        Assert.Equal([null, "Lise Leder"], gjort.Select(g => (string?)g!["leder"]));
    }

    [Fact]
    public async Task Lederen_selv_trenger_ikke_si_hvem()
    {
        using var nav = new Navkontor(tjeneste, "selv");
        var (_, sti) = await Lenge(nav);

        await nav.Post($"{sti}/steg", new { steg = "leder", merknad = "Tatt." }, som: nav.Leder);

        var gjort = Assert.Single((await nav.Hent(sti))["gjort"]!.AsArray())!;
        Assert.Equal((string)gjort["av"]!, (string?)gjort["leder"]);
    }

    [Fact]
    public async Task Et_steg_tas_en_gang_ogsaa_naar_to_tar_det_samtidig()
    {
        using var nav = new Navkontor(tjeneste, "en-gang");
        var (_, sti) = await Lenge(nav);

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => nav.Veileder.PostAsJsonAsync($"{Navkontor.Api}{sti}/steg", new { steg = "varsel", merknad = "Sagt fra." })));

        Assert.Single(svar, s => s.StatusCode == HttpStatusCode.OK);
        Assert.NotNull((await nav.Post($"{sti}/steg", new { steg = "varsel", merknad = "Igjen." }, HttpStatusCode.Conflict, "steg-tatt"))["errors"]!["steg"]);
        Assert.Single((await nav.Hent(sti))["gjort"]!.AsArray());
    }

    [Fact]
    public async Task Et_nytt_unntak_forkorter_ikke_det_som_gjelder()
    {
        using var nav = new Navkontor(tjeneste, "kortere");
        var (_, sti) = await Lenge(nav);
        await nav.Post($"{sti}/unntak", new { begrunnelse = "Ingen egnet bolig.", til = "2026-12-20" }, som: nav.Leder);

        var nei = await nav.Post($"{sti}/unntak", new { begrunnelse = "Kortere.", til = "2026-12-19" }, HttpStatusCode.Conflict, "unntak-loeper-lenger", nav.Leder);
        Assert.Contains("2026-12-20", (string?)nei["errors"]!["til"]![0], StringComparison.Ordinal);
        Assert.Equal("2026-12-30", (string?)(await nav.Post($"{sti}/unntak", new { begrunnelse = "Visning på nyåret.", til = "2026-12-30" }, som: nav.Leder))["unntakTil"]);
    }

    private static async Task<(string Henvendelse, string Sti)> Lenge(Navkontor nav)
    {
        nav.ErDet("2026-09-20");
        var henvendelse = await nav.Innvilget();
        await nav.Opphold(henvendelse, await nav.Plass(await nav.Tilbyder(), "Hybel 1"), "2026-09-20", "2026-12-10");
        nav.ErDet("2026-12-01");
        return (henvendelse, $"/botid/{(await nav.Hent("/botid"))["innhold"]![0]!["husstandId"]}");
    }
}
