using System.Collections.Concurrent;
using System.Diagnostics;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Tests.Proeve;
using Boligsosial.Testing;

namespace Boligsosial.ServiceDefaults.Tests.Messaging;

/// <summary>What is told is applied: once, in order, and only if it happened.</summary>
public sealed class HendelserTests(EnReplika replika) : IClassFixture<EnReplika>
{
    private readonly ProeveTjeneste tjeneste = replika.Tjeneste;

    private static TingHendt Hendt(Guid ting, int tall) => new(ting, tall, "ja");

    [Fact]
    public async Task Kommer_frem_en_gang_og_i_rekkefoelge()
    {
        var ting = Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7()).ToList();

        await Task.WhenAll(ting.Select(async t =>
        {
            for (var tall = 0; tall < 40; tall += 4)
                await tjeneste.Fortell(Hendt(t, tall), Hendt(t, tall + 1), Hendt(t, tall + 2), Hendt(t, tall + 3));
        }));

        foreach (var t in ting)
            await tjeneste.Faar(t, [.. Enumerable.Range(0, 40)]);
    }

    [Fact]
    public async Task Mange_paa_en_gang_beholder_rekkefoelgen()
    {
        var ting = Guid.CreateVersion7();

        await tjeneste.MedDb(async db =>
        {
            await using var transaksjon = await db.Database.BeginTransactionAsync();
            await db.Publish(Enumerable.Range(0, 500).Select(tall => Hendt(ting, tall)), CancellationToken.None);
            await transaksjon.CommitAsync();
            return 0;
        });

        await tjeneste.Faar(ting, [.. Enumerable.Range(0, 500)]);
    }

    [Fact]
    public async Task Det_som_ble_angret_ble_aldri_fortalt()
    {
        var ting = Guid.CreateVersion7();

        await tjeneste.MedDb(async db =>
        {
            await using var transaksjon = await db.Database.BeginTransactionAsync();
            db.Publish(Hendt(ting, 1));
            await db.SaveChangesAsync();
            await transaksjon.RollbackAsync();
            return 0;
        });
        await tjeneste.Fortell(Hendt(ting, 2));

        await tjeneste.Faar(ting, 2);
    }

    [Fact]
    public async Task Levert_to_ganger_gjelder_en_gang()
    {
        var ting = Guid.CreateVersion7();
        await tjeneste.Fortell(Hendt(ting, 1), Hendt(ting, 2));
        await tjeneste.Faar(ting, 1, 2);

        await Eventually.Is(async () => await tjeneste.Sql($"SELECT count(*) FROM outbox WHERE key = '{ting}'") == 0, "the outbox is empty");
        await tjeneste.Sql($"WITH igjen AS (INSERT INTO outbox (message_id, type, key, body) SELECT message_id, type, key, body FROM outbox_history WHERE key = '{ting}' RETURNING 1) SELECT count(*) FROM igjen");
        await tjeneste.Fortell(Hendt(ting, 3));

        await tjeneste.Faar(ting, 1, 2, 3);
        Assert.Equal(5, await tjeneste.Sql($"SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM outbox_history WHERE key = '{ting}')"));
    }

    [Fact]
    public async Task Det_leverte_flyttes_til_historikken()
    {
        var ting = Guid.CreateVersion7();

        await tjeneste.Fortell(Hendt(ting, 1));

        await Eventually.Is(async () => await tjeneste.Sql($"SELECT count(*) FROM outbox_history WHERE key = '{ting}'") == 1, "it is in the history");
        Assert.Equal(0, await tjeneste.Sql($"SELECT count(*) FROM outbox WHERE key = '{ting}'"));
    }

    [Fact]
    public async Task Sporingen_foelger_med_fra_den_som_forteller_til_den_som_gjoer()
    {
        var (ting, spor) = (Guid.CreateVersion7(), new ConcurrentBag<(string Navn, ActivityTraceId Spor)>());
        using var lytter = new ActivityListener
        {
            ShouldListenTo = kilde => kilde.Name is "Boligsosial.Messaging" or "proeve",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = aktivitet => spor.Add((aktivitet.DisplayName, aktivitet.TraceId)),
        };
        ActivitySource.AddActivityListener(lytter);
        using var kilde = new ActivitySource("proeve");
        ActivityTraceId min;
        using (var aktivitet = kilde.StartActivity("registrer"))
        {
            min = aktivitet!.TraceId;
            await tjeneste.Fortell(Hendt(ting, 1));
        }

        await tjeneste.Faar(ting, 1);
        await Eventually.Is(() => Task.FromResult(spor.Contains(("proeve.ting-hendt publish", min)) && spor.Contains(("proeve.ting-hendt apply", min))), "both are in the trace");
    }
}
