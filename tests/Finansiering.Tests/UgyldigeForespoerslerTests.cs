using System.Text.Json.Nodes;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Testing;

namespace Boligsosial.Finansiering.Tests;

/// <summary>What no caller ought to send, to every endpoint of finansiering.</summary>
public sealed class UgyldigeForespoerslerTests(FinansieringTjeneste tjeneste, ITestOutputHelper ut) : IClassFixture<FinansieringTjeneste>
{
    [Fact]
    public async Task Ti_tusen_ugyldige_forespoersler_gir_avslag_og_aldri_feil_hos_oss()
    {
        using var saker = new Tests.Startlaan.Laanesaker(tjeneste, "aake");
        using var tilskudd = new Tests.Tilskudd.Tilskuddssaker(tjeneste, "aake");
        await saker.Ramme(10_000_000);
        Guid[] kjente = [await tjeneste.RegistrerPerson(Roller.AakeStoenad), (await saker.Ny()).GetProperty("id").GetGuid(), Guid.Parse(await saker.Innvilget()), Guid.Parse(await tilskudd.Innstilt())];
        var endepunkter = Endepunkt.Alle(tjeneste.Services);
        var ugyldige = new UgyldigeForespoersler(20261123, endepunkter, tjeneste.Utsteder, kjente, (type, _) => Eksempel(type));

        var kontroll = await ugyldige.Send(tjeneste.Klient.BaseAddress!, 10_000);

        ut.WriteLine(kontroll.Fordeling);
        Assert.True(kontroll.Feil.Count == 0, string.Join('\n', kontroll.Feil));
        Assert.DoesNotContain(endepunkter, e => !kontroll.Slapp(e));
        Assert.InRange(kontroll.NektetAvKestrel, 0, 500);
    }

    /// <summary>What the types do not tell: months that have rates, municipalities that there are.</summary>
    private static JsonNode? Eksempel(Type type)
    {
        const string husstand = """{"dato":"2026-11-01","kommunenummer":"1508","voksne":1,"barn":2,"inntektPerMaaned":15398,"boutgiftPerMaaned":9507}""";
        return type == typeof(Opplysninger) ? JsonNode.Parse(husstand)
            : type == typeof(SammenlignBostoette.Request) ? JsonNode.Parse($$"""{"husstand":{{husstand}},"endringer":[{"navn":"jobb","inntektPerMaaned":20000}]}""")
            : type == typeof(BeregnMaanedsliste.Request) ? JsonNode.Parse($$"""{"dato":"2026-11-01","husstander":[{"referanse":"1","opplysninger":{{husstand}}}]}""")
            : type == typeof(KontrollerVilkaar.Request) ? JsonNode.Parse($$"""{"vilkaar":{"lovligBosatt":true},"beregning":{{husstand}}}""")
            : type == typeof(BeregnStartlaan.Request) ? JsonNode.Parse("""{"dato":"2026-11-23","husholdning":{"nettoInntekt":38000,"livsopphold":19500},"varianter":[{"kjoepesum":1500000,"loepetidAar":30,"rente":4.381}]}""")
            : type == typeof(FordelTap.Request) ? JsonNode.Parse("""{"hovedstol":1000000,"innbetalt":600000,"dato":"2026-11-20"}""")
            : type == typeof(UtbetalStartlaan.Request) ? JsonNode.Parse("""{"beloep":1,"kjoepesum":1,"rente":4.381,"rentetype":"flytende","loepetidAar":30}""")
            : null;
    }
}
