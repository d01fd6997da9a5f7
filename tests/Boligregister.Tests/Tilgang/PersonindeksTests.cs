using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.Boligregister.Tests.Tilgang;

/// <summary>What is about a person is found by an index, in a table of a million as in one of ten.</summary>
public sealed class PersonindeksTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    [Theory]
    [InlineData("soeknad_soekere")]
    [InlineData("leieforhold_leietakere")]
    [InlineData("tilbud_soekere")]
    public async Task Det_som_gjelder_en_person_finnes_med_indeks(string indeks)
    {
        using var scope = tjeneste.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<BoligregisterDb>();
        var person = Guid.CreateVersion7();

        var plan = await Plan(db, indeks switch
        {
            "soeknad_soekere" => db.Soeknader.Om(person, s => s.Soekere),
            "leieforhold_leietakere" => db.Leieforhold.Om(person, l => l.Leietakere),
            _ => db.Set<Boligregister.Tildeling.Tilbud>().Om(person, t => t.Soekere),
        });

        Assert.Contains($"Index Scan on {indeks}", plan, StringComparison.Ordinal);
    }

    /// <summary>The plan that Postgres takes when it cannot read an empty table whole.</summary>
    private static async Task<string> Plan(BoligregisterDb db, IQueryable<object> spoersmaal)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off; SET enable_indexscan = off", TestContext.Current.CancellationToken);
        await using var kommando = spoersmaal.CreateDbCommand();
        kommando.CommandText = "EXPLAIN " + kommando.CommandText;
        await using var leser = await kommando.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var linjer = new List<string>();
        while (await leser.ReadAsync(TestContext.Current.CancellationToken))
            linjer.Add(leser.GetString(0));
        return string.Join('\n', linjer);
    }
}
