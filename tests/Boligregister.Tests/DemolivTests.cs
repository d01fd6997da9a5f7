using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Boligsosial.Demobestand;
using Boligsosial.Demoliv;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests;

/// <summary>A tenth of the demo's year, played through the API of the running service.</summary>
public sealed class DemolivTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private const string Rot = "/api/v1/boligregister/";

    [Fact]
    public async Task Et_aars_liv_spilles_og_gaar_opp()
    {
        await Importer();
        var idag = new DateOnly(2026, 12, 1);
        var foerste = await new Liv(new(tjeneste.Klient), idag, prosent: 10).Spill();
        var etter = await Tall();

        Assert.Equal(96 + 11, etter["leieforhold"]);
        Assert.Equal(96 - 1, etter["løper"]);
        Assert.Equal(11, etter["bosatt"]);
        Assert.Equal(3, etter["kjøpt"]);
        Assert.Equal(1 + 4, etter["venter"]);
        Assert.Equal(11 + 1 + 4 + 2 + 6 + 1 + 2, etter["søknader"]);
        Assert.Equal(3, etter["fravikelser"]);
        Assert.InRange(etter["restanser"], 1, 20);
        Assert.Equal(0, etter["uavklart"]);
        Assert.Equal(0, etter["skjevt"]);
        Assert.StartsWith($"{96 + 11} leieforhold, ", foerste, StringComparison.Ordinal);
        var kontroll = await tjeneste.Hent($"{Rot}husleie/kontroll");
        Assert.Equal((0m, 0), ((decimal)kontroll["sum"]!, (int)kontroll["avvik"]!));
    }

    [Fact]
    public void Folk_har_gyldige_syntetiske_numre_og_hver_sitt()
    {
        var numre = Enumerable.Range(0, 12_000).Select(Folk.Nummer).ToList();

        Assert.All(numre, n => Assert.True(Foedselsnummer.TryParse(n, out var nummer) && nummer.Syntetisk));
        Assert.Equal(numre.Count, numre.Distinct().Count());
    }

    private async Task Importer()
    {
        var csv = new StringWriter(CultureInfo.InvariantCulture);
        CsvFil.Skriv(csv, Bestand.Lag());
        using var innhold = new ByteArrayContent(Encoding.UTF8.GetBytes(csv.ToString())) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        (await tjeneste.Klient.PostAsync($"{BoligregisterTjeneste.Boliger}/import", innhold)).EnsureSuccessStatusCode();
    }

    private async Task<Dictionary<string, long>> Tall() => new()
    {
        ["leieforhold"] = await Antall("leieforhold"),
        ["løper"] = await Antall("leieforhold WHERE utflyttet IS NULL AND (til IS NULL OR til > '2026-12-01')"),
        ["kjøpt"] = await Antall("leieforhold WHERE opphoert_aarsak = 'kjoept-bolig'"),
        ["søknader"] = await Antall("soeknad"),
        ["bosatt"] = await Antall("soeknad WHERE status = 'bosatt'"),
        ["venter"] = await Antall("soeknad WHERE status = 'innvilget'"),
        ["restanser"] = await Antall("husleiekonto WHERE eldste_forfall < '2026-12-01'"),
        ["uavklart"] = await Antall("innbetaling WHERE leieforhold_id IS NULL"),
        ["poster"] = await Antall("husleiepost"),
        ["skjevt"] = await Antall("husleiekonto k JOIN (SELECT leieforhold_id, sum(fordring) AS sum FROM husleiepost GROUP BY 1) p USING (leieforhold_id) WHERE k.fordring <> p.sum"),
        ["fravikelser"] = await Antall("fravikelsessak"),
    };

    private Task<long> Antall(string av) => tjeneste.Sql<long>($"SELECT count(*) FROM {av}");
}
