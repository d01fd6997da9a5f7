using System.Text.Json.Nodes;
using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Boligmasse;
using Boligsosial.Felles;
using Boligsosial.Testing;

namespace Boligsosial.Boligregister.Tests;

/// <summary>What no caller ought to send, to every endpoint of boligregister.</summary>
public sealed class UgyldigeForespoerslerTests(BoligregisterTjeneste tjeneste, ITestOutputHelper ut) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task Ti_tusen_ugyldige_forespoersler_gir_avslag_og_aldri_feil_hos_oss()
    {
        var (_, bolig) = await tjeneste.Registrer();
        var (ny, venter) = (await Soeknader.Sak.Ny(tjeneste.Klient), await Soeknader.Sak.Ventende(tjeneste.Klient));
        Guid[] kjente = [Guid.Parse((string)ny["id"]!), Guid.Parse((string)venter["id"]!), Guid.Parse((string)bolig["id"]!), await tjeneste.RegistrerPerson(Roller.AakeUtleie), await tjeneste.RegistrerPerson(Roller.KtLeder)];
        var endepunkter = Endepunkt.Alle(tjeneste.Services);
        var ugyldige = new UgyldigeForespoersler(20261122, endepunkter, tjeneste.Utsteder, kjente, Eksempel);

        var kontroll = await ugyldige.Send(tjeneste.Klient.BaseAddress!, 10_000);

        ut.WriteLine(kontroll.Fordeling);
        Assert.True(kontroll.Feil.Count == 0, string.Join('\n', kontroll.Feil));
        Assert.DoesNotContain(endepunkter, e => !kontroll.Slapp(e));
        Assert.InRange(kontroll.NektetAvKestrel, 0, 500);
    }

    private JsonNode? Eksempel(Type type, Random tilfeldig) =>
        type == typeof(Boligdata) ? tjeneste.NyBolig()
        : type == typeof(string) ? BoligregisterTjeneste.Csv($"U{tilfeldig.Next(100)}", 5)
        : type == typeof(InngaaTilvisningsavtale.Request) ? JsonNode.Parse("""{"prosjekt":"P","utleier":"U","organisasjonsnummer":"123456789","antallBoliger":12,"andel":0.4,"fra":"2020-01-01","til":"2045-01-01"}""")
        : type == typeof(InngaaInnleieavtale.Request) ? JsonNode.Parse($$"""{"boligId":"{{Guid.CreateVersion7()}}","utleier":"U","organisasjonsnummer":"123456789","fra":"2020-01-01","til":null,"maanedsleie":9000,"oppsigelsestidMaaneder":3,"framleieTillatt":true,"framleievilkaar":"V"}""")
        : type == typeof(PlanleggKjoep.Request) ? JsonNode.Parse("""{"aar":2027,"antall":2,"kategori":"bemannet","soverom":2,"tilgjengelighet":"trinnfri","ramme":1,"merknad":"M","dato":"2026-11-01"}""")
        : null;
}
