using Boligsosial.Contracts;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Boligsosial.ServiceDefaults.Persons;

/// <summary>How an address is protected (folkeregisterloven § 10-4); the names are those of Folkeregisteret.</summary>
public enum Gradering
{
    Ugradert,
    Fortrolig,
    StrengtFortrolig,
}

/// <summary>A person as the caller may see them.</summary>
/// <param name="PersonRef">The pseudonym.</param>
/// <param name="Navn">The name as registered.</param>
/// <param name="Gradering">How the address is protected; only who has <c>skjermet</c> sees anything but «ugradert».</param>
public sealed record Person(PersonRef PersonRef, string Navn, Gradering Gradering);

/// <summary>
/// The people that this service works with. A person exists for the units that have registered them, and one with a graded
/// address only for those who have <c>skjermet</c> as well; for everyone else the answer is that of a person who does not exist.
/// </summary>
public sealed class Personer
{
    private readonly ServiceDbContext _db;
    private readonly PersonKeys _keys;
    private readonly Tilgangslogg _log;
    private readonly TimeProvider _time;
    private readonly Type? _gradert; // the service's IAdressesperreEndret

    internal Personer(ServiceDbContext db, PersonKeys keys, Tilgangslogg log, TimeProvider time, Type? gradert) => (_db, _keys, _log, _time, _gradert) = (db, keys, log, time, gradert);

    /// <summary>Those of <paramref name="personer"/> that the caller does not see.</summary>
    public async Task<IReadOnlyList<PersonRef>> Ukjente(IEnumerable<PersonRef> personer, Bruker bruker, CancellationToken avbrutt)
    {
        var ids = personer.Select(p => p.Verdi).ToArray();
        var kjente = await _db.Database.SqlQuery<Guid>(
            $"SELECT person_ref AS \"Value\" FROM person_enhet WHERE person_ref = ANY ({ids}) AND enhet = {bruker.Enhet} AND NOT person_skjult(person_ref, {bruker.Skjermet})").ToListAsync(avbrutt);
        return [.. ids.Except(kjente).Select(id => new PersonRef(id))];
    }

    /// <summary>The person, when the caller may see them. The caller logs it.</summary>
    public async Task<Person?> Finn(PersonRef person, Bruker bruker, CancellationToken avbrutt) =>
        await Rad(person, bruker, avbrutt) is { } rad ? new(person, _keys.Decrypt(person, rad.Noekkel, rad.Kryptert).Navn, EnumNames<Gradering>.TryParse(rad.Gradering, out var gradering) ? gradering : Gradering.StrengtFortrolig) : null;

    /// <summary>The numbers of those that the caller sees, for what the law sends out and for nothing else. The caller logs it.</summary>
    public async Task<IReadOnlyDictionary<PersonRef, string>> Numre(IEnumerable<PersonRef> personer, Bruker bruker, CancellationToken avbrutt)
    {
        var ids = personer.Select(p => p.Verdi).ToArray();
        var rader = await _db.Database.SqlQuery<Nummerrad>(
            $"""
            SELECT person_ref AS "PersonRef", noekkel AS "Noekkel", kryptert AS "Kryptert" FROM person JOIN person_enhet e USING (person_ref)
            WHERE person_ref = ANY ({ids}) AND enhet = {bruker.Enhet} AND NOT person_skjult(person_ref, {bruker.Skjermet})
            """).ToListAsync(avbrutt);
        return rader.ToDictionary(r => new PersonRef(r.PersonRef), r => _keys.Decrypt(new(r.PersonRef), r.Noekkel, r.Kryptert).Nummer);
    }

    internal PersonRef RefAv(Foedselsnummer nummer) => _keys.RefOf(nummer);

    /// <summary>The number, for the person's own right to see and for nothing else.</summary>
    internal async Task<string?> Nummer(PersonRef person, Bruker bruker, CancellationToken avbrutt) =>
        await Rad(person, bruker, avbrutt) is { } rad ? _keys.Decrypt(person, rad.Noekkel, rad.Kryptert).Nummer : null;

