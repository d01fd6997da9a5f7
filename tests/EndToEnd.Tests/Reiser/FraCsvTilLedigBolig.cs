using Boligsosial.Client;
using Boligsosial.Testing;

namespace Boligsosial.EndToEnd.Tests.Reiser;

/// <summary>
/// The first journey: a municipality imports its register, asks which vacant, wheelchair-adapted dwellings with two
/// bedrooms there are in Skodje, and finds the same after a restart.
/// </summary>
public sealed class FraCsvTilLedigBolig : IAsyncLifetime
{
    private static readonly Boligfilter Spoersmaal = new()
    {
        Omraade = "Skodje",
        Status = Boligstatus.LedigKlar,
        Egenskaper = [Boligegenskap.Rullestol],
        SoveromFra = 2,
        SoveromTil = 2,
    };

    private Systemet _systemet = null!;

    public async ValueTask InitializeAsync() => _systemet = await Systemet.Start(["--Replikaer=2"]);

    public ValueTask DisposeAsync() => _systemet.DisposeAsync();

    [Fact]
    public async Task Registeret_importeres_gjennom_gatewayen_soekes_i_og_er_der_etter_omstart()
    {
        var api = Client.Boligregister.Klient(await _systemet.Klient());
        await using (var fil = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "aalesund-boliger.csv")))
        {
            using var svar = await api.ImporterBoliger(fil);
            var rapport = await svar.LesImportrapport();
            Assert.Equal((1099, 1099, 0), (rapport.Lest, rapport.Opprettet, rapport.Avvist.Count));
        }

        var foer = await api.SoekAlleBoliger(Spoersmaal).ToListAsync();
        Assert.NotEmpty(foer);
        Assert.All(foer, b => Assert.Equal(("Skodje", 2, "ledig-klar"), (b.Omraade, b.Soverom, b.Status)));
        Assert.All(foer, b => Assert.Contains("rullestol", b.Egenskaper));

        using (var bolig = await api.HentBolig(foer[0].Id))
        {
            using var endret = await api.EndreBolig(foer[0].Id, foer[0] with { Status = Boligstatus.Reservert, StatusFra = null }, bolig.Headers.ETag!.ToString());
            Assert.True(endret.IsSuccessStatusCode);
        }

        await _systemet.StartPaaNytt();
        api = Client.Boligregister.Klient(await _systemet.Klient());
        var etter = await api.SoekAlleBoliger(Spoersmaal).ToListAsync();
        Assert.Equal(foer.Skip(1).Select(b => b.Id), etter.Select(b => b.Id));
        Assert.Equal(1099, (await api.TellBoliger(["omraade", "kategori", "status"])).Totalt);

        using var eksport = new StreamReader(await api.EksporterBoliger());
        Assert.Equal(1 + 1099, (await eksport.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
