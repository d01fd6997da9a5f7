using System.Net.Http.Json;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Tilgang;

/// <summary>A meeting and an offer of each unit, for the endpoints that are about one.</summary>
internal sealed class Tildelingssaker(BoligregisterTjeneste tjeneste)
{
    private readonly Dictionary<string, (string Moete, string Soeknad, string Tilbud)> _saker = new(StringComparer.Ordinal);

    public async Task<Testing.Sak?> Sak(string endepunkt, string enhet)
    {
        if (endepunkt is not ("HentTildelingsmoete" or "EndreTildelingsrad" or "AvsluttTildelingsmoete" or "BesvarTilbud" or "TrekkTilbud"))
            return null;
        if (!_saker.TryGetValue(enhet, out var sak))
            sak = _saker[enhet] = await Ny(enhet);
        return endepunkt switch
        {
            "BesvarTilbud" => new(new Dictionary<string, string> { ["id"] = sak.Tilbud }, """{"ja":false,"grunn":"For langt unna."}"""),
            "TrekkTilbud" => new(new Dictionary<string, string> { ["id"] = sak.Tilbud }, """{"grunn":"Vannskade"}"""),
            _ => new(new Dictionary<string, string> { ["id"] = sak.Moete, ["soeknadId"] = sak.Soeknad }, """{"begrunnelse":"Vil vente"}"""),
        };
    }

    private async Task<(string Moete, string Soeknad, string Tilbud)> Ny(string enhet)
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: enhet);
        var (venter, tilbudt) = (await Soeknader.Sak.Ventende(klient), await Soeknader.Sak.Ventende(klient));
        var moete = await Soeknader.Sak.Gjort(klient.PostAsJsonAsync("/api/v1/boligregister/tildelingsmoeter", new { }));
        var (_, bolig) = await tjeneste.Registrer();
        var tilbud = await Soeknader.Sak.Gjort(klient.PostAsJsonAsync(
            "/api/v1/boligregister/tilbud", new { soeknadId = (string)tilbudt["id"]!, boligId = (string)bolig["id"]!, begrunnelse = "Haster" }));
        return ((string)moete["moete"]!["id"]!, (string)venter["id"]!, (string)tilbud["id"]!);
    }
}
