using System.Net;
using Boligsosial.Boligregister.Husleie.Regler;
using Npgsql;

namespace Boligsosial.Boligregister.Tests.Husleie;

/// <summary><see cref="Boligregister.Husleie.LagKrav"/> and <see cref="Boligregister.Husleie.KorrigerKrav"/>: the month's rent, once for each lease.</summary>
public sealed class LagKravTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task Et_leieforhold_faar_ett_krav_for_en_maaned_hvor_ofte_det_enn_kjoeres()
    {
        using var sak = new Husleiesak(tjeneste, "krav-1");
        sak.ErDag("2026-11-15");
        var (hel, del) = (await sak.Leieforhold(), await sak.Leieforhold("2026-12-17"));

        var proevd = await sak.Krav("2026-12", proev: true);
        Assert.Equal((2, 9300m + 4500, true), ((int)proevd["antall"]!, (decimal)proevd["sum"]!, (bool)proevd["proev"]!));
        Assert.Equal(0, await sak.Saldo(hel));
        var laget = await sak.Krav("2026-12");
        Assert.Equal((2, 9300m + 4500, "2026-12-01"), ((int)laget["antall"]!, (decimal)laget["sum"]!, (string?)laget["forfall"]));
        Assert.Equal(0, (int)(await sak.Krav("2026-12"))["antall"]!);

        var sent = await sak.Leieforhold(leie: 100);
        Assert.Equal((1, 100m), await Antall(sak.Krav("2026-12")));
        Assert.Equal((9300m, 4500m, 100m), (await sak.Saldo(hel), await sak.Saldo(del), await sak.Saldo(sent)));
        await sak.GaarOpp();
    }

    [Fact]
    public async Task Av_ti_kjoeringer_paa_en_gang_lager_en_kravene()
    {
        using var sak = new Husleiesak(tjeneste, "krav-2");
        sak.ErDag("2026-11-15");
        for (var i = 0; i < 5; i++)
            await sak.Leieforhold();

        var svar = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Antall(sak.Krav("2026-12"))));

        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 5], svar.Select(s => s.Antall).Order());
        await sak.GaarOpp();
    }

    [Theory]
    [InlineData("2026-12", "2026-11-30", null)]
    [InlineData("2027-01", "2026-11-30", "maaned-for-langt-fram")]
    [InlineData("2027-01", "2026-12-01", null)]
    [InlineData("2023-12", "2026-12-01", null)]
    [InlineData("2023-11", "2026-12-01", "maaned-for-gammel")]
    [InlineData("2026-12", "2026-12-02", "dato-i-framtiden")]
    [InlineData("2026-12", "1999-12-31", "dato-for-tidlig")]
    public async Task Krav_lages_for_maaneder_som_er_naer(string maaned, string dato, string? kode)
    {
        using var sak = new Husleiesak(tjeneste, "krav-3");
        sak.ErDag("2026-12-01");

        await sak.Post($"{Husleiesak.Husleie}/krav", new { maaned, dato }, kode is null ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, kode);
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("desember")]
    [InlineData("9999-12")]
    [InlineData("0001-01")]
    [InlineData(null)]
    public async Task Det_som_ikke_er_en_maaned_avvises(string? maaned)
    {
        using var sak = new Husleiesak(tjeneste, "krav-3");

        await sak.Post($"{Husleiesak.Husleie}/krav", new { maaned }, HttpStatusCode.BadRequest, "ugyldig");
    }

    /// <summary>The statement that makes them and the rule that explains them say the same.</summary>
    [Fact]
    public async Task Kjoeringen_regner_som_regelen()
    {
        await tjeneste.Importer(BoligregisterTjeneste.Csv("KRAV", 300));
        await tjeneste.Sql<object>(
            """
            WITH l AS (
                INSERT INTO leieforhold (id, bolig_id, enhet, fra, til, maanedsleie, leietakere)
                SELECT gen_random_uuid(), id, 'krav-4', '2024-01-15'::date + (n * 7 % 60)::integer, CASE WHEN n % 3 = 0 THEN '2024-02-10'::date + (n * 11 % 50)::integer + 60 END, 5000 + n * 13.37, ARRAY[gen_random_uuid()]
                FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM bolig WHERE leverandor_bolig_id LIKE 'KRAV-%') b RETURNING *),
            f AS (
                INSERT INTO leiefastsettelse (leieforhold_id, fra, maanedsleie, grunnlag)
                SELECT id, fra, maanedsleie, 'avtale' FROM l UNION ALL SELECT id, fra + 20, maanedsleie + 111.11, 'kpi' FROM l UNION ALL SELECT id, fra + 25, maanedsleie + 222.22, 'kpi' FROM l
                RETURNING 1)
            SELECT count(*) FROM f
            """);
        await using var database = NpgsqlDataSource.Create(tjeneste.Database);
        foreach (var maaned in new DateOnly[] { new(2024, 1, 1), new(2024, 2, 1), new(2024, 3, 1), new(2024, 4, 1), new(2024, 5, 1) })
        {
            await using var kommando = database.CreateCommand(
                """
                SELECT l.fra, l.til, coalesce(k.beloep, 0), array_agg(f.fra ORDER BY f.fra), array_agg(f.maanedsleie ORDER BY f.fra)
                FROM leieforhold l JOIN leiefastsettelse f ON f.leieforhold_id = l.id LEFT JOIN husleie_maanedskrav('krav-4', $1, $1) k ON k.leieforhold_id = l.id
                WHERE l.enhet = 'krav-4' GROUP BY l.id, k.beloep
                """);
            kommando.Parameters.Add(new() { Value = maaned });
            await using var leser = await kommando.ExecuteReaderAsync();
            var lest = 0;
            for (; await leser.ReadAsync(); lest++)
            {
                var leier = leser.GetFieldValue<DateOnly[]>(3).Zip(leser.GetFieldValue<decimal[]>(4), (fra, leie) => new Maanedskrav.Leie(fra, leie)).ToList();
                Assert.Equal(Maanedskrav.Beregn(maaned, leser.GetFieldValue<DateOnly>(0), leser.IsDBNull(1) ? null : leser.GetFieldValue<DateOnly>(1), leier), leser.GetDecimal(2));
            }

            Assert.Equal(300, lest);
        }
    }

    [Fact]
    public async Task Databasen_lager_KID_med_riktig_kontrollsiffer()
    {
        await using var database = NpgsqlDataSource.Create(tjeneste.Database);
        await using var kommando = database.CreateCommand("SELECT husleie_kid(n * 7919) FROM generate_series(1, 2000) n");
        await using var leser = await kommando.ExecuteReaderAsync();
        while (await leser.ReadAsync())
            Assert.True(Kid.ErGyldig(leser.GetString(0)), leser.GetString(0));
    }

    [Fact]
    public async Task Et_krav_korrigeres_med_nye_posteringer()
    {
        using var sak = new Husleiesak(tjeneste, "krav-5");
        sak.ErDag("2026-11-15");
        var id = await sak.Leieforhold();
        await sak.Krav("2026-12");
        var adresse = $"{Husleiesak.Husleie}/{id}/korreksjoner";

        var ned = await sak.Post(adresse, new { maaned = "2026-12", nyttBeloep = 3000, begrunnelse = "Flyttet ut 10. desember." });
        Assert.Equal((9300m, 3000m), ((decimal)ned["foer"]!, (decimal)ned["etter"]!));
        var opp = await sak.Post(adresse, new { maaned = "2026-12", nyttBeloep = 5000, begrunnelse = "Den 16. likevel." });
        Assert.Equal((3000m, 5000m), ((decimal)opp["foer"]!, (decimal)opp["etter"]!));
        await sak.Post(adresse, new { maaned = "2026-12", nyttBeloep = 0, begrunnelse = "Feil leieforhold." });
        await sak.Post(adresse, new { maaned = "2026-12", nyttBeloep = 0, begrunnelse = "Igjen." }, HttpStatusCode.Conflict, "uendret");
        var igjen = await sak.Post(adresse, new { maaned = "2026-12", begrunnelse = "Som leieforholdet sier." });
        Assert.Equal(9300m, (decimal)igjen["etter"]!);

        await sak.Post(adresse, new { maaned = "2027-01", nyttBeloep = 0, begrunnelse = "Finnes ikke." }, HttpStatusCode.UnprocessableEntity, "krav-finnes-ikke");
        await sak.Post(adresse, new { maaned = "2026-12", nyttBeloep = 1.001, begrunnelse = "Tre desimaler." }, HttpStatusCode.BadRequest, "ugyldig");
        await sak.Post(adresse, new { maaned = "2026-12", nyttBeloep = 1 }, HttpStatusCode.BadRequest, "ugyldig");
        await sak.Post(adresse, new { maaned = "2026-12", nyttBeloep = 1, begrunnelse = "Før kravet.", dato = "2026-11-14" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        Assert.Equal(9300, await sak.Saldo(id));
        await sak.GaarOpp();
    }

    [Theory]
    [InlineData("UPDATE husleiepost SET fordring = 1 WHERE nr = (SELECT min(nr) FROM husleiepost)")]
    [InlineData("DELETE FROM husleiepost WHERE nr = (SELECT min(nr) FROM husleiepost)")]
    [InlineData("TRUNCATE husleiepost")]
    [InlineData("INSERT INTO husleiepost (leieforhold_id, dato, type, fordring, bokfoert_av, registrert) VALUES (gen_random_uuid(), now(), 'tilbakebetaling', 1, 'x', now())")]
    [InlineData("INSERT INTO husleiepost (leieforhold_id, dato, type, fordring, avskrevet, bokfoert_av, registrert) SELECT leieforhold_id, now(), 'avskrivning', -1, 2, 'x', now() FROM husleiekonto LIMIT 1")]
    public async Task Databasen_tar_bare_imot_nye_posteringer_som_gaar_opp(string sql)
    {
        using var sak = new Husleiesak(tjeneste, "krav-6");
        await sak.Leieforhold();

        await Assert.ThrowsAsync<PostgresException>(() => tjeneste.Sql<object>(sql));
    }

    private static async Task<(int Antall, decimal Sum)> Antall(Task<System.Text.Json.Nodes.JsonObject> kjoering)
    {
        var svar = await kjoering;
        return ((int)svar["antall"]!, (decimal)svar["sum"]!);
    }
}
