using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>The bostøtte cases that a person is the applicant of, for the person's own right to see.</summary>
internal sealed class SakerOmPerson(FinansieringDb db) : Persondata
{
    public override string Navn => "bostoettesaker";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
        [.. (await db.Set<Bostoettesak>().AsNoTracking().Include(s => s.Vedtak).AsSplitQuery().Where(s => s.Soeker == person.Verdi).OrderBy(s => s.Id).ToListAsync(avbrutt)).Select(s => new Sakssvar(s))];
}
