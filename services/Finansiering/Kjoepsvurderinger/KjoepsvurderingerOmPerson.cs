using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>The screenings that a person is a tenant in, for the person's own right to see.</summary>
internal sealed class KjoepsvurderingerOmPerson(FinansieringDb db) : Persondata
{
    public override string Navn => "kjoepsvurderinger";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
        [.. (await db.Set<Kjoepsvurdering>().AsNoTracking().Om(person.Verdi, k => k.Leietakere).OrderBy(k => k.Id).ToListAsync(avbrutt)).Select(k => new Kjoepsvurderingssvar(k))];
}
