using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.ServiceDefaults.AccessLog;

/// <summary>Reads the access log.</summary>
internal sealed class AccessLogReader(ServiceDbContext db)
{
    private const int MostForPerson = 1000;

    /// <summary>What was done with a person's data, newest first.</summary>
    public async Task<IReadOnlyList<AccessLogEndpoints.Innslag>> Om(PersonRef person, CancellationToken avbrutt) =>
        await Innslag(db.Set<AccessLogRow>().Where(r => r.PersonRef == person.Verdi), MostForPerson).ToListAsync(avbrutt);

    /// <summary>
    /// What the people of a unit did, newest first, and with whose data. Entries on people with a graded address are left
    /// out without <paramref name="skjermet"/>.
    /// </summary>
    public Task<List<AccessLogEndpoints.Innslag>> Av(string enhet, bool skjermet, AccessLogEndpoints.Filter filter, Guid? foer, int antall, CancellationToken avbrutt) =>
        Innslag(
            db.Set<AccessLogRow>().FromSql(
                $"""
                SELECT * FROM tilgangslogg
                WHERE enhet = {enhet} AND ({foer}::uuid IS NULL OR id < {foer}) AND NOT coalesce(person_skjult(person_ref, {skjermet}), false)
                  AND ({filter.PersonRef}::uuid IS NULL OR person_ref = {filter.PersonRef}) AND ({filter.Hvem}::text IS NULL OR hvem = {filter.Hvem})
                  AND ({filter.Fra}::date IS NULL OR tidspunkt >= {filter.Fra}) AND ({filter.Til}::date IS NULL OR tidspunkt < {filter.Til})
                """),
            antall).ToListAsync(avbrutt);

    /// <summary>The first link of the chain that does not hold, if any, and the last.</summary>
    public async Task<AccessLogEndpoints.Verifisering> Verifiser(CancellationToken avbrutt) => await db.Database.SqlQuery<AccessLogEndpoints.Verifisering>(
        $"SELECT hel AS \"Hel\", antall AS \"Antall\", siste_nr AS \"SisteNr\", siste_hash AS \"SisteHash\", brudd AS \"Brudd\" FROM tilgangslogg_verifisering()").SingleAsync(avbrutt);

    /// <summary>The hash of a link, to hold against what was noted before; null when there is none.</summary>
    public Task<string?> Hash(long nr, CancellationToken avbrutt) =>
        db.Database.SqlQuery<string?>($"SELECT encode(hash, 'hex') AS \"Value\" FROM tilgangslogg_kjede WHERE nr = {nr}").SingleOrDefaultAsync(avbrutt);

    private static IQueryable<AccessLogEndpoints.Innslag> Innslag(IQueryable<AccessLogRow> rader, int antall) => rader.AsNoTracking().OrderByDescending(r => r.Id).Take(antall)
        .Select(r => new AccessLogEndpoints.Innslag(r.Id, r.Tidspunkt, r.Hvem, r.Navn, r.Rolle, r.Enhet, r.Handling, r.PersonRef, r.Sak, r.Felter, r.Formaal, r.Spor));
}
