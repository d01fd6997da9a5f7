using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.Felles;
using Boligsosial.Testing;

namespace Boligsosial.EndToEnd.Tests.Reiser;

/// <summary>
/// From leie to eie, across three services: the stønad unit learns of a municipal tenant by the lease, sees with consent that the tenant can buy, startlån is granted by two
/// people and paid out, the letting unit sees when the dwelling may be vacant, the tenant moves, and the overview counts one who bought.
/// </summary>
public sealed class LeietakerKjoeperBolig : IAsyncLifetime
{
    private const string Register = "/api/v1/boligregister";
    private const string Startlaan = "/api/v1/finansiering/startlaan";

    // Tenor's: no living person has it.
    private const string Nummer = "12927197004";
    private static readonly DateOnly Idag = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
    private Systemet _systemet = null!;

    public async ValueTask InitializeAsync() => _systemet = await Systemet.Start([]);

    public ValueTask DisposeAsync() => _systemet.DisposeAsync();

    [Fact]
    public async Task Startlaan_til_en_leietaker_foelges_til_boligen_er_ledig()
    {
        using var utleie = await _systemet.Klient(Roller.AakeUtleie);
        var leieforhold = await Leieforhold(utleie);

        using var saksbehandler = await _systemet.Klient(Roller.AakeStoenad);
        using var beslutter = await _systemet.Klient(Roller.AakeStoenad, "Berit Beslutter");
        var vurdering = await KanKjoepe(saksbehandler, leieforhold);
        var soeknad = await Innvilget(saksbehandler, beslutter);
        Assert.Equal(soeknad, (string?)(await Gjoer(saksbehandler, $"{vurdering}/soeknad", new { soeknadId = soeknad }))["soeknadId"]);

        await Eventually.Is(async () => (string?)(await Hent(utleie, $"{Register}/leieforhold/{leieforhold}"))["forventetLedig"] == $"{Idag.AddMonths(2):yyyy-MM-dd}", "the dwelling is expected to be vacant");
        await Gjoer(utleie, $"{Register}/leieforhold/{leieforhold}/oppsigelse", new { av = "leietaker" });
        await Gjoer(utleie, $"{Register}/leieforhold/{leieforhold}/utflytting", new { aarsak = "kjoept-bolig", noekler = 2 });

        using var koordinator = await _systemet.Klient(Roller.BoligsosialKoordinator);
        await Eventually.Is(async () => (await Hent(koordinator, "/api/v1/boligsosial-enhet/oversikt/utleie"))["perioden"]!["opphoert"]!.ToJsonString().Contains("kjoept-bolig", StringComparison.Ordinal), "the overview counts one who bought");
        var statistikk = await Hent(saksbehandler, $"{Startlaan}/statistikk");
        Assert.Equal((1, 1, 2_000_000m), ((int)statistikk["husstander"]!, (int)statistikk["fraKommunalBolig"]!, (decimal)statistikk["utbetalt"]!));
    }

    private static async Task<string> Leieforhold(HttpClient utleie)
    {
        var bolig = await Gjoer(utleie, $"{Register}/boliger", new
        {
            leverandorBoligId = "L-1",
            adresse = new { gatenavn = "Testvegen", husnummer = 1, postnummer = "6002", poststed = "Ålesund" },
            omraade = "Skodje",
            kategori = "gjennomgangsbolig",
            disposisjonsform = "eid",
            soverom = 2,
            maanedsleie = 9500,
            status = "ledig-klar",
        });
        var person = await Gjoer(utleie, $"{Register}/personer", new { foedselsnummer = Nummer, navn = "Test Testesen" });
        var leieforhold = (string)(await Gjoer(utleie, $"{Register}/leieforhold", new { boligId = (string)bolig["id"]!, fra = $"{Idag.AddYears(-1):yyyy-MM-dd}", maanedsleie = 9500, leietakere = new[] { (string)person["personRef"]! } }))["id"]!;
        await Gjoer(utleie, $"{Register}/leieforhold/{leieforhold}/innflytting", new { noekler = 2, dato = $"{Idag.AddYears(-1):yyyy-MM-dd}" });
        return leieforhold;
    }

