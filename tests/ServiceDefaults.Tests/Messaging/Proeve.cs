using System.Collections.Concurrent;
using Boligsosial.Contracts;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.ServiceDefaults.Tests.Proeve;

/// <summary>An event of a service that exists for these tests: it tells itself.</summary>
public sealed record TingHendt(Guid Ting, int Tall, string Paakrevd) : IHendelse
{
    Guid IHendelse.Aggregat => Ting;
}

/// <summary>What it tells of a grading.</summary>
public sealed record AdressesperreEndret(Guid PersonRef, string Gradering, DateTimeOffset Satt) : IAdressesperreEndret;

/// <summary>Its database.</summary>
public sealed class ProeveDb(DbContextOptions<ProeveDb> options) : ServiceDbContext(options)
{
    protected override void MapTables(ModelBuilder model)
    {
        // The log is written by SQL.
    }
}

/// <summary>Writes down what happened, in the order in which it was applied; fails when told to.</summary>
public sealed class NaarTingHendt(ProeveDb db) : Naar<TingHendt>
{
    /// <summary>How many more times a thing's events fail.</summary>
    public static readonly ConcurrentDictionary<Guid, int> Feiler = new();

    public override async Task Handle(TingHendt hendelse, Mottatt mottatt, CancellationToken avbrutt)
    {
        await db.Database.ExecuteSqlAsync($"INSERT INTO ting_logg (ting, tall) VALUES ({hendelse.Ting}, {hendelse.Tall})", avbrutt);
        if (Feiler.GetValueOrDefault(hendelse.Ting) > 0)
        {
            Feiler.AddOrUpdate(hendelse.Ting, 0, (_, igjen) => igjen - 1);
            throw new InvalidOperationException("Told to fail.");
        }
    }

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"DELETE FROM ting_logg", avbrutt);
}

/// <summary>It stands for the other services as well.</summary>
public sealed class NaarAdressesperreEndretIProeve(ProeveDb db) : NaarAdressesperreEndret<AdressesperreEndret>(db);
