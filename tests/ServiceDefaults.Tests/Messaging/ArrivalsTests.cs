using Boligsosial.ServiceDefaults.Messaging;

namespace Boligsosial.ServiceDefaults.Tests.Messaging;

/// <summary>Deliveries that pass each other on their way in.</summary>
public sealed class ArrivalsTests
{
    private readonly Arrivals _ankomster = new();

    private Task Kom(int kanal, ulong tag) => _ankomster.Add(kanal, tag, []);

    private async Task<IEnumerable<(int Kanal, ulong Tag)>> Neste(int hoeyst = 10) =>
        (await _ankomster.Next(hoeyst, TestContext.Current.CancellationToken)).Select(a => (a.Channel, a.Tag));

    [Fact]
    public async Task De_som_gaar_forbi_hverandre_settes_i_meglerens_rekkefoelge()
    {
        foreach (var tag in new ulong[] { 2, 1, 4, 3 })
            _ = Kom(1, tag);

        Assert.Equal([(1, 1UL), (1, 2UL), (1, 3UL)], await Neste(3));
        Assert.Equal([(1, 4UL)], await Neste());
    }

    [Fact]
    public async Task En_etternoeler_fra_en_kanal_som_er_forlatt_gis_tilbake_og_rokker_ikke_ved_den_nye()
    {
        _ = Kom(1, 1);
        _ = Kom(2, 1);
        Assert.Equal([(1, 1UL)], await Neste());
        var etternoeler = Kom(1, 2);
        _ = Kom(2, 2);

        Assert.Equal([(2, 1UL), (2, 2UL)], await Neste());
        await Assert.ThrowsAsync<ChannelLeftException>(() => etternoeler);
    }

    /// <summary>Given back one by one, the later could be applied before the earlier: the whole channel must be delivered again.</summary>
    [Fact]
    public async Task Mangler_en_tas_ikke_noe_senere_paa_samme_kanal()
    {
        _ = Kom(1, 1);
        Assert.Equal([(1, 1UL)], await Neste());
        var (tidlig, neste) = (Kom(1, 3), Neste());
        await Assert.ThrowsAsync<ChannelLeftException>(() => tidlig);
        var senere = Kom(1, 4);
        _ = Kom(2, 1);

        Assert.Equal([(2, 1UL)], await neste);
        await Assert.ThrowsAsync<ChannelLeftException>(() => senere);
    }
}
