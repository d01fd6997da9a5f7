using System.Net;
using System.Net.Http.Json;
using Boligsosial.MidlertidigBotilbud.Garantier;
using Boligsosial.MidlertidigBotilbud.Garantier.Regler;

namespace Boligsosial.MidlertidigBotilbud.Tests.Garantier;

/// <summary><see cref="AvgjoerGaranti"/>, <see cref="KrevGaranti"/>, <see cref="FrigiGaranti"/>, <see cref="SoekGarantier"/> and <see cref="HentGarantirisiko"/>.</summary>
public sealed class GarantiTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Theory]
    [InlineData(60_000, 0, 6, null)]
    [InlineData(60_000.01, 0, 6, "sikkerhet-over-seks-maaneder")]
    [InlineData(30_000, 30_000, 6, null)]
    [InlineData(30_000.01, 30_000, 6, "sikkerhet-over-seks-maaneder")]
    [InlineData(30_000, 0, 3, null)]
    [InlineData(30_000.01, 0, 3, "garanti-over-kommunens-grense")]
    [InlineData(30_000, 31_000, 3, "sikkerhet-over-seks-maaneder")]
    public void Loven_setter_seks_maaneder_i_alt_og_kommunen_sin_egen_grense(double beloep, double annen, int maaneder, string? kode) =>
        Assert.Equal(kode, Garantitak.Kontroller((decimal)beloep, 10_000, (decimal)annen, maaneder)?.Kode);

    [Fact]
    public async Task En_garanti_innvilges_fortelles_kreves_og_frigis()
    {
        using var nav = new Navkontor(tjeneste, "garanti");
        using var annen = new Navkontor(tjeneste, "garanti-annen");
        nav.ErDet("2026-12-01");
        var (person, leie) = (await nav.Person(), await tjeneste.Leie());

        var garanti = await nav.Post("/garantier", Vedtak(person, leie, 50_000), HttpStatusCode.Created);
        var id = (string)garanti["id"]!;
        Assert.Equal(("loeper", 50_000m, "2026-12-28", "Statsforvalteren i Møre og Romsdal"), ((string?)garanti["status"], (decimal)garanti["risiko"]!, (string?)garanti["klagefrist"], (string?)garanti["klageinstans"]));
        var fortalt = await tjeneste.Fortalt("garanti-innvilget", id);
        Assert.Equal(($"{leie}", 50_000m, "2026-12-15", null), ((string?)fortalt["leieforholdId"], (decimal)fortalt["beloep"]!, (string?)fortalt["fra"], fortalt["til"]));

        nav.ErDet("2027-02-01");
        Assert.Equal(38_000m, (decimal)(await nav.Post($"/garantier/{id}/krav", new { beloep = 12_000, grunn = "Husleie for januar" }))["risiko"]!);
        await nav.Post($"/garantier/{id}/krav", new { beloep = 38_000.01, grunn = "Skade" }, HttpStatusCode.Conflict, "garanti-overskredet");
        await nav.Post($"/garantier/{id}/krav", new { beloep = 1, grunn = "Skade", dato = "2026-11-30" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        await nav.Post($"/garantier/{id}/krav", new { beloep = 1 }, HttpStatusCode.BadRequest, "ugyldig");
        await annen.Post($"/garantier/{id}/krav", new { beloep = 1, grunn = "Skade" }, HttpStatusCode.NotFound, "finnes-ikke");
        var frigitt = await nav.Post($"/garantier/{id}/frigivelse", new { });
        Assert.Equal(("frigitt", 0m, 12_000m), ((string?)frigitt["status"], (decimal)frigitt["risiko"]!, (decimal)frigitt["krevd"]!));
        await nav.Post($"/garantier/{id}/krav", new { beloep = 1, grunn = "Skade" }, HttpStatusCode.Conflict, "garanti-loeper-ikke");
        await nav.Post($"/garantier/{id}/frigivelse", new { }, HttpStatusCode.Conflict, "garanti-loeper-ikke");
        Assert.Single((await nav.Hent($"/garantier?leieforholdId={leie}&status=frigitt&personRef={person}"))["innhold"]!.AsArray());
        await nav.Hent("/garantier?status=tull", HttpStatusCode.BadRequest, "ugyldig");
    }

    [Fact]
    public async Task Depositum_og_garanti_for_samme_leieforhold_regnes_sammen_ogsaa_naar_to_spoer_samtidig()
    {
        using var nav = new Navkontor(tjeneste, "sammen");
        nav.ErDet("2026-12-01");
        var (person, leie) = (await nav.Person(), await tjeneste.Leie());
        await nav.Post("/garantier", Vedtak(person, leie, 20_000, type: "depositum"), HttpStatusCode.Created);
        Assert.Equal(0L, await tjeneste.Sql<long>(Fortellinger(leie)));

        var svar = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => nav.Veileder.PostAsJsonAsync($"{Navkontor.Api}/garantier", Vedtak(person, leie, 20_000))));

        Assert.Equal(2, svar.Count(s => s.StatusCode == HttpStatusCode.Created));
        Assert.Equal(2L, await tjeneste.Sql<long>(Fortellinger(leie)));
        Assert.Equal(3, svar.Count(s => s.StatusCode == HttpStatusCode.UnprocessableEntity));
        await nav.Post("/garantier", Vedtak(person, await tjeneste.Leie(), 40_000.01m, annen: 20_000), HttpStatusCode.UnprocessableEntity, "sikkerhet-over-seks-maaneder");
    }

    [Fact]
    public async Task Private_faar_andre_grenser_og_et_avslag_binder_ingenting()
    {
        using var nav = new Navkontor(tjeneste, "privat");
        nav.ErDet("2026-12-01");
        var person = await nav.Person();

        await nav.Post("/garantier", Vedtak(person, null, 30_000.01m, "privat-flyktning"), HttpStatusCode.UnprocessableEntity, "garanti-over-kommunens-grense");
        await nav.Post("/garantier", Vedtak(person, null, 30_000, "privat-flyktning"), HttpStatusCode.Created);
        await nav.Post("/garantier", Vedtak(person, null, 60_000, "privat", "depositum"), HttpStatusCode.UnprocessableEntity, "annen-sikkerhet-maa-oppgis");
        await nav.Post("/garantier", Vedtak(person, null, 60_000, "privat", "depositum", annen: 30_000), HttpStatusCode.UnprocessableEntity, "sikkerhet-over-seks-maaneder");
        await nav.Post("/garantier", Vedtak(person, null, 60_000, "privat", "depositum", annen: 0), HttpStatusCode.Created);
        await nav.Post("/garantier", Vedtak(person, null, 90_000, "privat", utfall: "avslag"), HttpStatusCode.Created);
        await nav.Post("/garantier", Vedtak(person, Guid.CreateVersion7(), 1, "privat"), HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post("/garantier", Vedtak(person, null, 1), HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post("/garantier", Vedtak($"{Guid.CreateVersion7()}", null, 1, "privat"), HttpStatusCode.UnprocessableEntity, "person-finnes-ikke");

        var risiko = await nav.Hent("/garantier/risiko");
        Assert.Equal(90_000m, (decimal)risiko["risiko"]!);
        Assert.Equal([("privat", "depositum", 1), ("privat-flyktning", "garanti", 1)], risiko["grupper"]!.AsArray().Select(g => ((string)g!["utleier"]!, (string)g["type"]!, (int)g["antall"]!)));
        await nav.Post($"/personer/{person}/gradering", new { gradering = "fortrolig" }, HttpStatusCode.NoContent, som: nav.Skjermet);
        Assert.Empty((await nav.Hent("/garantier"))["innhold"]!.AsArray());
    }

    private static string Fortellinger(Guid leie) => $"SELECT count(*) FROM (SELECT body FROM outbox UNION ALL SELECT body FROM outbox_history) m WHERE body::text LIKE '%{leie}%'";

    private static object Vedtak(string person, Guid? leie, decimal beloep, string utleier = "kommunen", string type = "garanti", string utfall = "innvilget", decimal? annen = null) => new
    {
        utfall,
        type,
        utleier,
        leieforholdId = leie,
        personer = new[] { person },
        maanedsleie = 10_000,
        annenSikkerhet = annen,
        beloep,
        fra = "2026-12-15",
        begrunnelse = "Uten sikkerhet får de ikke leie.",
    };
}
