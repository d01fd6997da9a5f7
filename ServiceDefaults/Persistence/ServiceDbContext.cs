using System.Text.Json;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Boligsosial.ServiceDefaults.Persistence;

/// <summary>A service's own database: snake_case, and what the platform keeps beside the service's own tables.</summary>
public abstract class ServiceDbContext : DbContext
{
    /// <summary>
    /// Without EF's savepoints around each save in a transaction, two round trips each: what is refused there is rolled back whole.
    /// <see cref="Http.Idempotency"/>, which keeps the refusal in the same transaction, asks for them.
    /// </summary>
    protected ServiceDbContext(DbContextOptions options)
        : base(options) => Database.AutoSavepointsEnabled = false;

    public sealed override DatabaseFacade Database => base.Database;

    /// <summary>Something was published since the last commit: the relay is to be woken by the next.</summary>
    internal bool Published { get; set; }

    /// <summary>The service's own tables: apply its mappings here.</summary>
    protected abstract void MapTables(ModelBuilder model);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MapTables(modelBuilder);
        modelBuilder.ApplyConfiguration(new OutboxMessage.Mapping());
        modelBuilder.ApplyConfiguration(new AccessLogRow.Mapping());
        modelBuilder.ApplyConfiguration(new Personinnsyn.Ugradert.Mapping());
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table)
                entity.SetTableName(Snake(table));
            NameColumns(entity);
        }
    }

    private static void NameColumns(IMutableTypeBase type)
    {
        foreach (var property in type.GetProperties())
        {
            // Inside a value object a column has the member's name alone, unless the mapping says otherwise. A row version
            // is Postgres' own xmin.
            if (property is { IsConcurrencyToken: true, ClrType: var clr } && clr == typeof(uint))
                property.SetColumnName("xmin");
            else if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null)
                property.SetColumnName(Snake(property.Name));
        }

        foreach (var complex in type.GetComplexProperties())
            NameColumns(complex.ComplexType);
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
