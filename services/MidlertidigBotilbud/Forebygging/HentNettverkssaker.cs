using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>
/// The network group's own list: NAV's open cases that are «runddans», or that it has had before (Ålesund's boligsosial plan 2025–2035, 7.1). What NAV decided and answered is not
/// in it: that stays with NAV.
/// </summary>
internal static class HentNettverkssaker
{
    /// <summary>A case at the group's table.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="LeieforholdId">The lease in boligregister.</param>
    /// <param name="Personer">The tenants (personRef).</param>
    /// <param name="Varslet">The day NAV was warned.</param>
    /// <param name="Frist">From this day fravikelse can be requested, when NAV has not answered.</param>
    /// <param name="Barn">Children live there.</param>
    /// <param name="Runddans">A second time within the profile's years.</param>
    /// <param name="Nettverksgruppe">The day the group last had it; null: it waits.</param>
    /// <param name="Merknader">What came of each time it had it, oldest first.</param>
    public sealed record Nettverkssak(
        Guid Id, Guid LeieforholdId, IReadOnlyList<Guid> Personer, DateOnly Varslet, DateOnly Frist, bool Barn, bool Runddans, DateOnly? Nettverksgruppe, IReadOnlyList<NettverksmerknadSvar> Merknader);

    public static void Map(IEndpointRouteBuilder saker) => saker.MapGet("/nettverksgruppe", Handle)
        .Krever(Tilganger.Nettverksgruppe)
        .WithName(nameof(HentNettverkssaker))
        .WithSummary("List sakene til nettverksgruppa")
        .WithDescription("Åpne saker som er «runddans» eller som gruppa har hatt før, de som venter først. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<Nettverkssak>>, ProblemHttpResult>> Handle(
        int? antall, string? etter, MidlertidigBotilbudDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            return Problem.Invalid([sidefeil]);
        // The group is of another unit: which people are graded is NAV's knowledge, and the log has who read.
        var saker = db.SynligeForebyggingssaker(bruker with { Enhet = profil.Mottaksenhet }).Where(s => s.Avsluttet == null && (s.Runddans || s.Nettverksgruppe != null));
        if (valg.Etter is { } forrige)
        {
            saker = from s in saker
                    from e in db.Set<Forebyggingssak>().Where(e => e.Id == forrige)
                    let venter = s.Nettverksgruppe == null
                    let ventet = e.Nettverksgruppe == null
                    where (ventet && !venter) || (venter == ventet && (s.Frist > e.Frist || (s.Frist == e.Frist && s.Id > e.Id)))
                    select s;
        }

        var side = valg.Side(
            await saker.OrderBy(s => s.Nettverksgruppe != null).ThenBy(s => s.Frist).ThenBy(s => s.Id).Take(valg.Antall + 1).Include(s => s.Nettverksmerknader).AsSplitQuery().ToListAsync(avbrutt), s => s.Id);
        await logg.Les(bruker, side.Innhold.SelectMany(s => s.Bruk()), avbrutt);
        return TypedResults.Ok(new Side<Nettverkssak>(
            [.. side.Innhold.Select(s => new Nettverkssak(s.Id, s.LeieforholdId, s.Personer, s.Varslet, s.Frist, s.Barn, s.Runddans, s.Nettverksgruppe, NettverksmerknadSvar.Alle(s)))], side.Neste));
    }
}
