using System.Net;
using Boligsosial.MidlertidigBotilbud.Oversikt;
using Boligsosial.MidlertidigBotilbud.Plasser;

namespace Boligsosial.MidlertidigBotilbud.Tests.Oversikt;

/// <summary>What <see cref="HentKapasitet"/> and <see cref="Plassliste"/> keep besides the places themselves, and <see cref="Kapasitetsvakt"/> draws together: it is never anything else than they are.</summary>
public sealed class KapasitetTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    private const string Periode = "/oversikt/kapasitet?fra=2031-02-20&til=2031-06-01";

    [Fact]
    public async Task Endringene_er_det_beleggene_sier_ogsaa_naar_plassen_endres_flyttes_fra_og_doegnet_gaar()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2031-02-01");
        var tilbyder = await nav.Tilbyder("Kaia");
        var plasser = new List<string>();
        for (var i = 0; i < 4; i++)
            plasser.Add(await nav.Plass(tilbyder, $"Rom {i}", new { slag = i < 2 ? "hospits" : "hybel", klargjoeringDager = i % 2 }));
        var opphold = await nav.Opphold(await nav.Innvilget(), plasser[0], "2031-02-10", "2031-03-10");
        await nav.Opphold(await nav.Innvilget(), plasser[1], "2031-02-10", "2031-03-01");
        await nav.Opphold(await nav.Innvilget(), plasser[1], "2031-03-02", "2031-03-20", "Igjen.");
        await nav.Post($"/plasser/{plasser[3]}/stengninger", new { fra = "2031-03-01", til = "2031-04-01", aarsak = "Maling" }, HttpStatusCode.Created);
        await StemmerMedBeleggene();

        nav.ErDet("2031-02-25");
        await nav.Post($"/opphold/{opphold}/flytting", new { plassId = plasser[2], dato = "2031-02-25", begrunnelse = "Nærmere skolen." });
        await StemmerMedBeleggene();
        Assert.Equal(1L, await tjeneste.Sql<long>($"WITH u AS (UPDATE plass SET slag = 'hotell', tar_barn = true WHERE id = '{plasser[1]}' RETURNING 1) SELECT count(*) FROM u"));
        await StemmerMedBeleggene();
        var foer = (await nav.Hent(Periode)).ToJsonString();
        Assert.Contains("\"hotell\"", foer, StringComparison.Ordinal);

        var rader = await tjeneste.Sql<long>("SELECT count(*) FROM plassendring");
        await tjeneste.NyttDoegn(new(2031, 2, 26));
        Assert.True(await tjeneste.Sql<long>("SELECT count(*) FROM plassendring") < rader);
        Assert.Equal(0L, await tjeneste.Sql<long>("SELECT count(*) FROM (SELECT 1 FROM plassendring GROUP BY enhet, slag, krever_rusfrihet, tar_barn, hva, dag HAVING count(*) > 1 OR sum(antall) = 0) f"));
        await StemmerMedBeleggene();
        Assert.Equal(foer, (await nav.Hent(Periode)).ToJsonString());
    }

    [Fact]
    public async Task Ingenting_blir_borte_naar_det_bestilles_mens_doegnet_trekker_sammen()
    {
        using var nav = new Navkontor(tjeneste, "nav");
        nav.ErDet("2032-02-01");
        var (tilbyder, henvendelser) = (await nav.Tilbyder("Sjøsiden"), new List<string>());
        var plasser = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            plasser.Add(await nav.Plass(tilbyder, $"Rom {i}"));
            henvendelser.Add(await nav.Innvilget());
        }

        var bestilt = Task.WhenAll(Enumerable.Range(0, 40).Select(i => nav.Opphold(henvendelser[i], plasser[i], "2032-02-01", "2032-02-05")));
        while (!bestilt.IsCompleted)
            await tjeneste.NyttDoegn(new(2032, 2, 1));
        await bestilt;

        await StemmerMedBeleggene();
        var dag = (await nav.Hent("/oversikt/kapasitet?fra=2032-01-31&til=2032-02-03"))["grupper"]!.AsArray().Single(g => (string?)g!["slag"] == "hybel")!["dager"]!.AsArray();
        Assert.Equal(40, (int)dag[1]!["belagt"]! - (int)dag[0]!["belagt"]!);
    }

    /// <summary>As another replica would change it: this one has read the places before.</summary>
    [Fact]
    public async Task Soeket_ser_en_plass_som_ble_endret_av_en_annen()
    {
        using var nav = new Navkontor(tjeneste, "nav-midt");
        nav.ErDet("2033-02-01");
        var plass = await nav.Plass(await nav.Tilbyder("Fjellet"), "Rom 1", new { pris = 800 });
        var henvendelse = (string)(await nav.Kommer())["id"]!;
        Assert.Equal(800m, await Pris());
        foreach (var sql in new[] { "UPDATE plass SET pris = 801 WHERE id = '{0}'", "UPDATE tilbyder SET navn = 'Fjellheimen' WHERE id = (SELECT tilbyder_id FROM plass WHERE id = '{0}')" })
            Assert.Equal(1L, await tjeneste.Sql<long>($"WITH u AS ({sql.Replace("{0}", plass, StringComparison.Ordinal)} RETURNING 1) SELECT count(*) FROM u"));
        Assert.Equal(801m, await Pris());
        Assert.Equal("Fjellheimen", (string?)(await nav.Hent($"/henvendelser/{henvendelse}/plasser"))["treff"]![0]!["tilbyder"]);

        async Task<decimal> Pris() => (decimal)(await nav.Hent($"/henvendelser/{henvendelse}/plasser"))["treff"]!.AsArray().Single(t => (string?)t!["plassId"] == plass)!["pris"]!;
    }

    /// <summary>Reckoned from the bookings anew.</summary>
    private async Task StemmerMedBeleggene() => Assert.Equal(0L, await tjeneste.Sql<long>(
        """
        SELECT count(*) FROM (
            SELECT slag, tar_barn, hva, dag, sum(antall) AS antall FROM (
                SELECT enhet, slag, tar_barn, hva, dag, antall FROM plassendring
                UNION ALL
                SELECT p.enhet, p.slag, p.tar_barn, x.hva, x.dag, x.antall FROM plassbelegg b JOIN plass p ON p.id = b.plass_id
                CROSS JOIN LATERAL (VALUES (CASE WHEN b.opphold_id IS NULL THEN 'stengt' ELSE 'belagt' END, b.fra, -1), (CASE WHEN b.opphold_id IS NULL THEN 'stengt' ELSE 'belagt' END, b.til, 1),
                                           ('klargjoering', b.til, -1), ('klargjoering', b.klar, 1)) AS x (hva, dag, antall)) AS begge
            GROUP BY enhet, slag, tar_barn, hva, dag HAVING sum(antall) <> 0) AS avvik
        """));
}
