using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Testing;

namespace Boligsosial.Finansiering.Tests.Tilgang;

public sealed class TilgangsmatriseTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    // Tenor's: no living person has it.
    private const string Nummer = "12927197004";
    private readonly Dictionary<string, (string Person, string Sak)> _personer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _startlaan = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tilskudd = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _kjoep = new(StringComparer.Ordinal);

    [Fact]
    public async Task Hvert_endepunkt_slipper_inn_dem_tabellen_sier() =>
        Tilgangstabell.Stemmer(tjeneste.Navn, await Tilgangsmatrise.Maal(tjeneste, Sak));

    private async Task<Sak?> Sak(string endepunkt, string enhet)
    {
        if (Startlaan(endepunkt) is { } innhold)
            return new(new Dictionary<string, string> { ["id"] = await Startlaanssak(enhet) }, innhold);
        if (Tilskudd(endepunkt) is { } tilskudd)
            return new(new Dictionary<string, string> { ["id"] = await Tilskuddssak(enhet) }, tilskudd);
        if (Kjoep(endepunkt) is { } kjoep)
            return new(new Dictionary<string, string> { ["id"] = await Kjoepsvurdering(enhet) }, kjoep);
        var person = endepunkt is "HentPerson" or "HentInnsyn" or "GraderPerson";
        if (!person && endepunkt is not ("HentSak" or "RettMangler" or "RegistrerVedtak" or "RegistrerVedtaksgrunnlag" or "RegistrerBostoetteklage" or "AvgjoerBostoetteklage" or "OverfoerBostoette"))
            return null;

        // Each unit has a person and a case that the others have not.
        if (!_personer.TryGetValue(enhet, out var sak))
        {
            using var klient = tjeneste.Som(Roller.AakeStoenad, enhet: enhet);
            var svar = await klient.PostAsJsonAsync("/api/v1/finansiering/personer", new { foedselsnummer = enhet == "aake" ? Nummer : "23847598328", navn = "Test Testesen" });
            var personRef = (await svar.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("personRef").GetString()!;
            svar = await klient.PostAsJsonAsync($"{FinansieringTjeneste.Bostoette}/saker", new { soeker = personRef, kanal = "papir" });
            sak = _personer[enhet] = (personRef, (await svar.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
        }

        return person
            ? new(new Dictionary<string, string> { ["personRef"] = sak.Person }, """{"gradering":"ugradert"}""")
            : new(new Dictionary<string, string> { ["id"] = sak.Sak }, """{"maaned":"2026-12-01","barn":0,"inntektPerMaaned":0,"boutgiftPerMaaned":0}""");
    }

    /// <summary>What gets as far as the case, for the endpoints that are about one.</summary>
    private static string? Startlaan(string endepunkt) => endepunkt switch
    {
        "HentStartlaansoeknad" or "HentStartlaansbrev" or "ForlengBevis" or "TrekkStartlaansoeknad" or "OversendStartlaansklage" => "{}",
        "InnstillStartlaan" => """{"utfall":"avslag","begrunnelse":"Har lån.","fakta":{"formaal":"kjoep"}}""",
        "InnvilgStartlaan" => """{"beloep":1,"begrunnelse":"Ja."}""",
        "AvslaaStartlaan" => """{"grunn":"ikke-vanskeligstilt","begrunnelse":"Nei."}""",
        "UtbetalStartlaan" => """{"beloep":1,"kjoepesum":1,"rente":4,"rentetype":"flytende","loepetidAar":30}""",
        "FoerSaldo" => """{"saldo":1}""",
        "KlagPaaStartlaan" => """{"grunn":"Uenig."}""",
        "AvgjoerStartlaansklage" => """{"utfall":"stadfestet"}""",
        _ => null,
    };

    /// <inheritdoc cref="Startlaan"/>
    private static string? Tilskudd(string endepunkt) => endepunkt switch
    {
        "HentTilskuddssoeknad" or "HentTilskuddsbrev" or "TrekkTilskuddssoeknad" or "OversendTilskuddsklage" => "{}",
        "EndreFinansieringsplan" => """{"kostnader":[{"navn":"Bad","beloep":1}]}""",
        "NoterNavsvar" => """{"hendelse":"soekt"}""",
        "InnstillTilskudd" => """{"utfall":"avslag","begrunnelse":"Kan betale selv.","fakta":{}}""",
        "InnvilgTilskudd" => """{"beloep":1,"begrunnelse":"Ja."}""",
        "AvslaaTilskudd" => """{"grunn":"ikke-prioritert","begrunnelse":"Nei."}""",
        "UtbetalTilskudd" => """{"beloep":1,"grunnlag":"Faktura"}""",
        "TilbakefoerTilskudd" => """{"grunn":"Ikke brukt."}""",
        "KlagPaaTilskudd" => """{"grunn":"Uenig."}""",
        "AvgjoerTilskuddsklage" => """{"utfall":"stadfestet"}""",
        _ => null,
    };

    private async Task<string> Tilskuddssak(string enhet)
    {
        if (!_tilskudd.TryGetValue(enhet, out var id))
        {
            using var saker = new Finansiering.Tests.Tilskudd.Tilskuddssaker(tjeneste, enhet);
            id = _tilskudd[enhet] = await saker.Innstilt(utfall: "avslag");
        }

        return id;
    }

    private static string? Kjoep(string endepunkt) => endepunkt switch
    {
        "HentKjoepsvurdering" or "TrekkSamtykke" => "{}",
        "RegistrerSamtykke" => $$"""{"fra":["{{Guid.CreateVersion7()}}"]}""",
        "BeregnKjoep" => """{"husholdning":{"nettoInntekt":1,"livsopphold":1},"varianter":[{}]}""",
        "AvklarKjoep" => """{"utfall":"kan-kjoepe-naa","begrunnelse":"Ja."}""",
        "KnyttSoeknad" => $$"""{"soeknadId":"{{Guid.CreateVersion7()}}"}""",
        _ => null,
    };

    private async Task<string> Kjoepsvurdering(string enhet)
    {
        if (!_kjoep.TryGetValue(enhet, out var id))
        {
            using var saker = new Finansiering.Tests.Startlaan.Laanesaker(tjeneste, enhet);
            var leie = Guid.CreateVersion7();
            await tjeneste.Skjedde(new Contracts.Boligregister.LeieforholdInngaatt(leie, Guid.Empty, null, new(2025, 1, 1), null, [Guid.Parse(await saker.Person())]));
            id = _kjoep[enhet] = (await Finansiering.Tests.Startlaan.Laanesaker.Gjort(saker.Saksbehandler.PostAsJsonAsync("/api/v1/finansiering/kjoepsvurderinger", new { leieforholdId = leie }))).GetProperty("id").GetString()!;
        }

        return id;
    }

    private async Task<string> Startlaanssak(string enhet)
    {
        if (!_startlaan.TryGetValue(enhet, out var id))
        {
            using var saker = new Finansiering.Tests.Startlaan.Laanesaker(tjeneste, enhet);
            id = _startlaan[enhet] = (await saker.Ny()).GetProperty("id").GetString()!;
            await Finansiering.Tests.Startlaan.Laanesaker.Gjort(saker.Innstill(id, "avslag"));
        }

        return id;
    }
}
