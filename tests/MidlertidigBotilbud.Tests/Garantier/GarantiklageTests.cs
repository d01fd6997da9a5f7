using System.Net;
using Boligsosial.MidlertidigBotilbud.Garantier;

namespace Boligsosial.MidlertidigBotilbud.Tests.Garantier;

/// <summary><see cref="KlagPaaGaranti"/>, <see cref="OversendGarantiklage"/> and <see cref="AvgjoerGarantiklage"/>, and what boligregister is told of a release.</summary>
public sealed class GarantiklageTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Et_avslag_klages_til_statsforvalteren_og_omgjort_gir_et_nytt_vedtak()
    {
        using var nav = new Navkontor(tjeneste, "klage");
        using var annen = new Navkontor(tjeneste, "klage-annen");
        nav.ErDet("2026-12-01");
        var (person, leie) = (await nav.Person(), await tjeneste.Leie());
        var avslag = await nav.Post("/garantier", Vedtak(person, leie, "avslag"), HttpStatusCode.Created);
        Assert.Null(avslag["klage"]);
        var sti = $"/garantier/{avslag["id"]}/klage";

        nav.ErDet("2026-12-10");
        await nav.Post($"{sti}/oversendelse", new { }, HttpStatusCode.Conflict, "ingen-klage");
        await nav.Post($"{sti}/utfall", new { utfall = "omgjort" }, HttpStatusCode.Conflict, "ingen-klage");
        await nav.Post(sti, new { grunn = " " }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post(sti, new { grunn = "Uenig.", dato = "2026-11-30" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        await nav.Post(sti, new { grunn = "Uenig.", dato = "2026-12-11" }, HttpStatusCode.UnprocessableEntity, "dato-i-framtiden");
        await annen.Post(sti, new { grunn = "Uenig." }, HttpStatusCode.NotFound, "finnes-ikke");

        var klaget = await nav.Post(sti, new { grunn = "Uten garanti får vi ikke leie." });
        Assert.Equal((false, "2026-12-10", "avslag"), ((bool)klaget["klage"]!["forSent"]!, (string?)klaget["klage"]!["mottatt"], (string?)klaget["status"]));
        await nav.Post(sti, new { grunn = "Igjen." }, HttpStatusCode.Conflict, "klage-finnes");
        var nei = await nav.Post($"{sti}/utfall", new { utfall = "opphevet" }, HttpStatusCode.Conflict, "klage-ikke-oversendt");
        Assert.Contains("NAV kan bare omgjøre selv", (string?)nei["detail"], StringComparison.Ordinal);
        await nav.Post($"{sti}/oversendelse", new { dato = "2026-12-09" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        await annen.Post($"{sti}/oversendelse", new { }, HttpStatusCode.NotFound, "finnes-ikke");
        await nav.Post($"{sti}/oversendelse", new { });
        await nav.Post($"{sti}/oversendelse", new { }, HttpStatusCode.Conflict, "klage-oversendt");

        nav.ErDet("2027-01-15");
        await nav.Post($"{sti}/utfall", new { }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post($"{sti}/utfall", new { utfall = "omgjort", dato = "2026-12-09" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        await annen.Post($"{sti}/utfall", new { utfall = "omgjort" }, HttpStatusCode.NotFound, "finnes-ikke");
        var omgjort = await nav.Post($"{sti}/utfall", new { utfall = "omgjort" });
        Assert.Equal(("avslag", "omgjort", "2027-01-15"), ((string?)omgjort["status"], (string?)omgjort["klage"]!["utfall"], (string?)omgjort["klage"]!["avgjort"]));
        await nav.Post($"{sti}/utfall", new { utfall = "stadfestet" }, HttpStatusCode.Conflict, "klage-avgjort");
        var ny = await nav.Post("/garantier", Vedtak(person, leie), HttpStatusCode.Created);

        Assert.Equal(2, (await nav.Hent($"/garantier?leieforholdId={leie}"))["innhold"]!.AsArray().Count);
        Assert.Equal($"{leie}", (string?)(await tjeneste.Fortalt("garanti-innvilget", (string)ny["id"]!))["leieforholdId"]);
    }

    [Fact]
    public async Task En_garanti_som_loeper_loeper_uansett_klage_og_NAV_kan_omgjoere_selv()
    {
        using var nav = new Navkontor(tjeneste, "loeper");
        nav.ErDet("2026-12-01");
        var garanti = await nav.Post("/garantier", Vedtak(await nav.Person(), await tjeneste.Leie()), HttpStatusCode.Created);
        var sti = $"/garantier/{garanti["id"]}";

        nav.ErDet("2026-12-29");
        Assert.True((bool)(await nav.Post($"{sti}/klage", new { grunn = "For lite." }))["klage"]!["forSent"]!);
        var omgjort = await nav.Post($"{sti}/klage/utfall", new { utfall = "omgjort" });

        Assert.Equal(("loeper", 20_000m, "omgjort", null), ((string?)omgjort["status"], (decimal)omgjort["risiko"]!, (string?)omgjort["klage"]!["utfall"], omgjort["klage"]!["oversendt"]));
        await nav.Post($"{sti}/krav", new { beloep = 1_000, grunn = "Husleie" });
    }

    [Fact]
    public async Task Klagen_kan_ikke_tas_etter_et_aar()
    {
        using var nav = new Navkontor(tjeneste, "aar");
        nav.ErDet("2026-12-01");
        var avslag = await nav.Post("/garantier", Vedtak(await nav.Person(), null, "avslag"), HttpStatusCode.Created);

        nav.ErDet("2027-12-02");
        await nav.Post($"/garantier/{avslag["id"]}/klage", new { grunn = "Uenig." }, HttpStatusCode.UnprocessableEntity, "klage-over-ett-aar");
        await nav.Post($"/garantier/{avslag["id"]}/klage", new { grunn = "Uenig.", dato = "2027-12-01" });
    }

    [Fact]
    public async Task Frigivelsen_fortelles_bare_om_det_som_er_fortalt()
    {
        using var nav = new Navkontor(tjeneste, "frigi");
        nav.ErDet("2026-12-01");
        var (person, leie) = (await nav.Person(), await tjeneste.Leie());
        var garanti = (string)(await nav.Post("/garantier", Vedtak(person, leie), HttpStatusCode.Created))["id"]!;
        var depositum = (string)(await nav.Post("/garantier", Vedtak(person, leie, type: "depositum"), HttpStatusCode.Created))["id"]!;
        var privat = (string)(await nav.Post("/garantier", Vedtak(person, null), HttpStatusCode.Created))["id"]!;

        foreach (var id in new[] { garanti, depositum, privat })
            await nav.Post($"/garantier/{id}/frigivelse", new { });

        var fortalt = await tjeneste.Fortalt("garanti-frigitt", garanti);
        Assert.Equal((garanti, $"{leie}", "2026-12-01"), ((string?)fortalt["garantiId"], (string?)fortalt["leieforholdId"], (string?)fortalt["dato"]));
        Assert.Equal(1L, await tjeneste.Sql<long>(
            $"SELECT count(*) FROM (SELECT type, key FROM outbox UNION ALL SELECT type, key FROM outbox_history) m WHERE type = 'midlertidig-botilbud.garanti-frigitt' AND key IN ('{garanti}', '{depositum}', '{privat}')"));
    }

    [Fact]
    public async Task De_som_ble_frigitt_foer_det_fantes_en_hendelse_fortelles_likedan()
    {
        using var nav = new Navkontor(tjeneste, "foer");
        nav.ErDet("2026-12-01");
        var (person, leie) = (await nav.Person(), await tjeneste.Leie());
        var id = (string)(await nav.Post("/garantier", Vedtak(person, leie), HttpStatusCode.Created))["id"]!;
        await nav.Post("/garantier", Vedtak(person, leie), HttpStatusCode.Created); // runs on
        await nav.Post($"/garantier/{id}/frigivelse", new { });
        using var fil = new StreamReader(typeof(MidlertidigBotilbudDb).Assembly.GetManifestResourceStream("Boligsosial.MidlertidigBotilbud/0007_fortell_frigitte.sql")!);

        var fortalt = await tjeneste.Sql<string[]>(await fil.ReadToEndAsync() +
            $"SELECT array_agg(key || body::jsonb::text) FROM (SELECT type, key, body FROM outbox UNION ALL SELECT type, key, body FROM outbox_history) m WHERE type = 'midlertidig-botilbud.garanti-frigitt' AND body::text LIKE '%{leie}%'");

        Assert.Equal(2, fortalt.Length);
        Assert.Single(fortalt.Distinct());
    }

    private static object Vedtak(string person, Guid? leie, string utfall = "innvilget", string type = "garanti") => new
    {
        utfall,
        type,
        utleier = leie is null ? "privat" : "kommunen",
        leieforholdId = leie,
        personer = new[] { person },
        maanedsleie = 10_000,
        beloep = 20_000,
        fra = "2026-12-15",
        begrunnelse = "Uten sikkerhet får de ikke leie.",
    };
}
