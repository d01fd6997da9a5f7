using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>What every read and change of an application has in common; the use cases are what differs.</summary>
internal static class Tilskuddssak
{
    /// <summary>The database's word on the application.</summary>
    public static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["tilskuddssoeknad_startlaan"] = new("startlaan-har-tilskudd", "Startlånet er regnet med i en annen søknad om tilskudd.", Felt: "startlaanId"),
    };

    /// <summary>
    /// What a caller sees: applications of the caller's own unit, and only with <c>skjermet</c> those of people with a graded address (folkeregisterloven § 10-4), or whom the
    /// unit has not registered. Every read begins here.
    /// </summary>
    public static IQueryable<Tilskuddssoeknad> SynligeTilskudd(this FinansieringDb db, Bruker bruker) => db.Set<Tilskuddssoeknad>()
        .Where(s => s.Enhet == bruker.Enhet).Synlige(db, bruker, s => s.Soekere)
        .Include(s => s.Vedtak).Include(s => s.Nav).Include(s => s.Utbetalinger).AsSplitQuery()
        .AsNoTracking();

    /// <summary>
    /// Loads and locks it, lets <paramref name="endre"/> change it on the day that it happened, logs and saves: of two at the same time the second waits, and meets what
    /// the first has made of it.
    /// </summary>
    public static async Task<Results<Ok<TilskuddssakSvar>, ProblemHttpResult>> EndreTilskudd(
        this FinansieringDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Tilskuddssoeknad, DateOnly, Task<ProblemHttpResult?>> endre)
    {
        var (idag, avbrutt) = (http.RequestServices.GetRequiredService<TimeProvider>().Idag(), http.RequestAborted);
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        var soeknad = await db.Set<Tilskuddssoeknad>()
            .FromSql($"SELECT *, xmin FROM tilskuddssoeknad WHERE id = {id} AND enhet = {bruker.Enhet} FOR UPDATE").Synlige(db, bruker, s => s.Soekere)
            .SingleOrDefaultAsync(avbrutt);
        if (soeknad is null)
            return Problem.NotFound("Søknaden");
        await db.Entry(soeknad).Collection(s => s.Vedtak).LoadAsync(avbrutt);
        await db.Entry(soeknad).Collection(s => s.Nav).LoadAsync(avbrutt);
        await db.Entry(soeknad).Collection(s => s.Utbetalinger).LoadAsync(avbrutt);
        var dag = dato ?? idag;
        if (Datokontroll.Kontroller(dag, idag, soeknad.Mottatt) is { } feilDato)
            return Problem.From(feilDato);
        if (await endre(soeknad, dag) is { } nei)
            return nei;

        foreach (var bruk in soeknad.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        if (await db.TrySave(Skranker, avbrutt) is { } skranke)
            return Problem.From(skranke, StatusCodes.Status409Conflict);
        var svar = new TilskuddssakSvar(soeknad, await db.Startlaan(soeknad.StartlaanId, idag, avbrutt));
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        Etag.Set(http, soeknad.Versjon);
        return TypedResults.Ok(svar);
    }

    /// <summary>As above, for what needs no database.</summary>
    public static Task<Results<Ok<TilskuddssakSvar>, ProblemHttpResult>> EndreTilskudd(
        this FinansieringDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Tilskuddssoeknad, DateOnly, ProblemHttpResult?> endre) =>
        db.EndreTilskudd(id, dato, bruker, logg, http, (soeknad, dag) => Task.FromResult(endre(soeknad, dag)));

    /// <summary>A startlån that the caller does not see, or that none of the applicants has part in, is none.</summary>
    public static async Task<Avvisning?> KontrollerStartlaan(this FinansieringDb db, Guid? startlaanId, Guid[] soekere, Bruker bruker, CancellationToken avbrutt) =>
        startlaanId is { } id && !await db.SynligeStartlaan(bruker).AnyAsync(s => s.Id == id && s.Soekere.Any(p => soekere.Contains(p)), avbrutt)
            ? new("startlaan-finnes-ikke", "Ingen av søkerne har den søknaden om startlån i enheten din.", Felt: "startlaanId")
            : null;

    /// <summary>Kroner that are granted, or paid out, of the startlån beside each of these; nothing for those that have none, or whose bevis had lapsed or was given up on the day.</summary>
    public static async Task<IReadOnlyDictionary<Guid, decimal>> Startlaan(this FinansieringDb db, IEnumerable<Guid?> startlaan, DateOnly dag, CancellationToken avbrutt)
    {
        var ider = startlaan.OfType<Guid>().Distinct().ToArray();
        return ider.Length == 0 ? new Dictionary<Guid, decimal>() : await db.Database.SqlQuery<Laanebeloep>(
            $"""
            SELECT s.id AS "Id", coalesce(l.beloep, s.bevis_beloep) AS "Beloep" FROM startlaansoeknad s LEFT JOIN startlaan l ON l.soeknad_id = s.id
            WHERE s.id = ANY ({ider}) AND (l.id IS NOT NULL OR (s.bevis_til >= {dag} AND (s.status = 'innvilget' OR s.avsluttet > {dag})))
            """).ToDictionaryAsync(l => l.Id, l => l.Beloep, avbrutt);
    }

    /// <inheritdoc cref="Startlaan(FinansieringDb, IEnumerable{Guid?}, DateOnly, CancellationToken)"/>
    public static async Task<decimal> Startlaan(this FinansieringDb db, Guid? startlaan, DateOnly dag, CancellationToken avbrutt) =>
        (await db.Startlaan([startlaan], dag, avbrutt)).Values.SingleOrDefault();

    /// <summary>As above; the application for it stands still until the transaction ends, so that nobody uses or changes the loan meanwhile.</summary>
    public static async Task<decimal> LaasStartlaan(this FinansieringDb db, Guid? startlaan, DateOnly dag, CancellationToken avbrutt)
    {
        await db.Database.ExecuteSqlAsync($"SELECT FROM startlaansoeknad WHERE id = {startlaan} FOR SHARE", avbrutt);
        return await db.Startlaan(startlaan, dag, avbrutt);
    }

    private sealed record Laanebeloep(Guid Id, decimal Beloep);
}
