using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Fravikelse;
using Boligsosial.Boligregister.Husleie;
using Boligsosial.Boligregister.Leie;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister;

/// <summary>Boligregister's own database; the tables are in <c>Migrations/</c>.</summary>
public sealed class BoligregisterDb(DbContextOptions<BoligregisterDb> options) : ServiceDbContext(options)
{
    public DbSet<Bolig> Boliger => Set<Bolig>();

    public DbSet<Leieforhold> Leieforhold => Set<Leieforhold>();

    protected override void MapTables(ModelBuilder model)
    {
        model.ApplyConfiguration(new BoligMapping());
        LeieforholdMapping.Apply(model);
        model.ApplyConfiguration(new Husleiekonto.Mapping());
        model.ApplyConfiguration(new Husleiepost.Mapping());
        model.ApplyConfiguration(new Innbetaling.Mapping());
        model.ApplyConfiguration(new Betalingsavtale.Mapping());
        model.ApplyConfiguration(new Fravikelsessak.Mapping());
    }
}
