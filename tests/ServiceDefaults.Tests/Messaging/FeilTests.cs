using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.ServiceDefaults.Tests.Proeve;
using Boligsosial.Testing;

namespace Boligsosial.ServiceDefaults.Tests.Messaging;

/// <summary>A message that cannot be applied: short retries, long ones, dead letters, and what operators do with them.</summary>
public sealed class FeilTests(EnReplika replika) : IClassFixture<EnReplika>
{
    private readonly ProeveTjeneste tjeneste = replika.Tjeneste;

    private static TingHendt Hendt(Guid ting, int tall) => new(ting, tall, "ja");

    [Fact]
    public async Task En_feil_som_gaar_over_merkes_ikke()
    {
        var ting = Guid.CreateVersion7();
        NaarTingHendt.Feiler[ting] = 2;

        await tjeneste.Fortell(Hendt(ting, 1), Hendt(ting, 2));

        await tjeneste.Faar(ting, 1, 2);
        Assert.Equal(0, await tjeneste.Sql($"SELECT count(*) FROM inbox_held WHERE key = '{ting}'"));
    }

    [Fact]
    public async Task En_feil_som_varer_lenger_proeves_igjen_og_det_som_kom_etter_venter()
    {
        var (ting, god) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        NaarTingHendt.Feiler[ting] = 4;

        await tjeneste.Fortell(Hendt(ting, 1), Hendt(god, 1), Hendt(ting, 2), Hendt(ting, 3));

        await tjeneste.Faar(god, 1);
        await tjeneste.Faar(ting, 1, 2, 3);
        Assert.Equal(0, await tjeneste.Sql($"SELECT count(*) FROM inbox_held WHERE key = '{ting}'"));
    }

    [Fact]
    public async Task Giftig_melding_blir_doed_de_gode_gaar_videre_og_nytt_forsoek_tar_det_som_venter()
    {
        var (ting, god) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        NaarTingHendt.Feiler[ting] = 1000;
        await tjeneste.Fortell([Hendt(ting, 1), Hendt(ting, 2), .. Enumerable.Range(0, 100).Select(tall => Hendt(god, tall))]);
        await tjeneste.Faar(god, [.. Enumerable.Range(0, 100)]);

        var doed = await Doed(ting);
        var sak = (await tjeneste.Klient.GetFromJsonAsync<JsonNode>($"{ProeveTjeneste.Drift}/doede-meldinger/{doed["nr"]}"))!;
        NaarTingHendt.Feiler[ting] = 0;
        var svar = await tjeneste.Klient.PostAsync($"{ProeveTjeneste.Drift}/doede-meldinger/{doed["nr"]}/nytt-forsoek", null);

        Assert.Equal(HttpStatusCode.Accepted, svar.StatusCode);
        Assert.Equal("InvalidOperationException: Told to fail.", (string?)doed["feil"]);
        Assert.Equal(("NaarTingHendt", "proeve", "proeve.ting-hendt"), ((string?)doed["mottaker"], (string?)doed["utgiver"], (string?)doed["type"]));
        Assert.Equal(3, sak["historikk"]!.AsArray().Count);
        Assert.Equal(1, (int)sak["venterBak"]!);
        Assert.Equal(1, (int)JsonNode.Parse((string)sak["melding"]!)!["body"]!["tall"]!);
        await tjeneste.Faar(ting, 1, 2);
    }

    [Fact]
    public async Task Forkastet_melding_beholder_grunn_og_navn_og_det_som_ventet_gaar_videre()
    {
        var ting = Guid.CreateVersion7();
        NaarTingHendt.Feiler[ting] = 1000;
        await tjeneste.Fortell(Hendt(ting, 1), Hendt(ting, 2));
        var doed = await Doed(ting);
        NaarTingHendt.Feiler[ting] = 0;

        var utenNavn = await tjeneste.Klient.PostAsJsonAsync($"{ProeveTjeneste.Drift}/doede-meldinger/{doed["nr"]}/forkasting", new { grunn = "dobbelt" });
        var svar = await tjeneste.Klient.PostAsJsonAsync($"{ProeveTjeneste.Drift}/doede-meldinger/{doed["nr"]}/forkasting", new { grunn = "dobbelt", utfoertAv = "Kari Drift" });
        var igjen = await tjeneste.Klient.PostAsJsonAsync($"{ProeveTjeneste.Drift}/doede-meldinger/{doed["nr"]}/forkasting", new { grunn = "dobbelt", utfoertAv = "Kari Drift" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NoContent, HttpStatusCode.NotFound), (utenNavn.StatusCode, svar.StatusCode, igjen.StatusCode));
        await tjeneste.Faar(ting, 2);
        Assert.Equal(1, await tjeneste.Sql($"SELECT count(*) FROM inbox_held WHERE key = '{ting}' AND state = 'discarded' AND history::text LIKE '%Kari Drift%' AND history::text LIKE '%dobbelt%'"));
    }

    [Theory]
    [InlineData("""{"ting":"TING","tall":7}""", "JsonException")]
    [InlineData("""{"ting":"TING","tall":7,"paakrevd":null}""", "JsonException")]
    [InlineData("""{"ting":"TING","tall":"sju","paakrevd":"ja"}""", "JsonException")]
    public async Task Melding_som_ikke_holder_kontrakten_blir_doed_med_en_gang(string innhold, string feil)
    {
        var ting = Guid.CreateVersion7();

        await FortellRaatt(ting, innhold);

        var doed = await Doed(ting);
        Assert.StartsWith(feil, (string?)doed["feil"], StringComparison.Ordinal);
        Assert.Equal(1, (int)doed["forsoek"]!);
        Assert.Empty(await tjeneste.Logg(ting));
    }

    [Fact]
    public async Task Ukjente_felter_overses()
    {
        var ting = Guid.CreateVersion7();

        await FortellRaatt(ting, $$$"""{"ting":"{{{ting}}}","tall":7,"paakrevd":"ja","nytt":{"a":[1]}}""");

        await tjeneste.Faar(ting, 7);
    }

    [Fact]
    public async Task Listen_sier_fra_om_en_side_som_ikke_finnes()
    {
        var svar = await tjeneste.Klient.GetAsync($"{ProeveTjeneste.Drift}/doede-meldinger?etter=foo");
        var ukjent = await tjeneste.Klient.GetAsync($"{ProeveTjeneste.Drift}/doede-meldinger/999999999");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (svar.StatusCode, ukjent.StatusCode));
    }

    private Task<long> FortellRaatt(Guid ting, string innhold) => tjeneste.Sql(
        $"WITH ny AS (INSERT INTO outbox (message_id, type, key, body) VALUES (gen_random_uuid(), 'proeve.ting-hendt', '{ting}', '{innhold.Replace("TING", $"{ting}", StringComparison.Ordinal)}') RETURNING 1), "
        + "vekk AS (SELECT pg_notify('outbox', '')) SELECT count(*) FROM ny, vekk");

    private async Task<JsonNode> Doed(Guid ting)
    {
        JsonNode? doed = null;
        await Eventually.Is(
            async () =>
            {
                var liste = await tjeneste.Klient.GetFromJsonAsync<JsonNode>($"{ProeveTjeneste.Drift}/doede-meldinger?antall=500");
                doed = liste!["innhold"]!.AsArray().FirstOrDefault(d => (string?)d!["noekkel"] == $"{ting}");
                return doed is not null;
            },
            "it is among the dead letters", TimeSpan.FromSeconds(15));
        return doed!;
    }
}
