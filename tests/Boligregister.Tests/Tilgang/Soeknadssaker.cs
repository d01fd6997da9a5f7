using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Tilgang;

/// <summary>An application and a kept waiting list of each unit, for the endpoints that are about one.</summary>
internal sealed class Soeknadssaker(BoligregisterTjeneste tjeneste)
{
    private readonly Dictionary<string, (string Soeknad, string Oeyeblikksbilde)> _saker = new(StringComparer.Ordinal);

    public async Task<Testing.Sak?> Sak(string endepunkt, string enhet)
    {
        if (!_saker.TryGetValue(enhet, out var sak))
            sak = _saker[enhet] = await Ny(enhet);
        Testing.Sak Soeknad(string? innhold = null) => new(new Dictionary<string, string> { ["id"] = sak.Soeknad, ["soeknadId"] = sak.Soeknad }, innhold ?? "{}");
        return endepunkt switch
        {
            "HentSoeknad" or "HentVedtaksbrev" or "ForklarPlass" => Soeknad(),
            "SvarForeloepig" or "PaaminnSoeker" or "FornySoeknad" or "TrekkSoeknad" or "OversendKlage" => Soeknad(),
            "RegistrerDokumentasjon" => Soeknad("""{"slag":"skattemelding","status":"etterspurt"}"""),
            "InnvilgSoeknad" or "OmgjoerVedtak" => Soeknad("""{"kategorier":["gjennomgangsbolig"],"begrunnelse":"Uten egnet bolig."}"""),
            "AvslaaSoeknad" => Soeknad("""{"grunn":"har-egnet-bolig","begrunnelse":"Har bolig.","hjemmel":"k.sak 008/20"}"""),
            "RegistrerKlage" => Soeknad("""{"grunn":"Uenig."}"""),
            "AvgjoerKlage" => Soeknad("""{"utfall":"stadfestet"}"""),
            "HentOeyeblikksbilde" => new(new Dictionary<string, string> { ["id"] = sak.Oeyeblikksbilde }),
            _ => null,
        };
    }

    private async Task<(string Soeknad, string Oeyeblikksbilde)> Ny(string enhet)
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: enhet);
        var soeknad = await Soeknader.Sak.Ny(klient);
        var bilde = await Soeknader.Sak.Gjort(klient.PostAsync($"{Soeknader.Sak.Venteliste}/oeyeblikksbilder", null));
        return ((string)soeknad["id"]!, (string)bilde["id"]!);
    }
}
