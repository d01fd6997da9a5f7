using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud;

/// <summary>The service's own database; the tables are in <c>Migrations/</c>.</summary>
public sealed class MidlertidigBotilbudDb(DbContextOptions<MidlertidigBotilbudDb> options) : ServiceDbContext(options)
{
    protected override void MapTables(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(MidlertidigBotilbudDb).Assembly);
}
