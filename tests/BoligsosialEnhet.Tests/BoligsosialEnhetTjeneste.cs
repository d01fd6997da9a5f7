using System.Text.Json;
using System.Text.Json.Nodes;
using Boligsosial.Contracts;
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

    public const string Utleie = "/api/v1/boligsosial-enhet/oversikt/utleie";

    private static readonly Type[] Reaksjoner = [.. typeof(BoligsosialEnhetDb).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Naar)) && !t.IsAbstract)];
    private readonly List<(IHendelse Hendelse, Mottatt Mottatt)> _skjedd = [];

    /// <summary>A dwelling that no other test has.</summary>
    public static BoligEndret NyBolig(string omraade = "Skodje", string kategori = "gjennomgangsbolig", string status = "ledig-klar", int soverom = 2, string tilgjengelighet = "ordinaer") =>
        new(Guid.CreateVersion7(), omraade, kategori, status, new(2020, 1, 1), soverom, tilgjengelighet);

    /// <summary>It happened in boligregister at noon in Norway on the day, «2026-11-20», and has come here.</summary>
    public Task Skjedde(string dag, IHendelse hendelse) => Skjedde(DateTimeOffset.Parse($"{dag}T12:00:00+01:00"), hendelse);

    public async Task Skjedde(DateTimeOffset tidspunkt, IHendelse hendelse)
    {
        var mottatt = new Mottatt(Guid.CreateVersion7(), tidspunkt, "boligregister");
        _skjedd.Add((hendelse, mottatt));
        await Bruk(Reaksjoner.Single(r => r.IsSubclassOf(Naar(hendelse))), naar => Ta(naar, hendelse, mottatt));
    }

    /// <summary>Nothing has happened.</summary>
    public async Task Toem()
    {
        _skjedd.Clear();
        foreach (var reaksjon in Reaksjoner)
            await Bruk(reaksjon, naar => naar.Toem(CancellationToken.None));
    }

    /// <summary>Everything that happened since <see cref="Toem"/>, once more from nothing: each reaction by itself, in an order of its own.</summary>
    public async Task BygPaaNytt(int froe = 0)
    {
        foreach (var reaksjon in Reaksjoner.OrderBy(r => r.Name.Length * (froe + 1) % 7))
        {
            await Bruk(reaksjon, naar => naar.Toem(CancellationToken.None));
            foreach (var (hendelse, mottatt) in _skjedd.Where(s => reaksjon.IsSubclassOf(Naar(s.Hendelse))))
                await Bruk(reaksjon, naar => Ta(naar, hendelse, mottatt));
        }
    }

    public async Task<JsonObject> Hent(string spoerring = "", string oversikt = Boligmasse)
    {
        var svar = await Klient.GetAsync($"{oversikt}{spoerring}");
        return JsonSerializer.Deserialize<JsonObject>(await svar.Content.ReadAsStringAsync())!;
    }

    private static Type Naar(IHendelse hendelse) => typeof(Naar<>).MakeGenericType(hendelse.GetType());

    private static Task Ta(Naar naar, IHendelse hendelse, Mottatt mottatt) =>
        (Task)Naar(hendelse).GetMethod("Handle")!.Invoke(naar, [hendelse, mottatt, CancellationToken.None])!;

    /// <summary>As it is run when a message comes: in a transaction on a DbContext of its own, saved after.</summary>
    private async Task Bruk(Type reaksjon, Func<Naar, Task> gjoer)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BoligsosialEnhetDb>();
        await using var transaksjon = await db.Database.BeginTransactionAsync();
        await gjoer((Naar)Activator.CreateInstance(reaksjon, db)!);
        await db.SaveChangesAsync();
        await transaksjon.CommitAsync();
    }
}
