using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Botid;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>What every read and change of a henvendelse has in common; the use cases are what differs.</summary>
internal static class Henvendelsesak
{
    /// <summary>
    /// What a caller sees: those of the caller's own unit, and only with <c>skjermet</c> those of people with a graded address (folkeregisterloven § 10-4), or of
    /// whom nobody has told the unit whether they have. Every read begins here.
    /// </summary>
    public static IQueryable<Henvendelse> SynligeHenvendelser(this MidlertidigBotilbudDb db, Bruker bruker) => db.Set<Henvendelse>()
        .Where(h => h.Enhet == bruker.Enhet).Synlige(db, bruker, h => h.Personer).AsNoTracking();

    /// <summary>One that nobody else changes before the transaction ends.</summary>
    public static Task<Henvendelse?> LaasHenvendelse(this MidlertidigBotilbudDb db, Guid id, Bruker bruker, CancellationToken avbrutt) =>
        db.Set<Henvendelse>().FromSql($"SELECT *, xmin FROM henvendelse WHERE id = {id} AND enhet = {bruker.Enhet} FOR UPDATE").Synlige(db, bruker, h => h.Personer).SingleOrDefaultAsync(avbrutt);

    /// <summary>Locks it and loads all that belongs to it, lets <paramref name="endre"/> change it on the day that it happened, logs and saves.</summary>
    public static async Task<Results<Ok<HenvendelseSvar>, ProblemHttpResult>> EndreHenvendelse(
        this MidlertidigBotilbudDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Henvendelse, DateOnly, Task<ProblemHttpResult?>> endre)
    {
        var (idag, avbrutt) = (http.RequestServices.GetRequiredService<TimeProvider>().Idag(), http.RequestAborted);
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        if (await db.LaasHenvendelse(id, bruker, avbrutt) is not { } henvendelse)
            return Problem.NotFound("Henvendelsen");
        await db.Entry(henvendelse).Collection(h => h.Vedtak).LoadAsync(avbrutt);
        await db.Entry(henvendelse).Collection(h => h.Avvik).LoadAsync(avbrutt);
        await db.Entry(henvendelse).Collection(h => h.Merker).LoadAsync(avbrutt);
        await db.Entry(henvendelse).Collection(h => h.Rettinger).LoadAsync(avbrutt);
        var dag = dato ?? idag;
        if (Datokontroll.Kontroller(dag, idag, henvendelse.Mottatt.Dag()) is { } feilDato)
            return Problem.From(feilDato);
        if (await endre(henvendelse, dag) is { } nei)
            return nei;

        foreach (var bruk in henvendelse.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(avbrutt);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        Etag.Set(http, henvendelse.Versjon);
        return TypedResults.Ok(new HenvendelseSvar(henvendelse, idag));
    }

    /// <summary>As above, for what needs no database.</summary>
    public static Task<Results<Ok<HenvendelseSvar>, ProblemHttpResult>> EndreHenvendelse(
        this MidlertidigBotilbudDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Henvendelse, DateOnly, ProblemHttpResult?> endre) =>
        db.EndreHenvendelse(id, dato, bruker, logg, http, (henvendelse, dag) => Task.FromResult(endre(henvendelse, dag)));

    /// <summary>
    /// The household of these people: the one they were part of before, or a new one. Where they were part of several, all become the first. Two at the same time about the same
    /// person wait for each other.
    /// </summary>
    public static async Task<Guid> FinnHusstand(this MidlertidigBotilbudDb db, string enhet, Guid[] personer, Guid ellers, CancellationToken avbrutt)
    {
        if (personer.Length == 0)
            return ellers;
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended(p::text, 27)) FROM (SELECT unnest({personer}) AS p ORDER BY p) AS s", avbrutt);
        var kjente = await db.Database.SqlQuery<Guid>(
            $"SELECT husstand_id AS \"Value\" FROM henvendelse WHERE enhet = {enhet} AND personer && {personer} GROUP BY husstand_id ORDER BY min(mottatt), husstand_id").ToListAsync(avbrutt);
        if (kjente.Count == 0)
            return ellers;
        if (kjente.Count > 1 || kjente[0] != ellers)
        {
            var slaasSammen = kjente.Skip(1).Append(ellers).ToArray();
            await db.Database.ExecuteSqlAsync($"UPDATE henvendelse SET husstand_id = {kjente[0]} WHERE husstand_id = ANY ({slaasSammen})", avbrutt);
            await db.Database.ExecuteSqlAsync($"UPDATE opphold SET husstand_id = {kjente[0]} WHERE husstand_id = ANY ({slaasSammen})", avbrutt);
            await db.Database.ExecuteSqlAsync($"UPDATE botidssteg SET husstand_id = {kjente[0]} WHERE husstand_id = ANY ({slaasSammen})", avbrutt);
            await db.Database.ExecuteSqlAsync($"UPDATE botidsunntak SET husstand_id = {kjente[0]} WHERE husstand_id = ANY ({slaasSammen})", avbrutt);
        }

        return kjente[0];
    }

    /// <summary>A refusal by the state that it is in: 409.</summary>
    public static ProblemHttpResult? Nei(this Avvisning? avvisning) => avvisning is null ? null : Problem.From(avvisning, StatusCodes.Status409Conflict);

    public static ProblemHttpResult IngenVedtak => Problem.From(new("ingen-vedtak", "Det er ikke gjort vedtak i henvendelsen.", Felt: "status"), StatusCodes.Status409Conflict);

    /// <summary>Who has a bed by it keeps it until somebody has said that they left: neither a refusal nor that they withdrew takes it silently.</summary>
    public static async Task<ProblemHttpResult?> IngenOppholdLoeper(this MidlertidigBotilbudDb db, Guid henvendelse, CancellationToken avbrutt) =>
        await db.Set<Opphold>().AnyAsync(o => o.HenvendelseId == henvendelse && o.Status == Oppholdsstatus.Loeper, avbrutt)
            ? new Avvisning("opphold-loeper", "Et opphold etter henvendelsen løper. Registrer at de har reist, eller at de aldri kom, først.", Felt: "status").Nei()
            : null;

    /// <summary>With all that belongs to it.</summary>
    public static IQueryable<Henvendelse> MedAlt(this IQueryable<Henvendelse> henvendelser) =>
        henvendelser.Include(h => h.Vedtak).Include(h => h.Avvik).Include(h => h.Merker).Include(h => h.Rettinger).AsSplitQuery();
}
