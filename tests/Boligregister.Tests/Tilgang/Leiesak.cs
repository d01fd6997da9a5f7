using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Tilgang;

/// <summary>A person, a dwelling and the lease between them, of a unit.</summary>
internal sealed record Leiesak(string Nummer, string Person, string Bolig, string Leieforhold)
{
    public const string Personer = "/api/v1/boligregister/personer";
    public const string AlleLeieforhold = "/api/v1/boligregister/leieforhold";
    private static int _loepenummer;

    public static async Task<Leiesak> Ny(BoligregisterTjeneste tjeneste, string enhet, Action<JsonObject>? bolig = null)
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: enhet);
        var nummer = NyttNummer();
        var person = await Registrer(klient, nummer);
        var (_, registrert) = await tjeneste.Registrer(tjeneste.NyBolig(bolig));
        var svar = await Inngaa(klient, (string)registrert["id"]!, person);
        Assert.True(svar.IsSuccessStatusCode, await svar.Content.ReadAsStringAsync());
        return new(nummer, person, (string)registrert["id"]!, (string)(await BoligregisterTjeneste.Json(svar))["id"]!);
    }

    public static async Task<string> Registrer(HttpClient klient, string nummer, string navn = "Test Testesen")
    {
        var svar = await klient.PostAsJsonAsync(Personer, new { foedselsnummer = nummer, navn });
        Assert.True(svar.IsSuccessStatusCode, await svar.Content.ReadAsStringAsync());
        return (string)(await BoligregisterTjeneste.Json(svar))["personRef"]!;
    }

    public static Task<HttpResponseMessage> Inngaa(HttpClient klient, string bolig, string person, string fra = "2026-01-01", string? til = null, decimal maanedsleie = 9500, string? inngaatt = null) =>
        klient.PostAsJsonAsync(AlleLeieforhold, new { boligId = bolig, fra, til, maanedsleie, leietakere = new[] { person }, inngaatt });

    /// <summary>A valid synthetic number (Tenor: month + 80) that no other test has.</summary>
    public static string NyttNummer()
    {
        while (true)
        {
            var nr = Interlocked.Increment(ref _loepenummer);
            var dag = (nr / 900 % 28) + 1;
            var aar = nr / 25_200 % 99;
            var ni = string.Create(CultureInfo.InvariantCulture, $"{dag:00}85{aar:00}{nr % 500:000}");
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
