using System.Net;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.MidlertidigBotilbud.Forebygging;

namespace Boligsosial.MidlertidigBotilbud.Tests.Forebygging;

/// <summary><see cref="SoekForebygging"/>, <see cref="BesvarFravikelse"/>, <see cref="DekkRestanse"/>, <see cref="MeldNettverksgruppe"/>, <see cref="RettBehov"/>, and what comes from boligregister.</summary>
public sealed class ForebyggingTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Varslet_aapner_en_sak_med_to_uker_og_barna_foerst()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-05");
        var (uten, med, ukjent) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Varslet(uten, await nav.Person(), "2026-12-01");
        await Varslet(med, await nav.Person(), "2026-12-03", barn: true);
        await Varslet(med, await nav.Person(), "2026-12-04", barn: true); // told again
        await Varslet(ukjent, $"{Guid.CreateVersion7()}", "2026-12-02");

        var side = await nav.Hent("/forebygging?antall=1");
        var neste = await nav.Hent($"/forebygging?antall=1&etter={side["neste"]}");

        var sak = side["innhold"]![0]!;
        Assert.Equal(($"{med}", "2026-12-17", 12, true, 9300m), ((string?)sak["leieforholdId"], (string?)sak["frist"], (int)sak["dagerIgjen"]!, (bool)sak["barn"]!, (decimal)sak["restanse"]!));
        Assert.Equal(($"{uten}", null, 1), ((string?)neste["innhold"]![0]!["leieforholdId"], neste["neste"], (int)side["uregistrerte"]!));
        Assert.Equal(3, (await nav.Hent("/forebygging", som: nav.Skjermet))["innhold"]!.AsArray().Count);
        foreach (var leie in new[] { uten, med, ukjent })
            await tjeneste.Skjedde(new FravikelseAvverget(leie, Guid.CreateVersion7(), new(2026, 12, 5), "betalt", []));
        Assert.Empty((await nav.Hent("/forebygging", som: nav.Skjermet))["innhold"]!.AsArray());
        Assert.Equal("avverget", (string?)(await nav.Hent($"/forebygging?leieforholdId={med}"))["innhold"]![0]!["slutt"]);
    }

    [Theory]
    [InlineData("betalingsavtale")]
    [InlineData("gjeldsraadgivning")]
    [InlineData("frivillig-forvaltning")]
    [InlineData("ingen")]
    public async Task NAVs_svar_gaar_tilbake(string utfall)
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-05");
        var leie = Guid.CreateVersion7();
        var id = await Sak(nav, leie, await nav.Person());

        await nav.Post($"/forebygging/{id}/svar", new { utfall }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post($"/forebygging/{id}/svar", new { utfall, merknad = "Avtalt.", dato = "2026-11-30" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        await nav.Post($"/forebygging/{id}/svar", new { utfall, merknad = "Avtalt.", dato = "2026-12-06" }, HttpStatusCode.UnprocessableEntity, "dato-i-framtiden");
        var svar = await nav.Post($"/forebygging/{id}/svar", new { utfall, merknad = "Avtalt med begge." });

        Assert.Equal((utfall, "2026-12-05"), ((string?)svar["utfall"], (string?)svar["besvart"]));
        Assert.NotEmpty((string)svar["besvartAv"]!);
        var fortalt = await tjeneste.Fortalt("fravikelse-besvart", $"{leie}");
        Assert.Equal((id, utfall, "2026-12-05"), ((string?)fortalt["sakId"], (string?)fortalt["utfall"], (string?)fortalt["dato"]));
        Assert.DoesNotContain("Avtalt", fortalt.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(id, (await nav.Hent("/forebygging?ubesvart=true")).ToJsonString(), StringComparison.Ordinal);
        await tjeneste.Skjedde(new FravikelseAvverget(leie, Guid.CreateVersion7(), new(2026, 12, 5), "betalt", []));
        await nav.Post($"/forebygging/{id}/svar", new { utfall, merknad = "En gang til." }, HttpStatusCode.Conflict, "sak-avsluttet");
    }

    [Fact]
    public async Task Restansen_dekkes_ved_vedtak_foer_det_svares()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-05");
        var leie = Guid.CreateVersion7();
        var id = await Sak(nav, leie, await nav.Person());

        await nav.Post($"/forebygging/{id}/svar", new { utfall = "restanse-dekket", merknad = "Dekkes." }, HttpStatusCode.Conflict, "dekning-mangler");
        await nav.Post($"/forebygging/{id}/dekning", new { beloep = 9300 }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post($"/forebygging/{id}/dekning", new { beloep = 9300, begrunnelse = "Familien mister ellers boligen." });
        await nav.Post($"/forebygging/{id}/svar", new { utfall = "restanse-dekket", merknad = "Dekkes." });

        var fortalt = await tjeneste.Fortalt("husleierestanse-dekket", $"{leie}");
        Assert.Equal((9300m, "2026-12-05"), ((decimal)fortalt["beloep"]!, (string?)fortalt["dato"]));
        Assert.Equal("sosialtjenesteloven (LOV-2009-12-18-131) § 18", await tjeneste.Sql<string>($"SELECT hjemmel FROM restansedekning WHERE sak_id = '{id}'"));
        await tjeneste.Skjedde(new FravikelseAvverget(leie, Guid.CreateVersion7(), new(2026, 12, 5), "restanse-dekket", []));
    }

    [Theory]
    [InlineData("2023-12-01", true)]
    [InlineData("2023-11-30", false)]
    public async Task En_gang_til_innen_tre_aar_er_runddans(string forrige, bool runddans)
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-05");
        var (person, foerste, andre) = (await nav.Person(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Varslet(foerste, person, forrige);
        await tjeneste.Skjedde(new FravikelseAvverget(foerste, Guid.CreateVersion7(), DateOnly.Parse(forrige).AddDays(5), "betalt", []));

        var id = await Sak(nav, andre, person);

        Assert.Equal(runddans, (await nav.Hent("/forebygging?tilNettverksgruppa=true")).ToJsonString().Contains(id, StringComparison.Ordinal));
        var tatt = await nav.Post($"/forebygging/{id}/nettverksgruppe", new { merknad = "Samarbeidsmøte 10. desember." });
        Assert.Equal((runddans, "2026-12-05"), ((bool)tatt["runddans"]!, (string?)tatt["nettverksgruppe"]));
        Assert.DoesNotContain(id, (await nav.Hent("/forebygging?tilNettverksgruppa=true")).ToJsonString(), StringComparison.Ordinal);
        await tjeneste.Skjedde(new FravikelseAvverget(andre, Guid.CreateVersion7(), new(2026, 12, 5), "betalt", []));
    }

    [Fact]
    public async Task Fravikelsen_aapner_en_henvendelse_med_en_gang_og_barna_er_med()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-05T09:00");
        var (person, leie) = (await nav.Person(), Guid.CreateVersion7());
        await Sak(nav, leie, person);

        nav.ErDet("2026-12-28T10:00");
        await tjeneste.Skjedde(new FravikelseGjennomfoert(leie, Guid.CreateVersion7(), new(2026, 12, 28), true, [Guid.Parse(person)]));

        var henvendelse = Assert.Single((await nav.Hent($"/henvendelser?personRef={person}"))["innhold"]!.AsArray())!;
        Assert.Equal(("mottatt", "utkastet", "melding", "2026-12-28", true), (
            (string?)henvendelse["status"], (string?)henvendelse["bakgrunn"], (string?)henvendelse["kanal"], (string?)henvendelse["frist"], (bool)henvendelse["behov"]!["barnMeldt"]!));
        Assert.Equal("gjennomfoert", (string?)(await nav.Hent($"/forebygging?leieforholdId={leie}"))["innhold"]![0]!["slutt"]);
        var id = (string)henvendelse["id"]!;
        await nav.Post($"/henvendelser/{id}/innvilgelse", new { begrunnelse = "Mistet boligen." }, HttpStatusCode.UnprocessableEntity, "barnets-beste-mangler");
        var plass = await nav.Plass(await nav.Tilbyder($"Hotellet {leie}"), "Rom 1");
        Assert.Contains("tar-ikke-barn", (await nav.Hent($"/henvendelser/{id}/plasser")).ToJsonString(), StringComparison.Ordinal);
        await nav.Opphold(id, plass, "2026-12-28", "2027-01-10", "Eneste ledige i natt.");
        Assert.Contains(id, (await nav.Hent("/botid?barnEllerUng=true")).ToJsonString(), StringComparison.Ordinal);

        await nav.Post($"/henvendelser/{id}/behov", new { voksne = 0 }, HttpStatusCode.BadRequest, "ugyldig");
        var rettet = await nav.Post($"/henvendelser/{id}/behov", new { voksne = 1, barnsAlder = new[] { 8, 2 } });
        Assert.Equal([2, 8], rettet["behov"]!["barnsAlder"]!.AsArray().Select(a => (int)a!));
        Assert.False((bool)rettet["behov"]!["barnMeldt"]!);
    }

    [Fact]
    public async Task Den_utleier_sier_er_ugradert_sees_og_hjelpes_uten_skjermet_og_uten_registrering()
    {
        await Testing.Eventually.Is(
            async () => await tjeneste.Sql<long>("WITH m AS (UPDATE subscription SET rebuilding = false WHERE consumer LIKE 'NaarAdressesperreEndret%' RETURNING 1) SELECT count(*) FROM m") == 3, "the reactions are registered");
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-05");
        var (leie, skjult, person) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Varslet(skjult, $"{Guid.CreateVersion7()}", "2026-12-01");
        var uregistrerte = (int)(await nav.Hent("/forebygging"))["uregistrerte"]!;
        await tjeneste.Skjedde(new FravikelseVarslet(leie, Guid.CreateVersion7(), new(2026, 12, 1), new(2026, 12, 15), true, 9300, [person], Ugradert: true));

        var sak = Assert.Single((await nav.Hent($"/forebygging?leieforholdId={leie}"))["innhold"]!.AsArray())!;
        Assert.Empty((await nav.Hent($"/forebygging?leieforholdId={skjult}"))["innhold"]!.AsArray());
        Assert.Equal(uregistrerte, (int)(await nav.Hent("/forebygging"))["uregistrerte"]!);
        await nav.Post($"/forebygging/{sak["id"]}/svar", new { utfall = "ingen", merknad = "Fikk ikke kontakt." });

        nav.ErDet("2026-12-28T10:00");
        await tjeneste.Skjedde(new FravikelseGjennomfoert(leie, Guid.CreateVersion7(), new(2026, 12, 28), true, [person], Ugradert: true));
        var henvendelse = Assert.Single((await nav.Hent($"/henvendelser?personRef={person}"))["innhold"]!.AsArray())!;
        await tjeneste.Skjedde(new AdressesperreEndret(person, "strengt-fortrolig", new(2026, 12, 28, 12, 0, 0, TimeSpan.Zero)));
        Assert.Empty((await nav.Hent($"/henvendelser?personRef={person}"))["innhold"]!.AsArray());
        Assert.Empty((await nav.Hent($"/forebygging?leieforholdId={leie}"))["innhold"]!.AsArray());
        Assert.Equal((string?)henvendelse["id"], (string?)Assert.Single((await nav.Hent($"/henvendelser?personRef={person}", som: nav.Skjermet))["innhold"]!.AsArray())!["id"]);
        await tjeneste.Skjedde(new FravikelseAvverget(skjult, Guid.CreateVersion7(), new(2026, 12, 28), "betalt", []));
    }

    private async Task<string> Sak(Navkontor nav, Guid leie, string person)
    {
        await Varslet(leie, person, "2026-12-01");
        return (string)(await nav.Hent($"/forebygging?leieforholdId={leie}"))["innhold"]![0]!["id"]!;
    }

    private Task Varslet(Guid leie, string person, string dag, bool barn = false) => tjeneste.Skjedde(
        new FravikelseVarslet(leie, Guid.CreateVersion7(), DateOnly.Parse(dag), DateOnly.Parse(dag).AddDays(14), barn, 9300, [Guid.Parse(person)]));
}
