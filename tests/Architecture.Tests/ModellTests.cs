using System.Reflection;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Boligsosial.Architecture.Tests;

/// <summary>How a service's types lie in its tables. No database is needed: the model is built and checked without one.</summary>
public sealed class ModellTests
{
    [Theory]
    [MemberData(nameof(Tjenester))]
    public void En_liste_i_en_kolonne_vet_naar_den_er_endret(string tjeneste)
    {
        var type = Assembly.Load($"Boligsosial.{tjeneste}").GetTypes().Single(t => t.IsSubclassOf(typeof(ServiceDbContext)));
        var valg = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        // Else a warning in the log of every start, and a list that is compared by reference.
        valg.UseNpgsql("Host=ingen").ConfigureWarnings(w => w.Throw(CoreEventId.CollectionWithoutComparer));
        using var db = (DbContext)Activator.CreateInstance(type, valg.Options)!;

        Assert.NotEmpty(db.Model.GetEntityTypes());
    }

    public static TheoryData<string> Tjenester => [.. Tre.Tjenester];
}
