using System.Net;
using System.Text.Json.Nodes;
using Boligsosial.Contracts;
using Boligsosial.Contracts.Boligregister;
using Npgsql;

namespace Boligsosial.BoligsosialEnhet.Tests.Utleie;

/// <summary><see cref="BoligsosialEnhet.Utleie.HentUtleie"/>, and the reactions that it is counted from.</summary>
public sealed class HentUtleieTests(BoligsosialEnhetTjeneste tjeneste) : IClassFixture<BoligsosialEnhetTjeneste>, IAsyncLifetime
{
    private static readonly Guid[] Noen = [Guid.CreateVersion7()];
    private readonly Guid _bolig = Guid.CreateVersion7();

    public async ValueTask InitializeAsync() => await tjeneste.Toem();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task En_soeknad_er_aapen_fra_den_kom_til_den_er_avsluttet()
    {
        var (bosatt, avslaatt, venter) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Skjedde(Mottatt(bosatt, "2026-10-01", "ny", "nibr-2", "uegnet-bolig"), new SoeknadAvgjort(bosatt, "innvilget", new(2026, 10, 10)));
        await Skjedde(Mottatt(avslaatt, "2026-10-05", "bytte", "uegnet-bolig"), new SoeknadAvgjort(avslaatt, "avslag", new(2026, 10, 20)), new SoeknadAvsluttet(avslaatt, "avslag", new(2026, 11, 10)));
        await Skjedde(Mottatt(venter, "2026-10-31", "ny", "nibr-5"), new SoeknadAvgjort(venter, "innvilget", new(2026, 11, 2)));
        await Skjedde(new BoligTildelt(_bolig, bosatt, new(2026, 11, 1), 31), new SoeknadAvsluttet(bosatt, "bosatt", new(2026, 11, 5)));

        var foer = await Hent("2026-10-31", "2026-10-01");
        var etter = await Hent("2026-11-30", "2026-11-01");

        Assert.Equal("bytte 1, ny 2", Grupper(foer["stilling"]!["soeknader"]));
        Assert.Equal("nibr-2 1, nibr-5 1, uegnet-bolig 2", Grupper(foer["stilling"]!["situasjoner"]));
        Assert.Equal(1, (int)foer["stilling"]!["venter"]!);
        Assert.Equal("ny 1", Grupper(etter["stilling"]!["soeknader"]));
        Assert.Equal(1, (int)etter["stilling"]!["venter"]!);
        Assert.Equal("bytte 1, ny 2", Grupper(foer["perioden"]!["mottatt"]));
        Assert.Equal((1, 1), ((int)foer["perioden"]!["innvilget"]!, (int)foer["perioden"]!["avslag"]!));
        Assert.Equal("avslag 1, bosatt 1", Grupper(etter["perioden"]!["avsluttet"]));
        Assert.Equal((1, 31), ((int)etter["perioden"]!["tildelt"]!, (int)etter["perioden"]!["ventedager"]!));
        Assert.Null(foer["perioden"]!["ventedager"]);
        Assert.Equal((3L, 2L), Dag(etter, "2026-11-04", "soeknader", "venter"));
        Assert.Equal((2L, 1L), Dag(etter, "2026-11-05", "soeknader", "venter"));
        Assert.Equal((1L, 1L), Dag(etter, "2026-11-10", "soeknader", "venter"));
    }

    [Fact]
    public async Task En_klage_som_foerer_fram_gjoer_avslaget_om_og_begge_telles()
    {
        var soeknad = Guid.CreateVersion7();
        await Skjedde(Mottatt(soeknad, "2026-10-01"), new SoeknadAvgjort(soeknad, "avslag", new(2026, 10, 10)), new SoeknadAvsluttet(soeknad, "avslag", new(2026, 10, 10)));
        Assert.Equal((0L, 0L), Dag(await Hent("2026-11-30", "2026-10-01"), "2026-11-30", "soeknader", "venter"));
        await Skjedde(new SoeknadAvgjort(soeknad, "innvilget", new(2026, 11, 10)));

        var svar = await Hent("2026-11-30", "2026-10-01");

        Assert.Equal((1, 1, 1), ((int)svar["perioden"]!["avslag"]!, (int)svar["perioden"]!["innvilget"]!, (int)svar["stilling"]!["venter"]!));
        Assert.Equal((1L, 0L), Dag(svar, "2026-11-09", "soeknader", "venter"));
        Assert.Equal((1L, 1L), Dag(svar, "2026-11-10", "soeknader", "venter"));
    }

