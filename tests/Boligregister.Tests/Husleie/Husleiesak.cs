using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Boligsosial.Boligregister.Tests.Tilgang;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Husleie;

/// <summary>A unit of its own with leases in it, and the calls that tests of rent make.</summary>
internal sealed class Husleiesak(BoligregisterTjeneste tjeneste, string enhet) : IDisposable
{
    public const string Husleie = "/api/v1/boligregister/husleie";
    public const string Fravikelser = "/api/v1/boligregister/fravikelser";

    public HttpClient Klient { get; } = tjeneste.Som(Roller.AakeUtleie, enhet: enhet);

    public void Dispose() => Klient.Dispose();

    /// <summary>It is noon in Norway on the day.</summary>
    public void ErDag(string dag) => tjeneste.Tid.Naa = DateTimeOffset.Parse($"{dag}T11:00:00Z");

    public async Task<string> Leieforhold(string fra = "2026-01-01", decimal leie = 9300, string? til = null, int barn = 0)
    {
        var person = await Leiesak.Registrer(Klient, Leiesak.NyttNummer());
        var (_, bolig) = await tjeneste.Registrer();
        var idag = $"{tjeneste.Tid.Naa:yyyy-MM-dd}";
        var inngaatt = string.CompareOrdinal(fra, idag) < 0 ? fra : idag;
        var svar = await Klient.PostAsJsonAsync(Leiesak.AlleLeieforhold, new { boligId = (string)bolig["id"]!, fra, til, maanedsleie = leie, leietakere = new[] { person }, barn, inngaatt });
        Assert.True(svar.IsSuccessStatusCode, await svar.Content.ReadAsStringAsync());
        return (string)(await BoligregisterTjeneste.Json(svar))["id"]!;
    }

    /// <summary>A body posted; the answer must be of this status, and of this kode.</summary>
    public async Task<JsonObject> Post(string adresse, object innhold, HttpStatusCode status = HttpStatusCode.OK, string? kode = null)
    {
        using var svar = await Klient.PostAsJsonAsync(adresse, innhold);
        var tekst = await svar.Content.ReadAsStringAsync();
        Assert.True(svar.StatusCode == status, $"{adresse}: {(int)svar.StatusCode} {tekst}");
        var json = tekst.Length == 0 ? [] : JsonNode.Parse(tekst)!.AsObject();
        if (kode is not null)
            Assert.Equal($"urn:boligsosial:{kode}", (string?)json["type"]);
        return json;
    }

    public Task<JsonObject> Krav(string maaned, string? dato = null, bool proev = false) => Post($"{Husleie}/krav{(proev ? "?proev=true" : "")}", new { maaned, dato });

    public async Task<(HttpStatusCode Status, JsonObject Innhold)> Importer(string csv, string modus = "alle-eller-ingen", Encoding? tegnsett = null)
    {
        using var innhold = new ByteArrayContent((tegnsett ?? Encoding.UTF8).GetBytes(csv));
        innhold.Headers.ContentType = new("text/csv");
        using var svar = await Klient.PostAsync($"{Husleie}/innbetalinger/import?modus={modus}", innhold);
        return (svar.StatusCode, await BoligregisterTjeneste.Json(svar));
    }

    /// <summary>One payment of a lease, with a reference that no other has.</summary>
    public async Task Betal(string leieforhold, decimal beloep, string dato)
    {
        var kid = (string)(await Reskontro(leieforhold))["kid"]!;
        var (status, svar) = await Importer($"dato;beloep;kid;arkivreferanse\n{dato};{beloep:0.00};{kid};{Guid.CreateVersion7():N}\n");
        Assert.True(status == HttpStatusCode.OK && (int)svar["bokfoert"]! == 1, svar.ToJsonString());
    }

    public Task<JsonObject> Reskontro(string leieforhold) => Hent($"{Husleie}/{leieforhold}/reskontro");

    public async Task<decimal> Saldo(string leieforhold) => (decimal)(await Reskontro(leieforhold))["saldo"]!;

    public async Task<JsonObject> Hent(string adresse)
    {
        using var svar = await Klient.GetAsync(adresse);
        Assert.True(svar.IsSuccessStatusCode, $"{adresse}: {(int)svar.StatusCode} {await svar.Content.ReadAsStringAsync()}");
        return await BoligregisterTjeneste.Json(svar);
    }

    /// <summary>The books of the unit balance.</summary>
    public async Task<JsonObject> GaarOpp()
    {
        var kontroll = await Hent($"{Husleie}/kontroll");
        Assert.True((decimal)kontroll["sum"]! == 0 && (int)kontroll["avvik"]! == 0, kontroll.ToJsonString());
        return kontroll;
    }
}
