using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>The warnings of fravikelse about a person, for the person's own right to see.</summary>
internal sealed class ForebyggingOmPerson(MidlertidigBotilbudDb db, TimeProvider tid) : Persondata
{
    public override string Navn => "forebygging";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
        [.. (await db.Set<Forebyggingssak>().AsNoTracking().Include(s => s.Dekninger).Include(s => s.Nettverksmerknader).AsSplitQuery().Om(person.Verdi, s => s.Personer).OrderBy(s => s.Id).ToListAsync(avbrutt)).Select(s => ForebyggingssakSvar.Av(s, tid.Idag()))];
}
