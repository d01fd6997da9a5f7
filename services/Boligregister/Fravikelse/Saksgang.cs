using Boligsosial.Boligregister.Fravikelse.Regler;
using Boligsosial.Boligregister.Husleie;
using Boligsosial.Boligregister.Husleie.Regler;
using Boligsosial.Boligregister.Leie;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>What every step of a case does: finds it, alone with it; sees how the lease stands on the day; takes the step or says why not; saves.</summary>
internal static class Saksgang
{
    /// <summary>The step itself: what stands in the way, or nothing and the case is changed.</summary>
    public delegate Hindring? Ta(Fravikelsessak sak, Leieforhold leieforhold, Stand stand, DateOnly dato);

    public static async Task<Results<Ok<FravikelsessakSvar>, ProblemHttpResult>> TaSteg(
        this BoligregisterDb db, Guid id, DateOnly? oppgitt, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, Ta ta, CancellationToken avbrutt)
    {
        await using var transaksjon = await db.Begynn(avbrutt);
        if (await db.LaasSak(s => s.Id == id && s.Enhet == bruker.Enhet, avbrutt) is not { } sak
            || await db.Synlige(bruker).SingleOrDefaultAsync(l => l.Id == sak.LeieforholdId, avbrutt) is not { } leieforhold)
            return Problem.NotFound("Fravikelsessaken");

        var dato = oppgitt ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), sak.SisteDato) is { } feilDato)
            return Problem.From(feilDato);
        var stand = (await db.Stander([sak.LeieforholdId], dato, profil.Husleie, avbrutt))[sak.LeieforholdId];
        if (ta(sak, leieforhold, stand, dato) is { } hindring)
            return Nei(hindring);

        logg.SkrivHusleie(db, bruker, leieforhold);
        await db.Fullfoer(transaksjon, avbrutt);
        return TypedResults.Ok(FravikelsessakSvar.Av(sak, stand, tid.Idag(), profil.Husleie));
    }

    /// <summary>409 for what the case is not ready for, 422 for what the law says no to; with the first day, when it is only too early.</summary>
    public static ProblemHttpResult Nei(Hindring hindring)
    {
        var problem = Problem.From(hindring.Avvisning, hindring.Tilstand ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
        if (hindring.Tidligst is { } tidligst)
            problem.ProblemDetails.Extensions["tidligst"] = tidligst;
        return problem;
    }

    /// <summary>The case, and nobody else at it until the transaction ends.</summary>
    public static async Task<Fravikelsessak?> LaasSak(this BoligregisterDb db, System.Linq.Expressions.Expression<Func<Fravikelsessak, bool>> hvilken, CancellationToken avbrutt)
    {
        var id = await db.Set<Fravikelsessak>().AsNoTracking().Where(hvilken).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(avbrutt);
        return (await db.Set<Fravikelsessak>().FromSql($"SELECT * FROM fravikelsessak WHERE id = {id} FOR UPDATE").ToListAsync(avbrutt)).SingleOrDefault();
    }

    /// <summary>How leases stand on a day, as the ledger was that day.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Stand>> Stander(this BoligregisterDb db, Guid[] leieforhold, DateOnly dag, Husleieprofil profil, CancellationToken avbrutt)
    {
        var aapne = await db.Aapne(leieforhold, dag, avbrutt);
        var avtaler = await db.Set<Betalingsavtale>().AsNoTracking()
            .Where(a => leieforhold.Contains(a.LeieforholdId) && a.Inngaatt <= dag && (a.Avsluttet == null || a.Avsluttet > dag)).ToListAsync(avbrutt);
        var dekkes = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT d.leieforhold_id AS "Value" FROM husleiedekning d
            WHERE d.leieforhold_id = ANY ({leieforhold}) AND d.dato <= {dag} AND d.dato > {dag.AddDays(-profil.DekningVentes)}
              AND d.beloep > (SELECT coalesce(-sum(p.fordring + p.avskrevet), 0) FROM husleiepost p
                              WHERE p.leieforhold_id = d.leieforhold_id AND p.dato BETWEEN d.dato AND {dag} AND p.type IN ('innbetaling', 'tilbakefoering'))
            """).ToListAsync(avbrutt);
        var husstander = await db.Database.SqlQuery<Husstandrad>(
            $"""
            SELECT id AS "Id", barn AS "Barn", NOT noen_skjult(enhet, leietakere, false) AS "Ugradert", coalesce(utflyttet <= {dag}, false) AS "Utflyttet"
            FROM leieforhold WHERE id = ANY ({leieforhold})
            """).ToListAsync(avbrutt);
        return husstander.ToDictionary(b => b.Id, b =>
        {
            var ubetalt = aapne[b.Id].ToList();
            return new Stand(
                ubetalt.Count == 0 ? null : ubetalt.Min(a => a.Forfall), ubetalt.Sum(a => a.Ubetalt),
                avtaler.Exists(a => a.LeieforholdId == b.Id && a.Status(ubetalt, dag, profil.Avtalenaade) == Avtalestatus.Loeper), dekkes.Contains(b.Id), b.Barn, b.Ugradert,
                b.Utflyttet);
        });
    }

    private sealed record Husstandrad(Guid Id, int Barn, bool Ugradert, bool Utflyttet);
}
