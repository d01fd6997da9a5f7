using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Varig;

/// <summary>What the changes of a plan have in common.</summary>
internal static class Plansak
{
    /// <summary>Locks the henvendelse, lets <paramref name="endre"/> change its plan (null: there is none) and give it back, logs and saves.</summary>
    public static async Task<Results<Ok<BoligplanSvar>, ProblemHttpResult>> EndrePlan(
        this MidlertidigBotilbudDb db, Guid id, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Henvendelse, Boligplan?, DateOnly, Task<(Boligplan? Plan, ProblemHttpResult? Nei)>> endre)
    {
        var (idag, avbrutt) = (http.RequestServices.GetRequiredService<TimeProvider>().Idag(), http.RequestAborted);
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        if (await db.LaasHenvendelse(id, bruker, avbrutt) is not { } henvendelse)
            return Problem.NotFound("Henvendelsen");
        var (plan, nei) = await endre(henvendelse, await db.Set<Boligplan>().SingleOrDefaultAsync(p => p.HenvendelseId == id, avbrutt), idag);
        if (nei is not null)
            return nei;

        foreach (var bruk in henvendelse.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(avbrutt);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        return TypedResults.Ok(BoligplanSvar.Av(plan!));
    }
}
