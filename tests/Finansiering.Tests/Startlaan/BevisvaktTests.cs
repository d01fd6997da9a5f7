using Boligsosial.Finansiering.Startlaan;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Startlaan;

/// <summary><see cref="Bevisvakt"/>, and the letter with the vedtak: <see cref="HentStartlaansbrev"/>. Today is 1 December 2026.</summary>
public sealed class BevisvaktTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    private Doegnvakt Vakt => tjeneste.Services.GetRequiredService<Doegnvakt>();

    [Fact]
    public async Task Bevis_utloeper_av_seg_selv_dagen_etter_den_siste_i_alle_enheter_og_en_gang()
    {
        using var aake = new Laanesaker(tjeneste, "aake");
        using var andre = new Laanesaker(tjeneste, "andre");
        await aake.Ramme(10_000_000);
        await andre.Ramme(10_000_000);
        var (foerste, annen, lever) = (await aake.Innvilget(dato: "2026-11-10"), await andre.Innvilget(2_000_000, dato: "2026-11-10"), await andre.Innvilget(dato: "2026-11-11"));

        await Vakt.Utfoer(new(2027, 5, 10), CancellationToken.None); // the last day
        Assert.Equal((8_500_000m, 6_500_000m), (await Ledig(aake), await Ledig(andre)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Vakt.Utfoer(new(2027, 5, 11), CancellationToken.None)));
        await Vakt.Utfoer(new(2027, 5, 11), CancellationToken.None);

        Assert.Equal((10_000_000m, 8_500_000m), (await Ledig(aake), await Ledig(andre)));
        Assert.Equal("2 2027-05-11", await tjeneste.Sql<string>($"SELECT count(*) || ' ' || min(avsluttet) FROM startlaansoeknad WHERE status = 'utloept' AND id IN ('{foerste}', '{annen}')"));
        Assert.Equal("innvilget", await tjeneste.Sql<string>($"SELECT status FROM startlaansoeknad WHERE id = '{lever}'"));
    }

    [Fact]
    public async Task Mens_en_replika_er_i_gang_gaar_de_andre_forbi()
    {
        using var saker = new Laanesaker(tjeneste, "replika");
        await saker.Ramme(10_000_000);
        await saker.Innvilget();
        await using var database = NpgsqlDataSource.Create(tjeneste.Database);
        await using var annen = await database.OpenConnectionAsync();
        await using (var transaksjon = await annen.BeginTransactionAsync())
        {
            await using var laas = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended('doegnvakt/Bevisvakt', 0))", annen, transaksjon);
            await laas.ExecuteNonQueryAsync();
            await Vakt.Utfoer(new(2027, 5, 11), CancellationToken.None);
            Assert.Equal(8_500_000m, await Ledig(saker));
        }

        await Vakt.Utfoer(new(2027, 5, 11), CancellationToken.None);

        Assert.Equal(10_000_000m, await Ledig(saker));
    }

    [Fact]
    public async Task Det_som_ble_gjort_den_siste_dagen_kan_foeres_etter_at_utloepet_er_foert_saa_lenge_rammen_har_plass()
    {
        using var saker = new Laanesaker(tjeneste, "etterpå");
        await saker.Ramme(3_000_000);
        var (brukt, forlenget) = (await saker.Innvilget(), await saker.Innvilget());
        // Lapsed on 26 November, and the watch has been there.
        await tjeneste.Sql<int>($"UPDATE startlaansoeknad SET bevis_til = '2026-11-25' WHERE id IN ('{brukt}', '{forlenget}'); SELECT 1");
        await Vakt.Utfoer(new(2026, 11, 26), CancellationToken.None);
        Assert.Equal(3_000_000m, await Ledig(saker));

        Assert.Equal((409, "soeknad-feil-status"), await Avvist(Utbetal("2026-11-26")));
        Assert.Equal("utbetalt", (await Gjort(Utbetal("2026-11-25"))).GetProperty("status").GetString());
        Assert.Equal(1_600_000m, await Ledig(saker));
        await saker.Innvilget();
        Assert.Equal((409, "ramme-overskredet"), await Avvist(Forleng("2026-11-25")));
        await saker.Ramme(5_000_000);
        Assert.Equal((409, "soeknad-feil-status"), await Avvist(Forleng("2026-11-26")));
        var svar = await Gjort(Forleng("2026-11-25"));

        Assert.Equal(("innvilget", "2027-05-25"), (svar.GetProperty("status").GetString(), svar.GetProperty("bevis").GetProperty("gyldigTil").GetString()));
        Assert.Equal(600_000m, await Ledig(saker));

        Task<HttpResponseMessage> Utbetal(string dato) => saker.Utbetal(brukt, endret: new { beloep = 1_400_000, kjoepesum = 1_600_000, rente = 4.381, rentetype = "flytende", loepetidAar = 30, dato });

        Task<HttpResponseMessage> Forleng(string dato) => Gjoer(saker.Beslutter, forlenget, "bevis/forlengelse", new { dato });
    }

    [Fact]
    public async Task Et_bevis_som_brukes_mens_det_utloeper_blir_enten_brukt_eller_utloept()
    {
        using var saker = new Laanesaker(tjeneste, "samtidig");
        await saker.Ramme(50_000_000);
        var ider = new List<string>();
        for (var i = 0; i < 10; i++)
            ider.Add(await saker.Innvilget());

        await Task.WhenAll(ider.Select(id => (Task)saker.Utbetal(id)).Append(Vakt.Utfoer(new(2027, 5, 11), CancellationToken.None)));

        var utbetalt = await tjeneste.Sql<long>("SELECT count(*) FROM startlaansoeknad WHERE enhet = 'samtidig' AND status = 'utbetalt'");
        Assert.Equal(10 - utbetalt, await tjeneste.Sql<long>("SELECT count(*) FROM startlaansoeknad WHERE enhet = 'samtidig' AND status = 'utloept'"));
        Assert.Equal(50_000_000m - (utbetalt * 1_500_000m), await Ledig(saker));
    }

    [Fact]
    public async Task Brevet_sier_hva_som_er_vedtatt_hvorfor_og_hvordan_man_klager()
    {
        using var saker = new Laanesaker(tjeneste, "brev");
        await saker.Ramme(10_000_000);
        var (ja, nei) = (await saker.Innvilget(), (await saker.Ny([7])).GetProperty("id").GetString()!);
        Assert.Equal((409, "ingen-vedtak"), await Avvist(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/soeknader/{nei}/vedtaksbrev")));
        await Gjort(saker.Innstill(nei, "avslag"));
        await Gjort(saker.Avslaa(nei, "kommunale-retningslinjer", "Barnet bor trygt i dag.", "Vurdert, men ikke gjort."));

        var (innvilget, avslag) = (await Brev(ja), await Brev(nei));

        foreach (var del in new[] { "STARTLÅN ER INNVILGET", "inntil 1 500 000 kroner", "til og med 10.05.2027", "38 000 kroner i inntekt", "(forskrift om lån fra Husbanken § 5-1)", "07.12.2026", "kommunal klagenemnd", "§ 42" })
            Assert.Contains(del, innvilget, StringComparison.Ordinal);
        foreach (var del in new[] { "STARTLÅN ER AVSLÅTT", "1 barn", "utenfor kommunens retningslinjer", "Vurdert, men ikke gjort.", "Barnets beste\nBarnet bor trygt i dag." })
            Assert.Contains(del, avslag, StringComparison.Ordinal);
        Assert.DoesNotContain("Test Testesen", innvilget + avslag, StringComparison.Ordinal);
        Assert.Equal((404, "finnes-ikke"), await Avvist(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/soeknader/{Guid.CreateVersion7()}/vedtaksbrev")));

        Task<string> Brev(string id) => saker.Saksbehandler.GetStringAsync($"{Laanesaker.Startlaan}/soeknader/{id}/vedtaksbrev");
    }

    private static async Task<decimal> Ledig(Laanesaker saker) => (await saker.RammeNaa()).GetProperty("ledig").GetDecimal();
}
