using Boligsosial.Testing;

namespace Boligsosial.MidlertidigBotilbud.Tests.Tilgang;

public sealed class TilgangsmatriseTests(MidlertidigBotilbudTjeneste tjeneste) : IClassFixture<MidlertidigBotilbudTjeneste>
{
    private readonly Dictionary<string, Enhetssaker> _enheter = new(StringComparer.Ordinal);

    /// <summary>What a unit has and the others have not.</summary>
    private sealed record Enhetssaker(string Person, string Henvendelse, string Plass, string Stengning, string Opphold, string Husstand, string Garanti);

    [Fact]
    public async Task Hvert_endepunkt_slipper_inn_dem_tabellen_sier() =>
        Tilgangstabell.Stemmer(tjeneste.Navn, await Tilgangsmatrise.Maal(tjeneste, Sak));

    private async Task<Sak?> Sak(string endepunkt, string enhet)
    {
        var (hva, innhold) = Hva(endepunkt);
        if (hva is null)
            return null;
        if (!_enheter.TryGetValue(enhet, out var saker))
            _enheter[enhet] = saker = await Ny(enhet);
        var rute = hva switch
        {
            "person" => new Dictionary<string, string> { ["personRef"] = saker.Person },
            "henvendelse" => new Dictionary<string, string> { ["id"] = saker.Henvendelse },
            "plass" => new Dictionary<string, string> { ["id"] = saker.Plass, ["stengningId"] = saker.Stengning },
            "garanti" => new Dictionary<string, string> { ["id"] = saker.Garanti },
            "husstand" => new Dictionary<string, string> { ["husstandId"] = saker.Husstand },
            _ => new Dictionary<string, string> { ["id"] = saker.Opphold },
        };
        return new(rute, innhold);
    }

    private async Task<Enhetssaker> Ny(string enhet)
    {
        using var nav = new Navkontor(tjeneste, enhet);
        var person = await nav.Person();
        var henvendelse = await nav.Innvilget(new { voksne = 1, personer = new[] { person } });
        var plass = await nav.Plass(await nav.Tilbyder(), "Hybel 1");
        var stengt = await nav.Post($"/plasser/{plass}/stengninger", new { fra = "2027-01-01", til = "2027-01-02", aarsak = "Maling" }, System.Net.HttpStatusCode.Created);
        await nav.Post($"/henvendelser/{henvendelse}/plan", new { ansvarlig = "a", hengerPaa = "nav", nesteSteg = "b", frist = "2026-12-02" });
        var garanti = await nav.Post(
            "/garantier",
            new { utfall = "innvilget", type = "garanti", utleier = "privat", personer = new[] { person }, maanedsleie = 10_000, beloep = 20_000, fra = "2026-12-01", begrunnelse = "a" },
            System.Net.HttpStatusCode.Created);
        var opphold = await nav.Opphold(henvendelse, plass, "2026-12-01", "2026-12-10");
        return new(person, henvendelse, plass, (string)stengt["id"]!, opphold, (string)(await nav.Hent($"/opphold/{opphold}"))["husstandId"]!, (string)garanti["id"]!);
    }

    /// <summary>What an endpoint is about, and a body that gets as far as that.</summary>
    private static (string? Hva, string Innhold) Hva(string endepunkt) => endepunkt switch
    {
        "HentPerson" or "HentInnsyn" => ("person", "{}"),
        "GraderPerson" => ("person", """{"gradering":"ugradert"}"""),
        "KrevGaranti" => ("garanti", """{"beloep":1,"grunn":"a","dato":"2030-01-01"}"""),
        "FrigiGaranti" => ("garanti", """{"dato":"2030-01-01"}"""),
        "KlagPaaGaranti" => ("garanti", """{"grunn":"a","dato":"2030-01-01"}"""),
        "OversendGarantiklage" => ("garanti", """{"dato":"2030-01-01"}"""),
        "AvgjoerGarantiklage" => ("garanti", """{"utfall":"stadfestet"}"""),
        "RettBehov" => ("henvendelse", """{"voksne":1}"""),
        "HentBotid" => ("husstand", "{}"),
        "RegistrerSteg" => ("husstand", """{"steg":"varsel","merknad":"a"}"""),
        "GiUnntak" => ("husstand", """{"begrunnelse":"a","til":"2030-01-01"}"""),
        "OppdaterBoligplan" => ("henvendelse", """{"ansvarlig":"a","hengerPaa":"nav","nesteSteg":"b","frist":"2030-01-01"}"""),
        "OversendBoligsoeknad" => ("henvendelse", """{"samtykke":"2030-01-01"}"""),
        "HentHenvendelse" or "HentBoligplan" or "FinnPlass" or "TrekkHenvendelse" or "OversendBotilbudsklage" => ("henvendelse", "{}"),
        "LeggTilPersoner" => ("henvendelse", """{"personer":["00000000-0000-0000-0000-000000000000"]}"""),
        "InnvilgBotilbud" => ("henvendelse", """{"begrunnelse":"Ja."}"""),
        "AvslaaBotilbud" => ("henvendelse", """{"grunn":"klarer-det-selv","begrunnelse":"Nei."}"""),
        "RegistrerAvvik" => ("henvendelse", """{"forsoek":[{"hvor":"a","utfall":"b"}],"gjort":"c"}"""),
        "KlagPaaBotilbud" => ("henvendelse", """{"grunn":"Uenig."}"""),
        "AvgjoerBotilbudsklage" => ("henvendelse", """{"utfall":"stadfestet"}"""),
        "HentPlass" or "HentStengninger" or "AapnePlass" => ("plass", """{"dato":"2030-01-01"}"""),
        "KontrollerKvalitet" => ("plass", """{"oppfylt":[]}"""),
        "StengPlass" => ("plass", """{"fra":"2026-12-01","til":"2026-12-02","aarsak":"a"}"""),
        "HentOpphold" => ("opphold", "{}"),
        "RegistrerUteblitt" => ("opphold", """{"dato":"2030-01-01"}"""),
        "ForlengOpphold" => ("opphold", """{"avreise":"2026-12-01"}"""),
        "FlyttOpphold" => ("opphold", """{"plassId":"00000000-0000-0000-0000-000000000000","dato":"2030-01-01"}"""),
        "AvsluttOpphold" => ("opphold", """{"aarsak":"annet","dato":"2030-01-01"}"""),
        _ => (null, "{}"),
    };
}
