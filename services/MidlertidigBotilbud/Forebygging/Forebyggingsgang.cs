using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>What every read and change of a case has in common.</summary>
internal static class Forebyggingsgang
{
    public static readonly Avvisning ErAvsluttet = new("sak-avsluttet", "Saken er avsluttet; da kan ikke dette gjøres.", Felt: "id");

    /// <summary>As henvendelser: own unit, and only with <c>skjermet</c> graded people, or those of whom nobody has told the unit whether they are. Every read begins here.</summary>
    public static IQueryable<Forebyggingssak> SynligeForebyggingssaker(this MidlertidigBotilbudDb db, Bruker bruker) => db.Set<Forebyggingssak>()
        .Where(f => f.Enhet == bruker.Enhet).Synlige(db, bruker, f => f.Personer).AsNoTracking();

    /// <summary>Loads and locks one with what was decided in it, lets <paramref name="endre"/> change it on the day that it happened, logs and saves.</summary>
    public static async Task<Results<Ok<ForebyggingssakSvar>, ProblemHttpResult>> EndreForebygging(
        this MidlertidigBotilbudDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Forebyggingssak, DateOnly, ProblemHttpResult?> endre)
    {
        var (idag, avbrutt) = (http.RequestServices.GetRequiredService<TimeProvider>().Idag(), http.RequestAborted);
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        var sak = await db.Set<Forebyggingssak>()
            .FromSql($"SELECT *, xmin FROM forebyggingssak WHERE id = {id} AND enhet = {bruker.Enhet} FOR UPDATE").Synlige(db, bruker, f => f.Personer).SingleOrDefaultAsync(avbrutt);
        if (sak is null)
            return Problem.NotFound("Saken");
        if (Datokontroll.Kontroller(dato ?? idag, idag, sak.Varslet) is { } feilDato)
            return Problem.From(feilDato);
        await db.Entry(sak).Collection(s => s.Dekninger).LoadAsync(avbrutt);
        await db.Entry(sak).Collection(s => s.Nettverksmerknader).LoadAsync(avbrutt);
        if (endre(sak, dato ?? idag) is { } nei)
            return nei;

        foreach (var bruk in sak.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(avbrutt);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        Etag.Set(http, sak.Versjon);
        return TypedResults.Ok(ForebyggingssakSvar.Av(sak, idag));
    }

    /// <summary>As above, one that is open.</summary>
    public static Task<Results<Ok<ForebyggingssakSvar>, ProblemHttpResult>> EndreAapen(
        this MidlertidigBotilbudDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Forebyggingssak, DateOnly, Avvisning?> endre) =>
        db.EndreForebygging(id, dato, bruker, logg, http, (sak, dag) => (sak.Avsluttet is null ? endre(sak, dag) : ErAvsluttet).Nei());

    /// <summary>As above, for the klage over a vedtak to pay: also after the case has ended.</summary>
    public static Task<Results<Ok<ForebyggingssakSvar>, ProblemHttpResult>> EndreDekning(
        this MidlertidigBotilbudDb db, Guid id, Guid vedtakId, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http,
        Func<Restansedekning, DateOnly, ProblemHttpResult?> endre) =>
        db.EndreForebygging(id, dato, bruker, logg, http, (sak, dag) => sak.Dekninger.Find(d => d.Id == vedtakId) is { } dekning ? endre(dekning, dag) : Problem.NotFound("Vedtaket"));
}
