using System.Text.Json;
using System.Text.Json.Nodes;
using Boligsosial.BoligsosialEnhet.Oversikt;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Servere))]

namespace Boligsosial.BoligsosialEnhet.Tests;

/// <summary>Boligsosial enhet with a database of its own, what has happened in boligregister, and the few calls that most tests make.</summary>
public sealed class BoligsosialEnhetTjeneste(Servere servere) : Tjeneste<Program>(servere, "boligsosial-enhet", Roller.BoligsosialKoordinator)
{
    public const string Boligmasse = "/api/v1/boligsosial-enhet/oversikt/boligmasse";

    private readonly List<(BoligEndret Hendelse, Mottatt Mottatt)> _skjedd = [];

    /// <summary>A dwelling that no other test has.</summary>
    public static BoligEndret NyBolig(string omraade = "Skodje", string kategori = "gjennomgangsbolig", string status = "ledig-klar", int soverom = 2, string tilgjengelighet = "ordinaer") =>
        new(Guid.CreateVersion7(), omraade, kategori, status, new(2020, 1, 1), soverom, tilgjengelighet);

    /// <summary>It happened in boligregister at noon in Norway on the day, «2026-11-20», and has come here.</summary>
    public Task Skjedde(string dag, BoligEndret hendelse) => Skjedde(DateTimeOffset.Parse($"{dag}T12:00:00+01:00"), hendelse);

    public async Task Skjedde(DateTimeOffset tidspunkt, BoligEndret hendelse)
    {
        var mottatt = new Mottatt(Guid.CreateVersion7(), tidspunkt, "boligregister");
        _skjedd.Add((hendelse, mottatt));
        await Bruk((naar, avbrutt) => naar.Handle(hendelse, mottatt, avbrutt));
    }

    /// <summary>Nothing has happened.</summary>
    public async Task Toem()
    {
        _skjedd.Clear();
        await Bruk((naar, avbrutt) => naar.Toem(avbrutt));
    }

    /// <summary>Everything that happened since <see cref="Toem"/>, once more from nothing.</summary>
    public async Task BygPaaNytt()
    {
        await Bruk((naar, avbrutt) => naar.Toem(avbrutt));
        foreach (var (hendelse, mottatt) in _skjedd)
            await Bruk((naar, avbrutt) => naar.Handle(hendelse, mottatt, avbrutt));
    }

    public async Task<JsonObject> Hent(string spoerring = "")
    {
        var svar = await Klient.GetAsync($"{Boligmasse}{spoerring}");
        return JsonSerializer.Deserialize<JsonObject>(await svar.Content.ReadAsStringAsync())!;
    }

    /// <summary>As it is run when a message comes: in a transaction on a DbContext of its own, saved after.</summary>
    private async Task Bruk(Func<NaarBoligEndret, CancellationToken, Task> gjoer)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BoligsosialEnhetDb>();
        await using var transaksjon = await db.Database.BeginTransactionAsync();
        await gjoer(new NaarBoligEndret(db), CancellationToken.None);
        await db.SaveChangesAsync();
        await transaksjon.CommitAsync();
    }
}
