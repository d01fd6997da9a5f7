using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>The garantier for a person, for the person's own right to see.</summary>
internal sealed class GarantierOmPerson(MidlertidigBotilbudDb db) : Persondata
{
    public override string Navn => "garantier";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
        [.. (await db.Set<Garanti>().AsNoTracking().Om(person.Verdi, g => g.Personer).OrderBy(g => g.Id).ToListAsync(avbrutt)).Select(GarantiSvar.Av)];
}
