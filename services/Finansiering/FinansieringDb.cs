using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering;

/// <summary>Finansiering's own database; the tables are in <c>Migrations/</c>.</summary>
public sealed class FinansieringDb(DbContextOptions<FinansieringDb> options) : ServiceDbContext(options)
{
    protected override void MapTables(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(FinansieringDb).Assembly);
}
