using System.Net;
using System.Text.Json.Nodes;

namespace Boligsosial.Boligregister.Tests.Boliger;

/// <summary><see cref="Boligregister.Boliger.SoekBoliger"/> and <see cref="Boligregister.Boliger.TellBoliger"/>, on one register.</summary>
public sealed class SoekBoligerTests(SoekBoligerTests.Register register) : IClassFixture<SoekBoligerTests.Register>
{
    [Theory]
    [InlineData("omraade=Skodje&status=ledig-klar&egenskaper=rullestol&soveromFra=2&soveromTil=2", "A")]
    [InlineData("omraade=Skodje&omraade=%C3%98rskog&status=ledigKlar", "A,B,D")]
    [InlineData("egenskaper=rullestol&egenskaper=heis", "C")]
    [InlineData("omraade=Skodje&omraade=Skodje&omraade=Ingensteds", "A,B,C")]
    [InlineData("omraade=Skodje&omraade=%C3%98rskog&adresse=Storgata", "D")]
    [InlineData("leieFra=8000&leieTil=9000", "B,C")]
    [InlineData("soveromFra=2", "A,C,D")]
    [InlineData("soveromTil=1", "B")]
    [InlineData("soveromFra=-5&soveromTil=2147483647", "A,B,C,D")]
    [InlineData("soveromFra=2147483647", "")]
    [InlineData("soveromFra=3&soveromTil=1", "")]
    [InlineData("kategori=bemannet", "D")]
    [InlineData("adresse=Storg%206240", "D")]
    [InlineData("adresse=kyrkjevegen%201b", "C")]
    [InlineData("adresse=%26%20%7C%20!%27%22", "A,B,C,D")]
    [InlineData("status=avhendet", "")]
    [InlineData("", "A,B,C,D")]
    public async Task Filtre_virker_sammen(string spoerring, string ventet)
    {
        var side = await register.Tjeneste.Hent($"{BoligregisterTjeneste.Boliger}?{spoerring}");
        Assert.Equal(ventet, string.Join(',', side["innhold"]!.AsArray().Select(b => (string?)b!["leverandorBoligId"]).Order()));
    }

    [Fact]
    public async Task Sidene_gir_hver_bolig_en_gang()
    {
        var sett = new List<string?>();
        string? etter = null;
        do
        {
            var side = await register.Tjeneste.Hent($"{BoligregisterTjeneste.Boliger}?antall=3{(etter is null ? "" : $"&etter={etter}")}");
            sett.AddRange(side["innhold"]!.AsArray().Select(b => (string?)b!["id"]));
            etter = (string?)side["neste"];
        }
        while (etter is not null);

        Assert.Equal(4, sett.Count);
        Assert.Equal(sett.Order(StringComparer.Ordinal), sett);
        Assert.Equal(sett.Count, sett.Distinct().Count());
    }

    [Theory]
    [InlineData("status=borte", "status")]
    [InlineData("kategori=slott", "kategori")]
    [InlineData("egenskaper=fly", "egenskaper")]
    [InlineData("antall=0", "antall")]
    [InlineData("antall=501", "antall")]
    [InlineData("etter=tull", "etter")]
    [InlineData("soveromFra=to", "soveromFra")]
    [InlineData("leieTil=mye", "leieTil")]
    public async Task Avviser_ukjente_verdier_ved_navn(string spoerring, string felt)
    {
        var svar = await register.Tjeneste.Klient.GetAsync($"{BoligregisterTjeneste.Boliger}?{spoerring}");
        var problem = await BoligregisterTjeneste.Json(svar);

        Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
        Assert.NotNull(problem["errors"]![felt]);
    }

    [Theory]
    [InlineData("omraade", """[{"omraade":"Skodje","antall":3},{"omraade":"Ørskog","antall":1}]""")]
    [InlineData("kategori,status", """[{"kategori":"bemannet","status":"ledig-klar","antall":1},{"kategori":"gjennomgangsbolig","status":"ledig-klar","antall":2},{"kategori":"gjennomgangsbolig","status":"utleid","antall":1}]""")]
    [InlineData("", "[]")]
    public async Task Teller_etter_de_gruppene_som_er_bedt_om(string grupper, string ventet)
    {
        var svar = await register.Tjeneste.Hent($"{BoligregisterTjeneste.Boliger}/antall?grupper={grupper}");
        Assert.Equal(ventet, JsonNode.Parse(svar["innhold"]!.ToJsonString())!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(4, (int)svar["totalt"]!);
    }

    [Fact]
    public async Task Avviser_en_ukjent_gruppe()
    {
        var svar = await register.Tjeneste.Klient.GetAsync($"{BoligregisterTjeneste.Boliger}/antall?grupper=farge");
        Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
    }

    /// <summary>Four dwellings: A and B vacant in Skodje, C let in Skodje, D staffed in Ørskog.</summary>
    public sealed class Register(Testing.Servere servere) : IAsyncLifetime
    {
        public BoligregisterTjeneste Tjeneste { get; } = new(servere);

        public async ValueTask InitializeAsync()
        {
            await Tjeneste.InitializeAsync();
            await Bolig("A", b => { });
            await Bolig("B", b => (b["soverom"], b["egenskaper"], b["maanedsleie"]) = (1, new JsonArray(), 8000));
            await Bolig("C", b =>
            {
                (b["egenskaper"], b["status"], b["maanedsleie"]) = (new JsonArray("rullestol", "heis"), "utleid", 9000);
                (b["adresse"]!["gatenavn"], b["adresse"]!["husnummer"], b["adresse"]!["husbokstav"]) = ("Kyrkjevegen", 1, "B");
            });
            await Bolig("D", b =>
            {
                (b["omraade"], b["kategori"], b["egenskaper"]) = ("Ørskog", "bemannet", new JsonArray("doegnbemannet"));
                (b["adresse"]!["gatenavn"], b["adresse"]!["postnummer"]) = ("Storgata", "6240");
            });
        }

        public ValueTask DisposeAsync() => Tjeneste.DisposeAsync();

        private async Task Bolig(string id, Action<JsonObject> endre)
        {
            var bolig = Tjeneste.NyBolig(endre);
            bolig["leverandorBoligId"] = id;
            var (svar, _) = await Tjeneste.Registrer(bolig);
            Assert.Equal(HttpStatusCode.Created, svar.StatusCode);
        }
    }
}
