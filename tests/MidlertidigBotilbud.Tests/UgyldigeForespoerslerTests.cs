using Boligsosial.Testing;

namespace Boligsosial.MidlertidigBotilbud.Tests;

/// <summary>What no caller ought to send, to every endpoint of midlertidig botilbud.</summary>
public sealed class UgyldigeForespoerslerTests(MidlertidigBotilbudTjeneste tjeneste, ITestOutputHelper ut) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    [Fact]
    public async Task Ti_tusen_ugyldige_forespoersler_gir_avslag_og_aldri_feil_hos_oss()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2026-12-01");
        var (person, tilbyder) = (await nav.Person(), await nav.Tilbyder());
        var (henvendelse, plass) = (await nav.Innvilget(new { voksne = 1, personer = new[] { person } }), await nav.Plass(tilbyder, "Hybel 1"));
        var opphold = await nav.Opphold(henvendelse, plass, "2026-12-01", "2026-12-10");
        var husstand = (string)(await nav.Hent($"/opphold/{opphold}"))["husstandId"]!;
        await tjeneste.Skjedde(new Contracts.Boligregister.FravikelseVarslet(Guid.Parse(plass), Guid.Parse(plass), new(2026, 11, 20), new(2026, 12, 4), true, 9300, [Guid.Parse(person)]));
        var varslet = (string)(await nav.Hent("/forebygging"))["innhold"]![0]!["id"]!;
        var dekning = (string)(await nav.Post($"/forebygging/{varslet}/dekning", new { beloep = 9300, begrunnelse = "a" }))["dekninger"]![0]!["id"]!;
        var garanti = (string)(await nav.Post(
            "/garantier",
            new { utfall = "innvilget", type = "garanti", utleier = "privat", personer = new[] { person }, maanedsleie = 10_000, beloep = 20_000, fra = "2026-12-01", begrunnelse = "a" },
            System.Net.HttpStatusCode.Created))["id"]!;
        Guid[] kjente = [.. new[] { person, tilbyder, henvendelse, plass, opphold, husstand, varslet, dekning, garanti }.Select(Guid.Parse)];
        var endepunkter = Endepunkt.Alle(tjeneste.Services);
        var ugyldige = new UgyldigeForespoersler(20261123, endepunkter, tjeneste.Utsteder, kjente, (_, _) => null);

        var kontroll = await ugyldige.Send(tjeneste.Klient.BaseAddress!, 10_000);

        ut.WriteLine(kontroll.Fordeling);
        Assert.True(kontroll.Feil.Count == 0, string.Join('\n', kontroll.Feil));
        Assert.DoesNotContain(endepunkter, e => !kontroll.Slapp(e));
        Assert.InRange(kontroll.NektetAvKestrel, 0, 500);
    }
}
