using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>A place as the search asks about it.</summary>
/// <param name="Plass">As it is registered.</param>
/// <param name="Tilbyder">The name of who has it.</param>
/// <param name="Oppfylt">What it has of the checklist.</param>
internal sealed record Tilbud(Plass Plass, string Tilbyder, Kvalitet[] Oppfylt);

/// <summary>
/// The places of each unit, kept from search to search: they are many and seldom changed, and what takes them is another question. The database counts the changes
/// (<c>plassversjon</c>), also those of another replica; after one, all are read again.
/// </summary>
internal sealed class Plassliste
{
    private readonly ConcurrentDictionary<string, (long Versjon, IReadOnlyList<Tilbud> Tilbud)> _enheter = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<Tilbud>> Hent(MidlertidigBotilbudDb db, string enhet, CancellationToken avbrutt)
    {
        // Asked first: what is changed while they are read, is read once more the next time.
        var versjon = await db.Database.SqlQuery<long>($"""SELECT versjon AS "Value" FROM plassversjon""").SingleAsync(avbrutt);
        if (_enheter.TryGetValue(enhet, out var kjent) && kjent.Versjon == versjon)
            return kjent.Tilbud;

        var plasser = await (from p in db.Set<Plass>().AsNoTracking()
                             join t in db.Set<Tilbyder>() on p.Data.TilbyderId equals t.Id
                             where p.Enhet == enhet
                             orderby p.Id
                             select new { Plass = p, Tilbyder = t.Navn }).ToListAsync(avbrutt);
        IReadOnlyList<Tilbud> tilbud = plasser.ConvertAll(p => new Tilbud(p.Plass, p.Tilbyder, [.. p.Plass.Oppfylt]));
        _enheter[enhet] = (versjon, tilbud);
        return tilbud;
    }
}
