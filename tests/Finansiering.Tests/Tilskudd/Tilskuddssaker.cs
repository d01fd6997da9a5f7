using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Finansiering.Tests.Startlaan;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Tilskudd;

/// <summary>The calls that most tests of tilskudd make, beside those of startlån: one person prepares, another decides.</summary>
internal sealed class Tilskuddssaker(FinansieringTjeneste tjeneste, string enhet) : IDisposable
{
    public const string Tilskudd = "/api/v1/finansiering/tilskudd";

    public Laanesaker Laan { get; } = new(tjeneste, enhet);

    /// <summary>Prepares.</summary>
    public HttpClient Saksbehandler => Laan.Saksbehandler;

    /// <summary>Decides.</summary>
    public HttpClient Beslutter => Laan.Beslutter;

    public void Dispose() => Laan.Dispose();

    public Task<HttpResponseMessage> SettRamme(decimal bevilget, int aar = 2026, string type = "etablering", bool? overfoer = null, string? grunn = "Budsjettvedtak") =>
        Beslutter.PostAsJsonAsync($"{Tilskudd}/rammer", new { aar, type, bevilget, grunn, overfoer });

    public async Task<JsonElement> RammeNaa(int aar = 2026, string type = "etablering") =>
        (await Gjort(Saksbehandler.GetAsync($"{Tilskudd}/rammer"))).EnumerateArray().Single(r => r.GetProperty("aar").GetInt32() == aar && r.GetProperty("type").GetString() == type);

    public static object Plan(decimal kostnad = 2_000_000, decimal egenkapital = 1_800_000, decimal andreMidler = 0, string? startlaanId = null) =>
        new { kostnader = new[] { new { navn = "Kjøpesum", beloep = kostnad } }, egenkapital, andreMidler, startlaanId };

    public async Task<HttpResponseMessage> Registrer(string type = "etablering", string? formaal = null, int[]? barn = null, decimal soektBeloep = 200_000, object? plan = null, string[]? soekere = null, string[]? dokumentert = null, string mottatt = "2026-11-02") =>
        await Saksbehandler.PostAsJsonAsync($"{Tilskudd}/soeknader", new
        {
            soekere = soekere ?? [await Laan.Person()],
            type,
            formaal = formaal ?? (type == "etablering" ? "kjoep" : "tilpasning"),
            voksne = 1,
            barnsAlder = barn ?? [],
            soektBeloep,
            plan = plan ?? Plan(),
            etterspurt = new[] { "skattemelding", "inntekt" },
            dokumentert = dokumentert ?? ["skattemelding", "inntekt"],
            mottatt,
        });

    public async Task<JsonElement> Ny(string type = "etablering", int[]? barn = null, decimal soektBeloep = 200_000, object? plan = null, string[]? soekere = null) =>
        await Gjort(Registrer(type, barn: barn, soektBeloep: soektBeloep, plan: plan, soekere: soekere));

    /// <summary>Everything that a grant stands on, of both kinds.</summary>
    public static object Fakta(bool? vanskeligstilt = true, bool? noedvendig = true, bool? kanFinansiereSelv = false) => new
    {
        vanskeligstilt,
        lavInntekt = true,
        kanEtablereSegSelv = false,
        langvarigeProblemer = true,
        startlaanUtnyttet = true,
        trengerTilpassetBolig = true,
        noedvendig,
        kanFinansiereSelv,
        leidBolig = false,
    };

    public Task<HttpResponseMessage> Innstill(string id, string utfall = "innvilget", object? fakta = null, string dato = "2026-11-05", object[]? vurderinger = null) =>
        Gjoer(Saksbehandler, id, "innstilling", new { utfall, begrunnelse = "Husstanden klarer ikke å etablere seg uten tilskudd.", fakta = fakta ?? Fakta(), vurderinger, dato });

    /// <summary>What a person made of conditions that the rules leave open.</summary>
    public static object[] Vurder(params string[] vilkaar) => [.. vilkaar.Select(v => new { vilkaar = v, grunn = $"Vurdert: {v}." })];

    public Task<HttpResponseMessage> Innvilg(string id, decimal beloep = 200_000, string? barnetsBeste = null, string dato = "2026-11-10") =>
        Gjoer(Beslutter, id, "innvilgelse", new { beloep, begrunnelse = "Vilkårene er oppfylt.", barnetsBeste, dato });

    public Task<HttpResponseMessage> Avslaa(string id, string grunn = "ikke-prioritert", string? barnetsBeste = null, string dato = "2026-11-10") =>
        Gjoer(Beslutter, id, "avslag", new { grunn, begrunnelse = "Andre har større behov.", barnetsBeste, dato });

    public Task<HttpResponseMessage> Utbetal(string id, decimal beloep, string dato = "2026-11-20") => Gjoer(Beslutter, id, "utbetaling", new { beloep, grunnlag = "Faktura 1", dato });

    /// <summary>An application that only lacks its vedtak.</summary>
    public async Task<string> Innstilt(string type = "etablering", int[]? barn = null, decimal soektBeloep = 200_000, object? plan = null, string utfall = "innvilget")
    {
        var id = (await Ny(type, barn, soektBeloep, plan)).GetProperty("id").GetString()!;
        // Nobody has asked NAV.
        await Gjort(Innstill(id, utfall, vurderinger: type == "tilpasning" ? Vurder("nav-hjelpemiddelsentral") : null));
        return id;
    }

    /// <summary>An application that is granted.</summary>
    public async Task<string> Innvilget(string type = "etablering", decimal beloep = 200_000)
    {
        var id = await Innstilt(type, soektBeloep: beloep, plan: Plan(2_000_000, 2_000_000 - beloep));
        await Gjort(Innvilg(id, beloep));
        return id;
    }

    public static Task<HttpResponseMessage> Gjoer(HttpClient klient, string id, string hva, object? innhold = null) => klient.PostAsJsonAsync($"{Tilskudd}/soeknader/{id}/{hva}", innhold ?? new { });

    public Task<JsonElement> Hent(string id) => Gjort(Saksbehandler.GetAsync($"{Tilskudd}/soeknader/{id}"));

    /// <summary>The whole plan again, on the version that was last read.</summary>
    public async Task<HttpResponseMessage> EndrePlan(string id, object plan, string? versjon = null)
    {
        using var lest = await Saksbehandler.GetAsync($"{Tilskudd}/soeknader/{id}");
        using var forespoersel = new HttpRequestMessage(HttpMethod.Put, $"{Tilskudd}/soeknader/{id}/finansieringsplan") { Content = JsonContent.Create(plan) };
        if (versjon != "")
            forespoersel.Headers.TryAddWithoutValidation("If-Match", versjon ?? lest.Headers.ETag!.Tag);
        return await Saksbehandler.SendAsync(forespoersel);
    }
}
