using System.Text.Json.Nodes;
using Boligsosial.Contracts;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Servere))]

namespace Boligsosial.MidlertidigBotilbud.Tests;

/// <summary>Midlertidig botilbud with a database of its own.</summary>
public sealed class MidlertidigBotilbudTjeneste(Servere servere) : Tjeneste<Program>(servere, "midlertidig-botilbud", Roller.NavVeileder)
{
    /// <summary>A new day comes when a test says so.</summary>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Doegnvakt:FoersteEtter", "1.00:00:00");
    }

    public Task NyttDoegn(DateOnly idag) => Services.GetRequiredService<Doegnvakt>().Utfoer(idag, CancellationToken.None);

    /// <summary>It happened in boligregister, and has come here: to the one reaction that there is, in a transaction of its own.</summary>
    public async Task Skjedde<T>(T hendelse)
        where T : IHendelse
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MidlertidigBotilbudDb>();
        await using var transaksjon = await db.Database.BeginTransactionAsync();
        var reaksjon = typeof(MidlertidigBotilbudDb).Assembly.GetTypes().Single(t => t.IsSubclassOf(typeof(Naar<T>)));
        await ((Naar<T>)ActivatorUtilities.CreateInstance(scope.ServiceProvider, reaksjon)).Handle(hendelse, new(Guid.CreateVersion7(), Tid.Naa, "boligregister"), CancellationToken.None);
        await db.SaveChangesAsync();
        await transaksjon.CommitAsync();
    }

    /// <summary>The municipality lets to somebody from 1 December 2026, as boligregister tells it.</summary>
    public async Task<Guid> Leie(decimal maanedsleie = 10_000)
    {
        var leieforhold = Guid.CreateVersion7();
        await Skjedde(new LeieforholdInngaatt(leieforhold, Guid.CreateVersion7(), null, new(2026, 12, 1), null, [Guid.CreateVersion7()]));
        await Skjedde(new LeieFastsatt(leieforhold, new(2026, 12, 1), maanedsleie));
        return leieforhold;
    }

    /// <summary>The last event of a kind about something, as it was told.</summary>
    public async Task<JsonNode> Fortalt(string hva, string om) => JsonNode.Parse(await Sql<string>(
        $"SELECT body::text FROM (SELECT type, key, body FROM outbox UNION ALL SELECT type, key, body FROM outbox_history) m WHERE key = '{om}' AND type = 'midlertidig-botilbud.{hva}'"))!;
}
