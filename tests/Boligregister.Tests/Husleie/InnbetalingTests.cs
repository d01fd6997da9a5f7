using System.Net;
using System.Text;

namespace Boligsosial.Boligregister.Tests.Husleie;

/// <summary>
/// <see cref="Boligregister.Husleie.ImporterInnbetalinger"/>, <see cref="Boligregister.Husleie.SoekUavklarte"/>, <see cref="Boligregister.Husleie.PlasserInnbetaling"/>,
/// <see cref="Boligregister.Husleie.TilbakefoerInnbetaling"/> and <see cref="Boligregister.Husleie.BetalTilbake"/>.
/// </summary>
public sealed class InnbetalingTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private const string Uavklarte = $"{Husleiesak.Husleie}/innbetalinger/uavklarte";

    [Fact]
    public async Task Samme_fil_to_ganger_foeres_en_gang()
    {
        using var sak = new Husleiesak(tjeneste, "bank-1");
        sak.ErDag("2026-12-05");
        var (a, b) = (await Skylder(sak), await Skylder(sak));
        var fil = $"dato;beloep;kid;arkivreferanse\n01.12.2026;9 300,00;{await Kid(sak, a)};R1\n2026-12-02;5000.50;{await Kid(sak, b)};R2\n";

        var (_, foerste) = await sak.Importer(fil);
        var (_, annen) = await sak.Importer(fil);

        Assert.Equal((2, 2, 0, 14300.50m, 0), Tall(foerste));
        Assert.Equal((2, 0, 0, 0m, 2), Tall(annen));
        Assert.Equal((0m, 4299.50m), (await sak.Saldo(a), await sak.Saldo(b)));
        Assert.Equal(14300.50m, (decimal)(await sak.GaarOpp())["bank"]!);
    }

    [Fact]
    public async Task Av_ti_samtidige_importer_av_en_fil_foerer_en_den()
    {
        using var sak = new Husleiesak(tjeneste, "bank-2");
        sak.ErDag("2026-12-05");
        var id = await Skylder(sak);
        var fil = $"dato;beloep;kid;arkivreferanse\n2026-12-01;9300;{await Kid(sak, id)};R1\n2026-12-01;10;;R2\n";

        var svar = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => sak.Importer(fil)));

        Assert.Equal(1, svar.Sum(s => (int)s.Innhold["bokfoert"]!));
        Assert.Equal(1, svar.Sum(s => (int)s.Innhold["uavklarte"]!));
        Assert.Equal(0, await sak.Saldo(id));
        await sak.GaarOpp();
    }

    [Fact]
    public async Task Norsk_fil_i_latin1_med_andre_kolonner_leses()
    {
        using var sak = new Husleiesak(tjeneste, "bank-3");
        sak.ErDag("2026-12-05");
        var id = await Skylder(sak);

        var (_, svar) = await sak.Importer($"Beløp,Betaler,Arkivreferanse,KID,Dato\r\n\"9 300,00\",Bjørn Ås,R1,{await Kid(sak, id)},01.12.2026\r\n\r\n", tegnsett: Encoding.Latin1);

        Assert.Equal((1, 1, 0, 9300m, 0), Tall(svar));
        Assert.Equal(["Betaler"], svar["ignorerteKolonner"]!.AsArray().Select(k => (string?)k));
    }

    [Theory]
    [InlineData("2026-12-06;1;;R", "dato")] // tomorrow
    [InlineData("1999-12-31;1;;R", "dato")]
    [InlineData("31.11.2026;1;;R", "dato")]
    [InlineData(";1;;R", "dato")]
    [InlineData("2026-12-05;0;;R", "beloep")]
    [InlineData("2026-12-05;-1;;R", "beloep")]
    [InlineData("2026-12-05;1.001;;R", "beloep")]
    [InlineData("2026-12-05;1e3;;R", "beloep")]
    [InlineData("2026-12-05;10000000.01;;R", "beloep")]
    [InlineData("2026-12-05;1;;", "arkivreferanse")]
    [InlineData("2026-12-05;1;;12927197004", "arkivreferanse")] // a fødselsnummer
    [InlineData("2026-12-05;1;R", null)]
    public async Task En_linje_med_feil_stanser_filen_eller_bare_seg_selv(string linje, string? kolonne)
    {
        using var sak = new Husleiesak(tjeneste, $"bank-4-{Math.Abs(linje.GetHashCode(StringComparison.Ordinal))}");
        sak.ErDag("2026-12-05");
        var fil = $"dato;beloep;kid;arkivreferanse\n2026-12-05;100;;G1\n{linje}\n2026-12-05;200;;G2\n";

        var (status, avvist) = await sak.Importer(fil);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:boligsosial:import-avvist", 1), (status, (string?)avvist["type"], (int)avvist["antallAvvist"]!));
        Assert.Equal((3, kolonne), ((int)avvist["avvist"]![0]!["linje"]!, (string?)avvist["avvist"]![0]!["kolonne"]));
        Assert.Empty((await sak.Hent(Uavklarte))["innhold"]!.AsArray());

        var (_, godtatt) = await sak.Importer(fil, "godta-gyldige");
        Assert.Equal((3, 0, 2, 300m, 0), Tall(godtatt));
        Assert.Equal(2, (await sak.Hent(Uavklarte))["innhold"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("dato;beloep;kid\n")]
    [InlineData("dato;beloep;kid;arkivreferanse;dato\n")]
    public async Task En_fil_uten_kolonnene_avvises(string fil)
    {
        using var sak = new Husleiesak(tjeneste, "bank-5");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sak.Importer(fil)).Status);
    }

    [Fact]
    public async Task En_referanse_med_et_annet_beloep_er_feil_i_filen_og_mot_foer()
    {
        using var sak = new Husleiesak(tjeneste, "bank-6");
        sak.ErDag("2026-12-05");
        const string Hode = "dato;beloep;kid;arkivreferanse\n";

        var (_, like) = await sak.Importer($"{Hode}2026-12-01;100;;R1\n2026-12-01;100;;R1\n");
        Assert.Equal((2, 0, 1, 100m, 1), Tall(like));
        foreach (var linje in new[] { "2026-12-01;101;;R1", "2026-12-02;100;;R1", "2026-12-03;5;;R2\n2026-12-03;6;;R2" })
        {
            var (status, avvist) = await sak.Importer($"{Hode}{linje}\n");
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "referanse-ulik"), (status, (string?)avvist["avvist"]![0]!["kode"]));
        }

        await sak.GaarOpp();
    }

    [Fact]
    public async Task En_uavklart_innbetaling_plasseres_en_gang_og_kan_tas_tilbake()
    {
        using var sak = new Husleiesak(tjeneste, "bank-7");
        sak.ErDag("2026-12-05");
        var (a, b) = (await Skylder(sak), await Skylder(sak));
        await sak.Importer("dato;beloep;kid;arkivreferanse\n2026-12-01;300;;R1\n2026-12-01;1;1111111111;R2\n2026-12-01;1;9999999999;R3\n");
        var liste = (await sak.Hent(Uavklarte))["innhold"]!.AsArray();
        Assert.Equal(["kid-mangler", "kid-ugyldig", "kid-ukjent"], liste.Select(i => (string?)i!["aarsak"]).Order(StringComparer.Ordinal));
        var adresse = $"{Husleiesak.Husleie}/innbetalinger/{liste.Single(i => (decimal)i!["beloep"]! == 300)!["id"]}";

        await sak.Post($"{adresse}/tilbakefoering", new { begrunnelse = "Ikke plassert." }, HttpStatusCode.Conflict, "ikke-plassert");
        await sak.Post($"{adresse}/plassering", new { leieforholdId = Guid.CreateVersion7() }, HttpStatusCode.UnprocessableEntity, "leieforhold-finnes-ikke");
        await sak.Post($"{adresse}/plassering", new { leieforholdId = a }, HttpStatusCode.NoContent);
        await sak.Post($"{adresse}/plassering", new { leieforholdId = b }, HttpStatusCode.Conflict, "er-plassert");
        Assert.Equal((9000m, 9300m), (await sak.Saldo(a), await sak.Saldo(b)));
        await sak.GaarOpp();

        await sak.Post($"{adresse}/tilbakefoering", new { }, HttpStatusCode.BadRequest, "ugyldig");
        await sak.Post($"{adresse}/tilbakefoering", new { begrunnelse = "Det var naboen." }, HttpStatusCode.NoContent);
        await sak.Post($"{adresse}/plassering", new { leieforholdId = b }, HttpStatusCode.NoContent);
        Assert.Equal((9300m, 9000m), (await sak.Saldo(a), await sak.Saldo(b)));
        await sak.GaarOpp();

        using var annen = new Husleiesak(tjeneste, "bank-7-annen");
        await annen.Post($"{adresse}/tilbakefoering", new { begrunnelse = "Ikke vår." }, HttpStatusCode.NotFound, "finnes-ikke");
        Assert.Empty((await annen.Hent(Uavklarte))["innhold"]!.AsArray());
    }

    [Fact]
    public async Task Av_ti_som_plasserer_samme_innbetaling_er_en_foerst()
    {
        using var sak = new Husleiesak(tjeneste, "bank-8");
        sak.ErDag("2026-12-05");
        var (a, b) = (await Skylder(sak), await Skylder(sak));
        await sak.Importer("dato;beloep;kid;arkivreferanse\n2026-12-01;300;;R1\n");
        var id = (string)(await sak.Hent(Uavklarte))["innhold"]![0]!["id"]!;

        var svar = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => sak.Klient.PostAsync(
            $"{Husleiesak.Husleie}/innbetalinger/{id}/plassering", new StringContent($$"""{"leieforholdId":"{{(i % 2 == 0 ? a : b)}}"}""", Encoding.UTF8, "application/json"))));

        Assert.Equal(1, svar.Count(s => s.StatusCode == HttpStatusCode.NoContent));
        Assert.Equal(9, svar.Count(s => s.StatusCode == HttpStatusCode.Conflict));
        await sak.GaarOpp();
    }

    [Fact]
    public async Task Bare_det_som_er_til_gode_betales_tilbake()
    {
        using var sak = new Husleiesak(tjeneste, "bank-9");
        sak.ErDag("2026-12-05");
        var id = await Skylder(sak);
        await sak.Betal(id, 9800, "2026-12-01");
        var adresse = $"{Husleiesak.Husleie}/{id}/tilbakebetalinger";

        await sak.Post(adresse, new { beloep = 500.01, begrunnelse = "For mye." }, HttpStatusCode.UnprocessableEntity, "mer-enn-til-gode");
        await sak.Post(adresse, new { beloep = 500, begrunnelse = "For mye." }, HttpStatusCode.NoContent);
        await sak.Post(adresse, new { beloep = 0.01, begrunnelse = "En gang til." }, HttpStatusCode.UnprocessableEntity, "mer-enn-til-gode");

        Assert.Equal(0, await sak.Saldo(id));
        await sak.GaarOpp();
    }

    private static async Task<string> Skylder(Husleiesak sak)
    {
        var id = await sak.Leieforhold();
        await sak.Krav("2026-12");
        return id;
    }

    private static async Task<string> Kid(Husleiesak sak, string leieforhold) => (string)(await sak.Reskontro(leieforhold))["kid"]!;

    private static (int, int, int, decimal, int) Tall(System.Text.Json.Nodes.JsonObject rapport) =>
        ((int)rapport["lest"]!, (int)rapport["bokfoert"]!, (int)rapport["uavklarte"]!, (decimal)rapport["sum"]!, (int)rapport["kjente"]!);
}