    /// <summary>
    /// Registers the person for the caller's unit. The answer is the same whether the person was there or not, graded or not,
    /// and what another unit has registered stands.
    /// </summary>
    internal async Task<PersonRef> Registrer(Foedselsnummer nummer, string navn, Bruker bruker, CancellationToken avbrutt)
    {
        var (person, naa) = (_keys.RefOf(nummer), _time.GetUtcNow());
        var kryptert = _keys.Encrypt(person, new(nummer.Verdi, navn));
        await using var transaction = await Begin(avbrutt);
        await _db.LaasGradering(person.Verdi, avbrutt);
        await _db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO person (person_ref, noekkel, kryptert, registrert, gradering)
            VALUES ({person.Verdi}, {_keys.Active}, {kryptert}, {naa}, coalesce((SELECT gradering FROM adressesperre WHERE person_ref = {person.Verdi}), 'ugradert')) ON CONFLICT DO NOTHING
            """,
            avbrutt);
        await _db.Database.ExecuteSqlAsync(
            $"INSERT INTO person_enhet (person_ref, enhet, registrert) VALUES ({person.Verdi}, {bruker.Enhet}, {naa}) ON CONFLICT DO NOTHING", avbrutt);
        _log.Skriv(_db, bruker, new(Handling.Skrevet, person, "identitet", "saksbehandling"));
        await Save(transaction, avbrutt);
        return person;
    }

    /// <summary>False when the caller sees no such person. What is said now is later than all that was said before, whatever the other services' clocks show.</summary>
    internal async Task<bool> Grader(PersonRef person, Gradering gradering, Bruker bruker, CancellationToken avbrutt)
    {
        var (navn, naa) = (EnumNames<Gradering>.Of(gradering), _time.GetUtcNow());
        await using var transaction = await Begin(avbrutt);
        await _db.LaasGradering(person.Verdi, avbrutt);
        var satt = await _db.Database.SqlQuery<DateTimeOffset>(
            $"""
            WITH endret AS (
                UPDATE person SET gradering = {navn}
                WHERE person_ref = {person.Verdi} AND NOT person_skjult(person_ref, {bruker.Skjermet})
                  AND EXISTS (SELECT FROM person_enhet e WHERE e.person_ref = person.person_ref AND enhet = {bruker.Enhet})
                RETURNING person_ref)
            INSERT INTO adressesperre AS a (person_ref, gradering, satt) SELECT person_ref, {navn}, {naa} FROM endret
            ON CONFLICT (person_ref) DO UPDATE SET gradering = excluded.gradering, satt = greatest(excluded.satt, a.satt + interval '1 microsecond')
            RETURNING satt AS "Value"
            """).ToListAsync(avbrutt);
        if (satt is [])
            return false;
        if (_gradert is not null)
            _db.Publish((IHendelse)Activator.CreateInstance(_gradert, person.Verdi, navn, satt[0])!);
        _log.Skriv(_db, bruker, new(Handling.Skrevet, person, "gradering", "saksbehandling"));
        await Save(transaction, avbrutt);
        return true;
    }

    /// <summary>What is written and its entry in the log are one; null where a transaction is open, as with an Idempotency-Key.</summary>
    private async Task<IDbContextTransaction?> Begin(CancellationToken avbrutt) =>
        _db.Database.CurrentTransaction is null ? await _db.Database.BeginTransactionAsync(avbrutt) : null;

    private async Task Save(IDbContextTransaction? transaction, CancellationToken avbrutt)
    {
        await _db.SaveChangesAsync(avbrutt);
        if (transaction is not null)
            await transaction.CommitAsync(avbrutt);
    }

    private Task<Personrad?> Rad(PersonRef person, Bruker bruker, CancellationToken avbrutt) => _db.Database.SqlQuery<Personrad>(
        $"""
        SELECT noekkel AS "Noekkel", kryptert AS "Kryptert", gradering AS "Gradering" FROM person p JOIN person_enhet e USING (person_ref)
        WHERE person_ref = {person.Verdi} AND enhet = {bruker.Enhet} AND NOT person_skjult(person_ref, {bruker.Skjermet})
        """).SingleOrDefaultAsync(avbrutt);

    private sealed record Nummerrad(Guid PersonRef, string Noekkel, byte[] Kryptert);

    private sealed record Personrad(string Noekkel, byte[] Kryptert, string Gradering);
}
