using System.Net;
using System.Text.Json.Nodes;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.MidlertidigBotilbud.Garantier;
using Boligsosial.MidlertidigBotilbud.Garantier.Regler;

namespace Boligsosial.MidlertidigBotilbud.Tests.Garantier;

/// <summary><see cref="AvgjoerGaranti"/> for municipal leases: what boligregister has told of them, and what it has not.</summary>
public sealed class KommunalLeieTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Et_leieforhold_som_ikke_er_kjent_avvises_og_tas_naar_det_er_fortalt()
    {
        using var nav = new Navkontor(tjeneste, "ukjent-leie");
        nav.ErDet("2026-12-01");
        var (person, leie) = (await nav.Person(), Guid.CreateVersion7());

        var nei = await nav.Post("/garantier", Vedtak(person, leie), HttpStatusCode.UnprocessableEntity, "leieforhold-ikke-kjent");
        Assert.Contains("ikke kommet hit ennå", (string?)nei["errors"]!["leieforholdId"]![0], StringComparison.Ordinal);
        await nav.Post("/garantier", Vedtak(person, leie, utfall: "avslag"), HttpStatusCode.UnprocessableEntity, "leieforhold-ikke-kjent");
        await tjeneste.Skjedde(new LeieforholdInngaatt(leie, Guid.CreateVersion7(), null, new(2026, 12, 15), null, []));
        Assert.NotNull((await nav.Post("/garantier", Vedtak(person, leie), HttpStatusCode.UnprocessableEntity, "leie-ikke-kjent"))["errors"]!["maanedsleie"]);
        await tjeneste.Skjedde(new LeieFastsatt(leie, new(2026, 12, 15), 9_500));

        var garanti = await nav.Post("/garantier", Vedtak(person, leie), HttpStatusCode.Created);
        Assert.Equal(9_500m, (decimal)garanti["maanedsleie"]!);
    }

    [Fact]
    public async Task Leien_er_registerets_og_den_som_gjelder_den_foerste_dagen()
    {
        using var nav = new Navkontor(tjeneste, "registerets");
        nav.ErDet("2026-12-01");
        var (person, leie) = (await nav.Person(), await tjeneste.Leie(8_000));
        await tjeneste.Skjedde(new LeieFastsatt(leie, new(2027, 1, 1), 8_200));

        var nei = await nav.Post("/garantier", Vedtak(person, leie, maanedsleie: 20_000), HttpStatusCode.UnprocessableEntity, "maanedsleie-avviker");
        Assert.Equal(("Leien er 8000 kroner i boligregisteret, og det er oppgitt 20000. Utelat den, eller rett den i boligregisteret.", "§ 3-6"), ((string?)nei["errors"]!["maanedsleie"]![0], (string?)nei["hjemmel"]!["paragraf"]));
        await nav.Post("/garantier", Vedtak(person, leie, beloep: 48_000.01m), HttpStatusCode.UnprocessableEntity, "sikkerhet-over-seks-maaneder");
        await nav.Post("/garantier", Vedtak(person, leie, fra: "2027-01-01", beloep: 1, maanedsleie: 8_000), HttpStatusCode.UnprocessableEntity, "maanedsleie-avviker");
        await nav.Post("/garantier", Vedtak(person, leie, fra: "2026-11-01", beloep: 1, maanedsleie: 8_000), HttpStatusCode.Created);
        Assert.Equal(8_200m, (decimal)(await nav.Post("/garantier", Vedtak(person, leie, fra: "2027-01-01"), HttpStatusCode.Created))["maanedsleie"]!);
    }

    [Fact]
    public async Task Et_leieforhold_som_er_over_faar_ingen_garanti_men_kan_faa_et_avslag()
    {
        using var nav = new Navkontor(tjeneste, "over");
        nav.ErDet("2026-12-20");
        var (person, leie) = (await nav.Person(), await tjeneste.Leie());
        await tjeneste.Skjedde(new LeieforholdOpphoert(leie, Guid.CreateVersion7(), new(2026, 12, 20), "oppsigelse-leietaker", []));

        var nei = await nav.Post("/garantier", Vedtak(person, leie), HttpStatusCode.Conflict, "leieforhold-opphoert");
        Assert.Contains("2026-12-19", (string?)nei["errors"]!["leieforholdId"]![0], StringComparison.Ordinal);
        await nav.Post("/garantier", Vedtak(person, leie, utfall: "avslag"), HttpStatusCode.Created);
    }

    [Fact]
    public async Task En_privat_leie_sier_saksbehandleren_og_den_maa_sies()
    {
        using var nav = new Navkontor(tjeneste, "privat-leie");
        nav.ErDet("2026-12-01");
        var person = await nav.Person();

        Assert.NotNull((await nav.Post("/garantier", Vedtak(person, null), HttpStatusCode.BadRequest, "ugyldig"))["errors"]!["maanedsleie"]);
        Assert.Equal(11_000m, (decimal)(await nav.Post("/garantier", Vedtak(person, null, maanedsleie: 11_000), HttpStatusCode.Created))["maanedsleie"]!);
    }

    [Fact]
    public void Det_som_er_fortalt_kan_komme_i_hvilken_rekkefoelge_som_helst()
    {
        Assert.Equal("leieforhold-ikke-kjent", Leiegrunnlag.Kontroller(new(null, null, 9_000), null)?.Kode);
        Assert.Null(Leiegrunnlag.Kontroller(new(null, new(2026, 1, 1), 9_000), null));
        Assert.Equal("leieforhold-opphoert", Leiegrunnlag.Opphoert(new(null, new(2026, 1, 1), 9_000))?.Kode);
    }

    private static JsonObject Vedtak(string person, Guid? leie, string utfall = "innvilget", decimal? maanedsleie = null, decimal beloep = 20_000, string fra = "2026-12-15") => new()
    {
        ["utfall"] = utfall,
        ["type"] = "garanti",
        ["utleier"] = leie is null ? "privat" : "kommunen",
        ["leieforholdId"] = leie,
        ["personer"] = new JsonArray(person),
        ["maanedsleie"] = maanedsleie,
        ["beloep"] = beloep,
        ["fra"] = fra,
        ["begrunnelse"] = "Uten sikkerhet får de ikke leie.",
    };
}
