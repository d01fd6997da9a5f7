using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>
/// What a caller sees of bostøtte cases: those of the caller's own unit, and of people with a graded address only with <c>skjermet</c>
/// (folkeregisterloven § 10-4). Every read and every change of a case begins here.
/// </summary>
internal static class Saksinnsyn
{
    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["bostoettesak_en_aapen"] = new("sak-finnes", "Søkeren fikk en nyere sak i samme øyeblikk. Prøv igjen."),
    };

    public static IQueryable<Bostoettesak> SynligeSaker(this FinansieringDb db, Bruker bruker) => db.Set<Bostoettesak>()
        .FromSql($"SELECT *, xmin FROM bostoettesak WHERE enhet = {bruker.Enhet} AND NOT person_skjult(soeker, {bruker.Skjermet})")
        .AsNoTracking();

    /// <summary>
    /// Loads and locks one, lets <paramref name="endre"/> change it, logs and saves: of two at the same time the second waits, and meets what the
    /// first has made of it. <paramref name="endre"/> is given the day that it happened, and refuses by an answer.
    /// </summary>
    public static async Task<Results<Ok<Sakssvar>, ProblemHttpResult>> EndreSak(
        this FinansieringDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Bostoettesak, DateOnly, ProblemHttpResult?> endre, string felt = "dato")
    {
        var (idag, avbrutt) = (http.RequestServices.GetRequiredService<TimeProvider>().Idag(), http.RequestAborted);
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        var sak = await db.Set<Bostoettesak>()
            .FromSql($"SELECT *, xmin FROM bostoettesak WHERE id = {id} AND enhet = {bruker.Enhet} AND NOT person_skjult(soeker, {bruker.Skjermet}) FOR UPDATE")
            .SingleOrDefaultAsync(avbrutt);
        if (sak is null)
            return Problem.NotFound("Saken");
        if (http.Request.Headers.IfMatch.Count > 0)
        {
            if (!Etag.TryRead(http, out var sett, out var ulest))
                return ulest;
            if (sett != sak.Versjon)
                return Etag.Stale();
        }

        await db.Entry(sak).Collection(s => s.Vedtak).Query().AsSplitQuery().LoadAsync(avbrutt);
        if (Datokontroll.Kontroller(dato ?? idag, idag, sak.Mottatt, felt, "søknaden kom") is { } feilDato)
            return Problem.From(feilDato);
        var status = sak.Status;
        if (endre(sak, dato ?? idag) is { } nei)
            return nei;

        logg.Skriv(db, bruker, sak.Bruk(Handling.Skrevet));
        if (await db.Lagre(new() { [sak] = status }, avbrutt) is { } finnes)
            return Problem.From(finnes, StatusCodes.Status409Conflict);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        Etag.Set(http, sak.Versjon);
        return TypedResults.Ok(new Sakssvar(sak));
    }

    /// <summary>
    /// Saves cases that were changed, each with the status that it had. What is decided, appealed and paid is in other tables: a case is written too, so that its version
    /// (ETag) is that of all of it. One that is open again, and that a newer one of the applicant has come after, is carried on by that.
    /// </summary>
    public static async Task<Avvisning?> Lagre(this FinansieringDb db, Dictionary<Bostoettesak, Saksstatus> endret, CancellationToken avbrutt)
    {
        foreach (var (sak, status) in endret)
        {
            if (status == Saksstatus.Avslag && sak.Status != Saksstatus.Avslag)
                sak.AvloestFra = await db.Set<Bostoettesak>().Where(s => s.Enhet == sak.Enhet && s.Soeker == sak.Soeker && s.Id > sak.Id).MinAsync(s => (DateOnly?)s.Maaned, avbrutt);
            db.Entry(sak).Property(s => s.Status).IsModified = true;
        }

        return await db.TrySave(Skranker, avbrutt);
    }

    /// <summary>A refusal by the state that it is in: 409; by a rule of law: 422.</summary>
    public static ProblemHttpResult? Nei(this Avvisning? avvisning) =>
        avvisning is null ? null : Problem.From(avvisning, avvisning.Felt is null ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);

    /// <summary>The first of the month that a vedtak of the case is for; a problem when there is none.</summary>
    public static (Bostoettevedtak? Vedtak, ProblemHttpResult? Problem) VedtakFor(this Bostoettesak sak, DateOnly maaned) =>
        sak.Vedtak.Find(v => (v.Maaned.Year, v.Maaned.Month) == (maaned.Year, maaned.Month)) is { } vedtak
            ? (vedtak, null)
            : (null, Problem.From(new("ingen-vedtak", "Det er ikke registrert noe vedtak for måneden."), StatusCodes.Status409Conflict));
}