    /// <summary>The tenant is on the list of those without bostøtte, and with consent it shows that a loan can be carried.</summary>
    private static async Task<string> KanKjoepe(HttpClient saksbehandler, string leieforhold)
    {
        const string Finansiering = "/api/v1/finansiering";
        var person = (string)(await Gjoer(saksbehandler, $"{Finansiering}/personer", new { foedselsnummer = Nummer, navn = "Test Testesen" }))["personRef"]!;
        JsonNode? leie = null;
        await Eventually.Is(
            async () => (decimal?)(leie = (await Hent(saksbehandler, $"{Finansiering}/leietakere/uten-bostoette"))["innhold"]!.AsArray().SingleOrDefault(l => (string?)l!["leieforholdId"] == leieforhold))?["maanedsleie"] == 9500,
            "finansiering knows the lease and its rent");
        Assert.True((decimal)leie!["oevreInntektsgrense"]! > 20_000);

        var vurdering = $"{Finansiering}/kjoepsvurderinger/{(await Gjoer(saksbehandler, $"{Finansiering}/kjoepsvurderinger", new { leieforholdId = leieforhold }))["id"]}";
        await Gjoer(saksbehandler, $"{vurdering}/samtykke", new { fra = new[] { person } });
        await Gjoer(saksbehandler, $"{vurdering}/beregning", new { husholdning = new { nettoInntekt = 30_000, livsopphold = 13_500 }, varianter = new[] { new { kjoepesum = 2_100_000, egenkapital = 200_000, rente = 4.381 } } });
        await Gjoer(saksbehandler, $"{vurdering}/utfall", new { utfall = "kan-kjoepe-naa", begrunnelse = "Fast inntekt og ingen gjeld." });
        return vurdering;
    }

    /// <summary>One says what should be decided, another decides; the person is registered anew, as the units share no list.</summary>
    private static async Task<string> Innvilget(HttpClient saksbehandler, HttpClient beslutter)
    {
        await Gjoer(beslutter, $"{Startlaan}/rammer", new { aar = Idag.Year, ordning = "ordinaer", laaneopptak = 10_000_000 });
        var person = await Gjoer(saksbehandler, "/api/v1/finansiering/personer", new { foedselsnummer = Nummer, navn = "Test Testesen" });
        var soeknad = await Gjoer(saksbehandler, $"{Startlaan}/soeknader", new
        {
            soekere = new[] { (string)person["personRef"]! },
            formaal = "kjoep",
            ordning = "ordinaer",
            voksne = 1,
            barnsAlder = new[] { 4 },
            leierKommunalt = true,
            oekonomi = new { nettoInntekt = 30_000, livsopphold = 13_500 },
            soektBeloep = 2_000_000,
            etterspurt = Array.Empty<string>(),
            dokumentert = Array.Empty<string>(),
        });
        var sak = $"{Startlaan}/soeknader/{soeknad["id"]}";
        var fakta = new { formaal = "kjoep", langvarigProblem = true, avslagIBank = true, kanBetjene = true, egnet = true, noektern = true, rimelig = true, samfinansieringVurdert = true, harSpart = true };
        await Gjoer(saksbehandler, $"{sak}/innstilling", new { utfall = "innvilget", begrunnelse = "Får ikke lån i bank og kan betjene lånet.", fakta });
        var vedtak = new { beloep = 2_000_000, begrunnelse = "Vilkårene er oppfylt.", barnetsBeste = "Barnet kan bli i barnehagen sin." };
        using (var egen = await saksbehandler.PostAsJsonAsync($"{sak}/innvilgelse", vedtak))
            Assert.Contains("egen-innstilling", await egen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Gjoer(beslutter, $"{sak}/innvilgelse", vedtak);
        await Gjoer(beslutter, $"{sak}/utbetaling", new { beloep = 2_000_000, kjoepesum = 2_100_000, overtakelse = $"{Idag.AddMonths(2):yyyy-MM-dd}", rente = 4.381, rentetype = "flytende", loepetidAar = 30 });
        return (string)soeknad["id"]!;
    }

    private static async Task<JsonNode> Hent(HttpClient klient, string adresse) => (await klient.GetFromJsonAsync<JsonNode>(adresse))!;

    private static async Task<JsonNode> Gjoer(HttpClient klient, string adresse, object innhold)
    {
        using var svar = await klient.PostAsJsonAsync(adresse, innhold);
        var tekst = await svar.Content.ReadAsStringAsync();
        Assert.True(svar.IsSuccessStatusCode, $"{adresse}: {(int)svar.StatusCode} {tekst}");
        return JsonNode.Parse(tekst)!;
    }
}
