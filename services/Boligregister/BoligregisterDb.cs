using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Leie;
using Boligsosial.Boligregister.Soeknader;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister;

/// <summary>Boligregister's own database; the tables are in <c>Migrations/</c>.</summary>
public sealed class BoligregisterDb(DbContextOptions<BoligregisterDb> options) : ServiceDbContext(options)
{
    public DbSet<Bolig> Boliger => Set<Bolig>();

    public DbSet<Leieforhold> Leieforhold => Set<Leieforhold>();

    public DbSet<Soeknad> Soeknader => Set<Soeknad>();

    protected override void MapTables(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(BoligregisterDb).Assembly);
}
