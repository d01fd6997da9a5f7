using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Boligsosial.Testing;
using Npgsql;

namespace Boligsosial.EndToEnd.Tests.Reiser;

/// <summary>
/// What people go through, across the services: as it should be, and with the broker away for a minute in the middle while every message comes twice. The journeys are gone at
/// the same time, and the overview counts the same in the end.
/// </summary>
public sealed class Reisene : IAsyncLifetime
{
    // Tenor's, or made as they are (month + 80): no living person has them.
    private static readonly string[] Numre = ["12927197004", "23847598328", "21858997558", "22828996057", "29909297298"];
    private static readonly string[] AndreNumre = ["19913749734", "03857110195", "07856621620", "12858833092", "19857941414"];
    private Systemet _systemet = null!;

    public async ValueTask InitializeAsync() => _systemet = await Systemet.Start([]);

    public ValueTask DisposeAsync() => _systemet.DisposeAsync();

    [Fact]
    public async Task Ender_likt_om_megleren_er_borte_og_alt_kommer_to_ganger()
    {
        using var de = await Reisefoelge.Ny(_systemet);

        await Gaa(de, "A", Numre);
        await Talt(de, 1);

        using (var stopp = new CancellationTokenSource())
        {
            var dobbelt = AltKommerToGanger(stopp.Token);
            await Task.WhenAll(MeglerenErBorte(), Gaa(de, "B", AndreNumre));
            await Talt(de, 2);
            await stopp.CancelAsync();
            Assert.True(await dobbelt > 0, "Nothing was sent twice.");
        }

        // What was sent twice at last has come, and nothing is counted again.
        await Task.Delay(TimeSpan.FromSeconds(5));
        await Talt(de, 2);
    }

    private static Task Gaa(Reisefoelge de, string navn, string[] numre) => Task.WhenAll(
        FraGataTilEgenNoekkel.Gaa(de, $"Gata {navn}", numre[0]),
        HusleiaSomIkkeKom.Avverget(de, $"Avverget {navn}", numre[1]),
        HusleiaSomIkkeKom.Gjennomfoert(de, $"Utkastet {navn}", numre[2]),
        FraLeieTilEie.Gaa(de, $"Eie {navn}", numre[3], numre[4]));

    /// <summary>The overview has counted what so many have gone through.</summary>
    private static async Task Talt(Reisefoelge de, int ganger)
    {
        var sett = "";
        var ventet = $"tildelt {ganger}, kjøpt {ganger}, varslet {2 * ganger}, gjennomført {ganger}, avverget {ganger}";
        try
        {
            await Eventually.Is(
                async () =>
                {
                    var perioden = (await Reisefoelge.Hent(de.Koordinator, $"/api/v1/boligsosial-enhet/oversikt/utleie?fra={Reisefoelge.Dag(-365)}"))["perioden"]!;
                    sett = $"tildelt {perioden["tildelt"]}, kjøpt {Sum(perioden["opphoert"]!, "kjoept-bolig")}, varslet {perioden["varslet"]}, gjennomført {perioden["gjennomfoert"]}, avverget {Sum(perioden["avverget"]!)}";
                    return sett == ventet;
                },
                "the overview has counted",
                Reisefoelge.Frist);
        }
        catch (TimeoutException)
        {
            Assert.Equal(ventet, sett);
        }
    }

    private static long Sum(JsonNode grupper, string? navn = null) => grupper.AsArray().Where(g => navn is null || (string?)g!["navn"] == navn).Sum(g => (long)g!["antall"]!);

    private async Task MeglerenErBorte()
    {
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.True((await _systemet.App.ResourceCommands.ExecuteCommandAsync("rabbitmq", KnownResourceCommands.StopCommand)).Success);
        await Task.Delay(TimeSpan.FromMinutes(1));
        Assert.True((await _systemet.App.ResourceCommands.ExecuteCommandAsync("rabbitmq", KnownResourceCommands.StartCommand)).Success);
    }

    /// <summary>As after a crash between sending and noting it, again and again until it is stopped; how many.</summary>
    private async Task<long> AltKommerToGanger(CancellationToken stopp)
    {
        var sendt = 0L;
        var databaser = new List<NpgsqlDataSource>();
        foreach (var tjeneste in new[] { "boligregister", "finansiering", "midlertidig-botilbud" })
            databaser.Add(NpgsqlDataSource.Create((await _systemet.App.GetConnectionStringAsync($"{tjeneste}-db", CancellationToken.None))!));
        while (!stopp.IsCancellationRequested)
        {
            foreach (var database in databaser)
            {
                await using var kopier = database.CreateCommand(
                    """
                    INSERT INTO outbox (message_id, type, key, body)
                    SELECT message_id, type, key, body FROM (SELECT DISTINCT ON (message_id) * FROM outbox_history ORDER BY message_id, nr) m ORDER BY nr
                    """);
                sendt += await kopier.ExecuteNonQueryAsync(CancellationToken.None);
                await using var vekk = database.CreateCommand("SELECT pg_notify('outbox', '')");
                await vekk.ExecuteNonQueryAsync(CancellationToken.None);
            }

            await Task.Delay(TimeSpan.FromSeconds(3), CancellationToken.None);
        }

        foreach (var database in databaser)
            await database.DisposeAsync();
        return sendt;
    }
}
