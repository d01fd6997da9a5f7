using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Boligsosial.Felles;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Hosting;
using Npgsql;
using NpgsqlTypes;

[assembly: AssemblyFixture(typeof(Servere))]

namespace Boligsosial.Boligregister.Tests;

/// <summary>Boligregister with a database of its own, and the few calls that most tests make.</summary>
public sealed class BoligregisterTjeneste(Servere servere) : Tjeneste<Program>(servere, "boligregister", Roller.AakeUtleie)
{
    public const string Boliger = "/api/v1/boligregister/boliger";

    private int _loepenummer;

    /// <summary>A new day comes when a test says so.</summary>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Doegnvakt:FoersteEtter", "1.00:00:00");
    }

    /// <summary>A valid dwelling that no other test has.</summary>
    public JsonObject NyBolig(Action<JsonObject>? endre = null)
    {
        var nummer = Interlocked.Increment(ref _loepenummer);
        var bolig = new JsonObject
        {
            ["leverandorBoligId"] = $"L-{nummer}",
            ["matrikkel"] = $"1508-{nummer}/1",
            ["bruksenhetsnummer"] = "H0101",
            ["adresse"] = new JsonObject { ["gatenavn"] = "Testvegen", ["husnummer"] = nummer, ["postnummer"] = "6002", ["poststed"] = "Ålesund" },
            ["omraade"] = "Skodje",
            ["kategori"] = "gjennomgangsbolig",
            ["disposisjonsform"] = "eid",
            ["soverom"] = 2,
            ["egenskaper"] = new JsonArray("rullestol"),
            ["maanedsleie"] = 9500,
            ["status"] = "ledig-klar",
        };
        endre?.Invoke(bolig);
        return bolig;
    }

    public async Task<(HttpResponseMessage Svar, JsonObject Innhold)> Registrer(JsonObject? bolig = null, string? noekkel = null)
    {
        using var melding = new HttpRequestMessage(HttpMethod.Post, Boliger) { Content = JsonContent.Create(bolig ?? NyBolig()) };
        if (noekkel is not null)
            melding.Headers.Add("Idempotency-Key", noekkel);
        var svar = await Klient.SendAsync(melding);
        return (svar, await Json(svar));
    }

    public async Task<(HttpResponseMessage Svar, JsonObject Innhold)> Endre(JsonObject bolig, EntityTagHeaderValue? etag)
    {
        using var melding = new HttpRequestMessage(HttpMethod.Put, $"{Boliger}/{bolig["id"]}") { Content = JsonContent.Create(bolig) };
        if (etag is not null)
            melding.Headers.IfMatch.Add(etag);
        var svar = await Klient.SendAsync(melding);
        return (svar, await Json(svar));
    }

    public async Task<JsonObject> Hent(string adresse) => await Json(await Klient.GetAsync(adresse));

    public async Task<(HttpResponseMessage Svar, JsonObject Innhold)> Importer(string csv, string modus = "alle-eller-ingen", Encoding? tegnsett = null)
    {
        using var innhold = new ByteArrayContent((tegnsett ?? Encoding.UTF8).GetBytes(csv));
        innhold.Headers.ContentType = new("text/csv");
        var svar = await Klient.PostAsync($"{Boliger}/import?modus={modus}", innhold);
        return (svar, await Json(svar));
    }

    /// <summary>What has been told of dwellings, oldest first, sent or not; of one of them when given.</summary>
    public async Task<List<JsonObject>> Fortalt(string? id = null)
    {
        await using var database = NpgsqlDataSource.Create(Database);
        await using var kommando = database.CreateCommand(
            """
            SELECT body FROM (SELECT nr, type, key, body FROM outbox UNION ALL SELECT nr, type, key, body FROM outbox_history) m
            WHERE type = 'boligregister.bolig-endret' AND key = coalesce($1, key) ORDER BY nr
            """);
        kommando.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using var leser = await kommando.ExecuteReaderAsync();
        var hendelser = new List<JsonObject>();
        while (await leser.ReadAsync())
            hendelser.Add(JsonNode.Parse(leser.GetString(0))!.AsObject());
        return hendelser;
    }

    /// <summary>What has been told of one thing, oldest first, sent or not.</summary>
    public async Task<List<(string Type, JsonObject Innhold)>> Hendelser(string id)
    {
        await using var database = NpgsqlDataSource.Create(Database);
        await using var kommando = database.CreateCommand(
            "SELECT split_part(type, '.', 2), body FROM (SELECT nr, type, key, body FROM outbox UNION ALL SELECT nr, type, key, body FROM outbox_history) m WHERE key = $1 ORDER BY nr");
        kommando.Parameters.Add(new() { Value = id });
        await using var leser = await kommando.ExecuteReaderAsync();
        var hendelser = new List<(string, JsonObject)>();
        while (await leser.ReadAsync())
            hendelser.Add((leser.GetString(0), JsonNode.Parse(leser.GetString(1))!.AsObject()));
        return hendelser;
    }

    public static async Task<JsonObject> Json(HttpResponseMessage svar) =>
        JsonSerializer.Deserialize<JsonObject>(await svar.Content.ReadAsStringAsync())!;

    /// <summary>A file of <paramref name="antall"/> dwellings, named by <paramref name="navn"/>.</summary>
    public static string Csv(string navn, int antall, string omraade = "Skodje", int leie = 9500)
    {
        var csv = new StringBuilder("leverandorboligid;kommunenummer;gnrbnr;bruksenhetsnummer;gatenavn;husnummer;omraade;kategori;antallsoverom;boligstatus;manedsleie\n");
        for (var i = 1; i <= antall; i++)
            csv.Append(CultureInfo.InvariantCulture, $"{navn}-{i};1508;{i}/{navn.Length};H{i % 100:00}{i % 90 + 10};Importvegen;{i % 900 + 1};{omraade};gjennomgangsbolig;2;ledig-klar;{leie}\n");
        return csv.ToString();
    }
}
