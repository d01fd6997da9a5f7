using Npgsql;
using static Boligsosial.BoligsosialEnhet.Tests.BoligsosialEnhetTjeneste;

namespace Boligsosial.BoligsosialEnhet.Tests.Oversikt;

/// <summary><see cref="BoligsosialEnhet.Oversikt.NaarBoligEndret"/>: the tables that the overview is counted from.</summary>
public sealed class NaarBoligEndretTests(BoligsosialEnhetTjeneste tjeneste) : IClassFixture<BoligsosialEnhetTjeneste>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await tjeneste.Toem();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task En_ny_bolig_er_en_til_i_sin_celle_den_dagen_det_skjedde()
    {
        await tjeneste.Skjedde("2026-11-20", NyBolig());
        await tjeneste.Skjedde("2026-11-20", NyBolig());

        Assert.Equal(["2026-11-20 Skodje gjennomgangsbolig ledig-klar 2 ordinaer: 2"], await Dager());
    }

    [Fact]
    public async Task En_bolig_som_er_blitt_annerledes_gaar_fra_en_celle_til_en_annen()
    {
        var bolig = NyBolig();
        await tjeneste.Skjedde("2026-11-20", bolig);
        await tjeneste.Skjedde("2026-11-22", bolig with { Omraade = "Ørskog", Kategori = "bemannet", Status = "utleid", Soverom = 3, Tilgjengelighet = "rullestol" });

        Assert.Equal(
            [
                "2026-11-20 Skodje gjennomgangsbolig ledig-klar 2 ordinaer: 1",
                "2026-11-22 Skodje gjennomgangsbolig ledig-klar 2 ordinaer: -1",
                "2026-11-22 Ørskog bemannet utleid 3 rullestol: 1",
            ],
            await Dager());
    }

    [Fact]
    public async Task En_bolig_i_samme_celle_endrer_ingen_dag_men_er_hoert_fra()
    {
        var bolig = NyBolig();
        await tjeneste.Skjedde("2026-11-20", bolig);
        await tjeneste.Skjedde("2026-11-22", bolig with { StatusFra = new(2026, 11, 21) });

        Assert.Equal(["2026-11-20 Skodje gjennomgangsbolig ledig-klar 2 ordinaer: 1"], await Dager());
        Assert.Equal("2026-11-22T11:00:00+00:00", (string?)(await tjeneste.Hent())["sistOppdatert"]);
    }

    [Fact]
    public async Task Fram_og_tilbake_samme_dag_blir_null()
    {
        var bolig = NyBolig();
        await tjeneste.Skjedde("2026-11-20", bolig);
        await tjeneste.Skjedde("2026-11-22", bolig with { Status = "utleid" });
        await tjeneste.Skjedde("2026-11-22", bolig);

        Assert.Equal(["2026-11-20 Skodje gjennomgangsbolig ledig-klar 2 ordinaer: 1"], (await Dager()).Where(d => !d.EndsWith(": 0", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2026-11-19T22:59:59Z", "2026-11-19")]
    [InlineData("2026-11-19T23:00:00Z", "2026-11-20")]
    [InlineData("2026-06-19T22:00:00Z", "2026-06-20")]
    [InlineData("2026-06-20T01:00:00+03:00", "2026-06-20")]
    public async Task Dagen_er_den_norske(string tidspunkt, string dag)
    {
        await tjeneste.Skjedde(DateTimeOffset.Parse(tidspunkt), NyBolig());

        Assert.StartsWith(dag, Assert.Single(await Dager()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bygd_paa_nytt_av_de_samme_hendelsene_er_alt_som_det_var()
    {
        var tall = new Random(4);
        var boliger = Enumerable.Range(0, 20).Select(_ => NyBolig()).ToList();
        for (var i = 0; i < 300; i++)
        {
            var bolig = boliger[tall.Next(boliger.Count)] with
            {
                Omraade = tall.Next(2) == 0 ? "Skodje" : "Ørskog",
                Status = tall.Next(2) == 0 ? "ledig-klar" : "utleid",
                Soverom = tall.Next(3),
            };
            await tjeneste.Skjedde(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddHours(i), bolig);
        }

        var (dager, alle) = (await Dager(), await Boliger());
        tjeneste.Tid.Naa = tjeneste.Tid.Naa.AddDays(100);
        await tjeneste.BygPaaNytt();
        tjeneste.Tid.Naa = tjeneste.Tid.Naa.AddDays(-100);

        Assert.Equal(dager, await Dager());
        Assert.Equal(alle, await Boliger());
        Assert.Equal(await tjeneste.Sql<long>("SELECT count(*) FROM boligmasse_bolig"), await tjeneste.Sql<long>("SELECT sum(endring) FROM boligmasse_dag"));
        Assert.Equal(0, await tjeneste.Sql<long>(
            """
            SELECT count(*) FROM (SELECT omraade, kategori, status, soverom, tilgjengelighet, count(*) AS n FROM boligmasse_bolig GROUP BY 1, 2, 3, 4, 5) b
            FULL JOIN (SELECT omraade, kategori, status, soverom, tilgjengelighet, sum(endring) AS n FROM boligmasse_dag GROUP BY 1, 2, 3, 4, 5 HAVING sum(endring) <> 0) d
            USING (omraade, kategori, status, soverom, tilgjengelighet) WHERE b.n IS DISTINCT FROM d.n
            """));
    }

    private Task<List<string>> Dager() =>
        Rader("SELECT concat(dag, ' ', omraade, ' ', kategori, ' ', status, ' ', soverom, ' ', tilgjengelighet, ': ', endring) FROM boligmasse_dag ORDER BY 1");

    private Task<List<string>> Boliger() => Rader("SELECT b::text FROM boligmasse_bolig b ORDER BY 1");

    private async Task<List<string>> Rader(string sql)
    {
        await using var database = NpgsqlDataSource.Create(tjeneste.Database);
        await using var kommando = database.CreateCommand(sql);
        await using var leser = await kommando.ExecuteReaderAsync();
        var rader = new List<string>();
        while (await leser.ReadAsync())
            rader.Add(leser.GetString(0));
        return rader;
    }
}
