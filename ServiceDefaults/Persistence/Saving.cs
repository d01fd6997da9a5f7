using Boligsosial.Felles;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Boligsosial.ServiceDefaults.Persistence;

/// <summary>Saving when the database has the last word.</summary>
public static class Saving
{
    /// <summary>
    /// SaveChanges; a broken constraint that <paramref name="constraints"/> knows by name is a refusal, any other a bug.
    /// </summary>
    public static async Task<Avvisning?> TrySave(this DbContext db, IReadOnlyDictionary<string, Avvisning> constraints, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: { } name } && constraints.ContainsKey(name))
        {
            return constraints[((PostgresException)e.InnerException!).ConstraintName!];
        }
    }
}
