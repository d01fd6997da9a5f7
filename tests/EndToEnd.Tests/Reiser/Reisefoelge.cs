using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.Testing;

namespace Boligsosial.EndToEnd.Tests.Reiser;

/// <summary>The people of three units who follow somebody through the system, each speaking to the gateway in a role of their own.</summary>
internal sealed class Reisefoelge : IDisposable
{
    public const string Register = "/api/v1/boligregister";
    public const string Botilbud = "/api/v1/midlertidig-botilbud";
    public const string Finansiering = "/api/v1/finansiering";

    /// <summary>A message may have to wait for a broker that is away for a minute.</summary>
    public static readonly TimeSpan Frist = TimeSpan.FromMinutes(3);

    /// <summary>The municipality's, not the machine's: an hour or two before midnight in UTC they differ.</summary>
    public static DateOnly Idag { get; } = TimeProvider.System.Idag();

    public required HttpClient Nav { get; init; }

    public required HttpClient Utleie { get; init; }

    public required HttpClient Stoenad { get; init; }

    public required HttpClient Beslutter { get; init; }

    public required HttpClient Koordinator { get; init; }

    public static async Task<Reisefoelge> Ny(Systemet systemet) => new()
    {
        Nav = await systemet.Klient(Roller.NavVeileder),
        Utleie = await systemet.Klient(Roller.AakeUtleie),
        Stoenad = await systemet.Klient(Roller.AakeStoenad),
        Beslutter = await systemet.Klient(Roller.AakeStoenad, "Berit Beslutter"),
        Koordinator = await systemet.Klient(Roller.BoligsosialKoordinator),
    };

    /// <summary>Registered by a unit: the units share no list, and the pseudonym is the same.</summary>
    public static async Task<string> Registrer(HttpClient klient, string tjeneste, string nummer) =>
        (string)(await Gjoer(klient, $"{tjeneste}/personer", new { foedselsnummer = nummer, navn = "Test Testesen" }))["personRef"]!;

    public async Task<string> Bolig(string navn)
    {
        var bolig = await Gjoer(Utleie, $"{Register}/boliger", new
        {
            leverandorBoligId = navn,
            adresse = new { gatenavn = navn, husnummer = 1, postnummer = "6002", poststed = "Ålesund" },
            omraade = "Skodje",
            kategori = "gjennomgangsbolig",
            disposisjonsform = "eid",
            soverom = 2,
            maanedsleie = 9300,
            status = "ledig-klar",
        });
        return (string)bolig["id"]!;
    }

    /// <summary>A lease that has run for a year.</summary>
    public async Task<string> Leieforhold(string bolig, string person, int barn = 0)
    {
        var leieforhold = (string)(await Gjoer(Utleie, $"{Register}/leieforhold", new { boligId = bolig, fra = Dag(-365), maanedsleie = 9300, leietakere = new[] { person }, barn }))["id"]!;
        await Gjoer(Utleie, $"{Register}/leieforhold/{leieforhold}/innflytting", new { noekler = 2, dato = Dag(-365) });
        return leieforhold;
    }

    public async Task Innvilg(string soeknad) => await Gjoer(
        Utleie, $"{Register}/soeknader/{soeknad}/innvilgelse", new { kategorier = new[] { "gjennomgangsbolig" }, begrunnelse = "Husstanden er uten egnet bolig.", annetGrunnlag = "Se notat." });

    public static string Dag(int fra) => $"{Idag.AddDays(fra):yyyy-MM-dd}";

    public static async Task<JsonNode> Hent(HttpClient klient, string adresse) => (await klient.GetFromJsonAsync<JsonNode>(adresse))!;

    /// <summary>The first of a list of its kind, when it is there.</summary>
    public static async Task<JsonNode> Venter(HttpClient klient, string adresse, Func<JsonNode, bool> den, string hva)
    {
        JsonNode? funnet = null;
        await Eventually.Is(async () => (funnet = (await Hent(klient, adresse))["innhold"]!.AsArray().FirstOrDefault(n => den(n!))) is not null, hva, Frist);
        return funnet!;
    }

    public static async Task<JsonNode> Gjoer(HttpClient klient, string adresse, object innhold)
    {
        using var svar = await klient.PostAsJsonAsync(adresse, innhold);
        var tekst = await svar.Content.ReadAsStringAsync();
        Assert.True(svar.IsSuccessStatusCode, $"{adresse}: {(int)svar.StatusCode} {tekst}");
        return JsonNode.Parse(tekst)!;
    }

    public void Dispose()
    {
        foreach (var klient in new[] { Nav, Utleie, Stoenad, Beslutter, Koordinator })
            klient.Dispose();
    }
}
