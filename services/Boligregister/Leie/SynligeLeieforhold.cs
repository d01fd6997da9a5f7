using Boligsosial.ServiceDefaults.Access;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>
/// What a caller sees of leases: those of the caller's own unit, and of people with a graded address only with
/// <c>skjermet</c> (folkeregisterloven § 10-4). Every read of leases begins here.
/// </summary>
internal static class SynligeLeieforhold
{
    public static IQueryable<Leieforhold> Synlige(this BoligregisterDb db, Bruker bruker) => db.Leieforhold
        .FromSql($"SELECT *, xmin FROM leieforhold WHERE enhet = {bruker.Enhet} AND NOT personer_skjult(leietakere, {bruker.Skjermet})")
        .AsNoTracking();
}
