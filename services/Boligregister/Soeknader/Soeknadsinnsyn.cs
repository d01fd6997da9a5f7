using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>
/// What a caller sees of applications: those of the caller's own unit, and only with <c>skjermet</c> those of people with a
/// graded address (folkeregisterloven § 10-4), or of whom nobody has told the unit whether they have. Every read begins here.
/// </summary>
internal static class Soeknadsinnsyn
{
    public static IQueryable<Soeknad> SynligeSoeknader(this BoligregisterDb db, Bruker bruker) => db.Soeknader
        .Where(s => s.Enhet == bruker.Enhet).Synlige(db, bruker, s => s.Soekere).AsNoTracking();

    /// <summary>One of them with all that belongs to it, to be changed: nobody else changes it before the transaction ends.</summary>
    public static async Task<Soeknad?> LaasSoeknad(this BoligregisterDb db, Guid id, Bruker bruker, CancellationToken avbrutt)
    {
        var soeknad = await db.Soeknader
            .FromSql($"SELECT *, xmin FROM soeknad WHERE id = {id} AND enhet = {bruker.Enhet} FOR UPDATE").Synlige(db, bruker, s => s.Soekere)
            .SingleOrDefaultAsync(avbrutt);
        if (soeknad is null)
            return null;
        await db.Entry(soeknad).Collection(s => s.Dokumentasjon).LoadAsync(avbrutt);
        await db.Entry(soeknad).Collection(s => s.Vedtak).LoadAsync(avbrutt);
        return soeknad;
    }
}
