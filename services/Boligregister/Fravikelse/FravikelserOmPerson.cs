using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>The cases about leases that a person is a tenant of, for the person's own right to see.</summary>
internal sealed class FravikelserOmPerson(BoligregisterDb db) : Persondata
{
    public override string Navn => "fravikelser";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
        await (from s in db.Set<Fravikelsessak>().AsNoTracking()
               join l in db.Leieforhold.Om(person.Verdi, l => l.Leietakere) on s.LeieforholdId equals l.Id
               orderby s.Id
               select (object)new { s.Id, s.LeieforholdId, s.Steg, s.Utfall, s.Aarsak, s.Avsluttet }).ToListAsync(avbrutt);
}
