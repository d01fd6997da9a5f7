using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Tests.Messaging;
using Boligsosial.ServiceDefaults.Tests.Proeve;
using Boligsosial.Testing;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.ServiceDefaults.Tests.Persons;

/// <summary>What one service says of a person's address holds in all of them, and the last word is the one.</summary>
public sealed class AdressesperreTests(EnReplika replika) : IClassFixture<EnReplika>
{
    private const string Personer = "/api/v1/proeve/personer";
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static int _loepenummer;
    private readonly ProeveTjeneste tjeneste = replika.Tjeneste;

    [Fact]
    public async Task Det_som_fortelles_er_pseudonym_gradering_og_tid_og_ingenting_mer()
    {
        var person = await Registrer(NyttNummer());
        using var ukjent = await Grader(Guid.CreateVersion7(), "fortrolig");
        using var gradert = await Grader(person, "strengt-fortrolig");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NoContent), (ukjent.StatusCode, gradert.StatusCode));
        Assert.Equal(1, await Antall($"key = '{person}'"));
        Assert.Equal(1, await Antall(
            $"""
            body->>'personRef' = '{person}' AND body->>'gradering' = 'strengt-fortrolig' AND (body->>'satt')::timestamptz = (SELECT satt FROM adressesperre WHERE person_ref = '{person}')
            AND (SELECT string_agg(felt, ' ' ORDER BY felt) FROM json_object_keys(body) felt) = 'gradering personRef satt'
            """));
    }

    [Fact]
    public async Task Det_siste_ordet_gjelder_om_det_foerste_kommer_sist_eller_en_gang_til()
    {
        var person = await Registrer(NyttNummer());

        await Fortalt(person, "fortrolig", 2);
        Assert.Equal(HttpStatusCode.NotFound, await Hent(person));
        await Fortalt(person, "ugradert", 1);
        await Fortalt(person, "fortrolig", 2);
        await Fortalt(person, "ugradert", 2); // two at the same moment: what protects
        Assert.Equal("fortrolig", await Gradering(person));

        await Fortalt(person, "ugradert", 3);
        await Fortalt(person, "fortrolig", 2);
        Assert.Equal((HttpStatusCode.OK, "ugradert"), (await Hent(person), await Gradering(person)));
        await Fortalt(person, "noe-nytt", 4);
        Assert.Equal("strengt-fortrolig", await Gradering(person));
        Assert.Equal(0, await Antall($"key = '{person}'"));
    }

    [Fact]
    public async Task Den_som_registreres_etterpaa_er_usynlig_fra_foerste_stund()
    {
        var nummer = NyttNummer();
        var person = Ref(nummer);
        await Fortalt(person, "fortrolig", 1);

        Assert.Equal(person, await Registrer(nummer));
        Assert.Equal((HttpStatusCode.NotFound, "fortrolig"), (await Hent(person), await Gradering(person)));
        using var oppheves = await Grader(person, "ugradert");
        Assert.Equal(HttpStatusCode.NotFound, oppheves.StatusCode);

        await Fortalt(person, "ugradert", 2);
        Assert.Equal(HttpStatusCode.OK, await Hent(person));
    }

    [Fact]
    public async Task Den_som_registreres_i_samme_oeyeblikk_er_det_ogsaa()
    {
        var numre = Enumerable.Range(0, 24).Select(_ => NyttNummer()).ToList();

        await Task.WhenAll(numre.SelectMany(nummer => new Task[] { Fortalt(Ref(nummer), "fortrolig", 1), Registrer(nummer) }));

        foreach (var nummer in numre)
            Assert.Equal("fortrolig", await Gradering(Ref(nummer)));
    }

    [Fact]
    public async Task Det_som_sies_her_gjelder_selv_om_en_annens_klokke_gaar_foran()
    {
        var person = await Registrer(NyttNummer());
        const int TiAar = 10 * 365 * 24 * 60;
        await Fortalt(person, "fortrolig", TiAar);
        using var skjermet = await Grader(person, "ugradert", skjermet: true);

        await Fortalt(person, "fortrolig", TiAar);

        Assert.Equal(HttpStatusCode.NoContent, skjermet.StatusCode);
        Assert.Equal("ugradert", await Gradering(person));
        Assert.Equal(1, await Antall($"key = '{person}' AND (body->>'satt')::timestamptz > '{Start.AddMinutes(TiAar):O}'"));
    }

    [Fact]
    public async Task Gjennom_megleren_og_under_gjenoppbygging_er_ingen_synlig_et_oeyeblikk()
    {
        var (en, to) = (await Registrer(NyttNummer()), await Registrer(NyttNummer()));
        await tjeneste.Fortell(new AdressesperreEndret(en, "fortrolig", Start.AddMinutes(1)), new AdressesperreEndret(to, "fortrolig", Start.AddMinutes(1)), new AdressesperreEndret(to, "ugradert", Start.AddMinutes(2)));
        await Eventually.Is(async () => await tjeneste.Sql($"SELECT count(*) FROM adressesperre WHERE person_ref = '{en}' OR (person_ref = '{to}' AND gradering = 'ugradert')") == 2, "it has come");

        using var svar = await tjeneste.Klient.PostAsJsonAsync($"{ProeveTjeneste.Drift}/mottakere/{nameof(NaarAdressesperreEndretIProeve)}/gjenoppbygging", new { utfoertAv = "Kari Drift" });
        Assert.Equal(HttpStatusCode.Accepted, svar.StatusCode);
        do
            Assert.Equal(("fortrolig", "ugradert"), (await Gradering(en), await Gradering(to)));
        while (await tjeneste.Sql("SELECT count(*) FROM gradering_venter") > 0);

        Assert.Equal(1, await tjeneste.Sql("SELECT count(*) FROM subscription WHERE NOT rebuilding AND started_by = 'Kari Drift'"));
        Assert.Equal(("fortrolig", "ugradert"), (await Gradering(en), await Gradering(to)));
        Assert.Equal((1, 2), (await Antall($"key = '{en}'"), await Antall($"key = '{to}'")));
    }

    private async Task<Guid> Registrer(string nummer)
    {
        using var svar = (await tjeneste.Klient.PostAsJsonAsync(Personer, new { foedselsnummer = nummer, navn = "Test Testesen" })).EnsureSuccessStatusCode();
        return (await svar.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("personRef").GetGuid();
    }

    private async Task<HttpResponseMessage> Grader(Guid person, string gradering, bool skjermet = false)
    {
        using var melding = new HttpRequestMessage(HttpMethod.Post, $"{Personer}/{person}/gradering") { Content = JsonContent.Create(new { gradering }) };
        if (skjermet)
            melding.Headers.Authorization = new("Bearer", (await Testutsteder.Delt()).Token(Roller.Drift, skjermet: true));
        return await tjeneste.Klient.SendAsync(melding);
    }

    private async Task<HttpStatusCode> Hent(Guid person)
    {
        using var svar = await tjeneste.Klient.GetAsync($"{Personer}/{person}");
        return svar.StatusCode;
    }

    /// <summary>Another service said so, that many minutes after the first.</summary>
    private Task<bool> Fortalt(Guid person, string gradering, int minutter) => tjeneste.MedDb(async db =>
    {
        await using var transaksjon = await db.Database.BeginTransactionAsync();
        await new NaarAdressesperreEndretIProeve(db).Handle(new(person, gradering, Start.AddMinutes(minutter)), new Mottatt(Guid.CreateVersion7(), Start, "annen"), CancellationToken.None);
        await transaksjon.CommitAsync();
        return true;
    });

    private Task<string> Gradering(Guid person) =>
        tjeneste.MedDb(db => db.Database.SqlQuery<string>($"SELECT gradering AS \"Value\" FROM person WHERE person_ref = {person}").SingleAsync());

    /// <summary>Of what was told, sent or not.</summary>
    private Task<long> Antall(string hvor) => tjeneste.Sql(
        $"SELECT count(*) FROM (SELECT type, key, body FROM outbox UNION ALL SELECT type, key, body FROM outbox_history) m WHERE type = 'proeve.adressesperre-endret' AND {hvor}");

    private static Guid Ref(string nummer) =>
        Foedselsnummer.TryParse(nummer, out var lest) ? PersonRef.Av(lest, Convert.FromHexString(new string('2', 64))).Verdi : throw new ArgumentException("Not a number.", nameof(nummer));

    /// <summary>A valid synthetic number (Tenor: month + 80) that no other test has.</summary>
    private static string NyttNummer()
    {
        while (true)
        {
            var nummer = string.Create(CultureInfo.InvariantCulture, $"018570{Interlocked.Increment(ref _loepenummer):00000}");
            if (Foedselsnummer.TryParse(nummer, out _))
                return nummer;
        }
    }
}
