using System.ComponentModel;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>Who may lose a home: open cases, children first, then those with the least time left.</summary>
internal static class SoekForebygging
{
    /// <summary>Which.</summary>
    public sealed class Filter
    {
        [Description("Bare dem NAV ikke har svart på.")]
        public bool? Ubesvart { get; init; }

        [Description("Bare «runddans» som nettverksgruppa ikke har tatt.")]
        public bool? TilNettverksgruppa { get; init; }

        [Description("Saker om dette leieforholdet, også avsluttede.")]
        public Guid? LeieforholdId { get; init; }
    }

    /// <summary>A page.</summary>
    /// <param name="Innhold">The cases.</param>
    /// <param name="Neste">Send as <c>etter</c> to get the next page; null on the last.</param>
    /// <param name="Uregistrerte">Open cases about people of whom nobody has told the unit whether their address is graded, so that only who has «skjermet» sees them: register the people.</param>
    public sealed record Response(IReadOnlyList<ForebyggingssakSvar> Innhold, string? Neste, int Uregistrerte);

    public static void Map(IEndpointRouteBuilder saker) => saker.MapGet("/", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(SoekForebygging))
        .WithSummary("List varsler om fravikelse")
        .WithDescription("Åpne saker i enheten din, med barn først og så etter frist. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? antall, string? etter, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            return Problem.Invalid([sidefeil]);
        var saker = db.SynligeForebyggingssaker(bruker).Where(s => s.Avsluttet == null || s.LeieforholdId == filter.LeieforholdId);
        if (filter.LeieforholdId is { } leieforhold)
            saker = saker.Where(s => s.LeieforholdId == leieforhold);
        if (filter.Ubesvart == true)
            saker = saker.Where(s => s.Utfall == null);
        if (filter.TilNettverksgruppa == true)
            saker = saker.Where(s => s.Runddans && s.Nettverksgruppe == null);
        if (valg.Etter is { } forrige)
        {
            saker = from s in saker
                    from e in db.Set<Forebyggingssak>().Where(e => e.Id == forrige)
                    where (e.Barn && !s.Barn) || (s.Barn == e.Barn && (s.Frist > e.Frist || (s.Frist == e.Frist && s.Id > e.Id)))
                    select s;
        }

        var side = valg.Side(await saker.OrderByDescending(s => s.Barn).ThenBy(s => s.Frist).ThenBy(s => s.Id).Take(valg.Antall + 1).Include(s => s.Dekninger).Include(s => s.Nettverksmerknader).AsSplitQuery().ToListAsync(avbrutt), s => s.Id);
        await logg.Les(bruker, side.Innhold.SelectMany(s => s.Bruk()), avbrutt);
        var uregistrerte = await db.Database.SqlQuery<int>(
            $"""
            SELECT count(*)::integer AS "Value" FROM forebyggingssak s WHERE s.enhet = {bruker.Enhet} AND s.avsluttet IS NULL
              AND EXISTS (SELECT FROM unnest(s.personer) AS p WHERE NOT EXISTS (SELECT FROM person_enhet e WHERE e.person_ref = p AND e.enhet = s.enhet)
                AND NOT EXISTS (SELECT FROM ugradert u WHERE u.person_ref = p AND u.enhet = s.enhet))
            """).SingleAsync(avbrutt);
        return TypedResults.Ok(new Response([.. side.Innhold.Select(s => ForebyggingssakSvar.Av(s, tid.Idag()))], side.Neste, uregistrerte));
    }
}
