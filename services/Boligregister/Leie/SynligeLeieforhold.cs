using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>
/// What a caller sees of leases: those of the caller's own unit, and of people with a graded address only with
/// <c>skjermet</c> (folkeregisterloven § 10-4). Every read and every change of a lease begins here.
/// </summary>
internal static class SynligeLeieforhold
{
    private static readonly Dictionary<string, Felles.Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["leieforhold_overlapper"] = new("bolig-utleid", "Boligen er utleid i hele eller deler av perioden.", Felt: "boligId"),
        ["oppsigelse_en_om_gangen"] = new("oppsagt", "Leieforholdet er sagt opp."),
        ["klargjoering_en_om_gangen"] = new("klargjoeres", "Boligen er under klargjøring."),
    };

    public static IQueryable<Leieforhold> Synlige(this BoligregisterDb db, Bruker bruker) => db.Spores(bruker).AsNoTracking();

    /// <summary>
    /// Changes one lease: <paramref name="endre"/> decides, and says no by an answer. What it changes is logged and saved
    /// together; the answer is the lease as it then is.
    /// </summary>
    public static async Task<Results<Ok<LeieforholdMedHistorikk>, ProblemHttpResult>> Endre(
        this BoligregisterDb db, Guid id, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Leieforhold, Task<ProblemHttpResult?>> endre)
    {
        if (await db.Spores(bruker).MedAlt().SingleOrDefaultAsync(l => l.Id == id, http.RequestAborted) is not { } leieforhold)
            return Problem.NotFound("Leieforholdet");
        var til = leieforhold.Til;
        if (await endre(leieforhold) is { } nei)
            return nei;
        if (leieforhold.Loeper && leieforhold.Til != til)
            db.Publish(new LeietidEndret(id, leieforhold.BoligId, leieforhold.Til));

        foreach (var bruk in leieforhold.Skrevet())
            logg.Skriv(db, bruker, bruk);
        if (await db.Lagre(http.RequestAborted) is { } avvist)
            return avvist;
        Etag.Set(http, leieforhold.Versjon);
        return TypedResults.Ok(new LeieforholdMedHistorikk(leieforhold));
    }

    /// <inheritdoc cref="Endre(BoligregisterDb, Guid, Bruker, Tilgangslogg, HttpContext, Func{Leieforhold, Task{ProblemHttpResult?}})"/>
    public static Task<Results<Ok<LeieforholdMedHistorikk>, ProblemHttpResult>> Endre(
        this BoligregisterDb db, Guid id, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Leieforhold, ProblemHttpResult?> endre) =>
        db.Endre(id, bruker, logg, http, l => Task.FromResult(endre(l)));

    /// <summary>With all that has happened to them.</summary>
    public static IQueryable<Leieforhold> MedAlt(this IQueryable<Leieforhold> leieforhold) => leieforhold
        .Include(l => l.Kontrakter).Include(l => l.Fastsettelser).Include(l => l.Oppsigelser).Include(l => l.Protokoller).AsSplitQuery();

    /// <summary>Saves; what the database refuses of leases is a 409.</summary>
    public static async Task<ProblemHttpResult?> Lagre(this BoligregisterDb db, CancellationToken avbrutt) =>
        await db.TrySave(Skranker, avbrutt) is { } avvisning ? Problem.From(avvisning, StatusCodes.Status409Conflict) : null;

    /// <summary>409: the lease is not in a state for it.</summary>
    public static ProblemHttpResult Tilstand(string kode, string tekst) => Problem.From(new(kode, tekst), StatusCodes.Status409Conflict);

    private static IQueryable<Leieforhold> Spores(this BoligregisterDb db, Bruker bruker) => db.Leieforhold
        .Where(l => l.Enhet == bruker.Enhet).Synlige(db, bruker, l => l.Leietakere);
}
