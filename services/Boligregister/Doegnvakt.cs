using Boligsosial.ServiceDefaults;

namespace Boligsosial.Boligregister;

/// <summary>
/// What happens because a day has passed and nobody did anything. Each task is set-based, does nothing the second time,
/// and may run in several replicas at once. It never decides anything about a person. First some seconds after the start
/// (setting <c>Doegnvakt:FoersteEtter</c>), then every hour.
/// </summary>
internal sealed partial class Doegnvakt(IServiceScopeFactory tjenester, TimeProvider tid, IConfiguration innstillinger, ILogger<Doegnvakt> logg) : BackgroundService
{
    private static readonly TimeSpan Hver = TimeSpan.FromHours(1);

    /// <summary>A task, in a transaction of its own.</summary>
    public abstract class Oppgave
    {
        public abstract Task Utfoer(BoligregisterDb db, DateOnly idag, CancellationToken avbrutt);
    }

    /// <summary>All tasks, for a day.</summary>
    public async Task Utfoer(DateOnly idag, CancellationToken avbrutt)
    {
        await using var omfang = tjenester.CreateAsyncScope();
        foreach (var oppgave in omfang.ServiceProvider.GetServices<Oppgave>())
        {
            var db = omfang.ServiceProvider.GetRequiredService<BoligregisterDb>();
            await using var transaksjon = await db.Database.BeginTransactionAsync(avbrutt);
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
                IkkeNaa(e);
                neste = TimeSpan.FromMinutes(1);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "What the day brings could not be done; it is tried again in a minute")]
    private partial void IkkeNaa(Exception e);
}

/// <summary>Registers the tasks: every <see cref="Doegnvakt.Oppgave"/> of the service.</summary>
internal static class DoegnvaktExtensions
{
    public static void AddDoegnvakt(this IServiceCollection tjenester)
    {
        foreach (var oppgave in typeof(Doegnvakt).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Doegnvakt.Oppgave))))
            tjenester.AddScoped(typeof(Doegnvakt.Oppgave), oppgave);
        tjenester.AddSingleton<Doegnvakt>();
        tjenester.AddHostedService(sp => sp.GetRequiredService<Doegnvakt>());
    }
}
