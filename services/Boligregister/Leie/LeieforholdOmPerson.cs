using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>The leases that a person is a tenant of, for the person's own right to see.</summary>
internal sealed class LeieforholdOmPerson(BoligregisterDb db) : Persondata
{
    public override string Navn => "leieforhold";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
        [.. (await db.Leieforhold.AsNoTracking().Om(person.Verdi, l => l.Leietakere).OrderBy(l => l.Id).ToListAsync(avbrutt)).Select(l => new LeieforholdSvar(l))];
}
