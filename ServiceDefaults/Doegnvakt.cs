using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Boligsosial.ServiceDefaults;

/// <summary>
/// What happens because a day has passed and nobody did anything. Each task is set-based and does nothing the second time; of several replicas one does it and the others pass by. It
/// never decides anything about a person. First some seconds after the start (setting <c>Doegnvakt:FoersteEtter</c>), then every hour.
/// </summary>
public abstract partial class Doegnvakt<TDb>(IServiceScopeFactory tjenester, TimeProvider tid, IConfiguration innstillinger, ILogger logg) : BackgroundService
    where TDb : ServiceDbContext
{
    private static readonly TimeSpan Hver = TimeSpan.FromHours(1);

    /// <summary>A task, in a transaction of its own.</summary>
    public abstract class Oppgave
    {
        public abstract Task Utfoer(TDb db, DateOnly idag, CancellationToken avbrutt);
    }

    /// <summary>All tasks, for a day.</summary>
    public async Task Utfoer(DateOnly idag, CancellationToken avbrutt)
    {
        await using var omfang = tjenester.CreateAsyncScope();
        var db = omfang.ServiceProvider.GetRequiredService<TDb>();
        foreach (var oppgave in omfang.ServiceProvider.GetServices<Oppgave>())
        {
            await using var transaksjon = await db.Database.BeginTransactionAsync(avbrutt);
            var laas = $"doegnvakt/{oppgave.GetType().Name}";
            if (!await db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock(hashtextextended({laas}, 0)) AS "Value" """).SingleAsync(avbrutt))
                continue;
            await oppgave.Utfoer(db, idag, avbrutt);
            await db.SaveChangesAsync(avbrutt);
            await transaksjon.CommitAsync(avbrutt);
            db.ChangeTracker.Clear();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var neste = innstillinger.GetValue("Doegnvakt:FoersteEtter", TimeSpan.FromSeconds(10));
        while (true)
        {
            await Task.Delay(neste, stoppingToken);
            try
            {
                await Utfoer(tid.Idag(), stoppingToken);
                neste = Hver;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database is away, or not ready yet: the day is not over.
                IkkeNaa(logg, e);
                neste = TimeSpan.FromMinutes(1);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "What the day brings could not be done; it is tried again in a minute")]
    private static partial void IkkeNaa(ILogger logg, Exception e);
}

/// <summary>Registers a service's <see cref="Doegnvakt{TDb}"/> and its tasks: every <see cref="Doegnvakt{TDb}.Oppgave"/> of the service.</summary>
public static class DoegnvaktExtensions
{
    public static void AddDoegnvakt<TVakt, TDb>(this IServiceCollection tjenester)
        where TVakt : Doegnvakt<TDb>
        where TDb : ServiceDbContext
    {
        foreach (var oppgave in typeof(TVakt).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Doegnvakt<TDb>.Oppgave))))
            tjenester.AddScoped(typeof(Doegnvakt<TDb>.Oppgave), oppgave);
        tjenester.AddSingleton<TVakt>();
        tjenester.AddHostedService(sp => sp.GetRequiredService<TVakt>());
    }
}
