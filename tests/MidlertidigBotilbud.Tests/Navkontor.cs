using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.Felles;

namespace Boligsosial.MidlertidigBotilbud.Tests;

/// <summary>A unit of its own, and the calls that most tests make.</summary>
internal sealed class Navkontor(MidlertidigBotilbudTjeneste tjeneste, string enhet) : IDisposable
{
    public const string Api = "/api/v1/midlertidig-botilbud";
    private static int _loepenummer;

    public HttpClient Veileder { get; } = tjeneste.Som(Roller.NavVeileder, enhet: enhet);

    public HttpClient Leder { get; } = tjeneste.Som(Roller.NavLeder, enhet: enhet);

    public HttpClient Skjermet { get; } = tjeneste.Som(Roller.NavVeileder, skjermet: true, enhet: enhet);

    public void Dispose()
    {
        Veileder.Dispose();
        Leder.Dispose();
        Skjermet.Dispose();
    }

    /// <summary>It is this time in Norway, in winter: «2026-12-01» is noon, «2026-12-01T22:15» a quarter past ten at night.</summary>
    public void ErDet(string naar) => tjeneste.Tid.Naa = DateTimeOffset.Parse(naar.Contains('T', StringComparison.Ordinal) ? $"{naar}:00+01:00" : $"{naar}T12:00:00+01:00", CultureInfo.InvariantCulture).ToUniversalTime();

    /// <summary>A body posted; the answer must be of this status, and of this kode.</summary>
    public async Task<JsonNode> Post(string sti, object innhold, HttpStatusCode status = HttpStatusCode.OK, string? kode = null, HttpClient? som = null)
    {
        using var svar = await (som ?? Veileder).PostAsJsonAsync($"{Api}{sti}", innhold);
        return await Les(sti, svar, status, kode);
    }

    public async Task<JsonNode> Hent(string sti, HttpStatusCode status = HttpStatusCode.OK, string? kode = null, HttpClient? som = null)
    {
        using var svar = await (som ?? Veileder).GetAsync($"{Api}{sti}");
        return await Les(sti, svar, status, kode);
    }

    public async Task<string> Person()
    {
        using var svar = await Veileder.PostAsJsonAsync($"{Api}/personer", new { foedselsnummer = NyttNummer(), navn = "Test Testesen" });
        return (string)(await Les("/personer", svar, null, null))["personRef"]!;
    }

    /// <summary>Somebody comes: one adult unless said.</summary>
    public async Task<JsonNode> Kommer(object? hva = null) => await Post("/henvendelser", hva ?? new { voksne = 1 }, HttpStatusCode.Created);

    public async Task<string> Innvilget(object? hva = null)
    {
        var id = (string)(await Kommer(hva))["id"]!;
        await Post($"/henvendelser/{id}/innvilgelse", new { begrunnelse = "Har ikke noe sted å sove i natt.", barnetsBeste = "Barna skal ha et trygt sted å sove." });
        return id;
    }

    public async Task<string> Tilbyder(string navn = "Kommunen", string type = "kommunal") => (string)(await Post("/tilbydere", new { navn, type }, HttpStatusCode.Created))["id"]!;

    public async Task<string> Plass(string tilbyder, string navn, object? annet = null)
    {
        var plass = new JsonObject { ["tilbyderId"] = tilbyder, ["navn"] = navn, ["slag"] = "hybel", ["senger"] = 2, ["pris"] = 650 };
        foreach (var (felt, verdi) in annet is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(annet)!.AsObject())
            plass[felt] = verdi?.DeepClone();
        return (string)(await Post("/plasser", plass, HttpStatusCode.Created))["id"]!;
    }

    public async Task<string> Opphold(string henvendelse, string plass, string ankomst, string avreise, string? begrunnelse = null) =>
        (string)(await Post("/opphold", new { henvendelseId = henvendelse, plassId = plass, ankomst, avreise, begrunnelse }, HttpStatusCode.Created))["id"]!;

    public static string[] Tekster(JsonNode? liste) => [.. liste!.AsArray().Select(t => (string)t!)];

    private static async Task<JsonNode> Les(string sti, HttpResponseMessage svar, HttpStatusCode? status, string? kode)
    {
        var tekst = await svar.Content.ReadAsStringAsync();
        Assert.True(status is null ? svar.IsSuccessStatusCode : svar.StatusCode == status, $"{sti}: {(int)svar.StatusCode} {tekst}");
        var json = tekst.Length == 0 ? new JsonObject() : JsonNode.Parse(tekst)!;
        if (kode is not null)
            Assert.Equal($"urn:boligsosial:{kode}", (string?)json["type"]);
        return json;
    }

    /// <summary>A valid synthetic number (Tenor: month + 80) that no other test has.</summary>
    private static string NyttNummer()
    {
        while (true)
        {
            var nr = Interlocked.Increment(ref _loepenummer);
            var ni = string.Create(CultureInfo.InvariantCulture, $"{(nr / 900 % 28) + 1:00}86{nr / 25_200 % 99:00}{nr % 500:000}");
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
