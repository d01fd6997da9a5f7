using Boligsosial.Boligregister.Leie.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>Leases that end soon, or have ended while they still live there: the queue from which no contract lapses unseen.</summary>
internal static class HentFornyelser
{
    /// <summary>A lease that ends.</summary>
    /// <param name="Leieforhold">The lease.</param>
    /// <param name="TidsubestemtFra">The day it becomes tidsubestemt if they stay and are not told to move out (husleieloven § 9-2).</param>
    /// <param name="Vurdering">The last assessment of this expiry; null: it waits for one.</param>
    public sealed record Fornyelse(LeieforholdSvar Leieforhold, DateOnly TidsubestemtFra, Fornyelsesvurdering? Vurdering);

    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapGet("/fornyelser", Handle)
        .Krever(Tilganger.LesLeieforhold)
        .WithName(nameof(HentFornyelser))
        .WithSummary("Hent leieforhold som snart utløper")
        .WithDescription("De som utløper innen kommuneprofilens frist (seks måneder), og de utløpte som ikke er fraflyttet; den som utløper først, først. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<Fornyelse>>, ProblemHttpResult>> Handle(
        int? antall, string? etter, BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var innen = tid.Idag().AddMonths(profil.Leie.FornyelseMaanederFoer);
        var forrige = await db.Leieforhold.Where(l => l.Id == valg.Etter).Select(l => new { l.Til, l.Id }).SingleOrDefaultAsync(avbrutt);
        var rader = await db.Synlige(bruker)
            .Where(l => l.Til != null && l.Til <= innen && l.Utflyttet == null
                && (forrige == null || l.Til > forrige.Til || (l.Til == forrige.Til && l.Id > forrige.Id)))
            .OrderBy(l => l.Til).ThenBy(l => l.Id).Take(valg.Antall + 1).ToListAsync(avbrutt);
        var side = valg.Side(rader, l => l.Id);
        var ider = side.Innhold.Select(l => l.Id).ToArray();
        var vurderinger = (await db.Set<Fornyelsesvurdering>().AsNoTracking().Where(f => ider.Contains(f.LeieforholdId)).OrderBy(f => f.Dato).ThenBy(f => f.Id).ToListAsync(avbrutt))
            .ToLookup(f => (f.LeieforholdId, f.Til));
        await logg.Les(bruker, side.Innhold.SelectMany(l => l.Lest()), avbrutt);
        return TypedResults.Ok(new Side<Fornyelse>(
            [.. side.Innhold.Select(l => new Fornyelse(new(l), Leietid.TidsubestemtFra(l.Til!.Value), vurderinger[(l.Id, l.Til.Value)].LastOrDefault()))], side.Neste));
    }
}
