using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Testing;

namespace Boligsosial.Finansiering.Tests.Tilgang;

public sealed class TilgangsmatriseTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    // Tenor's: no living person has it.
    private const string Nummer = "12927197004";
    private readonly Dictionary<string, string> _personer = new(StringComparer.Ordinal);

    [Fact]
    public async Task Hvert_endepunkt_slipper_inn_dem_tabellen_sier() =>
        Tilgangstabell.Stemmer(tjeneste.Navn, await Tilgangsmatrise.Maal(tjeneste, Sak));

    private async Task<Sak?> Sak(string endepunkt, string enhet)
    {
        if (endepunkt is not ("HentPerson" or "HentInnsyn" or "GraderPerson"))
            return null;

        // Each unit has a person that the others have not.
        if (!_personer.TryGetValue(enhet, out var person))
        {
            using var klient = tjeneste.Som(Roller.AakeStoenad, enhet: enhet);
            var svar = await klient.PostAsJsonAsync("/api/v1/finansiering/personer", new { foedselsnummer = enhet == "aake" ? Nummer : "23847598328", navn = "Test Testesen" });
            person = _personer[enhet] = (await svar.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("personRef").GetString()!;
        }

        return new(new Dictionary<string, string> { ["personRef"] = person }, """{"gradering":"ugradert"}""");
    }
}
