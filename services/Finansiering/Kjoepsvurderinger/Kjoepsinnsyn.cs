using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>
/// What a caller sees of screenings: those of the caller's own unit, and only with <c>skjermet</c> those of people with a graded address (folkeregisterloven § 10-4), or whom
/// the unit has not registered. Every read and every change begins here.
/// </summary>
internal static class Kjoepsinnsyn
{
    /// <summary>
    /// To read, also what proposed itself and nobody has begun on, as long as none of the tenants is known to be graded: it is a pseudonym and a lease. To change it the unit
    /// registers them.
    /// </summary>
    public static IQueryable<Kjoepsvurdering> SynligeKjoepsvurderinger(this FinansieringDb db, Bruker bruker) => db.Set<Kjoepsvurdering>().FromSql(
        $"""
        SELECT k.*, k.xmin FROM kjoepsvurdering k
        WHERE enhet = {bruker.Enhet} AND ({bruker.Skjermet}
          OR (status = 'foreslaatt' AND utloeper IS NOT NULL AND soeknad_id IS NULL
            AND NOT EXISTS (SELECT FROM gradering_venter) AND NOT EXISTS (SELECT FROM gradert g WHERE g.person_ref = ANY (k.leietakere)))
          OR (SELECT count(*) FROM ugradert u WHERE u.person_ref = ANY (k.leietakere) AND u.enhet = k.enhet) >= cardinality(k.leietakere))
        """).AsNoTracking();

    /// <summary>
    /// Loads and locks one, lets <paramref name="endre"/> change it on the day that it happened, logs and saves: of two at the same time the second waits, and meets what the
    /// first has made of it.
    /// </summary>
    public static async Task<Results<Ok<Kjoepsvurderingssvar>, ProblemHttpResult>> EndreKjoepsvurdering(
        this FinansieringDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Kjoepsvurdering, DateOnly, Task<ProblemHttpResult?>> endre)
    {
        var (idag, avbrutt) = (http.RequestServices.GetRequiredService<TimeProvider>().Idag(), http.RequestAborted);
        await using var transaksjon = await db.Database.BeginTransactionAsync(avbrutt);
        var vurdering = await db.Set<Kjoepsvurdering>()
            .FromSql($"SELECT *, xmin FROM kjoepsvurdering WHERE id = {id} AND enhet = {bruker.Enhet} FOR UPDATE").Synlige(db, bruker, k => k.Leietakere)
            .SingleOrDefaultAsync(avbrutt);
        if (vurdering is null)
            return Problem.NotFound("Vurderingen");
        var dag = dato ?? idag;
        if (Datokontroll.Kontroller(dag, idag, vurdering.Samtykket ?? vurdering.Opprettet) is { } feilDato)
            return Problem.From(feilDato);
        if (await endre(vurdering, dag) is { } nei)
            return nei;

        foreach (var bruk in vurdering.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(avbrutt);
        await transaksjon.CommitAsync(avbrutt);
        Etag.Set(http, vurdering.Versjon);
        return TypedResults.Ok(new Kjoepsvurderingssvar(vurdering));
    }

    /// <summary>As above, for what needs no database.</summary>
    public static Task<Results<Ok<Kjoepsvurderingssvar>, ProblemHttpResult>> EndreKjoepsvurdering(
        this FinansieringDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Kjoepsvurdering, DateOnly, ProblemHttpResult?> endre) =>
        db.EndreKjoepsvurdering(id, dato, bruker, logg, http, (vurdering, dag) => Task.FromResult(endre(vurdering, dag)));

    /// <summary>A refusal by the state that it is in: 409; by a rule: 422.</summary>
    public static ProblemHttpResult? Nei(this Avvisning? avvisning) =>
        avvisning is null ? null : Problem.From(avvisning, avvisning.Felt is null ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
}
