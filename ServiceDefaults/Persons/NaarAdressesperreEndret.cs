using Boligsosial.Contracts;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.ServiceDefaults.Persons;

/// <summary>
/// Another service has said how a person's address is protected. It holds here too, registered or not, unless something later has been said; it is not
/// told on. Each service has one of these for each of the others, named <c>NaarAdressesperreEndretI…</c>, which the view <c>gradering_venter</c> goes by.
/// </summary>
public abstract class NaarAdressesperreEndret<TEvent>(ServiceDbContext db) : Naar<TEvent>
    where TEvent : IAdressesperreEndret
{
    public sealed override async Task Handle(TEvent hendelse, Mottatt mottatt, CancellationToken avbrutt)
    {
        // A word that is not known here protects at least as much as the strictest that is.
        var gradering = EnumNames<Gradering>.TryParse(hendelse.Gradering, out var kjent) ? kjent : Gradering.StrengtFortrolig;
        await db.LaasGradering(hendelse.PersonRef, avbrutt);
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH siste AS (
                INSERT INTO adressesperre AS a (person_ref, gradering, satt) VALUES ({hendelse.PersonRef}, {EnumNames<Gradering>.Of(gradering)}, {hendelse.Satt.ToUniversalTime()})
                ON CONFLICT (person_ref) DO UPDATE SET gradering = excluded.gradering, satt = excluded.satt
                WHERE excluded.satt > a.satt OR (excluded.satt = a.satt AND a.gradering = 'ugradert')
                RETURNING person_ref, gradering)
            UPDATE person SET gradering = siste.gradering FROM siste WHERE person.person_ref = siste.person_ref
            """,
            avbrutt);
    }

    /// <summary>Stands while the history comes anew: nobody is to be seen meanwhile, and what comes again changes nothing.</summary>
    public sealed override Task Toem(CancellationToken avbrutt) => Task.CompletedTask;
}

internal static class Graderingslaas
{
    /// <summary>One at a time for each person, to the end of the transaction: who registers somebody sees what is being told of them, or the other way round.</summary>
    public static Task LaasGradering(this ServiceDbContext db, Guid person, CancellationToken avbrutt) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({person}::text, 7102))", avbrutt);
}
