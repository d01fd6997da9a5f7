using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>The applications that a person is an applicant in, for the person's own right to see.</summary>
internal sealed class TilskuddOmPerson(FinansieringDb db, TimeProvider tid) : Persondata
{
    public override string Navn => "tilskudd";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt)
    {
        var soeknader = await db.Set<Tilskuddssoeknad>().AsNoTracking().Om(person.Verdi, s => s.Soekere).Include(s => s.Vedtak).Include(s => s.Nav).Include(s => s.Utbetalinger).AsSplitQuery()
            .OrderBy(s => s.Id).ToListAsync(avbrutt);
        var startlaan = await db.Startlaan(soeknader.Select(s => s.StartlaanId), tid.Idag(), avbrutt);
        return [.. soeknader.Select(s => new TilskuddssakSvar(s, startlaan.GetValueOrDefault(s.StartlaanId ?? Guid.Empty)))];
    }
}
