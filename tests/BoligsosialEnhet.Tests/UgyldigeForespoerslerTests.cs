using Boligsosial.Felles;
using Boligsosial.Testing;

namespace Boligsosial.BoligsosialEnhet.Tests;

/// <summary>What no caller ought to send, to every endpoint of boligsosial enhet.</summary>
public sealed class UgyldigeForespoerslerTests(BoligsosialEnhetTjeneste tjeneste, ITestOutputHelper ut) : IClassFixture<BoligsosialEnhetTjeneste>
{
    [Fact]
    public async Task Ti_tusen_ugyldige_forespoersler_gir_avslag_og_aldri_feil_hos_oss()
    {
        await tjeneste.Skjedde("2026-11-20", BoligsosialEnhetTjeneste.NyBolig());
        var endepunkter = Endepunkt.Alle(tjeneste.Services);
        var ugyldige = new UgyldigeForespoersler(20261122, endepunkter, tjeneste.Utsteder, [await tjeneste.RegistrerPerson(Roller.BoligsosialKoordinator)], (_, _) => null);

        var kontroll = await ugyldige.Send(tjeneste.Klient.BaseAddress!, 10_000);

        ut.WriteLine(kontroll.Fordeling);
        Assert.True(kontroll.Feil.Count == 0, string.Join('\n', kontroll.Feil));
        Assert.DoesNotContain(endepunkter, e => !kontroll.Slapp(e));
        Assert.InRange(kontroll.NektetAvKestrel, 0, 500);
    }
}
