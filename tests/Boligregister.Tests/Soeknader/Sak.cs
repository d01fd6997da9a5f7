using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.Boligregister.Tests.Tilgang;

namespace Boligsosial.Boligregister.Tests.Soeknader;

/// <summary>The calls that most tests of applications make.</summary>
internal static class Sak
{
    public const string Soeknader = "/api/v1/boligregister/soeknader";
    public const string Venteliste = "/api/v1/boligregister/venteliste";

    /// <summary>A valid application; the clock stands at 1 December 2026.</summary>
    public static JsonObject Soeknad(string person, string mottatt = "2026-11-20", Action<JsonObject>? endre = null)
    {
        var soeknad = new JsonObject
        {
            ["type"] = "ny",
            ["kanal"] = "papir",
            ["soekere"] = new JsonArray(person),
            ["husstand"] = new JsonObject { ["voksne"] = 1, ["barnsAlder"] = new JsonArray(9, 4) },
            ["situasjon"] = new JsonArray("nibr-5", "uegnet-bolig"),
            ["behov"] = new JsonObject { ["soverom"] = 2, ["tilgjengelighet"] = "ordinaer", ["omraader"] = new JsonArray("Skodje") },
            ["inntektPerMaaned"] = 21000.50m,
            ["mottatt"] = mottatt,
        };
        endre?.Invoke(soeknad);
        return soeknad;
    }

    /// <summary>Registers a person of the client's unit, and an application of theirs.</summary>
    public static async Task<JsonObject> Ny(HttpClient klient, string mottatt = "2026-11-20", Action<JsonObject>? endre = null)
    {
        var person = await Leiesak.Registrer(klient, Leiesak.NyttNummer());
        return await Gjort(klient.PostAsJsonAsync(Soeknader, Soeknad(person, mottatt, endre)));
    }

    /// <summary>An application that waits for a dwelling.</summary>
    public static async Task<JsonObject> Ventende(HttpClient klient, string mottatt = "2026-11-20", Action<JsonObject>? endre = null)
    {
        var soeknad = await Ny(klient, mottatt, endre);
        return await Gjort(Innvilg(klient, (string)soeknad["id"]!, mottatt));
    }

    public static Task<HttpResponseMessage> Innvilg(HttpClient klient, string id, string? dato = null, params string[] grupper) => klient.PostAsJsonAsync(
        $"{Soeknader}/{id}/innvilgelse", new { kategorier = new[] { "gjennomgangsbolig" }, begrunnelse = "Husstanden er uten egnet bolig.", annetGrunnlag = "Se notat.", dato, grupper });

    public static Task<HttpResponseMessage> Avslaa(HttpClient klient, string id, string grunn = "kan-skaffe-bolig-selv", string? dato = null) => klient.PostAsJsonAsync(
        $"{Soeknader}/{id}/avslag", new { grunn, begrunnelse = "Husstanden kan leie i det private markedet.", hjemmel = "k.sak 008/20", dato });

    public static Task<HttpResponseMessage> Gjoer(HttpClient klient, string id, string hva, object? innhold = null) => klient.PostAsJsonAsync($"{Soeknader}/{id}/{hva}", innhold ?? new { });

    public static async Task<JsonObject> Gjort(Task<HttpResponseMessage> kall)
    {
        var svar = await kall;
        Assert.True(svar.IsSuccessStatusCode, await svar.Content.ReadAsStringAsync());
        return await BoligregisterTjeneste.Json(svar);
    }

    public static async Task<(int Status, string? Kode)> Avvist(Task<HttpResponseMessage> kall)
    {
        var svar = await kall;
        return ((int)svar.StatusCode, ((string?)(await BoligregisterTjeneste.Json(svar))["type"])?.Replace("urn:boligsosial:", "", StringComparison.Ordinal));
    }

    public static async Task<JsonObject> Hent(HttpClient klient, string adresse) => await Gjort(klient.GetAsync(adresse));

    /// <summary>Names of the events told of one thing, oldest first.</summary>
    public static Task<string> Fortalt(BoligregisterTjeneste tjeneste, string id) => tjeneste.Sql<string>(
        $"""
        SELECT coalesce(string_agg(replace(type, 'boligregister.', ''), ' ' ORDER BY nr), '')
        FROM (SELECT nr, type, key FROM outbox UNION ALL SELECT nr, type, key FROM outbox_history) m WHERE key = '{id}'
        """);
}
