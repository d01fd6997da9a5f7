using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>What taking a step and giving an exception have in common.</summary>
internal static class Botidsak
{
    /// <summary>Finds the household's clock, lets <paramref name="skriv"/> write what was done or say why not, logs, and answers how it stands then.</summary>
    public static async Task<Results<Ok<BotidSvar>, ProblemHttpResult>> EndreBotid(
        this MidlertidigBotilbudDb db, Guid husstand, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<BotidSvar, DateOnly, Task<ProblemHttpResult?>> skriv)
    {
        var (idag, avbrutt) = (http.RequestServices.GetRequiredService<TimeProvider>().Idag(), http.RequestAborted);
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        if (await db.Finn(husstand, profil, bruker, idag, avbrutt) is not { } foer)
            return Problem.NotFound("Husstanden");
        if (await skriv(foer, idag) is { } nei)
            return nei;
        foreach (var bruk in foer.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(avbrutt);
        var naa = await db.Finn(husstand, profil, bruker, idag, avbrutt);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        return TypedResults.Ok(naa!);
    }

    /// <summary>A household that has a stay, and that the caller sees.</summary>
    public static async Task<BotidSvar?> Finn(this MidlertidigBotilbudDb db, Guid husstand, Kommuneprofil profil, Bruker bruker, DateOnly dag, CancellationToken avbrutt) =>
        (await db.Botider(bruker, profil, dag, new(1, husstand), avbrutt)).SingleOrDefault();
}
