using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Boligsosial.MidlertidigBotilbud.Plasser.Regler;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>A place as the search asks about it.</summary>
/// <param name="Plass">As it is registered.</param>
/// <param name="Tilbyder">The name of who has it.</param>
/// <param name="Oppfylt">What it has of the checklist.</param>
/// <param name="Slag">Its number among the kinds.</param>
internal sealed record Tilbud(Plass Plass, string Tilbyder, Kvalitet[] Oppfylt, int Slag);

/// <summary>The places of a unit.</summary>
/// <param name="Tilbud">In the order of <see cref="Egnethet.Rang"/>.</param>
/// <param name="Slag">One of each kind: what suits a household of it, suits it of them all.</param>
internal sealed record Plassene(IReadOnlyList<Tilbud> Tilbud, IReadOnlyList<Tilbud> Slag);

/// <summary>
/// The places of each unit, kept from search to search: they are many and seldom changed, and what takes them is another question. The database counts the changes
/// (<c>plassversjon</c>), also those of another replica; after one, all are read again.
/// </summary>
internal sealed class Plassliste
{
    private readonly ConcurrentDictionary<string, (long Versjon, Plassene Plasser)> _enheter = new(StringComparer.Ordinal);

    public async Task<Plassene> Hent(MidlertidigBotilbudDb db, string enhet, CancellationToken avbrutt)
    {
        // Asked first: what is changed while they are read, is read once more the next time.
        var versjon = await db.Database.SqlQuery<long>($"""SELECT versjon AS "Value" FROM plassversjon""").SingleAsync(avbrutt);
        if (_enheter.TryGetValue(enhet, out var kjent) && kjent.Versjon == versjon)
            return kjent.Plasser;

        var plasser = await (from p in db.Set<Plass>().AsNoTracking()
                             join t in db.Set<Tilbyder>() on p.Data.TilbyderId equals t.Id
                             where p.Enhet == enhet
                             select new { Plass = p, Tilbyder = t.Navn }).ToListAsync(avbrutt);
        var (slag, numre) = (new List<Tilbud>(), new Dictionary<(Plassdata, string), int>());
        var tilbud = plasser.ConvertAll(p =>
        {
            Kvalitet[] oppfylt = [.. p.Plass.Oppfylt.Order()];
            ref var nummer = ref CollectionsMarshal.GetValueRefOrAddDefault(numre, (p.Plass.Data.Egenskaper, string.Join(' ', oppfylt)), out var sett);
            var ett = new Tilbud(p.Plass, p.Tilbyder, oppfylt, sett ? nummer : nummer = slag.Count);
            if (!sett)
                slag.Add(ett);
            return ett;
        });
        var plassene = new Plassene([.. tilbud.OrderBy(t => Egnethet.Rang(t.Plass.Data, t.Oppfylt.Length)).ThenBy(t => t.Plass.Id)], slag);
        _enheter[enhet] = (versjon, plassene);
        return plassene;
    }
}
