using Boligsosial.Felles;
using Boligsosial.Testing;

namespace Boligsosial.Finansiering.Tests;

/// <summary>What no caller ought to send, to every endpoint of finansiering.</summary>
public sealed class UgyldigeForespoerslerTests(FinansieringTjeneste tjeneste, ITestOutputHelper ut) : IClassFixture<FinansieringTjeneste>
{
    [Fact]
    public async Task Ti_tusen_ugyldige_forespoersler_gir_avslag_og_aldri_feil_hos_oss()
    {
        var endepunkter = Endepunkt.Alle(tjeneste.Services);
        var ugyldige = new UgyldigeForespoersler(20261123, endepunkter, tjeneste.Utsteder, [await tjeneste.RegistrerPerson(Roller.AakeStoenad)], (_, _) => null);

        var kontroll = await ugyldige.Send(tjeneste.Klient.BaseAddress!, 10_000);

        ut.WriteLine(kontroll.Fordeling);
        Assert.True(kontroll.Feil.Count == 0, string.Join('\n', kontroll.Feil));
        Assert.InRange(kontroll.NektetAvKestrel, 0, 500);
    }
}
