using System.Net;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Forebygging;

namespace Boligsosial.MidlertidigBotilbud.Tests.Forebygging;

/// <summary><see cref="HentNettverkssaker"/> and <see cref="MeldNettverksgruppe"/>.</summary>
public sealed class NettverksgruppeTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Gruppa_ser_sine_saker_og_alle_merknadene_men_ikke_det_NAV_har_bestemt()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        using var gruppa = tjeneste.Som(Roller.Nettverksgruppe);
        using var utleie = tjeneste.Som(Roller.AakeUtleie);
        nav.ErDet("2026-12-05");
        var (person, gradert) = (await nav.Person(), await nav.Person());
        await Sak(nav, gradert);
        var (vanlig, hatt, venter, skjult) = (await Sak(nav, await nav.Person()), await Sak(nav, person), await Sak(nav, person), await Sak(nav, gradert));
        await nav.Post($"/personer/{gradert}/gradering", new { gradering = "fortrolig" }, HttpStatusCode.NoContent, som: nav.Skjermet);

        await nav.Post($"/forebygging/{hatt}/nettverksgruppe", new { merknad = "Møte med boveileder.", dato = "2026-12-04" });
        var to = await nav.Post($"/forebygging/{hatt}/nettverksgruppe", new { merknad = "Møte med økonomisk rådgiver." });
        await nav.Post($"/forebygging/{hatt}/svar", new { utfall = "gjeldsraadgivning", merknad = "Stadig trukket i lønn." });
        Assert.Equal(["Møte med boveileder.", "Møte med økonomisk rådgiver."], to["nettverksmerknader"]!.AsArray().Select(m => (string?)m!["merknad"]));
        Assert.NotEmpty((string)to["nettverksmerknader"]![0]!["av"]!);

        var side = await nav.Hent("/forebygging/nettverksgruppe?antall=1", som: gruppa);
        var neste = await nav.Hent($"/forebygging/nettverksgruppe?antall=1&etter={side["neste"]}", som: gruppa);
        Assert.Equal((venter, hatt, null), ((string?)side["innhold"]![0]!["id"], (string?)neste["innhold"]![0]!["id"], neste["neste"]));
        Assert.Equal(("2026-12-05", 2), ((string?)neste["innhold"]![0]!["nettverksgruppe"], neste["innhold"]![0]!["merknader"]!.AsArray().Count));
        var alt = (await nav.Hent("/forebygging/nettverksgruppe", som: gruppa)).ToJsonString();
        Assert.All([vanlig, skjult, "gjeldsraadgivning", "Stadig trukket"], t => Assert.DoesNotContain(t, alt, StringComparison.Ordinal));
        Assert.Equal(2L, await tjeneste.Sql<long>($"SELECT count(*) FROM tilgangslogg WHERE sak = 'forebygging/{venter}' AND enhet = 'boligsosial-enhet' AND handling = 'lest'"));
        await nav.Hent("/forebygging", HttpStatusCode.Forbidden, som: gruppa);
        await nav.Hent("/forebygging/nettverksgruppe", HttpStatusCode.Forbidden, som: utleie);
        await nav.Hent("/forebygging/nettverksgruppe?antall=0", HttpStatusCode.BadRequest, "ugyldig", gruppa);
    }

    private async Task<string> Sak(Navkontor nav, string person)
    {
        var leie = Guid.CreateVersion7();
        await tjeneste.Skjedde(new FravikelseVarslet(leie, Guid.CreateVersion7(), new(2026, 12, 1), new(2026, 12, 15), false, 9300, [Guid.Parse(person)]));
        return (string)(await nav.Hent($"/forebygging?leieforholdId={leie}"))["innhold"]![0]!["id"]!;
    }
}