    [Theory]
    [InlineData("2027-05-30", "utloeperInnenSeksMaaneder")]
    [InlineData("2027-05-31", null)]
    [InlineData("2026-12-01", "utloeperInnenSeksMaaneder")]
    [InlineData("2026-11-30", "utloept")]
    [InlineData(null, "tidsubestemte")]
    public async Task Leieforhold_telles_etter_hvor_lenge_de_har_igjen(string? til, string? hvor)
    {
        var leie = Guid.CreateVersion7();
        await Skjedde(new LeieforholdInngaatt(leie, _bolig, null, new(2024, 1, 1), til is null ? null : DateOnly.Parse(til), Noen), new NoekkelUtlevert(leie, _bolig, new(2026, 11, 3), Noen));

        var svar = await Hent("2026-11-30", "2026-11-01");

        Assert.Equal(1, (int)svar["stilling"]!["leieforhold"]!);
        Assert.Equal((0, 1), ((int)svar["perioden"]!["inngaatt"]!, (int)svar["perioden"]!["innflyttet"]!));
        foreach (var navn in new[] { "utloeperInnenSeksMaaneder", "utloept", "tidsubestemte" })
            Assert.Equal(navn == hvor ? 1 : 0, (int)svar["stilling"]![navn]!);
    }

    [Fact]
    public async Task Et_leieforhold_loeper_til_det_opphoerer_og_utloeper_naar_det_sist_ble_sagt()
    {
        var (kjoept, fornyet) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Skjedde(new LeieforholdInngaatt(kjoept, _bolig, null, new(2024, 1, 1), new(2027, 1, 1), Noen), new LeieforholdOpphoert(kjoept, _bolig, new(2026, 11, 15), "kjoept-bolig", Noen));
        await Skjedde(new LeieforholdInngaatt(fornyet, _bolig, null, new(2022, 1, 1), new(2025, 1, 1), Noen), new LeieUtloeperSnart(fornyet, _bolig, new(2025, 1, 1), Noen));
        Assert.Equal(1, (int)(await Hent("2024-12-31", "2024-12-01"))["stilling"]!["tilVurdering"]!);
        await Skjedde(new LeietidEndret(fornyet, _bolig, new(2027, 3, 1)));

        var svar = await Hent("2026-11-30", "2026-11-01");

        Assert.Equal("kjoept-bolig 1", Grupper(svar["perioden"]!["opphoert"]));
        Assert.Equal((1, 1), ((int)svar["stilling"]!["leieforhold"]!, (int)svar["stilling"]!["utloeperInnenSeksMaaneder"]!));
        Assert.Equal((0, 0), ((int)svar["stilling"]!["tilVurdering"]!, (int)svar["stilling"]!["utloept"]!));
        Assert.Equal((2L, 0L), Dag(svar, "2026-11-14", "leieforhold", "fravikelser"));
        Assert.Equal((1L, 0L), Dag(svar, "2026-11-15", "leieforhold", "fravikelser"));
    }

    [Fact]
    public async Task En_fravikelse_er_under_arbeid_fra_varselet_til_utfallet_ogsaa_om_igjen()
    {
        var (to, ut, flyttet) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Skjedde(Varslet(to, "2026-11-02"), new FravikelseAvverget(to, _bolig, new(2026, 11, 10), "betalingsavtale", Noen), Varslet(to, "2026-11-20", barn: true));
        await Skjedde(Varslet(ut, "2026-11-03"), new FravikelseGjennomfoert(ut, _bolig, new(2026, 11, 25), BarnIBoligen: true, Noen));
        await Skjedde(Varslet(flyttet, "2026-11-04"), new LeieforholdOpphoert(flyttet, _bolig, new(2026, 11, 6), "oppsigelse-leietaker", Noen));

        var svar = await Hent("2026-11-30", "2026-11-01");

        Assert.Equal((1, 1), ((int)svar["stilling"]!["fravikelser"]!, (int)svar["stilling"]!["fravikelserMedBarn"]!));
        Assert.Equal((4, 1, 1), ((int)svar["perioden"]!["varslet"]!, (int)svar["perioden"]!["gjennomfoert"]!, (int)svar["perioden"]!["gjennomfoertMedBarn"]!));
        Assert.Equal("betalingsavtale 1", Grupper(svar["perioden"]!["avverget"]));
        Assert.Equal([0L, 1, 2, 3, 3, 2, 2, 2, 2, 1], svar["dagForDag"]!.AsArray().Take(10).Select(d => (long)d!["fravikelser"]!));
    }

