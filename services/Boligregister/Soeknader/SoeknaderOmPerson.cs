using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>The applications that a person is an applicant in, for the person's own right to see.</summary>
internal sealed class SoeknaderOmPerson(BoligregisterDb db, TimeProvider tid) : Persondata
{
    public override string Navn => "soeknader";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
    [
        .. (await db.Soeknader.AsNoTracking().Om(person.Verdi, s => s.Soekere).Include(s => s.Dokumentasjon).Include(s => s.Vedtak).AsSplitQuery()
            .OrderBy(s => s.Id).ToListAsync(avbrutt)).Select(s => new Soeknadssak(s, tid.Idag())),
    ];
}
