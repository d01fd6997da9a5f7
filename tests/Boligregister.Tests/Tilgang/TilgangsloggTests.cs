using System.Net;
using System.Net.Http.Json;
using Boligsosial.Felles;
using Npgsql;

namespace Boligsosial.Boligregister.Tests.Tilgang;

/// <summary>Who looked at whom: written before the answer, never changed unseen.</summary>
public sealed class TilgangsloggTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private const string Verifisering = "/api/v1/boligregister/drift/tilgangslogg/verifisering";

    [Fact]
    public async Task Hver_lesing_og_endring_staar_i_loggen_naar_svaret_er_gitt()
    {
        var sak = await Leiesak.Ny(tjeneste, "aake");
        using var klient = tjeneste.Som(Roller.AakeUtleie, bruker: "aase");
        await klient.GetAsync($"{Leiesak.Personer}/{sak.Person}");
        await klient.GetAsync($"{Leiesak.AlleLeieforhold}/{sak.Leieforhold}");
        await klient.GetAsync($"{Leiesak.AlleLeieforhold}?personRef={sak.Person}");
        await klient.PostAsJsonAsync($"{Leiesak.Personer}/soek", new { foedselsnummer = sak.Nummer });
        await klient.PostAsJsonAsync($"{Leiesak.Personer}/{sak.Person}/gradering", new { gradering = "ugradert" });

        Assert.Equal(
            ["lest identitet", $"lest leieforhold leieforhold/{sak.Leieforhold}", $"lest leieforhold leieforhold/{sak.Leieforhold}", "skrevet gradering", "soekt identitet"],
            await Rader($"SELECT handling || ' ' || felter || coalesce(' ' || sak, '') FROM tilgangslogg WHERE hvem = 'aase' AND person_ref = '{sak.Person}' ORDER BY 1"));
        Assert.Equal(["Test aake-utleie|aake-utleie|aake|saksbehandling|32"], await Rader(
            $"SELECT DISTINCT navn || '|' || rolle || '|' || enhet || '|' || formaal || '|' || length(spor) FROM tilgangslogg WHERE hvem = 'aase' AND person_ref = '{sak.Person}'"));
        await ErHel();
    }

    [Fact]
    public async Task Et_soek_som_ikke_treffer_staar_der_uten_nummeret()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, bruker: "leter");
        var nummer = Leiesak.NyttNummer();
        await klient.PostAsJsonAsync($"{Leiesak.Personer}/soek", new { foedselsnummer = nummer });

        Assert.Equal(["soekt identitet "], await Rader("SELECT handling || ' ' || felter || ' ' || coalesce(person_ref::text, '') FROM tilgangslogg WHERE hvem = 'leter'"));
        Assert.Empty(await Rader($"SELECT 'x' FROM tilgangslogg t WHERE t::text LIKE '%{nummer}%'"));
    }

    [Fact]
    public async Task En_endring_som_ikke_ble_noe_av_staar_ikke_i_loggen()
    {
        var sak = await Leiesak.Ny(tjeneste, "aake");
        using var klient = tjeneste.Som(Roller.AakeUtleie, bruker: "avvist");

        Assert.Equal(HttpStatusCode.Conflict, (await Leiesak.Inngaa(klient, sak.Bolig, sak.Person)).StatusCode);

        Assert.Empty(await Rader("SELECT 'x' FROM tilgangslogg WHERE hvem = 'avvist'"));
    }

    [Fact]
    public async Task Det_som_ikke_kan_logges_blir_ikke_skrevet()
    {
        await Kjoer("ALTER TABLE tilgangslogg ADD CONSTRAINT proeve CHECK (hvem <> 'nektes')");
        using var annen = tjeneste.Som(Roller.AakeUtleie, enhet: "nektet");
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: "nektet", bruker: "nektes");
        var person = await Leiesak.Registrer(annen, Leiesak.NyttNummer());
        var foer = await tjeneste.Sql<long>("SELECT count(*) FROM person_enhet");

        Assert.Equal(HttpStatusCode.InternalServerError, (await klient.PostAsJsonAsync(Leiesak.Personer, new { foedselsnummer = Leiesak.NyttNummer(), navn = "Test" })).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await klient.PostAsJsonAsync($"{Leiesak.Personer}/{person}/gradering", new { gradering = "fortrolig" })).StatusCode);

        Assert.Equal(foer, await tjeneste.Sql<long>("SELECT count(*) FROM person_enhet"));
        Assert.Equal("ugradert", await tjeneste.Sql<string>($"SELECT gradering FROM person WHERE person_ref = '{person}'"));
        await Kjoer("ALTER TABLE tilgangslogg DROP CONSTRAINT proeve");
    }

    [Fact]
    public async Task Lederen_ser_hva_enheten_har_gjort_og_bare_den()
    {
        var egen = await Leiesak.Ny(tjeneste, "nav");
        var annen = await Leiesak.Ny(tjeneste, "koordinering-tildeling");
        using var leder = tjeneste.Som(Roller.NavLeder);

        var logg = await BoligregisterTjeneste.Json(await leder.GetAsync("/api/v1/boligregister/tilgangslogg?antall=500"));
        var personer = logg["innhold"]!.AsArray().Select(i => (string?)i!["personRef"]).ToList();
        Assert.Contains(egen.Person, personer);
        Assert.DoesNotContain(annen.Person, personer);
        var om = await BoligregisterTjeneste.Json(await leder.GetAsync($"/api/v1/boligregister/tilgangslogg?personRef={egen.Person}&antall=1"));
        Assert.Equal(egen.Person, (string?)om["innhold"]![0]!["personRef"]);
        Assert.NotNull(om["neste"]);
    }

    [Fact]
    public async Task Den_registrerte_faar_alt_som_er_lagret_og_hvem_som_har_sett_det()
    {
        var sak = await Leiesak.Ny(tjeneste, "nav");
        using var veileder = tjeneste.Som(Roller.NavVeileder, bruker: "nora");
        await veileder.GetAsync($"{Leiesak.AlleLeieforhold}/{sak.Leieforhold}");
        using var leder = tjeneste.Som(Roller.NavLeder);

        var innsyn = await BoligregisterTjeneste.Json(await leder.GetAsync($"{Leiesak.Personer}/{sak.Person}/innsyn"));

        Assert.Equal((sak.Nummer, "Test Testesen"), ((string?)innsyn["foedselsnummer"], (string?)innsyn["navn"]));
        Assert.Equal(sak.Leieforhold, (string?)innsyn["opplysninger"]!["leieforhold"]![0]!["id"]);
        var sett = innsyn["tilganger"]!.AsArray();
        Assert.Contains(sett, i => (string?)i!["formaal"] == "innsyn");
        Assert.Contains(sett, i => (string?)i!["hvem"] == "nora");
    }

    [Theory]
    [InlineData("UPDATE tilgangslogg SET hvem = 'noen andre'")]
    [InlineData("DELETE FROM tilgangslogg")]
    [InlineData("TRUNCATE tilgangslogg")]
    [InlineData("DELETE FROM tilgangslogg_kjede")]
    public async Task Databasen_selv_nekter_aa_endre_loggen(string sql)
    {
        await Leiesak.Ny(tjeneste, "aake");

        var feil = await Assert.ThrowsAsync<PostgresException>(() => Kjoer(sql));

        Assert.Equal("tilgangsloggen kan ikke endres", feil.MessageText);
        await ErHel();
    }

    [Theory]
    [InlineData("UPDATE tilgangslogg SET hvem = 'noen andre' WHERE id = $1", "endret")]
    [InlineData("UPDATE tilgangslogg SET person_ref = NULL WHERE id = $1", "endret")]
    [InlineData("DELETE FROM tilgangslogg WHERE id = $1", "borte")]
    [InlineData("DELETE FROM tilgangslogg_kjede WHERE $1 = ANY (rader)", "borte|uten ledd")]
    [InlineData("WITH rad AS (DELETE FROM tilgangslogg WHERE id = $1) DELETE FROM tilgangslogg_kjede WHERE $1 = ANY (rader)", "borte")]
    [InlineData("INSERT INTO tilgangslogg SELECT gen_random_uuid(), tidspunkt, hvem, navn, rolle, enhet, handling, person_ref, sak, felter, formaal, spor FROM tilgangslogg WHERE id = $1", "uten ledd")]
    public async Task Den_som_slaar_av_vernet_og_endrer_en_rad_blir_oppdaget(string sql, string ventet)
    {
        await Leiesak.Ny(tjeneste, "aake");
        await Leiesak.Ny(tjeneste, "aake");
        await ErHel();
        await using var database = NpgsqlDataSource.Create(tjeneste.Database);
        await using var forbindelse = await database.OpenConnectionAsync();
        await using var transaksjon = await forbindelse.BeginTransactionAsync();

        // A row in the middle, behind the back of the triggers; undone at the end, so that the log is whole for the others.
        await using var rad = new NpgsqlCommand("SELECT rader[1] FROM tilgangslogg_kjede WHERE nr = (SELECT max(nr) - 2 FROM tilgangslogg_kjede)", forbindelse);
        var id = (Guid)(await rad.ExecuteScalarAsync())!;
        foreach (var utsagn in new[] { "SET session_replication_role = replica", sql })
        {
            await using var endring = new NpgsqlCommand(utsagn, forbindelse);
            if (utsagn == sql)
                endring.Parameters.Add(new() { Value = id });
            await endring.ExecuteNonQueryAsync();
        }

        await using var verifiser = new NpgsqlCommand("SELECT * FROM tilgangslogg_verifisering()", forbindelse);
        await using var svar = await verifiser.ExecuteReaderAsync();
        await svar.ReadAsync();
        Assert.False(svar.GetBoolean(0));
        Assert.Matches(ventet, svar.GetString(4));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("UPDATE tilgangslogg SET navn = 'noen andre' WHERE id = (SELECT rader[1] FROM tilgangslogg_kjede ORDER BY nr DESC LIMIT 1)", false)]
    public async Task Et_ledd_i_den_eldre_formen_er_bevist_som_det_ble_laget(string endring, bool hel)
    {
        await Leiesak.Ny(tjeneste, "aake");
        await ErHel();
        await using var database = NpgsqlDataSource.Create(tjeneste.Database);
        await using var forbindelse = await database.OpenConnectionAsync();
        await using var transaksjon = await forbindelse.BeginTransactionAsync();

        await using (var omgjort = new NpgsqlCommand(
            $"""
            SET session_replication_role = replica;
            UPDATE tilgangslogg_kjede k SET form = 1, hash = tilgangslogg_hash(
                (SELECT hash FROM tilgangslogg_kjede WHERE nr = k.nr - 1),
                (SELECT string_agg(tilgangslogg_tekst(t), E'\n' ORDER BY t.id) FROM tilgangslogg t WHERE t.id = ANY (k.rader)))
            WHERE nr = (SELECT max(nr) FROM tilgangslogg_kjede);
            {endring}
            """,
            forbindelse))
        {
            await omgjort.ExecuteNonQueryAsync();
        }

        await using var verifiser = new NpgsqlCommand("SELECT hel FROM tilgangslogg_verifisering()", forbindelse);
        Assert.Equal(hel, await verifiser.ExecuteScalarAsync());
    }

    [Fact]
    public async Task At_slutten_er_tatt_bort_synes_mot_det_som_ble_notert()
    {
        await Leiesak.Ny(tjeneste, "aake");
        using var drift = tjeneste.Som(Roller.Drift);
        var naa = await BoligregisterTjeneste.Json(await drift.GetAsync(Verifisering));
        var notert = $"nr={naa["sisteNr"]}&hash={naa["sisteHash"]}";
        Assert.True((bool)(await BoligregisterTjeneste.Json(await drift.GetAsync($"{Verifisering}?{notert}")))["hel"]!);

        var svar = await BoligregisterTjeneste.Json(await drift.GetAsync($"{Verifisering}?nr={(long)naa["sisteNr"]! + 1000}&hash={naa["sisteHash"]}"));

        Assert.False((bool)svar["hel"]!);
        Assert.Contains("ikke det som ble notert", (string?)svar["brudd"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await drift.GetAsync($"{Verifisering}?nr=1")).StatusCode);
    }

    [Fact]
    public async Task Kjeden_holder_naar_mange_leser_og_skriver_samtidig()
    {
        var saker = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Leiesak.Ny(tjeneste, "aake")));
        using var klient = tjeneste.Som(Roller.AakeUtleie, bruker: "mange");
        await Task.WhenAll(Enumerable.Range(0, 400).Select(async i =>
        {
            var sak = saker[i % saker.Length];
            var svar = i % 4 == 0
                ? await klient.PostAsJsonAsync($"{Leiesak.Personer}/{sak.Person}/gradering", new { gradering = "ugradert" })
                : await klient.GetAsync($"{Leiesak.AlleLeieforhold}/{sak.Leieforhold}");
            Assert.True(svar.IsSuccessStatusCode);
        }));

        Assert.Equal(["400"], await Rader("SELECT count(*)::text FROM tilgangslogg WHERE hvem = 'mange'"));
        await ErHel();
    }

    private async Task ErHel()
    {
        using var drift = tjeneste.Som(Roller.Drift);
        var svar = await BoligregisterTjeneste.Json(await drift.GetAsync(Verifisering));
        Assert.True((bool)svar["hel"]!, svar.ToJsonString());
    }

    private async Task Kjoer(string sql)
    {
        await using var database = NpgsqlDataSource.Create(tjeneste.Database);
        await using var kommando = database.CreateCommand(sql);
        await kommando.ExecuteNonQueryAsync();
    }

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
