using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.Boligregister.Fravikelse;
using Boligsosial.Boligregister.Tests.Husleie;
using Boligsosial.Boligregister.Tests.Tilgang;
using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.Boligregister.Tests.Fravikelse;

/// <summary>
/// <see cref="SendPurring"/>, <see cref="SendVarsel"/>, <see cref="VarsleNav"/>, <see cref="RegistrerNavsvar"/>, <see cref="RegistrerReservasjon"/>, <see cref="SendBegjaering"/>,
/// <see cref="RegistrerGjennomfoering"/>, <see cref="AvvergFravikelse"/>, <see cref="SoekFravikelser"/> and what comes from NAV.
/// </summary>
public sealed class FravikelseTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    /// <summary>The rent of October fell due on the 1st. From purring to fravikelse, a day too early at every step first.</summary>
    [Fact]
    public async Task Hele_veien_fra_purring_til_fravikelse()
    {
        using var sak = new Husleiesak(tjeneste, "f-1");
        var leieforhold = await Skylder(sak, barn: 2);

        sak.ErDag("2026-12-31");
        await sak.Post(Husleiesak.Fravikelser, new { leieforholdId = leieforhold, dato = "2026-10-14" }, HttpStatusCode.UnprocessableEntity, "for-tidlig");
        var purret = await sak.Post(Husleiesak.Fravikelser, new { leieforholdId = leieforhold, dato = "2026-10-15" }, HttpStatusCode.Created);
        await sak.Post(Husleiesak.Fravikelser, new { leieforholdId = leieforhold }, HttpStatusCode.Conflict, "sak-aapen");
        var adresse = $"{Husleiesak.Fravikelser}/{purret["id"]}";
        Assert.Equal(("varsel", "2026-10-29", true), Neste(purret));

        await sak.Post($"{adresse}/begjaering", new { }, HttpStatusCode.Conflict, "steg-mangler");
        var forTidlig = await sak.Post($"{adresse}/varsel", new { dato = "2026-10-28" }, HttpStatusCode.UnprocessableEntity, "for-tidlig");
        Assert.Equal("2026-10-29", (string?)forTidlig["tidligst"]);
        await sak.Post($"{adresse}/varsel", new { dato = "2026-10-14" }, HttpStatusCode.UnprocessableEntity, "dato-for-tidlig");
        await sak.Post($"{adresse}/varsel", new { dato = "2026-10-29" });
        await sak.Post($"{adresse}/nav-varsel", new { kopiTilLeietaker = "2026-11-03", dato = "2026-11-02" }, HttpStatusCode.UnprocessableEntity, "kopi-for-sen");
        var navVarslet = await sak.Post($"{adresse}/nav-varsel", new { kopiTilLeietaker = "2026-11-02", dato = "2026-11-02" });
        Assert.Equal(("begjaering", "2026-11-16", true), Neste(navVarslet));
        Assert.Equal(
            ("2026-11-16", true, 9300m, true), await Fortalt(leieforhold, "fravikelse-varslet", e => ((string)e["tidligstBegjaering"]!, (bool)e["barnIBoligen"]!, (decimal)e["restanse"]!, (bool)e["ugradert"]!)));

        var nei = await sak.Post($"{adresse}/begjaering", new { dato = "2026-11-15", begrunnelse = "Alt er prøvd." }, HttpStatusCode.UnprocessableEntity, "for-tidlig");
        Assert.Equal(("husleieloven", "§ 9-11"), ((string?)nei["hjemmel"]!["lov"], (string?)nei["hjemmel"]!["paragraf"]));
        await sak.Post($"{adresse}/begjaering", new { dato = "2026-11-16" }, HttpStatusCode.UnprocessableEntity, "barn-krever-begrunnelse");
        await sak.Post($"{adresse}/begjaering", new { dato = "2026-11-16", begrunnelse = "Alt er prøvd; familien har fått tilbud." });
        await sak.Post($"{adresse}/gjennomfoering", new { dato = "2026-11-29" }, HttpStatusCode.UnprocessableEntity, "for-tidlig");
        var slutt = await sak.Post($"{adresse}/gjennomfoering", new { dato = "2026-11-30" });

        Assert.Equal(("gjennomfoert", "2026-11-30", null), ((string?)slutt["utfall"], (string?)slutt["avsluttet"], slutt["neste"]));
        Assert.Equal(["purring", "varsel", "nav-varsel", "begjaering", "gjennomfoering"], slutt["gjort"]!.AsArray().Select(g => (string?)g!["hva"]));
        Assert.Equal(("2026-11-30", true, true), await Fortalt(leieforhold, "fravikelse-gjennomfoert", e => ((string)e["dato"]!, (bool)e["barnIBoligen"]!, (bool)e["ugradert"]!)));
        await sak.Post($"{adresse}/avvergelse", new { aarsak = "frafalt", begrunnelse = "For sent." }, HttpStatusCode.Conflict, "sak-avsluttet");
        Assert.Empty((await sak.Hent(Husleiesak.Fravikelser))["innhold"]!.AsArray());
        Assert.Single((await sak.Hent($"{Husleiesak.Fravikelser}?ogsaaAvsluttede=true&leieforholdId={leieforhold}"))["innhold"]!.AsArray());
    }

    [Fact]
    public async Task Det_som_er_betalt_eller_avtalt_stanser_trappen()
    {
        using var sak = new Husleiesak(tjeneste, "f-2");
        var leieforhold = await Skylder(sak);
        sak.ErDag("2026-11-20");
        var adresse = await Purret(sak, leieforhold);
        await sak.Post($"{Husleiesak.Husleie}/{leieforhold}/betalingsavtale", new { avdrag = new[] { new { forfall = "2026-12-01", beloep = 9300 } } }, HttpStatusCode.Created);

        await sak.Post($"{adresse}/varsel", new { }, HttpStatusCode.Conflict, "avtale-loeper");
        await sak.Post($"{adresse}/avvergelse", new { aarsak = "betalt" }, HttpStatusCode.Conflict, "restanse-bestaar");
        sak.ErDag("2026-12-08");
        await sak.Post($"{adresse}/varsel", new { }, HttpStatusCode.Conflict, "avtale-loeper");
        sak.ErDag("2026-12-09"); // 7 days of grace are over
        await sak.Post($"{adresse}/avvergelse", new { aarsak = "betalingsavtale" }, HttpStatusCode.Conflict, "ingen-avtale");
        await sak.Post($"{adresse}/varsel", new { });
        await sak.Betal(leieforhold, 9300, "2026-12-09");
        await sak.Post($"{adresse}/nav-varsel", new { kopiTilLeietaker = "2026-12-09" }, HttpStatusCode.Conflict, "ingen-restanse");
        var kjent = await sak.Hent(adresse);
        Assert.Equal((false, "ingen-restanse"), ((bool)kjent["neste"]!["kanGjoeresNaa"]!, (string?)kjent["neste"]!["hindring"]));
        await sak.Post($"{adresse}/avvergelse", new { aarsak = "betalt" });

        // NAV was never warned, so nobody is told.
        Assert.Equal(0, await tjeneste.Sql<long>($"SELECT count(*) FROM (SELECT type, key FROM outbox UNION ALL SELECT type, key FROM outbox_history) m WHERE key = '{leieforhold}' AND type LIKE '%fravikelse%'"));
    }

    [Fact]
    public async Task Den_som_har_flyttet_ut_kan_ikke_fravikes()
    {
        using var sak = new Husleiesak(tjeneste, "f-4");
        var (leieforhold, adresse) = await NavVarslet(sak);
        await sak.Post($"{Leiesak.AlleLeieforhold}/{leieforhold}/innflytting", new { noekler = 2, dato = "2026-09-01" });
        await sak.Post($"{Leiesak.AlleLeieforhold}/{leieforhold}/utflytting", new { aarsak = "hevet", noekler = 2, dato = "2026-11-20" });

        await sak.Post($"{adresse}/begjaering", new { dato = "2026-11-20" }, HttpStatusCode.Conflict, "utflyttet");
        Assert.Equal((false, "utflyttet"), ((bool)(await sak.Hent(adresse))["neste"]!["kanGjoeresNaa"]!, (string?)(await sak.Hent(adresse))["neste"]!["hindring"]));
        await sak.Post($"{adresse}/avvergelse", new { aarsak = "frafalt", begrunnelse = "Flyttet selv." });
        await sak.Post(Husleiesak.Fravikelser, new { leieforholdId = leieforhold, dato = "2026-11-20" }, HttpStatusCode.Conflict, "utflyttet");

        // What was done while they lived there stands, also when it is registered later.
        adresse = $"{Husleiesak.Fravikelser}/{(await sak.Post(Husleiesak.Fravikelser, new { leieforholdId = leieforhold, dato = "2026-11-05" }, HttpStatusCode.Created))["id"]}";
        await sak.Post($"{adresse}/varsel", new { dato = "2026-11-19" });
    }

    [Fact]
    public async Task Den_som_reserverer_seg_varsles_ikke_til_NAV()
    {
        using var sak = new Husleiesak(tjeneste, "f-3");
        var leieforhold = await Skylder(sak);
        sak.ErDag("2026-12-31");
        var adresse = await Purret(sak, leieforhold);
        await sak.Post($"{adresse}/varsel", new { dato = "2026-10-29" });
        await sak.Post($"{adresse}/reservasjon", new { dato = "2026-10-30" });

        await sak.Post($"{adresse}/reservasjon", new { dato = "2026-10-31" }, HttpStatusCode.Conflict, "steg-tatt");
        await sak.Post($"{adresse}/nav-varsel", new { kopiTilLeietaker = "2026-10-31" }, HttpStatusCode.Conflict, "leietaker-reservert");
        await sak.Post($"{adresse}/nav-svar", new { utfall = "ingen" }, HttpStatusCode.Conflict, "steg-mangler");
        await sak.Post($"{adresse}/begjaering", new { dato = "2026-11-12" }, HttpStatusCode.UnprocessableEntity, "for-tidlig");
        await sak.Post($"{adresse}/begjaering", new { dato = "2026-11-13" });
    }

    [Theory]
    [InlineData("ingen", "2026-11-13")]
    [InlineData("gjeldsraadgivning", "2026-11-13")]
    [InlineData("betalingsavtale", "2026-11-16")]
    public async Task NAVs_svar_staar_i_saken(string utfall, string tidligst)
    {
        using var sak = new Husleiesak(tjeneste, $"f-4-{utfall}");
        var (leieforhold, adresse) = await NavVarslet(sak);

        await Skjer(new FravikelseBesvart(Guid.CreateVersion7(), Guid.Parse(leieforhold), utfall, new(2026, 11, 5)), (db, profil) => new NaarFravikelseBesvart(db, profil));

        var naa = await sak.Hent(adresse);
        Assert.Equal(("nav-svar", "2026-11-05", utfall, "midlertidig-botilbud"), (
            (string?)naa["gjort"]!.AsArray()[^1]!["hva"], (string?)naa["gjort"]!.AsArray()[^1]!["dato"], (string?)naa["gjort"]!.AsArray()[^1]!["merknad"], (string?)naa["gjort"]!.AsArray()[^1]!["av"]));
        Assert.Equal(tidligst, (string?)naa["neste"]!["tidligst"]);
        await sak.Post($"{adresse}/nav-svar", new { utfall = "vet ikke" }, HttpStatusCode.BadRequest, "ugyldig");
        await sak.Post($"{adresse}/nav-svar", new { utfall = "ingen", dato = "2026-11-06" });
    }

    [Fact]
    public async Task Dekker_NAV_alt_er_fravikelsen_avverget()
    {
        using var sak = new Husleiesak(tjeneste, "f-5");
        var (leieforhold, adresse) = await NavVarslet(sak);

        await Skjer(new HusleierestanseDekket(Guid.CreateVersion7(), Guid.Parse(leieforhold), 9300, new(2026, 11, 5)), (db, profil) => new NaarHusleierestanseDekket(db, profil));

        var naa = await sak.Hent(adresse);
        Assert.Equal(("avverget", "restanse-dekket", "2026-11-05"), ((string?)naa["utfall"], (string?)naa["aarsak"], (string?)naa["avsluttet"]));
        Assert.Equal("restanse-dekket", await Fortalt(leieforhold, "fravikelse-avverget", e => (string)e["aarsak"]!));
    }

    [Fact]
    public async Task Dekker_NAV_noe_venter_trappen_paa_pengene()
    {
        using var sak = new Husleiesak(tjeneste, "f-6");
        var (leieforhold, adresse) = await NavVarslet(sak);
        await Skjer(new HusleierestanseDekket(Guid.CreateVersion7(), Guid.Parse(leieforhold), 5000, new(2026, 11, 5)), (db, profil) => new NaarHusleierestanseDekket(db, profil));

        await sak.Post($"{adresse}/begjaering", new { dato = "2026-12-04" }, HttpStatusCode.Conflict, "dekning-ventes");
        // The profile's 30 days are out, or the money has come and was not enough.
        Assert.True((bool)(await sak.Hent(adresse))["neste"]!["kanGjoeresNaa"]!);
        await sak.Betal(leieforhold, 5000, "2026-11-20");
        await sak.Post($"{adresse}/begjaering", new { dato = "2026-11-20" });
    }

    [Fact]
    public async Task Av_ti_purringer_paa_en_gang_aapner_en_saken()
    {
        using var sak = new Husleiesak(tjeneste, "f-7");
        var leieforhold = await Skylder(sak);
        sak.ErDag("2026-10-20");

        var svar = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => sak.Klient.PostAsJsonAsync(Husleiesak.Fravikelser, new { leieforholdId = leieforhold })));

        Assert.Equal(1, svar.Count(s => s.StatusCode == HttpStatusCode.Created));
        Assert.Equal(9, svar.Count(s => s.StatusCode == HttpStatusCode.Conflict));
        var adresse = svar.Single(s => s.StatusCode == HttpStatusCode.Created).Headers.Location!.ToString();
        sak.ErDag("2026-11-20");
        var varsler = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => sak.Klient.PostAsJsonAsync($"{adresse}/varsel", new { })));
        Assert.Equal(1, varsler.Count(s => s.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task Koeen_viser_det_som_kan_gjoeres_naa_i_egen_enhet()
    {
        using var sak = new Husleiesak(tjeneste, "f-8");
        var (a, b) = (await Skylder(sak), await Skylder(sak));
        sak.ErDag("2026-10-29");
        await Purret(sak, a);
        await sak.Post(Husleiesak.Fravikelser, new { leieforholdId = b, dato = "2026-10-16" }, HttpStatusCode.Created);

        Assert.Equal([a], (await sak.Hent($"{Husleiesak.Fravikelser}?kanGjoeresNaa=true"))["innhold"]!.AsArray().Select(s => (string?)s!["leieforholdId"]));
        Assert.Equal(2, (await sak.Hent(Husleiesak.Fravikelser))["innhold"]!.AsArray().Count);
        Assert.Empty((await sak.Hent($"{Husleiesak.Husleie}/restanser?utenSak=true"))["innhold"]!.AsArray());
        using var annen = new Husleiesak(tjeneste, "f-8-annen");
        Assert.Empty((await annen.Hent(Husleiesak.Fravikelser))["innhold"]!.AsArray());
    }

    /// <summary>In arrears with the rent of October, due on the 1st.</summary>
    private static async Task<string> Skylder(Husleiesak sak, int barn = 0)
    {
        sak.ErDag("2026-09-01");
        var id = await sak.Leieforhold(barn: barn);
        await sak.Krav("2026-10");
        return id;
    }

    private static async Task<string> Purret(Husleiesak sak, string leieforhold) =>
        $"{Husleiesak.Fravikelser}/{(await sak.Post(Husleiesak.Fravikelser, new { leieforholdId = leieforhold, dato = "2026-10-15" }, HttpStatusCode.Created))["id"]}";

    private static async Task<(string Leieforhold, string Adresse)> NavVarslet(Husleiesak sak)
    {
        var leieforhold = await Skylder(sak);
        sak.ErDag("2026-12-31");
        var adresse = await Purret(sak, leieforhold);
        await sak.Post($"{adresse}/varsel", new { dato = "2026-10-29" });
        await sak.Post($"{adresse}/nav-varsel", new { kopiTilLeietaker = "2026-11-02", dato = "2026-11-02" });
        return (leieforhold, adresse);
    }

    private static (string?, string?, bool) Neste(JsonObject sak) =>
        ((string?)sak["neste"]!["steg"], (string?)sak["neste"]!["tidligst"], (bool)sak["neste"]!["kanGjoeresNaa"]!);

    /// <summary>What others have been told of the lease, once.</summary>
    private async Task<T> Fortalt<T>(string leieforhold, string hva, Func<JsonObject, T> les) => les(JsonNode.Parse(await tjeneste.Sql<string>(
        $"SELECT body::text FROM (SELECT type, key, body FROM outbox UNION ALL SELECT type, key, body FROM outbox_history) m WHERE key = '{leieforhold}' AND type = 'boligregister.{hva}'"))!.AsObject());

    /// <summary>As when a message comes from NAV.</summary>
    private async Task Skjer<T>(T hendelse, Func<BoligregisterDb, Kommuneprofil, Naar<T>> naar)
        where T : Contracts.IHendelse
    {
        await using var scope = tjeneste.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BoligregisterDb>();
        await using var transaksjon = await db.Database.BeginTransactionAsync();
        await naar(db, scope.ServiceProvider.GetRequiredService<Kommuneprofil>()).Handle(hendelse, new(Guid.CreateVersion7(), tjeneste.Tid.Naa, "midlertidig-botilbud"), CancellationToken.None);
        await db.SaveChangesAsync();
        await transaksjon.CommitAsync();
    }
}
