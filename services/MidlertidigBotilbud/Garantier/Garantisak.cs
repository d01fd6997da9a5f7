using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>What every read and change of a garanti has in common.</summary>
internal static class Garantisak
{
    /// <summary>Økonomisk stønad; that a garanti is one of its forms is for the municipality to confirm.</summary>
    public const string Hjemmel = "sosialtjenesteloven (LOV-2009-12-18-131) § 18";

    /// <summary>As henvendelser: own unit, and graded people only with <c>skjermet</c>. Every read begins here.</summary>
    public static IQueryable<Garanti> SynligeGarantier(this MidlertidigBotilbudDb db, Bruker bruker) => db.Set<Garanti>()
        .Where(g => g.Enhet == bruker.Enhet).Synlige(db, bruker, g => g.Personer).AsNoTracking();

    /// <summary>Loads and locks one, lets <paramref name="endre"/> change it on the day that it happened, logs and saves.</summary>
    public static async Task<Results<Ok<GarantiSvar>, ProblemHttpResult>> EndreGaranti(
        this MidlertidigBotilbudDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Garanti, DateOnly, Task<ProblemHttpResult?>> endre)
    {
        var (idag, avbrutt) = (http.RequestServices.GetRequiredService<TimeProvider>().Idag(), http.RequestAborted);
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        var garanti = await db.Set<Garanti>()
            .FromSql($"SELECT *, xmin FROM garanti WHERE id = {id} AND enhet = {bruker.Enhet} FOR UPDATE").Synlige(db, bruker, g => g.Personer).SingleOrDefaultAsync(avbrutt);
        if (garanti is null)
            return Problem.NotFound("Garantien");
        if (Datokontroll.Kontroller(dato ?? idag, idag, garanti.Dato) is { } feilDato)
            return Problem.From(feilDato);
        if (await endre(garanti, dato ?? idag) is { } nei)
            return nei;

        foreach (var bruk in garanti.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(avbrutt);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        Etag.Set(http, garanti.Versjon);
        return TypedResults.Ok(GarantiSvar.Av(garanti));
    }

    /// <summary>As above, one that runs.</summary>
    public static Task<Results<Ok<GarantiSvar>, ProblemHttpResult>> EndreLoepende(
        this MidlertidigBotilbudDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Garanti, DateOnly, Task<Avvisning?>> endre) =>
        db.EndreGaranti(id, dato, bruker, logg, http, async (garanti, dag) =>
            (garanti.Status == Garantistatus.Loeper ? await endre(garanti, dag) : new("garanti-loeper-ikke", "Garantien løper ikke.", Felt: "status")).Nei());
}
