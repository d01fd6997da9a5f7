using System.Net;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Soeknader;

/// <summary><see cref="Boligregister.Soeknader.InnvilgSoeknad"/>, <see cref="Boligregister.Soeknader.AvslaaSoeknad"/>: the vedtak.</summary>
public sealed class VedtakTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task En_innvilget_soeknad_har_vedtak_med_frist_og_klageinstans_og_andre_faar_vite_det()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var id = (string)(await Sak.Ny(klient))["id"]!;

        var svar = await Sak.Gjort(Sak.Innvilg(klient, id, "2026-11-25", "barnefamilie"));

        Assert.Equal("innvilget", (string?)svar["status"]);
        Assert.Equal("gjennomgangsbolig", (string?)svar["kategorier"]![0]);
        var vedtak = svar["vedtak"]![0]!;
        Assert.Equal(("2026-11-25", "2026-11-29", "2026-12-21"), ((string?)vedtak["dato"], (string?)vedtak["underrettet"], (string?)vedtak["klagefrist"]));
        Assert.Equal("kommunal klagenemnd", (string?)vedtak["klageinstans"]);
        Assert.Equal("soeknad-mottatt soeknad-avgjort", await Sak.Fortalt(tjeneste, id));
        Assert.Equal(svar.ToJsonString(), (await Sak.Hent(klient, $"{Sak.Soeknader}/{id}")).ToJsonString());
    }

    [Fact]
    public async Task Av_ti_samtidige_vedtak_blir_det_ett()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var id = (string)(await Sak.Ny(klient))["id"]!;

        var svar = await Task.WhenAll(Enumerable.Range(0, 10).Select(nr => nr % 2 == 0 ? Sak.Innvilg(klient, id) : Sak.Avslaa(klient, id)));

        Assert.Equal(1, svar.Count(s => s.StatusCode == HttpStatusCode.OK));
        Assert.Equal(9, svar.Count(s => s.StatusCode == HttpStatusCode.Conflict));
        Assert.Single((await Sak.Hent(klient, $"{Sak.Soeknader}/{id}"))["vedtak"]!.AsArray());
    }
}
