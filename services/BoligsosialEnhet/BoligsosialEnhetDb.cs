using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.BoligsosialEnhet;

/// <summary>Boligsosial enhet's own database; the tables are in <c>Migrations/</c>.</summary>
public sealed class BoligsosialEnhetDb(DbContextOptions<BoligsosialEnhetDb> options) : ServiceDbContext(options)
{
    /// <summary>None yet: the overview is counted in SQL.</summary>
    protected override void MapTables(ModelBuilder model)
    {
    }
}
