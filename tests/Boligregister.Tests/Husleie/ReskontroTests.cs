using System.Net;

namespace Boligsosial.Boligregister.Tests.Husleie;

/// <summary>
/// <see cref="Boligregister.Husleie.HentReskontro"/>, <see cref="Boligregister.Husleie.KontrollerReskontro"/>, <see cref="Boligregister.Husleie.SoekRestanser"/>,
/// <see cref="Boligregister.Husleie.AvskrivKrav"/>, <see cref="Boligregister.Husleie.SettBetalingsform"/>,
/// <see cref="Boligregister.Husleie.InngaaBetalingsavtale"/> and <see cref="Boligregister.Husleie.OpphevBetalingsavtale"/>.
/// </summary>
public sealed class ReskontroTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task Betalinger_dekker_det_eldste_foerst()
    {
        using var sak = new Husleiesak(tjeneste, "r-1");
        sak.ErDag("2026-12-31");
        var id = await sak.Leieforhold("2026-08-01");
        foreach (var (maaned, dato) in new[] { ("2026-09", "2026-08-15"), ("2026-10", "2026-09-15"), ("2026-11", "2026-10-15"), ("2026-12", "2026-11-15"), ("2027-01", "2026-12-15") })
            await sak.Krav(maaned, dato);
        await sak.Betal(id, 10000, "2026-10-20");

        var reskontro = await sak.Reskontro(id);
        Assert.Equal(
            ["2026-10-01 8600", "2026-11-01 9300", "2026-12-01 9300", "2027-01-01 9300"],
            reskontro["aapne"]!.AsArray().Select(a => $"{a!["forfall"]} {(int)(decimal)a["ubetalt"]!}"));
        Assert.Equal((36500m, 27200m, 9300m, 9300m, 0m, 8600m), (
            (decimal)reskontro["saldo"]!, (decimal)reskontro["restanse"]!["sum"]!, (decimal)reskontro["restanse"]!["til30"]!,
            (decimal)reskontro["restanse"]!["til60"]!, (decimal)reskontro["restanse"]!["til90"]!, (decimal)reskontro["restanse"]!["over90"]!));
        Assert.Equal(36500, (decimal)reskontro["posteringer"]!.AsArray()[^1]!["saldo"]!);

        var fra = await sak.Hent($"{Husleiesak.Husleie}/{id}/reskontro?fra=2026-10-20");
        Assert.Equal((27900m, 3), ((decimal)fra["inngaaendeSaldo"]!, fra["posteringer"]!.AsArray().Count));
    }

    [Fact]
    public async Task Restanselisten_er_den_som_skylder_etter_forfall()
    {
        using var sak = new Husleiesak(tjeneste, "r-2");
        sak.ErDag("2026-12-01");
        var (barn, uten, betalt) = (await sak.Leieforhold(barn: 2), await sak.Leieforhold(), await sak.Leieforhold());
        await sak.Krav("2026-11", "2026-10-15");
        await sak.Krav("2026-12", "2026-11-15");
        await sak.Betal(betalt, 9300, "2026-11-01");
        Assert.Equal([barn, uten], await Liste(sak, ""));
        Assert.Equal([barn], await Liste(sak, "?medBarn=true"));
        Assert.Equal([barn, uten], await Liste(sak, "?minstDager=30"));
        Assert.Empty(await Liste(sak, "?minstDager=31"));
        var sum = await sak.Hent($"{Husleiesak.Husleie}/restanser/sum");
        Assert.Equal((2, 1, 18600m, 18600m), ((int)sum["antall"]!, (int)sum["medBarn"]!, (decimal)sum["restanse"]!["sum"]!, (decimal)sum["restanse"]!["til30"]!));

        // The day after its due date the rent of December is late as well, for all three.
        sak.ErDag("2026-12-02");
        Assert.Equal([barn, uten, betalt], await Liste(sak, ""));
        Assert.Equal([barn, uten], await Liste(sak, "?minstDager=31"));
        var side = await sak.Hent($"{Husleiesak.Husleie}/restanser?antall=2");
        var neste = await sak.Hent($"{Husleiesak.Husleie}/restanser?antall=2&etter={side["neste"]}");
        Assert.Equal((2, 1, betalt), (side["innhold"]!.AsArray().Count, neste["innhold"]!.AsArray().Count, (string?)neste["innhold"]![0]!["leieforholdId"]));
        using var annen = new Husleiesak(tjeneste, "r-2-annen");
        Assert.Empty(await Liste(annen, ""));
        Assert.Equal(HttpStatusCode.NotFound, (await annen.Klient.GetAsync($"{Husleiesak.Husleie}/{barn}/reskontro")).StatusCode);
    }

    [Fact]
    public async Task Etter_tre_aar_avskrives_kravet_i_regnskapet_og_lever_videre()
    {
        using var sak = new Husleiesak(tjeneste, "r-3");
        sak.ErDag("2026-11-30");
        var id = await sak.Leieforhold("2023-01-01");
        await sak.Krav("2023-12", "2023-11-15");
        await sak.Krav("2024-01", "2023-12-15");
        var avskrivning = $"{Husleiesak.Husleie}/avskrivning";

        Assert.Equal(0, (int)(await sak.Post(avskrivning, new { }))["antall"]!);
        sak.ErDag("2026-12-01");
        Assert.Equal(9300, (decimal)(await sak.Post($"{avskrivning}?proev=true", new { }))["sum"]!);
        var kjoeringer = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sak.Post(avskrivning, new { })));
        Assert.Equal([0, 0, 0, 9300], kjoeringer.Select(k => (int)(decimal)k["sum"]!).Order());

        var etter = await sak.Reskontro(id);
        Assert.Equal((18600m, 9300m, 9300m), ((decimal)etter["saldo"]!, (decimal)etter["fordring"]!, (decimal)etter["avskrevet"]!));
        Assert.Equal(9300, (decimal)(await sak.GaarOpp())["tapPaaKrav"]!);

        // What comes in pays the oldest, and that is what was written off.
        await sak.Betal(id, 4000, "2026-12-01");
        Assert.Equal((9300m, 5300m), await Delt());
        await sak.Betal(id, 6000, "2026-12-01");
        Assert.Equal((8600m, 0m), await Delt());
        Assert.Equal(0, (decimal)(await sak.GaarOpp())["tapPaaKrav"]!);

        async Task<(decimal, decimal)> Delt()
        {
            var naa = await sak.Reskontro(id);
            return ((decimal)naa["fordring"]!, (decimal)naa["avskrevet"]!);
        }
    }

    [Fact]
    public async Task Betalingsformen_gjelder_fra_sin_dag()
    {
        using var sak = new Husleiesak(tjeneste, "r-4");
        sak.ErDag("2026-12-01");
        var id = await sak.Leieforhold();
        var adresse = $"{Husleiesak.Husleie}/{id}/betalingsform";

        Assert.Equal("faktura", (string?)(await sak.Reskontro(id))["betalingsform"]);
        await sak.Post(adresse, new { form = "fast-trekk" }, HttpStatusCode.NoContent);
        await sak.Post(adresse, new { form = "frivillig-forvaltning", fra = "2026-12-02" }, HttpStatusCode.NoContent);
        await sak.Post(adresse, new { form = "avtalegiro", fra = "2026-12-02" }, HttpStatusCode.Conflict, "betalingsform-finnes");
        await sak.Post(adresse, new { form = "avtalegiro", fra = "2027-12-02" }, HttpStatusCode.UnprocessableEntity, "ugyldig-dato");
        Assert.Equal("fast-trekk", (string?)(await sak.Reskontro(id))["betalingsform"]);
        sak.ErDag("2026-12-02");
        Assert.Equal("frivillig-forvaltning", (string?)(await sak.Reskontro(id))["betalingsform"]);
    }

    [Fact]
    public async Task En_betalingsavtale_er_om_restansen_og_en_om_gangen()
    {
        using var sak = new Husleiesak(tjeneste, "r-5");
        sak.ErDag("2026-12-01");
        var id = await sak.Leieforhold();
        var adresse = $"{Husleiesak.Husleie}/{id}/betalingsavtale";
        object Avtale(params (string Forfall, decimal Beloep)[] avdrag) => new { avdrag = avdrag.Select(a => new { forfall = a.Forfall, beloep = a.Beloep }) };

        await sak.Post(adresse, Avtale(("2026-12-15", 9300)), HttpStatusCode.UnprocessableEntity, "ingen-restanse");
        await sak.Krav("2026-11", "2026-10-15");
        await sak.Post(adresse, Avtale(("2026-12-15", 9299)), HttpStatusCode.UnprocessableEntity, "avdrag-sum");
        await sak.Post(adresse, Avtale(("2026-12-15", 5000), ("2026-12-15", 4300)), HttpStatusCode.BadRequest, "ugyldig");
        await sak.Post(adresse, Avtale(("2026-11-30", 9300)), HttpStatusCode.BadRequest, "ugyldig");
        await sak.Post(adresse, new { avdrag = new object?[] { null } }, HttpStatusCode.BadRequest, "ugyldig");
        await sak.Post(adresse, Avtale(("2026-12-15", 5000), ("2027-01-15", 4300)), HttpStatusCode.Created);
        await sak.Post(adresse, Avtale(("2026-12-15", 9300)), HttpStatusCode.Conflict, "avtale-loeper");
        Assert.Equal("loeper", await Status());

        sak.ErDag("2026-12-23");
        Assert.Equal("brutt", await Status());
        await sak.Betal(id, 5000, "2026-12-23");
        Assert.Equal("loeper", await Status());
        sak.ErDag("2027-01-23");
        Assert.Equal("brutt", await Status());
        await sak.Post(adresse, Avtale(("2027-02-15", 4300)), HttpStatusCode.Created);
        await sak.Post($"{adresse}/opphevelse", new { begrunnelse = "Får lån til det." }, HttpStatusCode.NoContent);
        await sak.Post($"{adresse}/opphevelse", new { begrunnelse = "Igjen." }, HttpStatusCode.Conflict, "ingen-avtale");
        Assert.Equal("opphevet", await Status());

        async Task<string?> Status() => (string?)(await sak.Reskontro(id))["betalingsavtale"]!["status"];
    }

    /// <summary>Whatever happens, in whatever order: the books balance and the accounts are their postings.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Reskontroen_gaar_opp_hva_som_enn_skjer(int froe)
    {
        using var sak = new Husleiesak(tjeneste, $"r-6-{froe}");
        var tilfeldig = new Random(froe);
        sak.ErDag("2026-12-01");
        string[] leieforhold = [await sak.Leieforhold("2023-01-01"), await sak.Leieforhold("2023-02-11", 7654.32m), await sak.Leieforhold("2024-06-30", 11111.11m)];
        var dag = new DateOnly(2023, 12, 1);
        for (var i = 0; i < 40; i++, dag = dag.AddDays(tilfeldig.Next(50)))
        {
            if (dag > new DateOnly(2026, 12, 1))
                dag = new(2026, 12, 1);
            var (id, dato) = (leieforhold[tilfeldig.Next(3)], $"{dag:yyyy-MM-dd}");
            switch (tilfeldig.Next(10))
            {
                case <= 2:
                    await sak.Krav($"{dag:yyyy-MM}", dato);
                    break;
                case 3 or 4:
                    await sak.Betal(id, tilfeldig.Next(1, 2_000_000) / 100m, dato);
                    break;
                case 5:
                    await Fritt(sak, $"{id}/korreksjoner", new { maaned = $"{dag:yyyy-MM}", nyttBeloep = tilfeldig.Next(12_000), begrunnelse = "Prøve.", dato });
                    break;
                case 6:
                    await Fritt(sak, "avskrivning", new { dato });
                    break;
                case 7 when await SisteInnbetaling(sak, id) is { } innbetaling:
                    await Fritt(sak, $"innbetalinger/{innbetaling}/tilbakefoering", new { begrunnelse = "Prøve." });
                    break;
                case 8 when await SisteInnbetaling(sak, id) is { } innbetaling:
                    await Fritt(sak, $"innbetalinger/{innbetaling}/plassering", new { leieforholdId = leieforhold[tilfeldig.Next(3)] });
                    break;
                default:
                    await Fritt(sak, $"{id}/tilbakebetalinger", new { beloep = tilfeldig.Next(1, 1000), begrunnelse = "Prøve.", dato });
                    break;
            }

            if (i % 8 == 7)
            {
                await sak.GaarOpp();
                await ListenSierDetSammeSomReskontroen(sak, leieforhold);
            }
        }

        await sak.GaarOpp();
        foreach (var id in leieforhold)
        {
            var reskontro = await sak.Hent($"{Husleiesak.Husleie}/{id}/reskontro?fra=2000-01-01");
            var saldo = (decimal)reskontro["saldo"]!;
            Assert.Equal(saldo, reskontro["posteringer"]!.AsArray().Sum(p => (decimal)p!["beloep"]!));
            Assert.Equal(Math.Max(0, saldo), reskontro["aapne"]!.AsArray().Sum(a => (decimal)a!["ubetalt"]!));
            Assert.InRange((decimal)reskontro["avskrevet"]!, 0, Math.Max(0, saldo));
        }
    }

    /// <summary>The list of arrears, and a lease that is not in it.</summary>
    private static async Task ListenSierDetSammeSomReskontroen(Husleiesak sak, string[] leieforhold)
    {
        var liste = (await sak.Hent($"{Husleiesak.Husleie}/restanser?antall=200"))["innhold"]!.AsArray().ToDictionary(r => (string)r!["leieforholdId"]!, r => r!["restanse"]!.ToJsonString());
        foreach (var id in leieforhold)
        {
            var restanse = (await sak.Reskontro(id))["restanse"]!;
            Assert.Equal((decimal)restanse["sum"]! == 0 ? null : restanse.ToJsonString(), liste.GetValueOrDefault(id));
        }
    }

    /// <summary>As a caseworker finds it: in the account, whether it was taken back or not.</summary>
    private static async Task<string?> SisteInnbetaling(Husleiesak sak, string id) =>
        (await sak.Hent($"{Husleiesak.Husleie}/{id}/reskontro?fra=2000-01-01"))["posteringer"]!.AsArray().Select(p => (string?)p!["innbetalingId"]).LastOrDefault(i => i is not null);

    /// <summary>Says yes or no, but never fails.</summary>
    private static async Task Fritt(Husleiesak sak, string adresse, object innhold)
    {
        using var svar = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(sak.Klient, $"{Husleiesak.Husleie}/{adresse}", innhold);
        Assert.True((int)svar.StatusCode < 500, await svar.Content.ReadAsStringAsync());
    }

    private static async Task<IEnumerable<string>> Liste(Husleiesak sak, string spoerring) =>
        (await sak.Hent($"{Husleiesak.Husleie}/restanser{spoerring}"))["innhold"]!.AsArray().Select(r => (string)r!["leieforholdId"]!);
}
