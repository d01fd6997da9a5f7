using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>The rent of the leases that a person is a tenant of, from the first posting, for the person's own right to see.</summary>
internal sealed class HusleieOmPerson(BoligregisterDb db, Kommuneprofil profil, TimeProvider tid) : Persondata
{
    public override string Navn => "husleie";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt)
    {
        var husleie = new List<object>();
        foreach (var id in await db.Leieforhold.AsNoTracking().Om(person.Verdi, l => l.Leietakere).OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(avbrutt))
            husleie.Add(await HentReskontro.Les(db, profil.Husleie, id, Husleiekonto.Begynnelse, tid.Idag(), avbrutt));
        return husleie;
    }
}
