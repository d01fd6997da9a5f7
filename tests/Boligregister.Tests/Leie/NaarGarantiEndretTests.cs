using System.Net.Http.Json;
using Boligsosial.Boligregister.Leie;
using Boligsosial.Boligregister.Tests.Tilgang;
using Boligsosial.Contracts;
using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.Boligregister.Tests.Leie;

/// <summary><see cref="NaarGarantiInnvilget"/> and <see cref="NaarGarantiFrigitt"/>: what NAV guarantees for a lease is the sum of what runs.</summary>
public sealed class NaarGarantiEndretTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task To_garantier_legges_sammen_og_den_som_frigis_trekkes_fra()
    {
        var leie = await Leie(garanti: 5_000);
        Assert.Equal(5_000m, await Garanti(leie));
        var (foerste, andre) = (Innvilget(leie, 20_000), Innvilget(leie, 12_000.50m));

        await Skjer(foerste);
        Assert.Equal(20_000m, await Garanti(leie)); // what was written when it was entered into has been told by NAV
        await Skjer(andre);
        Assert.Equal(32_000.50m, await Garanti(leie));
        await Skjer(new GarantiFrigitt(foerste.GarantiId, leie, new(2026, 11, 1)));
        Assert.Equal(12_000.50m, await Garanti(leie));
        await Skjer(new GarantiFrigitt(andre.GarantiId, leie, new(2026, 11, 2)));
        Assert.Equal(0m, await Garanti(leie));
    }

    [Fact]
    public async Task Det_samme_fortalt_igjen_endrer_ingenting()
    {
        var leie = await Leie();
        var (frigitt, loeper) = (Innvilget(leie, 20_000), Innvilget(leie, 10_000));
        IHendelse[] alt = [frigitt, loeper, new GarantiFrigitt(frigitt.GarantiId, leie, new(2026, 11, 1))];

        for (var gang = 0; gang < 3; gang++)
        {
            foreach (var hendelse in alt)
                await Skjer(hendelse);
            Assert.Equal(10_000m, await Garanti(leie));
        }

        var versjon = await Versjon(leie);
        await Skjer(loeper);
        await Skjer(frigitt); // the grant alone, after the release
        Assert.Equal((10_000m, versjon), (await Garanti(leie), await Versjon(leie)));
    }

    [Fact]
    public async Task Frigivelsen_kan_komme_foerst()
    {
        var leie = await Leie();
        var garanti = Innvilget(leie, 20_000);

        await Skjer(new GarantiFrigitt(garanti.GarantiId, leie, new(2026, 11, 1)));
        await Skjer(garanti);

        Assert.Equal(0m, await Garanti(leie));
    }

    [Fact]
    public async Task Mange_samtidig_om_samme_leieforhold_blir_med_alle_sammen()
    {
        var leie = await Leie();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Skjer(Innvilget(leie, 1_000))));

        Assert.Equal(8_000m, await Garanti(leie));
    }

    [Fact]
    public async Task Et_leieforhold_som_ikke_finnes_her_er_ingen_feil()
    {
        var (leie, annen) = (await Leie(), Guid.CreateVersion7());

        await Skjer(Innvilget(annen, 20_000));
        await Skjer(new GarantiFrigitt(Guid.CreateVersion7(), annen, new(2026, 11, 1)));

        Assert.Equal(0m, await Garanti(leie));
        Assert.Equal(0L, await tjeneste.Sql<long>($"SELECT count(*) FROM leieforhold_garanti WHERE leieforhold_id = '{annen}'"));
    }

    private static GarantiInnvilget Innvilget(Guid leie, decimal beloep) => new(Guid.CreateVersion7(), leie, beloep, new(2026, 10, 1), null);

    private async Task<decimal> Garanti(Guid leie) => (decimal)(await tjeneste.Hent($"{Leiesak.AlleLeieforhold}/{leie}"))["garanti"]!;

    private Task<string> Versjon(Guid leie) => tjeneste.Sql<string>($"SELECT xmin::text FROM leieforhold WHERE id = '{leie}'");

    private async Task<Guid> Leie(decimal garanti = 0)
    {
        var person = await Leiesak.Registrer(tjeneste.Klient, Leiesak.NyttNummer());
        var bolig = (string)(await tjeneste.Registrer(tjeneste.NyBolig(b => b["statusFra"] = "2023-01-01"))).Innhold["id"]!;
        using var svar = await tjeneste.Klient.PostAsJsonAsync(
            Leiesak.AlleLeieforhold, new { boligId = bolig, fra = "2024-01-01", maanedsleie = 9_000, leietakere = new[] { person }, grunner = "ingen", garanti });
        Assert.True(svar.IsSuccessStatusCode, await svar.Content.ReadAsStringAsync());
        return Guid.Parse((string)(await BoligregisterTjeneste.Json(svar))["id"]!);
    }

    /// <summary>As when a message comes from NAV, to the one reaction that there is.</summary>
    private async Task Skjer(IHendelse hendelse)
    {
        await using var scope = tjeneste.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BoligregisterDb>();
        await using var transaksjon = await db.Database.BeginTransactionAsync();
        var mottatt = new Mottatt(Guid.CreateVersion7(), tjeneste.Tid.Naa, "midlertidig-botilbud");
        await (hendelse switch
        {
            GarantiInnvilget innvilget => new NaarGarantiInnvilget(db).Handle(innvilget, mottatt, CancellationToken.None),
            _ => new NaarGarantiFrigitt(db).Handle((GarantiFrigitt)hendelse, mottatt, CancellationToken.None),
        });
        await db.SaveChangesAsync();
        await transaksjon.CommitAsync();
    }
}
