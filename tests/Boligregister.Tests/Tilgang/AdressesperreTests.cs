using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.Boligregister.Tests.Tilgang;

/// <summary>Folkeregisterloven § 10-4: a person with a graded address is as one who does not exist, without <c>skjermet</c>.</summary>
public sealed class AdressesperreTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private static string Innhold(JsonObject problem)
    {
        problem.Remove("traceId");
        problem.Remove("instance");
        return problem.ToJsonString();
    }

    [Theory]
    [InlineData("fortrolig")]
    [InlineData("strengt-fortrolig")]
    public async Task Er_usynlig_overalt_uten_skjermet_og_synlig_med(string gradering)
    {
        var gate = $"Skjermveien {gradering}";
        void Samme(JsonObject bolig) => bolig["adresse"] = new JsonObject { ["gatenavn"] = gate, ["husnummer"] = 1, ["postnummer"] = "6002", ["poststed"] = "Ålesund" };
        var skjult = await Leiesak.Ny(tjeneste, "aake", Samme);
        var nabo = await Leiesak.Ny(tjeneste, "aake", Samme);
        using var uten = tjeneste.Som(Roller.AakeUtleie, bruker: $"uten-{gradering}");
        using var med = tjeneste.Som(Roller.AakeUtleie, skjermet: true, bruker: $"med-{gradering}");
        var foer = await Antall(uten, skjult);
        Assert.Equal((1, 1, 1, 1), (foer.Bolig, foer.Person, foer.Liste, await Naboer(uten, nabo)));

        var gradert = await uten.PostAsJsonAsync($"{Leiesak.Personer}/{skjult.Person}/gradering", new { gradering });
        Assert.Equal(HttpStatusCode.NoContent, gradert.StatusCode);

        // Answers word for word as for what does not exist.
        await ErSomOmDenIkkeFinnes(uten, $"{Leiesak.Personer}/{skjult.Person}", $"{Leiesak.Personer}/{Guid.CreateVersion7()}");
        await ErSomOmDenIkkeFinnes(uten, $"{Leiesak.AlleLeieforhold}/{skjult.Leieforhold}", $"{Leiesak.AlleLeieforhold}/{Guid.CreateVersion7()}");
        using var koordinator = tjeneste.Som(Roller.BoligsosialKoordinator, enhet: "aake");
        await ErSomOmDenIkkeFinnes(koordinator, $"{Leiesak.Personer}/{skjult.Person}/innsyn", $"{Leiesak.Personer}/{Guid.CreateVersion7()}/innsyn");
        var soek = await uten.PostAsJsonAsync($"{Leiesak.Personer}/soek", new { foedselsnummer = skjult.Nummer });
        var ingen = await uten.PostAsJsonAsync($"{Leiesak.Personer}/soek", new { foedselsnummer = Leiesak.NyttNummer() });
        Assert.Equal(HttpStatusCode.NotFound, soek.StatusCode);
        Assert.Equal(Innhold(await BoligregisterTjeneste.Json(ingen)), Innhold(await BoligregisterTjeneste.Json(soek)));
        var fjern = await uten.PostAsJsonAsync($"{Leiesak.Personer}/{skjult.Person}/gradering", new { gradering = "ugradert" });
        Assert.Equal(HttpStatusCode.NotFound, fjern.StatusCode);
        var (_, bolig) = await tjeneste.Registrer();
        var leie = await Leiesak.Inngaa(uten, (string)bolig["id"]!, skjult.Person);
        var ukjent = await Leiesak.Inngaa(uten, (string)bolig["id"]!, $"{Guid.CreateVersion7()}");
        Assert.Equal(Innhold(await BoligregisterTjeneste.Json(ukjent)), Innhold(await BoligregisterTjeneste.Json(leie)));

        var etter = await Antall(uten, skjult);
        Assert.Equal((0, 0, 0, 0), (etter.Bolig, etter.Person, etter.Liste, await Naboer(uten, nabo)));

        Assert.Equal(gradering, (string?)(await BoligregisterTjeneste.Json(await med.GetAsync($"{Leiesak.Personer}/{skjult.Person}")))["gradering"]);
        Assert.Equal(HttpStatusCode.OK, (await med.GetAsync($"{Leiesak.AlleLeieforhold}/{skjult.Leieforhold}")).StatusCode);
        var synlig = await Antall(med, skjult);
        Assert.Equal((1, 1, 1, 1), (synlig.Bolig, synlig.Person, synlig.Liste, await Naboer(med, nabo)));
    }

    [Fact]
    public async Task Registrering_svarer_likt_for_den_som_er_gradert_og_den_som_er_ny()
    {
        var sak = await Leiesak.Ny(tjeneste, "aake");
        using var uten = tjeneste.Som(Roller.AakeUtleie, bruker: "registrerer");
        await uten.PostAsJsonAsync($"{Leiesak.Personer}/{sak.Person}/gradering", new { gradering = "fortrolig" });

        Assert.Equal(sak.Person, await Leiesak.Registrer(uten, sak.Nummer, "Et Annet Navn"));

        using var med = tjeneste.Som(Roller.AakeUtleie, skjermet: true);
        var person = await BoligregisterTjeneste.Json(await med.GetAsync($"{Leiesak.Personer}/{sak.Person}"));
        Assert.Equal(("fortrolig", "Test Testesen"), ((string?)person["gradering"], (string?)person["navn"]));
    }

    [Fact]
    public async Task Gradering_fortelles_de_andre_tjenestene_og_det_de_forteller_gjelder_her()
    {
        var (egen, andres) = (await Leiesak.Ny(tjeneste, "aake"), await Leiesak.Ny(tjeneste, "aake"));
        using var uten = tjeneste.Som(Roller.AakeUtleie, bruker: "forteller");
        await uten.PostAsJsonAsync($"{Leiesak.Personer}/{egen.Person}/gradering", new { gradering = "fortrolig" });

        var (type, fortalt) = Assert.Single(await tjeneste.Hendelser(egen.Person));
        Assert.Equal(("adressesperre-endret", egen.Person, "fortrolig"), (type, (string?)fortalt["personRef"], (string?)fortalt["gradering"]));

        await using (var scope = tjeneste.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BoligregisterDb>();
            await using var transaksjon = await db.Database.BeginTransactionAsync();
            await new NaarAdressesperreEndretIFinansiering(db).Handle(
                new(Guid.Parse(andres.Person), "strengt-fortrolig", tjeneste.Tid.Naa), new Mottatt(Guid.CreateVersion7(), tjeneste.Tid.Naa, "finansiering"), CancellationToken.None);
            await transaksjon.CommitAsync();
        }

        Assert.Equal((0, 0, 0), await Antall(uten, andres));
        Assert.Empty(await tjeneste.Hendelser(andres.Person));
    }

    [Fact]
    public async Task Det_som_var_gradert_foer_oppgraderingen_fortelles_med_tiden_fra_tilgangsloggen()
    {
        var (gradert, ikke) = (await Leiesak.Ny(tjeneste, "aake"), await Leiesak.Ny(tjeneste, "aake"));
        using var uten = tjeneste.Som(Roller.AakeUtleie, bruker: "oppgraderer");
        await uten.PostAsJsonAsync($"{Leiesak.Personer}/{gradert.Person}/gradering", new { gradering = "strengt-fortrolig" });

        await tjeneste.Sql<object?>(
            $"""
            DROP VIEW ugradert, gradert, gradering_venter CASCADE; DROP TABLE adressesperre, fortalt_ugradert; DROP FUNCTION fortalt_gjelder;
            {Migrering(typeof(ServiceDbContext), "0004_ugradert")} {Migrering(typeof(ServiceDbContext), "0005_adressesperre")} {Migrering(typeof(ServiceDbContext), "0006_fortalt_ugradert")}
            {Migrering(typeof(BoligregisterDb), "0033_fortell_adressesperrer")} SELECT 1
            """);

        var fortalt = (await tjeneste.Hendelser(gradert.Person)).ConvertAll(h => h.Innhold.Deserialize<AdressesperreEndret>(JsonSerializerOptions.Web)!);
        var tidspunkt = await tjeneste.Sql<DateTime>($"SELECT max(tidspunkt) FROM tilgangslogg WHERE person_ref = '{gradert.Person}' AND felter = 'gradering'");
        Assert.Equal(2, fortalt.Count);
        Assert.Equal(new(Guid.Parse(gradert.Person), "strengt-fortrolig", new(tidspunkt)), fortalt[1]);
        Assert.Empty(await tjeneste.Hendelser(ikke.Person));
    }

    private static string Migrering(Type tjeneste, string navn)
    {
        using var fil = new StreamReader(tjeneste.Assembly.GetManifestResourceStream($"{tjeneste.Assembly.GetName().Name}/{navn}.sql")!);
        return fil.ReadToEnd();
    }

    private static async Task ErSomOmDenIkkeFinnes(HttpClient klient, string skjult, string ukjent)
    {
        var (svar, annet) = (await klient.GetAsync(skjult), await klient.GetAsync(ukjent));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (svar.StatusCode, annet.StatusCode));
        Assert.Equal(Innhold(await BoligregisterTjeneste.Json(annet)), Innhold(await BoligregisterTjeneste.Json(svar)));
    }

    private static async Task<(int Bolig, int Person, int Liste)> Antall(HttpClient klient, Leiesak sak)
    {
        var liste = await BoligregisterTjeneste.Json(await klient.GetAsync($"{Leiesak.AlleLeieforhold}?personRef={sak.Person}"));
        return (await Totalt($"boligId={sak.Bolig}"), await Totalt($"personRef={sak.Person}"), liste["innhold"]!.AsArray().Count);

        async Task<int> Totalt(string filter) => (int)(await BoligregisterTjeneste.Json(await klient.GetAsync($"{Leiesak.AlleLeieforhold}/antall?{filter}")))["totalt"]!;
    }

    private static async Task<int> Naboer(HttpClient klient, Leiesak sak) =>
        (await BoligregisterTjeneste.Json(await klient.GetAsync($"{BoligregisterTjeneste.Boliger}/{sak.Bolig}/naboer")))["innhold"]!.AsArray().Count;
}
