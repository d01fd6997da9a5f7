using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>The henvendelser that a person is part of, for the person's own right to see.</summary>
internal sealed class HenvendelserOmPerson(MidlertidigBotilbudDb db, TimeProvider tid) : Persondata
{
    public override string Navn => "henvendelser";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
        [.. (await db.Set<Henvendelse>().AsNoTracking().MedAlt().Om(person.Verdi, h => h.Personer).OrderBy(h => h.Id).ToListAsync(avbrutt))
            .Select(h => new HenvendelseSvar(h, tid.Idag()))];
}
