using System.ComponentModel;
using Boligsosial.Boligregister.Husleie;
using Boligsosial.Boligregister.Leie;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>The cases, with what comes next in each: the queue of what can be done now.</summary>
internal static class SoekFravikelser
{
    /// <summary>Which.</summary>
    public sealed class Filter
    {
        [Description("Åpne saker der neste steg er innen rekkevidde i dag.")]
        public bool? KanGjoeresNaa { get; init; }

        [Description("Også avsluttede.")]
        public bool? OgsaaAvsluttede { get; init; }

        [Description("Saker om dette leieforholdet.")]
        public Guid? LeieforholdId { get; init; }
    }

    public static void Map(IEndpointRouteBuilder fravikelser)
    {
        fravikelser.MapGet("/", Handle)
            .Krever(Tilganger.LesHusleie)
            .WithName(nameof(SoekFravikelser))
            .WithSummary("List fravikelsessaker")
            .WithDescription("Åpne saker i enheten din, eldste først, med neste steg, når det tidligst kan tas og hva som hindrer det. Koder: ugyldig (400).")
            .ProducesProblem(400);
        fravikelser.MapGet("/{id:guid}", Hent)
            .Krever(Tilganger.LesHusleie)
            .WithName("HentFravikelse")
            .WithSummary("Hent en fravikelsessak")
            .WithDescription("Koder: finnes-ikke (404).")
            .ProducesProblem(404);
    }

    private static async Task<Results<Ok<Side<FravikelsessakSvar>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? antall, string? etter, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var (idag, alle, naa) = (tid.Idag(), filter.OgsaaAvsluttede == true, filter.KanGjoeresNaa == true);
        var saker = Saker(db, bruker).Where(s => (alle || s.Sak.Avsluttet == null) && (!naa || s.Sak.NesteTidligst <= idag) && (valg.Etter == null || s.Sak.Id > valg.Etter));
        if (filter.LeieforholdId is { } leieforhold)
            saker = saker.Where(s => s.Sak.LeieforholdId == leieforhold);
        var side = valg.Side(await saker.OrderBy(s => s.Sak.Id).Take(valg.Antall + 1).ToListAsync(avbrutt), s => s.Sak.Id);
        return TypedResults.Ok(new Side<FravikelsessakSvar>(await Svar(side.Innhold, db, profil, bruker, logg, idag, avbrutt), side.Neste));
    }

    private static async Task<Results<Ok<FravikelsessakSvar>, ProblemHttpResult>> Hent(
        Guid id, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var sak = await Saker(db, bruker).Where(s => s.Sak.Id == id).ToListAsync(avbrutt);
        return sak.Count == 0 ? Problem.NotFound("Fravikelsessaken") : TypedResults.Ok((await Svar(sak, db, profil, bruker, logg, tid.Idag(), avbrutt))[0]);
    }

    private static IQueryable<SakOgLeie> Saker(BoligregisterDb db, Bruker bruker) =>
        from s in db.Set<Fravikelsessak>().AsNoTracking()
        join l in db.Synlige(bruker) on s.LeieforholdId equals l.Id
        where s.Enhet == bruker.Enhet
        select new SakOgLeie { Sak = s, Leietakere = l.Leietakere };

    private static async Task<List<FravikelsessakSvar>> Svar(
        IReadOnlyList<SakOgLeie> saker, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, DateOnly idag, CancellationToken avbrutt)
    {
        var stander = await db.Stander([.. saker.Select(s => s.Sak.LeieforholdId)], idag, profil.Husleie, avbrutt);
        await logg.Les(bruker, saker.SelectMany(s => Husleielogg.Bruk(s.Leietakere, s.Sak.LeieforholdId, Handling.Lest)), avbrutt);
        return [.. saker.Select(s => FravikelsessakSvar.Av(s.Sak, stander[s.Sak.LeieforholdId], idag, profil.Husleie))];
    }

    private sealed class SakOgLeie
    {
        public required Fravikelsessak Sak { get; init; }

        public required Guid[] Leietakere { get; init; }
    }
}
