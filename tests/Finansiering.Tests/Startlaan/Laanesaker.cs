using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Tests.Startlaan;

/// <summary>The calls that most tests of startlån make: one person prepares, another decides.</summary>
internal sealed class Laanesaker(FinansieringTjeneste tjeneste, string enhet) : IDisposable
{
    public const string Startlaan = "/api/v1/finansiering/startlaan";
    private static readonly string[] Dokumentasjon = ["skattemelding", "inntekt", "gjeld"];
    private static int _loepenummer;

    /// <summary>Prepares.</summary>
    public HttpClient Saksbehandler { get; } = tjeneste.Som(Roller.AakeStoenad, enhet: enhet, bruker: "saksbehandler");

    /// <summary>Decides.</summary>
    public HttpClient Beslutter { get; } = tjeneste.Som(Roller.AakeStoenad, enhet: enhet, bruker: "beslutter");

    public void Dispose()
    {
        Saksbehandler.Dispose();
        Beslutter.Dispose();
    }

    public Task<JsonElement> Ramme(decimal laaneopptak, int aar = 2026, string ordning = "ordinaer") =>
        Gjort(Beslutter.PostAsJsonAsync($"{Startlaan}/rammer", new { aar, ordning, laaneopptak }));

    public async Task<JsonElement> RammeNaa(int aar = 2026, string ordning = "ordinaer") =>
        (await Gjort(Saksbehandler.GetAsync($"{Startlaan}/rammer"))).EnumerateArray().Single(r => r.GetProperty("aar").GetInt32() == aar && r.GetProperty("ordning").GetString() == ordning);

    public async Task<string> Person()
    {
        var svar = await FinansieringTjeneste.Ok(await Saksbehandler.PostAsJsonAsync("/api/v1/finansiering/personer", new { foedselsnummer = NyttNummer(), navn = "Test Testesen" }));
        return svar.GetProperty("personRef").GetString()!;
    }

    public async Task<JsonElement> Ny(int[]? barn = null, string formaal = "kjoep", string ordning = "ordinaer", string mottatt = "2026-11-02", bool leierKommunalt = false, object? oekonomi = null) => await Gjort(Saksbehandler.PostAsJsonAsync($"{Startlaan}/soeknader", new
    {
        soekere = new[] { await Person(), await Person() },
        formaal,
        ordning,
        voksne = 2,
        barnsAlder = barn ?? [],
        leierKommunalt,
        oekonomi = oekonomi ?? new { nettoInntekt = 38_000, livsopphold = 19_000 },
        soektBeloep = 1_500_000,
        etterspurt = Dokumentasjon,
        dokumentert = Dokumentasjon,
        mottatt,
    }));

    /// <summary>Everything that a grant stands on.</summary>
    public static object Fakta(bool avslagIBank = true, bool? harSpart = true) =>
        new { formaal = "kjoep", langvarigProblem = true, avslagIBank, kanBetjene = true, egnet = true, noektern = true, rimelig = true, samfinansieringVurdert = true, harSpart };

    public Task<HttpResponseMessage> Innstill(string id, string utfall = "innvilget", object? fakta = null, string dato = "2026-11-05") =>
        Gjoer(Saksbehandler, id, "innstilling", new { utfall, begrunnelse = "Søkerne får ikke lån i bank og kan betjene lånet.", fakta = fakta ?? Fakta(), dato });

    public Task<HttpResponseMessage> Innvilg(string id, decimal beloep = 1_500_000, string? barnetsBeste = null, string dato = "2026-11-10") =>
        Gjoer(Beslutter, id, "innvilgelse", new { beloep, begrunnelse = "Vilkårene er oppfylt.", barnetsBeste, dato });

    public Task<HttpResponseMessage> Avslaa(string id, string grunn = "manglende-betjeningsevne", string? barnetsBeste = null, string? unntaksvurdering = null, string dato = "2026-11-10") =>
        Gjoer(Beslutter, id, "avslag", new { grunn, begrunnelse = "Inntekten dekker ikke terminene.", barnetsBeste, unntaksvurdering, dato });

    /// <summary>An application with a finansieringsbevis.</summary>
    public async Task<string> Innvilget(decimal beloep = 1_500_000, string formaal = "kjoep", string ordning = "ordinaer", string dato = "2026-11-10")
    {
        var id = (await Ny(formaal: formaal, ordning: ordning)).GetProperty("id").GetString()!;
        await Gjort(Innstill(id));
        await Gjort(Innvilg(id, beloep, dato: dato));
        return id;
    }

    public Task<HttpResponseMessage> Utbetal(string id, decimal beloep = 1_500_000, object? endret = null) =>
        Gjoer(Beslutter, id, "utbetaling", endret ?? new { beloep, kjoepesum = 1_600_000, overtakelse = "2027-01-15", rente = 4.381, rentetype = "flytende", loepetidAar = 30, dato = "2026-11-20" });

    public static Task<HttpResponseMessage> Gjoer(HttpClient klient, string id, string hva, object? innhold = null) => klient.PostAsJsonAsync($"{Startlaan}/soeknader/{id}/{hva}", innhold ?? new { });

    public Task<JsonElement> Hent(string id) => Gjort(Saksbehandler.GetAsync($"{Startlaan}/soeknader/{id}"));

    public static async Task<JsonElement> Gjort(Task<HttpResponseMessage> kall) => await FinansieringTjeneste.Ok(await kall);

    public static async Task<(int Status, string? Kode)> Avvist(Task<HttpResponseMessage> kall)
    {
        var svar = await kall;
        return ((int)svar.StatusCode, JsonSerializer.Deserialize<JsonElement>(await svar.Content.ReadAsStringAsync()).GetProperty("type").GetString()?.Replace("urn:boligsosial:", "", StringComparison.Ordinal));
    }

    /// <summary>A valid synthetic number (Tenor: month + 80) that no other test has.</summary>
    private static string NyttNummer()
    {
        while (true)
        {
            var nr = Interlocked.Increment(ref _loepenummer);
            var ni = string.Create(CultureInfo.InvariantCulture, $"{(nr / 900 % 28) + 1:00}85{nr / 25_200 % 99:00}{nr % 500:000}");
            for (var kontroll = 0; kontroll < 100; kontroll++)
            {
                var nummer = string.Create(CultureInfo.InvariantCulture, $"{ni}{kontroll:00}");
                if (Mod11(nummer, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) && Mod11(nummer, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]))
                    return nummer;
            }
        }
    }

    private static bool Mod11(string nummer, int[] vekter) => vekter.Select((vekt, i) => vekt * (nummer[i] - '0')).Sum() % 11 == 0;
}
