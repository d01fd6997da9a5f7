using Boligsosial.MidlertidigBotilbud.Botid.Regler;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>What every read and change of a stay has in common; the use cases are what differs.</summary>
internal static class Oppholdsak
{
    /// <summary>As henvendelser: own unit, and graded people only with <c>skjermet</c>. Every read begins here.</summary>
    public static IQueryable<Opphold> SynligeOpphold(this MidlertidigBotilbudDb db, Bruker bruker) => db.Set<Opphold>()
        .Where(o => o.Enhet == bruker.Enhet).Synlige(db, bruker, o => o.Personer).AsNoTracking();

    /// <summary>Loads and locks one that runs, lets <paramref name="endre"/> change it, logs and saves. What the database refuses is that the place is taken.</summary>
    public static async Task<Results<Ok<OppholdSvar>, ProblemHttpResult>> EndreOpphold(
        this MidlertidigBotilbudDb db, Guid id, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Opphold, Task<ProblemHttpResult?>> endre)
    {
        var avbrutt = http.RequestAborted;
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        var opphold = await db.Set<Opphold>()
            .FromSql($"SELECT *, xmin FROM opphold WHERE id = {id} AND enhet = {bruker.Enhet} FOR UPDATE").Synlige(db, bruker, o => o.Personer)
            .SingleOrDefaultAsync(avbrutt);
        if (opphold is null)
            return Problem.NotFound("Oppholdet");
        await db.Entry(opphold).Collection(o => o.Belegg).LoadAsync(avbrutt);
        if (opphold.MaaLoepe() is { } ferdig)
            return Problem.From(ferdig, StatusCodes.Status409Conflict);
        if (await endre(opphold) is { } nei)
            return nei;
        opphold.Endringer++;

        foreach (var bruk in opphold.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        if (await db.TrySave(StengPlass.Opptatt, avbrutt) is { } opptatt)
            return Problem.From(opptatt, StatusCodes.Status409Conflict);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        Etag.Set(http, opphold.Versjon);
        return TypedResults.Ok(await db.Svar(opphold, http.RequestServices.GetRequiredService<Kommuneprofil>(), http.RequestServices.GetRequiredService<TimeProvider>().Idag(), avbrutt));
    }

    /// <summary>One as the API shows it, with what its household's clock says of the agreed departure.</summary>
    public static async Task<OppholdSvar> Svar(this MidlertidigBotilbudDb db, Opphold opphold, Kommuneprofil profil, DateOnly idag, CancellationToken avbrutt)
    {
        if (opphold.Status != Oppholdsstatus.Loeper || opphold.Natthjem)
            return OppholdSvar.Av(opphold, idag, null);
        var k = (await db.Database.SqlQuery<Klokke>(
            $"""
            SELECT k.doegn AS "Doegn", (SELECT max(u.til) FROM botidsunntak u WHERE u.husstand_id = k.husstand_id AND u.dato >= k.fra) AS "UnntakTil",
                   EXISTS (SELECT FROM henvendelsesmerke m WHERE m.henvendelse_id = {opphold.HenvendelseId} AND m.bort IS NULL) AS "BarnEllerUng"
            FROM botidsklokke({opphold.Enhet}, {(opphold.Til > idag ? opphold.Til : idag)}, {profil.BruddDager}, {opphold.HusstandId}) k
            """).ToListAsync(avbrutt)).SingleOrDefault();
        return OppholdSvar.Av(opphold, idag, k is null ? null : Botidstrapp.Varsel(k.Doegn, profil.Terskler, k.UnntakTil, k.BarnEllerUng, idag));
    }

    /// <summary>Cuts off what is after a day: the guest is gone, and from then on the place is made ready.</summary>
    public static void Kutt(this MidlertidigBotilbudDb db, Opphold opphold, DateOnly dag, int klargjoeringDager)
    {
        foreach (var belegg in opphold.Belegg.Where(b => b.Til > dag || b.Fra >= dag).ToList())
        {
            if (belegg.Fra >= dag)
            {
                opphold.Belegg.Remove(belegg);
                db.Remove(belegg);
            }
            else
            {
                var klar = dag.AddDays(klargjoeringDager);
                (belegg.Til, belegg.Klar) = (dag, klar < belegg.Klar ? klar : belegg.Klar);
            }
        }
    }

    private sealed record Klokke(int Doegn, DateOnly? UnntakTil, bool BarnEllerUng);
}
