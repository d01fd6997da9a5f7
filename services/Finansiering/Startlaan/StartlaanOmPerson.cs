using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>The applications that a person is an applicant in, for the person's own right to see.</summary>
internal sealed class StartlaanOmPerson(FinansieringDb db, TimeProvider tid) : Persondata
{
    public override string Navn => "startlaan";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
    [
        .. (await db.Set<Startlaansoeknad>().AsNoTracking().Om(person.Verdi, s => s.Soekere).Include(s => s.Vedtak).OrderBy(s => s.Id).ToListAsync(avbrutt))
            .Select(s => new LaanesakSvar(s, tid.Idag())),
    ];
}
