using System.Net;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.MidlertidigBotilbud.Varig;
using Boligsosial.MidlertidigBotilbud.Varig.Regler;

namespace Boligsosial.MidlertidigBotilbud.Tests.Varig;

/// <summary><see cref="OppdaterBoligplan"/>, <see cref="HentBoligplan"/>, <see cref="OversendBoligsoeknad"/> and what comes back from boligregister.</summary>
public sealed class BoligplanTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    private static readonly object Plan = new { ansvarlig = "Kari Konsulent", hengerPaa = "husstanden", nesteSteg = "Samtale om bolig", frist = "2026-12-08" };

    [Theory]
    [InlineData(Bakgrunn.UtenTak, false, "nibr-1")]
    [InlineData(Bakgrunn.Loeslatelse, true, "nibr-2")]
    [InlineData(Bakgrunn.Loeslatelse, false, "nibr-3")]
    [InlineData(Bakgrunn.Utskriving, false, "nibr-4")]
    [InlineData(Bakgrunn.Ettervern, false, "nibr-4")]
    [InlineData(Bakgrunn.MidlertidigHosAndre, false, "nibr-5")]
    public void Situasjonen_er_en_av_NIBRs_fem(Bakgrunn bakgrunn, bool harOpphold, string situasjon) => Assert.Equal(situasjon, Nibr.Situasjon(bakgrunn, harOpphold));

    [Fact]
    public async Task Planen_lages_foerste_dag_og_sendes_med_samtykke()
    {
        using var nav = new Navkontor(tjeneste, "plan");
        nav.ErDet("2026-12-01T22:00");
        var person = await nav.Person();
        var id = await nav.Innvilget(new { voksne = 1, barnsAlder = new[] { 9, 4 }, personer = new[] { person }, tilgjengelighet = "trinnfri", skolekrets = "Volsdalen" });
        var sti = $"/henvendelser/{id}/plan";

        await nav.Hent(sti, HttpStatusCode.NotFound, "finnes-ikke");
        await nav.Post($"{sti}/boligsoeknad", new { samtykke = "2026-12-01" }, HttpStatusCode.Conflict, "plan-mangler");
        await nav.Post(sti, new { ansvarlig = "Kari", hengerPaa = "husstanden", nesteSteg = "Samtale", frist = "2026-11-30" }, HttpStatusCode.UnprocessableEntity, "frist-utenfor");
        await nav.Post(sti, new { ansvarlig = "Kari", hengerPaa = "husstanden", frist = "2026-12-08" }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post(sti, Plan);
        await nav.Post($"{sti}/boligsoeknad", new { }, HttpStatusCode.BadRequest, "ugyldig");
        await nav.Post($"{sti}/boligsoeknad", new { samtykke = "2026-12-02" }, HttpStatusCode.UnprocessableEntity, "dato-i-framtiden");
        await nav.Post($"{sti}/boligsoeknad", new { samtykke = "2026-11-30" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        var sendt = await nav.Post($"{sti}/boligsoeknad", new { samtykke = "2026-12-01", soverom = 2 });
        await nav.Post($"{sti}/boligsoeknad", new { samtykke = "2026-12-01" }, HttpStatusCode.Conflict, "boligsoeknad-oversendt");

        Assert.Equal(("2026-12-01", "2026-12-01", null), ((string?)sendt["samtykke"], (string?)sendt["oversendt"], sendt["soeknadId"]));
        var fortalt = await tjeneste.Fortalt("boligsoeknad-oversendt", id);
        Assert.Equal((id, person, "2026-12-01", 1, "nibr-1", 2, "trinnfri"), (
            (string?)fortalt["sakId"], (string?)fortalt["soekere"]![0], (string?)fortalt["mottatt"], (int)fortalt["voksne"]!, (string?)fortalt["situasjon"]![0], (int)fortalt["soverom"]!, (string?)fortalt["tilgjengelighet"]));
        Assert.Equal([4, 9], fortalt["barnsAlder"]!.AsArray().Select(a => (int)a!));
        Assert.Equal(("Volsdalen", true), ((string?)fortalt["skolekrets"], (bool)fortalt["ugradert"]!));
    }

    [Fact]
    public async Task Uten_at_noen_vet_hvem_det_er_sendes_ingen_soeknad()
    {
        using var nav = new Navkontor(tjeneste, "ukjent");
        nav.ErDet("2026-12-01");
        var id = await nav.Innvilget();
        await nav.Post($"/henvendelser/{id}/plan", Plan);

        await nav.Post($"/henvendelser/{id}/plan/boligsoeknad", new { samtykke = "2026-12-01" }, HttpStatusCode.UnprocessableEntity, "personer-mangler");
    }

    [Fact]
    public async Task En_ny_soeknad_sendes_naar_den_forrige_er_utloept_og_gjelder_fra_dagen_den_sendes()
    {
        using var nav = new Navkontor(tjeneste, "igjen");
        nav.ErDet("2026-08-01");
        var person = await nav.Person();
        var id = await nav.Innvilget(new { voksne = 1, personer = new[] { person } });
        nav.ErDet("2026-12-01");
        await nav.Post($"/henvendelser/{id}/plan", Plan);
        await nav.Post($"/henvendelser/{id}/plan/boligsoeknad", new { samtykke = "2026-11-20" });
        Assert.Equal("2026-12-01", (string?)(await tjeneste.Fortalt("boligsoeknad-oversendt", id))["mottatt"]);
        var (foerste, andre) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await tjeneste.Skjedde(new SoeknadMottatt(foerste, "ny", new(2026, 12, 1), [Guid.Parse(person)], 1, 0, [], Guid.Parse(id)));
        await tjeneste.Skjedde(new SoeknadAvsluttet(foerste, "utloept", new(2026, 12, 1)));
        await nav.Post($"/henvendelser/{id}/plan/boligsoeknad", new { samtykke = "2026-12-01" }, HttpStatusCode.Conflict, "boligsoeknad-oversendt"); // the same day

        nav.ErDet("2026-12-02");
        var sendt = await nav.Post($"/henvendelser/{id}/plan/boligsoeknad", new { samtykke = "2026-12-02" });
        Assert.Equal(("2026-12-02", null, null), ((string?)sendt["oversendt"], sendt["soeknadId"], sendt["soeknadStatus"]));
        await nav.Post($"/henvendelser/{id}/plan/boligsoeknad", new { samtykke = "2026-12-02" }, HttpStatusCode.Conflict, "boligsoeknad-oversendt");
        await tjeneste.Skjedde(new SoeknadMottatt(andre, "ny", new(2026, 12, 2), [Guid.Parse(person)], 1, 0, [], Guid.Parse(id)));
        await tjeneste.Skjedde(new SoeknadAvsluttet(foerste, "trukket", new(2026, 12, 3))); // of the one before: not its
        Assert.Equal(($"{andre}", "mottatt"), ((string?)(await nav.Hent($"/henvendelser/{id}/plan"))["soeknadId"], (string?)(await nav.Hent($"/henvendelser/{id}/plan"))["soeknadStatus"]));
    }

    [Fact]
    public async Task Om_en_som_er_gradert_fortelles_det_ikke_at_ingen_er_det()
    {
        using var nav = new Navkontor(tjeneste, "sperret");
        nav.ErDet("2026-12-01");
        var (person, annen) = (await nav.Person(), await nav.Person());
        var id = await nav.Innvilget(new { voksne = 2, personer = new[] { person, annen } });
        await nav.Post($"/personer/{annen}/gradering", new { gradering = "fortrolig" }, HttpStatusCode.NoContent, som: nav.Skjermet);

        await nav.Post($"/henvendelser/{id}/plan", Plan, som: nav.Skjermet);
        await nav.Post($"/henvendelser/{id}/plan/boligsoeknad", new { samtykke = "2026-12-01" }, som: nav.Skjermet);

        Assert.False((bool)(await tjeneste.Fortalt("boligsoeknad-oversendt", id))["ugradert"]!);
    }

    [Fact]
    public async Task Hvordan_soeknaden_staar_kommer_tilbake_og_noekkelen_foreslaar_slutten()
    {
        using var nav = new Navkontor(tjeneste, "tilbake");
        nav.ErDet("2026-12-01");
        var person = await nav.Person();
        var id = await nav.Innvilget(new { voksne = 1, personer = new[] { person } });
        var opphold = await nav.Opphold(id, await nav.Plass(await nav.Tilbyder(), "Hybel 1"), "2026-12-01", "2026-12-31");
        await nav.Post($"/henvendelser/{id}/plan", Plan);
        await nav.Post($"/henvendelser/{id}/plan/boligsoeknad", new { samtykke = "2026-12-01" });
        Assert.Equal("nibr-2", (string?)(await tjeneste.Fortalt("boligsoeknad-oversendt", id))["situasjon"]![0]);
        var (soeknad, bolig, leie) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        await tjeneste.Skjedde(new SoeknadMottatt(Guid.CreateVersion7(), "ny", new(2026, 12, 1), [], 1, 0, [], null)); // another's
        await tjeneste.Skjedde(new SoeknadMottatt(soeknad, "ny", new(2026, 12, 1), [Guid.Parse(person)], 1, 0, ["nibr-2"], Guid.Parse(id)));
        Assert.Equal("mottatt", await Status());
        await tjeneste.Skjedde(new SoeknadAvgjort(soeknad, "avslag", new(2026, 12, 3)));
        Assert.Equal("avslag", await Status());
        await tjeneste.Skjedde(new SoeknadGjenaapnet(soeknad, new(2026, 12, 5)));
        await tjeneste.Skjedde(new SoeknadAvgjort(soeknad, "innvilget", new(2026, 12, 6)));
        Assert.Equal("innvilget", await Status());
        await tjeneste.Skjedde(new BoligTildelt(bolig, soeknad, new(2026, 12, 8), 7));
        Assert.Equal("tildelt", await Status());
        await tjeneste.Skjedde(new SoeknadAvsluttet(Guid.CreateVersion7(), "trukket", new(2026, 12, 8)));
        Assert.Equal(("tildelt", "2026-12-08"), (await Status(), (string?)(await nav.Hent($"/henvendelser/{id}/plan"))["soeknadDato"]));

        var utlevert = new NoekkelUtlevert(leie, bolig, new(2026, 12, 10), [Guid.Parse(person)]);
        await tjeneste.Skjedde(new NoekkelUtlevert(leie, bolig, new(2026, 12, 9), [Guid.CreateVersion7()]));
        await tjeneste.Skjedde(utlevert);
        await tjeneste.Skjedde(utlevert);
        await tjeneste.Skjedde(new SoeknadAvsluttet(soeknad, "bosatt", new(2026, 12, 10)));

        nav.ErDet("2026-12-10");
        var naa = await nav.Hent($"/opphold/{opphold}");
        Assert.Equal(("loeper", "2026-12-10", "bosatt"), ((string?)naa["status"], (string?)naa["foreslaattSlutt"], await Status()));
        await nav.Post($"/opphold/{opphold}/avreise", new { aarsak = "kommunal-bolig" });

        async Task<string?> Status() => (string?)(await nav.Hent($"/henvendelser/{id}/plan"))["soeknadStatus"];
    }

    [Fact]
    public async Task Den_som_skal_loeslates_har_en_plan_foer_dagen_kommer()
    {
        using var nav = new Navkontor(tjeneste, "loeslates");
        nav.ErDet("2026-12-01");
        var person = await nav.Person();
        var id = (string)(await nav.Kommer(new { voksne = 1, bakgrunn = "loeslatelse", behovFra = "2027-01-15", personer = new[] { person } }))["id"]!;

        await nav.Post($"/henvendelser/{id}/plan", new { ansvarlig = "Kari", hengerPaa = "kriminalomsorgen", nesteSteg = "Ansvarsgruppe", frist = "2026-12-20" });
        await nav.Post($"/henvendelser/{id}/plan/boligsoeknad", new { samtykke = "2026-12-01" });
        var plass = await nav.Plass(await nav.Tilbyder(), "Hybel 1");
        Assert.Equal("2027-01-15", (string?)(await nav.Hent($"/henvendelser/{id}/plasser"))["ankomst"]);
        await nav.Opphold(id, plass, "2027-01-15", "2027-02-01");

        Assert.Equal("nibr-3", (string?)(await tjeneste.Fortalt("boligsoeknad-oversendt", id))["situasjon"]![0]);
        Assert.Empty((await nav.Hent("/botid"))["innhold"]!.AsArray());
    }
}
