using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Fravikelse;
using Boligsosial.Boligregister.Husleie.Regler;
using Boligsosial.Boligregister.Leie;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>The leases that are in arrears today, by age, a page at a time, and all of it in sum.</summary>
internal static class SoekRestanser
{
    /// <summary>Which.</summary>
    public sealed class Filter
    {
        [Description("Minst så mange dager etter forfall; 1 når den mangler.")]
        [Range(1, 10_000)]
        public int? MinstDager { get; init; }

        [Description("Bare der det bor barn.")]
        public bool? MedBarn { get; init; }

        [Description("Bare der ingen fravikelsessak er åpen.")]
        public bool? UtenSak { get; init; }
    }

    /// <summary>A lease in arrears.</summary>
    /// <param name="LeieforholdId">The lease.</param>
    /// <param name="BoligId">The dwelling.</param>
    /// <param name="Leietakere">The tenants (personRef).</param>
    /// <param name="Barn">Children in the home.</param>
    /// <param name="EldsteForfall">Due date of the oldest that is unpaid.</param>
    /// <param name="Dager">Days since then.</param>
    /// <param name="Restanse">What is owed, by age.</param>
    /// <param name="Avskrevet">Of it, written off in the accounts.</param>
    /// <param name="FravikelsessakId">The open case, when there is one.</param>
    public sealed record Restanserad(
        Guid LeieforholdId, Guid BoligId, IReadOnlyList<Guid> Leietakere, int Barn, DateOnly EldsteForfall, int Dager, Restansealder.Restanse Restanse, decimal Avskrevet,
        Guid? FravikelsessakId);

    /// <summary>The unit's arrears.</summary>
    /// <param name="Antall">Leases in arrears.</param>
    /// <param name="MedBarn">Of them, with children in the home.</param>
    /// <param name="Restanse">What they owe, by age.</param>
    public sealed record Restansesum(int Antall, int MedBarn, Restansealder.Restanse Restanse);

    public static void Map(IEndpointRouteBuilder husleie)
    {
        husleie.MapGet("/restanser", Handle)
            .Krever(Tilganger.LesHusleie)
            .WithName(nameof(SoekRestanser))
            .WithSummary("List leieforhold med restanse")
            .WithDescription("I enheten din, i fast rekkefølge. Betalinger dekker det eldste først. Koder: ugyldig (400).")
            .ProducesProblem(400);
        husleie.MapGet("/restanser/sum", Summer)
            .Krever(Tilganger.LesHusleie)
            .WithName("SummerRestanser")
            .WithSummary("Summer restansene etter alder")
            .WithDescription("I enheten din, i dag. Koder: ingen egne.");
    }

    private static async Task<Results<Ok<Side<Restanserad>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? antall, string? etter, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var idag = tid.Idag();
        var (forfaltFoer, etterId) = (idag.AddDays(1 - (filter.MinstDager ?? 1)), valg.Etter ?? Guid.Empty);
        var aapneSaker = db.Set<Fravikelsessak>().Where(f => f.Avsluttet == null);
        var leieforhold = db.Synlige(bruker);
        if (filter.MedBarn == true)
            leieforhold = leieforhold.Where(l => l.Barn > 0);
        if (filter.UtenSak == true)
            leieforhold = leieforhold.Where(l => !aapneSaker.Any(f => f.LeieforholdId == l.Id));
        var rader = await db.Set<Husleiekonto>()
            .Where(k => k.Enhet == bruker.Enhet && k.EldsteForfall < forfaltFoer && k.LeieforholdId > etterId)
            .Join(leieforhold, k => k.LeieforholdId, l => l.Id, (k, l) => new { Konto = k, Leie = l })
            .OrderBy(r => r.Konto.LeieforholdId)
            .Select(r => new Rad(
                r.Leie.Id, r.Leie.BoligId, r.Leie.Leietakere, r.Leie.Barn, r.Konto.AapneForfall, r.Konto.AapneUbetalt, r.Konto.Avskrevet,
                aapneSaker.Where(f => f.LeieforholdId == r.Leie.Id).Select(f => (Guid?)f.Id).FirstOrDefault()))
            .Take(valg).ToListAsync(avbrutt);
        var side = valg.Side(rader, r => r.LeieforholdId);
        await logg.Les(bruker, side.Innhold.SelectMany(r => Husleielogg.Bruk(r.Leietakere, r.LeieforholdId, Handling.Lest)), avbrutt);
        return TypedResults.Ok(new Side<Restanserad>(
            [.. side.Innhold.Select(r => new Restanserad(
                r.LeieforholdId, r.BoligId, r.Leietakere, r.Barn, r.Forfall[0], idag.DayNumber - r.Forfall[0].DayNumber,
                Restansealder.Fordel(Restansealder.Aapne(r.Forfall, r.Ubetalt), idag), r.Avskrevet, r.FravikelsessakId))],
            side.Neste));
    }

    private static async Task<Ok<Restansesum>> Summer(BoligregisterDb db, Bruker bruker, TimeProvider tid, CancellationToken avbrutt)
    {
        var idag = tid.Idag();
        var rader = await db.Database.SqlQuery<Sumrad>(
            $"""
            SELECT a.forfall AS "Forfall", sum(a.ubetalt) AS "Ubetalt",
                   (count(*) FILTER (WHERE a.forfall = k.eldste_forfall))::integer AS "Antall", (count(*) FILTER (WHERE a.forfall = k.eldste_forfall AND l.barn > 0))::integer AS "MedBarn"
            FROM husleiekonto k JOIN leieforhold l ON l.id = k.leieforhold_id CROSS JOIN LATERAL unnest(k.aapne_forfall, k.aapne_ubetalt) a(forfall, ubetalt)
            WHERE k.enhet = {bruker.Enhet} AND k.eldste_forfall < {idag} AND a.forfall < {idag} AND NOT noen_skjult(l.enhet, l.leietakere, {bruker.Skjermet})
            GROUP BY a.forfall
            """).ToListAsync(avbrutt);
        return TypedResults.Ok(new Restansesum(
            rader.Sum(r => r.Antall), rader.Sum(r => r.MedBarn), Restansealder.Fordel(rader.Select(r => new Restansealder.Aapent(r.Forfall, r.Ubetalt)), idag)));
    }

    private sealed record Rad(Guid LeieforholdId, Guid BoligId, Guid[] Leietakere, int Barn, DateOnly[] Forfall, decimal[] Ubetalt, decimal Avskrevet, Guid? FravikelsessakId);

    private sealed record Sumrad(DateOnly Forfall, decimal Ubetalt, int Antall, int MedBarn);
}
