using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Finansiering.Startlaan;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Startlaan;

/// <summary><see cref="SettRamme"/>, <see cref="HentRammer"/>, <see cref="ForlengBevis"/>, <see cref="LaBevisUtloepe"/>, <see cref="UtbetalStartlaan"/>. Today is 1 December 2026.</summary>
public sealed class RammeTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    [Fact]
    public async Task Av_femti_samtidige_vedtak_faar_bare_saa_mange_som_rammen_rekker_til()
    {
        using var saker = new Laanesaker(tjeneste, "kappløp");
        await saker.Ramme(10_000_000);
        var ider = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            var id = (await saker.Ny()).GetProperty("id").GetString()!;
            await Gjort(saker.Innstill(id));
            ider.Add(id);
        }

        var svar = await Task.WhenAll(ider.Select(id => saker.Innvilg(id, 1_500_000)));

        Assert.Equal(6, svar.Count(s => s.StatusCode == HttpStatusCode.OK));
        Assert.Equal(44, svar.Count(s => s.StatusCode == HttpStatusCode.Conflict));
        var ramme = await saker.RammeNaa();
        Assert.Equal((9_000_000m, 1_000_000m), (Tall(ramme, "bundet"), Tall(ramme, "ledig")));
        Assert.Equal((409, "ramme-overskredet"), await Avvist(saker.Innvilg(ider[Array.FindIndex(svar, s => s.StatusCode == HttpStatusCode.Conflict)], 1_000_001)));
        Assert.Equal(9_000_000m, await tjeneste.Sql<decimal>("SELECT sum(bevis_beloep) FROM startlaansoeknad WHERE enhet = 'kappløp' AND status = 'innvilget'"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => tjeneste.Sql<int>("UPDATE startlaansramme SET bundet = bundet + 1000001 WHERE enhet = 'kappløp' RETURNING aar"));
    }

    [Fact]
    public async Task Uten_ramme_innvilges_ingenting_og_ordningene_har_hver_sin()
    {
        using var saker = new Laanesaker(tjeneste, "hver-sin");
        await saker.Ramme(25_000_000, ordning: "foerstegangsetablering");
        var id = (await saker.Ny()).GetProperty("id").GetString()!;
        await Gjort(saker.Innstill(id));
        Assert.Equal((409, "ramme-mangler"), await Avvist(saker.Innvilg(id)));
        Assert.Equal("innstilt", (await saker.Hent(id)).GetProperty("status").GetString());

        await saker.Innvilget(2_000_000, ordning: "foerstegangsetablering");

        Assert.Equal(23_000_000m, Tall(await saker.RammeNaa(ordning: "foerstegangsetablering"), "ledig"));
    }

    [Fact]
    public async Task Det_som_er_igjen_overfoeres_og_aaret_foer_lukkes()
    {
        using var saker = new Laanesaker(tjeneste, "overføring");
        await saker.Ramme(5_000_000);
        var id = await saker.Innvilget(2_000_000);
        Assert.Equal((409, "ramme-under-bundet"), await Avvist(Sett(1_999_999)));

        var neste = await saker.Ramme(10_000_000, 2027);

        Assert.Equal((3_000_000m, 13_000_000m), (Tall(neste, "overfoert"), Tall(neste, "ledig")));
        Assert.Equal((409, "ramme-lukket"), await Avvist(Sett(9_000_000)));
        Assert.Equal((409, "ramme-lukket"), await Avvist(Sett(1, 2025)));
        var ny = (await saker.Ny()).GetProperty("id").GetString()!;
        await Gjort(saker.Innstill(ny));
        Assert.Equal((409, "ramme-mangler"), await Avvist(saker.Innvilg(ny)));
        // What was bound in the closed year is free in the open one.
        await Gjort(Gjoer(saker.Saksbehandler, id, "trekking"));
        Assert.Equal((0m, 5_000_000m), (Tall(await saker.RammeNaa(), "bundet"), Tall(await saker.RammeNaa(2027), "overfoert")));

        Task<HttpResponseMessage> Sett(decimal laaneopptak, int aar = 2026) => saker.Beslutter.PostAsJsonAsync($"{Laanesaker.Startlaan}/rammer", new { aar, ordning = "ordinaer", laaneopptak });
    }

    [Fact]
    public async Task Et_nytt_aar_som_settes_mens_penger_frigjoeres_mister_ingen_krone()
    {
        using var saker = new Laanesaker(tjeneste, "årsskifte");
        await saker.Ramme(20_000_000);
        var ider = new List<string>();
        for (var i = 0; i < 8; i++)
            ider.Add(await saker.Innvilget());
        await saker.Ramme(0, 2027);

        var kall = ider.Select(id => Gjoer(saker.Saksbehandler, id, "trekking")).ToList();
        kall.InsertRange(4, Enumerable.Range(2028, 3).Select(aar => saker.Beslutter.PostAsJsonAsync($"{Laanesaker.Startlaan}/rammer", new { aar, ordning = "ordinaer", laaneopptak = 0 })));
        Assert.All(await Task.WhenAll(kall), s => Assert.True(s.IsSuccessStatusCode || s.StatusCode == HttpStatusCode.Conflict));

        Assert.Equal(20_000_000m, await tjeneste.Sql<decimal>("SELECT laaneopptak + overfoert - bundet FROM startlaansramme WHERE enhet = 'årsskifte' AND NOT lukket"));
    }

    [Fact]
    public async Task Et_bevis_loeper_ut_av_seg_selv_kan_forlenges_foer_det_og_gir_pengene_tilbake()
    {
        using var saker = new Laanesaker(tjeneste, "bevis");
        await saker.Ramme(10_000_000);
        var (brukt, glemt) = (await saker.Innvilget(), await saker.Innvilget());
        var naa = tjeneste.Tid.Naa;
        try
        {
            tjeneste.Tid.Naa = new(2027, 5, 10, 11, 0, 0, TimeSpan.Zero); // the last day
            Assert.Equal("2027-11-10", (await Gjort(Gjoer(saker.Beslutter, brukt, "bevis/forlengelse"))).GetProperty("bevis").GetProperty("gyldigTil").GetString());
            Assert.Equal(2, Antall(await Gjort(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/soeknader?ubrukt=true&status=innvilget"))));
            tjeneste.Tid.Naa = new(2027, 5, 11, 11, 0, 0, TimeSpan.Zero);
            Assert.Equal("utloept", (await saker.Hent(glemt)).GetProperty("status").GetString());
            Assert.Equal((409, "soeknad-feil-status"), await Avvist(Gjoer(saker.Beslutter, glemt, "bevis/forlengelse")));
            Assert.Equal((409, "soeknad-feil-status"), await Avvist(saker.Utbetal(glemt, endret: new { beloep = 1, kjoepesum = 1, rente = 4, rentetype = "flytende", loepetidAar = 30 })));
            Assert.Equal(2, Antall(await Gjort(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/soeknader?ubrukt=true"))));

            var utloep = await Gjort(saker.Beslutter.PostAsync($"{Laanesaker.Startlaan}/soeknader/utloep", null));

            Assert.Equal((1, 1_500_000m), (utloep.GetProperty("antall").GetInt32(), Tall(utloep, "frigjort")));
            Assert.Equal(0, (await Gjort(saker.Beslutter.PostAsync($"{Laanesaker.Startlaan}/soeknader/utloep", null))).GetProperty("antall").GetInt32());
            Assert.Equal(8_500_000m, Tall(await saker.RammeNaa(), "ledig"));
            Assert.Equal(1, Antall(await Gjort(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/soeknader?ubrukt=true"))));
        }
        finally
        {
            tjeneste.Tid.Naa = naa;
        }
    }

    [Fact]
    public async Task Et_laan_utbetales_en_gang_innenfor_beviset_og_boligregisteret_faar_vite_om_kjoepet()
    {
        using var saker = new Laanesaker(tjeneste, "utbetaling");
        await saker.Ramme(10_000_000);
        var id = await saker.Innvilget(1_500_000);
        object Laan(decimal beloep, object? pris, int aar = 30, int fri = 0, string dato = "2026-11-20") => new { beloep, kjoepesum = pris, rente = 4.381, rentetype = "fast10", loepetidAar = aar, avdragsfrihetAar = fri, dato };
        Assert.Equal((422, "mer-enn-beviset"), await Avvist(saker.Utbetal(id, 1_500_001)));
        Assert.Equal((422, "kjoepesum-mangler"), await Avvist(saker.Utbetal(id, endret: Laan(1, null))));
        Assert.Equal((422, "langtid-ikke-dokumentert"), await Avvist(saker.Utbetal(id, endret: Laan(1, 1, 31))));
        Assert.Equal((422, "avdragsfrihet-for-lang"), await Avvist(saker.Utbetal(id, endret: Laan(1, 1, 30, 9))));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(saker.Utbetal(id, endret: Laan(1, 1, dato: "2026-11-09"))));

        var svar = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => saker.Utbetal(id, 1_400_000)));

        Assert.Equal(1, svar.Count(s => s.StatusCode == HttpStatusCode.OK));
        Assert.Equal(8_600_000m, Tall(await saker.RammeNaa(), "ledig"));
        Assert.Equal("utbetalt", (await saker.Hent(id)).GetProperty("status").GetString());
        Assert.Equal("finansiering.startlaan-utbetalt 2 2027-01-15", await tjeneste.Sql<string>(
            $"""
            SELECT m.type || ' ' || jsonb_array_length(m.body::jsonb -> 'laantakere') || ' ' || (m.body::jsonb ->> 'overtakelse')
            FROM (SELECT type, key, body FROM outbox UNION ALL SELECT type, key, body FROM outbox_history) m JOIN startlaan l ON l.id::text = m.key WHERE l.soeknad_id = '{id}'
            """));
    }

    [Fact]
    public async Task En_refinansiering_er_ikke_et_kjoep_og_en_foerstegangsetablerer_har_egne_vilkaar()
    {
        using var saker = new Laanesaker(tjeneste, "andre-formål");
        await saker.Ramme(10_000_000);
        await saker.Ramme(10_000_000, ordning: "foerstegangsetablering");
        var refinansiert = (await saker.Ny(formaal: "refinansiering")).GetProperty("id").GetString()!;
        await Gjort(saker.Innstill(refinansiert, fakta: new { formaal = "refinansiering", langvarigProblem = true, avslagIBank = true, kanBetjene = true, egnet = true, noektern = true, rimelig = true, samfinansieringVurdert = true, harSpart = true, kanBliBoende = true }));
        await Gjort(saker.Innvilg(refinansiert));
        await Gjort(saker.Utbetal(refinansiert, endret: new { beloep = 1_500_000, rente = 4.381, rentetype = "flytende", loepetidAar = 30, dato = "2026-11-20" }));
        Assert.Equal(0L, await tjeneste.Sql<long>($"SELECT count(*) FROM (SELECT key FROM outbox UNION ALL SELECT key FROM outbox_history) m JOIN startlaan l ON l.id::text = m.key WHERE l.soeknad_id = '{refinansiert}'"));

        var ung = await saker.Innvilget(2_929_545, ordning: "foerstegangsetablering");
        object Laan(int egenkapital, string rentetype = "fast10", int fri = 0) => new { beloep = 2_929_545, kjoepesum = 3_000_000, egenkapital, rente = 4.785, rentetype, loepetidAar = 30, avdragsfrihetAar = fri, dato = "2026-11-20" };
        Assert.Equal((422, "egenkapital-for-liten"), await Avvist(saker.Utbetal(ung, endret: Laan(149_999))));
        Assert.Equal((422, "binding-for-lang"), await Avvist(saker.Utbetal(ung, endret: Laan(150_000, "fast20"))));
        Assert.Equal((422, "avdragsfrihet-ikke-tillatt"), await Avvist(saker.Utbetal(ung, endret: Laan(150_000, fri: 1))));
        await Gjort(saker.Utbetal(ung, endret: Laan(150_000)));
    }

    private static decimal Tall(JsonElement e, string felt) => e.GetProperty(felt).GetDecimal();

    private static int Antall(JsonElement side) => side.GetProperty("innhold").GetArrayLength();
}
