using System.Net;
using System.Text.Json;
using Boligsosial.Finansiering.Tilskudd;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Tilskudd;

/// <summary><see cref="SettTilskuddsramme"/>, <see cref="HentTilskuddsrammer"/>, <see cref="UtbetalTilskudd"/>, <see cref="TilbakefoerTilskudd"/>. Today is 1 December 2026.</summary>
public sealed class TilskuddsrammeTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    [Fact]
    public async Task Av_femti_samtidige_vedtak_faar_bare_saa_mange_som_bevilgningen_rekker_til()
    {
        using var saker = new Tilskuddssaker(tjeneste, "kappløp");
        await Gjort(saker.SettRamme(1_500_000));
        var ider = new List<string>();
        for (var i = 0; i < 50; i++)
            ider.Add(await saker.Innstilt());

        var svar = await Task.WhenAll(ider.Select(id => saker.Innvilg(id)));

        Assert.Equal(7, svar.Count(s => s.StatusCode == HttpStatusCode.OK));
        foreach (var nei in svar.Where(s => s.StatusCode != HttpStatusCode.OK))
            await FinansieringTjeneste.ErProblem(nei, 409, "ramme-overskredet");
        Assert.Equal((1_400_000m, 1_400_000m, 0m, 100_000m), Tall(await saker.RammeNaa()));
        Assert.Equal(1_400_000m, await tjeneste.Sql<decimal>("SELECT sum(innvilget) FROM tilskuddssoeknad WHERE enhet = 'kappløp' AND status = 'innvilget'"));
        Assert.Equal(43L, await tjeneste.Sql<long>("SELECT count(*) FROM tilskuddssoeknad WHERE enhet = 'kappløp' AND status = 'innstilt'"));
        // The database's own word, to whoever asks it past us.
        var feil = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => tjeneste.Sql<int>("UPDATE tilskuddsramme SET bundet = bundet + 100001 WHERE enhet = 'kappløp' RETURNING aar"));
        Assert.Equal("tilskuddsramme_overskredet", feil.ConstraintName);
    }

    [Fact]
    public async Task Samtidige_vedtak_utbetalinger_og_tilbakefoeringer_gaar_opp_paa_kronen()
    {
        using var saker = new Tilskuddssaker(tjeneste, "om-hverandre");
        await Gjort(saker.SettRamme(1_000_000));
        var (gitt, nye) = (new List<string>(), new List<string>());
        for (var i = 0; i < 5; i++)
        {
            gitt.Add(await saker.Innvilget());
            nye.Add(await saker.Innstilt());
        }

        await Task.WhenAll(gitt.SelectMany((id, i) => new[]
        {
            i < 2 ? saker.Utbetal(id, 200_000) : Tilskuddssaker.Gjoer(saker.Beslutter, id, "tilbakefoering", new { grunn = "Kjøpet ble ikke noe av.", dato = "2026-11-20" }), saker.Innvilg(nye[i]),
        }));

        var (innvilget, bundet, utbetalt, ledig) = Tall(await saker.RammeNaa());
        Assert.Equal((400_000m, innvilget - 400_000m, 1_000_000m - innvilget), (utbetalt, bundet, ledig));
        Assert.Equal(innvilget, await tjeneste.Sql<decimal>("SELECT sum(innvilget) FROM tilskuddssoeknad WHERE enhet = 'om-hverandre' AND status IN ('innvilget', 'utbetalt')"));
        Assert.InRange(innvilget, 400_000m, 1_000_000m);
    }

    [Fact]
    public async Task Det_samme_tilskuddet_utbetales_ikke_to_ganger_ogsaa_naar_mange_proever_samtidig()
    {
        using var saker = new Tilskuddssaker(tjeneste, "to-ganger");
        await Gjort(saker.SettRamme(1_000_000));
        var id = await saker.Innvilget();

        var svar = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => saker.Utbetal(id, 70_000)));

        Assert.Equal(2, svar.Count(s => s.StatusCode == HttpStatusCode.OK));
        foreach (var nei in svar.Where(s => s.StatusCode != HttpStatusCode.OK))
            await FinansieringTjeneste.ErProblem(nei, 422, "mer-enn-innvilget");
        Assert.Equal((200_000m, 60_000m, 140_000m, 800_000m), Tall(await saker.RammeNaa()));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(saker.Utbetal(id, 1, "2026-11-19")));
        Assert.Equal("utbetalt", (await Gjort(saker.Utbetal(id, 60_000))).GetProperty("status").GetString());
        Assert.Equal((409, "soeknad-feil-status"), await Avvist(saker.Utbetal(id, 1)));
    }

    [Fact]
    public async Task Hver_type_har_sin_bevilgning_og_uten_en_innvilges_ingenting()
    {
        using var saker = new Tilskuddssaker(tjeneste, "hver-sin");
        await Gjort(saker.SettRamme(500_000, type: "tilpasning"));
        var id = await saker.Innstilt();
        Assert.Equal((409, "ramme-mangler"), await Avvist(saker.Innvilg(id)));
        Assert.Equal("innstilt", (await saker.Hent(id)).GetProperty("status").GetString());

        await saker.Innvilget("tilpasning", 50_000);

        Assert.Equal((50_000m, 50_000m, 0m, 450_000m), Tall(await saker.RammeNaa(type: "tilpasning")));
    }

    [Fact]
    public async Task Bevilgningen_justeres_med_navn_og_grunn_men_aldri_under_det_som_er_innvilget()
    {
        using var saker = new Tilskuddssaker(tjeneste, "justert");
        Assert.Equal((400, "ugyldig"), await Avvist(saker.SettRamme(1_000_000, grunn: " ")));
        await Gjort(saker.SettRamme(1_000_000, grunn: "Kommunestyret 12.12.2025"));
        await saker.Innvilget(beloep: 300_000);
        Assert.Equal((409, "ramme-under-innvilget"), await Avvist(saker.SettRamme(299_999)));

        var ramme = await Gjort(saker.SettRamme(300_000, grunn: "Tertialrapport 2"));

        Assert.Equal((300_000m, 300_000m, 0m, 0m), Tall(ramme));
        var endringer = ramme.GetProperty("endringer").EnumerateArray().ToList();
        Assert.Equal(["Kommunestyret 12.12.2025", "Tertialrapport 2"], endringer.Select(e => e.GetProperty("grunn").GetString()));
        Assert.All(endringer, e => Assert.NotEmpty(e.GetProperty("sattAv").GetString()!));
    }

    [Fact]
    public async Task Det_som_er_igjen_foelger_med_til_neste_aar_og_det_som_frigjoeres_siden_ogsaa()
    {
        using var saker = new Tilskuddssaker(tjeneste, "overføring");
        await Gjort(saker.SettRamme(1_000_000));
        var (brukes, annulleres) = (await saker.Innvilget(), await saker.Innvilget(beloep: 300_000));

        await Gjort(saker.SettRamme(800_000, 2027));
        Assert.Equal((0m, 0m, 0m, 1_300_000m), Tall(await saker.RammeNaa(2027)));
        Assert.Equal((409, "ramme-lukket"), await Avvist(saker.SettRamme(2_000_000)));
        Assert.Equal((409, "ramme-lukket"), await Avvist(saker.SettRamme(1, 2025)));
        Assert.Equal((409, "ramme-mangler"), await Avvist(saker.Innvilg(await saker.Innstilt())));
        // Bound in the old year, paid of it; given back, it goes on.
        await Gjort(saker.Utbetal(brukes, 200_000));
        await Gjort(Tilskuddssaker.Gjoer(saker.Beslutter, annulleres, "tilbakefoering", new { grunn = "Brukes ikke." }));

        Assert.Equal((200_000m, 0m, 200_000m, 0m), Tall(await saker.RammeNaa()));
        Assert.Equal((0m, 0m, 0m, 1_600_000m), Tall(await saker.RammeNaa(2027)));
        Assert.Equal(1_800_000m, await tjeneste.Sql<decimal>("SELECT sum(bevilget + overfoert - viderefoert) FROM tilskuddsramme WHERE enhet = 'overføring'"));
    }

    [Fact]
    public async Task Uten_overfoering_faller_det_som_er_igjen_bort()
    {
        using var saker = new Tilskuddssaker(tjeneste, "bortfall");
        await Gjort(saker.SettRamme(1_000_000));
        var id = await saker.Innvilget();

        await Gjort(saker.SettRamme(800_000, 2027, overfoer: false));
        await Gjort(Tilskuddssaker.Gjoer(saker.Beslutter, id, "tilbakefoering", new { grunn = "Brukes ikke." }));

        Assert.Equal((0m, 0m, 0m, 800_000m), Tall(await saker.RammeNaa(2027)));
        Assert.Equal((0m, 0m, 0m, 0m), Tall(await saker.RammeNaa()));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => tjeneste.Sql<int>("UPDATE tilskuddsramme SET lukket = false WHERE enhet = 'bortfall' RETURNING aar"));
    }

    [Fact]
    public async Task Et_nytt_aar_som_settes_mens_penger_frigjoeres_mister_ingen_krone()
    {
        using var saker = new Tilskuddssaker(tjeneste, "årsskifte");
        await Gjort(saker.SettRamme(2_000_000));
        var ider = new List<string>();
        for (var i = 0; i < 8; i++)
            ider.Add(await saker.Innvilget());
        await Gjort(saker.SettRamme(0, 2027));

        var kall = ider.Select(id => Tilskuddssaker.Gjoer(saker.Beslutter, id, "tilbakefoering", new { grunn = "Brukes ikke." })).ToList();
        kall.InsertRange(4, Enumerable.Range(2028, 3).Select(aar => saker.SettRamme(0, aar)));
        Assert.All(await Task.WhenAll(kall), s => Assert.True(s.IsSuccessStatusCode || s.StatusCode == HttpStatusCode.Conflict));

        Assert.Equal(2_000_000m, await tjeneste.Sql<decimal>("SELECT bevilget + overfoert - bundet - utbetalt FROM tilskuddsramme WHERE enhet = 'årsskifte' AND NOT lukket"));
        Assert.Equal(2_000_000m, await tjeneste.Sql<decimal>("SELECT sum(bevilget + overfoert - viderefoert) FROM tilskuddsramme WHERE enhet = 'årsskifte'"));
    }

    private static (decimal Innvilget, decimal Bundet, decimal Utbetalt, decimal Ledig) Tall(JsonElement ramme) =>
        (ramme.GetProperty("innvilget").GetDecimal(), ramme.GetProperty("bundet").GetDecimal(), ramme.GetProperty("utbetalt").GetDecimal(), ramme.GetProperty("ledig").GetDecimal());
}
