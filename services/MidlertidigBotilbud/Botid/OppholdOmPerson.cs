using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>The stays that a person had, for the person's own right to see.</summary>
internal sealed class OppholdOmPerson(MidlertidigBotilbudDb db, TimeProvider tid) : Persondata
{
    public override string Navn => "opphold";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
        [.. (await db.Set<Opphold>().AsNoTracking().Include(o => o.Belegg).Om(person.Verdi, o => o.Personer).OrderBy(o => o.Id).ToListAsync(avbrutt)).Select(o => OppholdSvar.Av(o, tid.Idag()))];
}
