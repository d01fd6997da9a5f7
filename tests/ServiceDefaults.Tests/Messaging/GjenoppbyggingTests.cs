using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.ServiceDefaults.Tests.Proeve;
using Boligsosial.Testing;

namespace Boligsosial.ServiceDefaults.Tests.Messaging;

/// <summary>What a reaction has kept can be thrown away and comes back the same, while new things happen.</summary>
public sealed class GjenoppbyggingTests(EnReplika replika) : IClassFixture<EnReplika>
{
    private readonly ProeveTjeneste tjeneste = replika.Tjeneste;

    private static TingHendt Hendt(Guid ting, int tall) => new(ting, tall, "ja");

    [Fact]
    public async Task Gir_det_samme_mens_nytt_kommer_til()
    {
        var ting = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var t in ting)
            await tjeneste.Fortell([.. Enumerable.Range(0, 60).Select(tall => Hendt(t, tall))]);
        await tjeneste.Faar(ting[^1], [.. Enumerable.Range(0, 60)]);

        var nytt = Task.WhenAll(ting.Select(async t =>
        {
            for (var tall = 60; tall < 120; tall++)
                await tjeneste.Fortell(Hendt(t, tall));
        }));
        var svar = await tjeneste.Klient.PostAsJsonAsync($"{ProeveTjeneste.Drift}/mottakere/NaarTingHendt/gjenoppbygging", new { utfoertAv = "Kari Drift" });
        await nytt;

        Assert.Equal(HttpStatusCode.Accepted, svar.StatusCode);
        await Eventually.Is(async () => await tjeneste.Sql("SELECT count(*) FROM subscription WHERE NOT rebuilding AND started_by = 'Kari Drift'") == 1, "the rebuild is over");
        foreach (var t in ting)
            await tjeneste.Faar(t, [.. Enumerable.Range(0, 120)]);
        await Eventually.Is(async () => await tjeneste.Sql("SELECT count(*) FROM inbox_held") == 0, "nothing is held any more");
        Assert.Equal(2400, await tjeneste.Sql("SELECT count(*) FROM ting_logg"));
    }

    [Fact]
    public async Task Listen_viser_mottakeren_og_avslag_sier_hvorfor()
    {
        var mottakere = await tjeneste.Klient.GetFromJsonAsync<JsonNode>($"{ProeveTjeneste.Drift}/mottakere");
        var ukjent = await tjeneste.Klient.PostAsJsonAsync($"{ProeveTjeneste.Drift}/mottakere/NaarNoeAnnet/gjenoppbygging", new { utfoertAv = "Kari Drift" });
        var utenNavn = await tjeneste.Klient.PostAsJsonAsync($"{ProeveTjeneste.Drift}/mottakere/NaarTingHendt/gjenoppbygging", new { });

        Assert.Equal(["NaarAdressesperreEndretIProeve", "NaarTingHendt"], mottakere!["innhold"]!.AsArray().Select(m => (string?)m!["navn"]));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (ukjent.StatusCode, utenNavn.StatusCode));
    }
}