    [Fact]
    public async Task Bygd_paa_nytt_i_hvilken_som_helst_rekkefoelge_er_alt_som_det_var()
    {
        for (var i = 0; i < 20; i++)
        {
            var (soeknad, leie, dag) = (Guid.CreateVersion7(), Guid.CreateVersion7(), new DateOnly(2026, 9, 1).AddDays(i * 3));
            await Skjedde(Mottatt(soeknad, $"{dag:yyyy-MM-dd}", i % 3 == 0 ? "bytte" : "ny", "nibr-1"), new SoeknadAvgjort(soeknad, i % 4 == 0 ? "avslag" : "innvilget", dag.AddDays(5)));
            if (i % 2 == 0)
                await Skjedde(new SoeknadAvsluttet(soeknad, "bosatt", dag.AddDays(9)), new BoligTildelt(_bolig, soeknad, dag.AddDays(8), 8));
            await Skjedde(new LeieforholdInngaatt(leie, _bolig, soeknad, dag, dag.AddYears(3), Noen), new NoekkelUtlevert(leie, _bolig, dag, Noen), Varslet(leie, $"{dag.AddDays(7):yyyy-MM-dd}"));
            if (i % 5 == 0)
                await Skjedde(new FravikelseAvverget(leie, _bolig, dag.AddDays(9), "betalt", Noen), new LeieforholdOpphoert(leie, _bolig, dag.AddDays(20), "utloept", Noen));
            await Skjedde(new LeieUtloeperSnart(leie, _bolig, dag.AddYears(3), Noen), new LeietidEndret(leie, _bolig, i % 3 == 0 ? null : dag.AddYears(6)));
        }

        var (rader, svar) = (await Rader(), (await Hent("2026-11-30", "2026-09-01")).ToJsonString());
        for (var froe = 0; froe < 3; froe++)
        {
            await tjeneste.BygPaaNytt(froe);
            Assert.Equal(rader, await Rader());
        }

        Assert.Equal(svar, (await Hent("2026-11-30", "2026-09-01")).ToJsonString());
    }

    [Fact]
    public async Task Ingen_person_staar_i_tabellene()
    {
        await Skjedde(Mottatt(Guid.CreateVersion7(), "2026-10-01"), new LeieforholdInngaatt(Guid.CreateVersion7(), _bolig, null, new(2026, 1, 1), null, Noen), Varslet(Guid.CreateVersion7(), "2026-10-01"));

        Assert.DoesNotContain(await Rader(), r => r.Contains($"{Noen[0]}", StringComparison.Ordinal) || r.Contains($"{_bolig}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?dato=2026-12-02", "dato")]
    [InlineData("?dato=1999-12-31", "dato")]
    [InlineData("?dato=2026-11-01&fra=2026-11-02", "fra")]
    [InlineData("?dato=2026-11-01&fra=2025-10-30", "fra")]
    public async Task Dager_som_ikke_finnes_i_oversikten_avvises(string spoerring, string felt)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await tjeneste.Klient.GetAsync($"{BoligsosialEnhetTjeneste.Utleie}{spoerring}")).StatusCode);
        Assert.NotNull((await tjeneste.Hent(spoerring, BoligsosialEnhetTjeneste.Utleie))["errors"]![felt]);
    }

    private static SoeknadMottatt Mottatt(Guid id, string dag, string type = "ny", params string[] situasjon) => new(id, type, DateOnly.Parse(dag), Noen, 1, 0, situasjon, null);

    private static string Grupper(JsonNode? grupper) => string.Join(", ", grupper!.AsArray().Select(g => $"{g!["navn"]} {g["antall"]}"));

    private static (long, long) Dag(JsonObject svar, string dag, string en, string to) =>
        svar["dagForDag"]!.AsArray().Single(d => (string?)d!["dato"] == dag) is var d ? ((long)d![en]!, (long)d[to]!) : default;

    private FravikelseVarslet Varslet(Guid id, string dag, bool barn = false) => new(id, _bolig, DateOnly.Parse(dag), DateOnly.Parse(dag).AddDays(14), barn, 20_000, Noen);

    private async Task Skjedde(params IHendelse[] hendelser)
    {
        foreach (var hendelse in hendelser)
            await tjeneste.Skjedde("2026-11-30", hendelse);
    }

    private Task<JsonObject> Hent(string dato, string fra) => tjeneste.Hent($"?dato={dato}&fra={fra}", BoligsosialEnhetTjeneste.Utleie);

    private async Task<List<string>> Rader()
    {
        await using var database = NpgsqlDataSource.Create(tjeneste.Database);
        await using var kommando = database.CreateCommand(
            "SELECT s::text FROM utleie_soeknad s UNION ALL SELECT l::text FROM utleie_leieforhold l UNION ALL SELECT f::text FROM utleie_fravikelse f ORDER BY 1");
        await using var leser = await kommando.ExecuteReaderAsync();
        var rader = new List<string>();
        while (await leser.ReadAsync())
            rader.Add(leser.GetString(0));
        return rader;
    }
}
