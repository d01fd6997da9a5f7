using Boligsosial.Testing;

namespace Boligsosial.Boligregister.Tests.Tilgang;

public sealed class TilgangsmatriseTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private readonly Dictionary<string, Leiesak> _saker = new(StringComparer.Ordinal);
    private readonly Soeknadssaker _soeknader = new(tjeneste);
    private readonly Tildelingssaker _tildeling = new(tjeneste);

    [Fact]
    public async Task Hvert_endepunkt_slipper_inn_dem_tabellen_sier() =>
        Tilgangstabell.Stemmer(tjeneste.Navn, await Tilgangsmatrise.Maal(tjeneste, Sak));

    /// <summary>A tenant and a lease of the unit, for the endpoints that are about one.</summary>
    private async Task<Sak?> Sak(string endepunkt, string enhet)
    {
        if (!_saker.TryGetValue(enhet, out var sak))
            sak = _saker[enhet] = await Leiesak.Ny(tjeneste, enhet);
        return endepunkt switch
        {
            "HentPerson" or "HentInnsyn" => new(new Dictionary<string, string> { ["personRef"] = sak.Person }),
            "GraderPerson" => new(new Dictionary<string, string> { ["personRef"] = sak.Person }, """{"gradering":"ugradert"}"""),
            "SoekPerson" => new(new Dictionary<string, string>(), $$"""{"foedselsnummer":"{{sak.Nummer}}"}"""),
            "HentLeieforhold" or "ProtesterMotOppsigelse" or "ReisSoeksmaal" or "LaOppsigelsenFalle" or "OppfordreTilAaFlytte" => Leieforhold("{}"),
            "RegistrerInnflytting" => Leieforhold("""{"noekler":1}"""),
            "RegistrerUtflytting" => Leieforhold("""{"noekler":1,"aarsak":"utloept"}"""),
            "SiOppLeieforhold" => Leieforhold("""{"av":"leietaker"}"""),
            "VurderFornyelse" => Leieforhold("""{"kanLeiePrivat":false,"kanFaaStartlaan":false,"utfall":"fornyes","begrunnelse":"Trenger boligen"}"""),
            "FornyLeieforhold" => Leieforhold("""{"til":null}"""),
            _ => await Husleietilgang.Sak(tjeneste, endepunkt, enhet, sak) ?? await _tildeling.Sak(endepunkt, enhet) ?? await _soeknader.Sak(endepunkt, enhet),
        };

        Sak Leieforhold(string innhold) => new(new Dictionary<string, string> { ["id"] = sak.Leieforhold }, innhold);
    }
}
