using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>What every read and change of an application has in common; the use cases are what differs.</summary>
internal static class Laanesak
{
    /// <summary>
    /// What a caller sees: applications of the caller's own unit, and only with <c>skjermet</c> those of people with a graded address (folkeregisterloven § 10-4), or whom the
    /// unit has not registered. Every read begins here.
    /// </summary>
    public static IQueryable<Startlaansoeknad> SynligeStartlaan(this FinansieringDb db, Bruker bruker) => db.Set<Startlaansoeknad>()
        .Where(s => s.Enhet == bruker.Enhet).Synlige(db, bruker, s => s.Soekere).AsNoTracking();

    /// <summary>
    /// Loads and locks it, lets <paramref name="endre"/> change it on the day that it happened, logs and saves: of two at the same time the second waits, and meets what
    /// the first has made of it.
    /// </summary>
    public static async Task<Results<Ok<LaanesakSvar>, ProblemHttpResult>> EndreStartlaan(
        this FinansieringDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Startlaansoeknad, DateOnly, Task<ProblemHttpResult?>> endre)
    {
        var (idag, avbrutt) = (http.RequestServices.GetRequiredService<TimeProvider>().Idag(), http.RequestAborted);
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        var soeknad = await db.Set<Startlaansoeknad>()
            .FromSql($"SELECT *, xmin FROM startlaansoeknad WHERE id = {id} AND enhet = {bruker.Enhet} FOR UPDATE").Synlige(db, bruker, s => s.Soekere)
            .SingleOrDefaultAsync(avbrutt);
        if (soeknad is null)
            return Problem.NotFound("Søknaden");
        await db.Entry(soeknad).Collection(s => s.Vedtak).LoadAsync(avbrutt);
        var dag = dato ?? idag;
        if (Datokontroll.Kontroller(dag, idag, soeknad.Mottatt) is { } feilDato)
            return Problem.From(feilDato);
        if (await endre(soeknad, dag) is { } nei)
            return nei;

        foreach (var bruk in soeknad.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(avbrutt);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        Etag.Set(http, soeknad.Versjon);
        return TypedResults.Ok(new LaanesakSvar(soeknad, idag));
    }

    /// <summary>As above, for what needs no database.</summary>
    public static Task<Results<Ok<LaanesakSvar>, ProblemHttpResult>> EndreStartlaan(
        this FinansieringDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Startlaansoeknad, DateOnly, ProblemHttpResult?> endre) =>
        db.EndreStartlaan(id, dato, bruker, logg, http, (soeknad, dag) => Task.FromResult(endre(soeknad, dag)));

    /// <summary>A refusal by the state that it is in: 409.</summary>
    public static ProblemHttpResult? Nei(this Avvisning? avvisning) => avvisning is null ? null : Problem.From(avvisning, StatusCodes.Status409Conflict);

    public static ProblemHttpResult IngenVedtak => Problem.From(new("ingen-vedtak", "Det er ikke gjort vedtak i søknaden."), StatusCodes.Status409Conflict);
}
