using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>The offers that a person has had, for the person's own right to see.</summary>
internal sealed class TilbudOmPerson(BoligregisterDb db) : Persondata
{
    public override string Navn => "tilbud";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
        [.. (await db.Set<Tilbud>().AsNoTracking().Om(person.Verdi, t => t.Soekere).OrderBy(t => t.Id).ToListAsync(avbrutt)).Select(t => new TilbudSvar(t))];
}
