using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Testing;

// One whole system at a time: two take longer to start on two cores than anybody waits.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Boligsosial.EndToEnd.Tests.Feil;

/// <summary>
/// Whatever dies, while others write: nothing that is acknowledged is lost, nothing is applied twice, and what happens to
/// one dwelling is applied in order. The seed decides the order of the faults, their moments, and what is written.
/// </summary>
public sealed class MeldingerTaalerFeil(Maskinrom maskinrom, ITestOutputHelper utskrift) : IClassFixture<Maskinrom>
{
    private const string DoedeMeldinger = "/api/v1/boligsosial-enhet/drift/doede-meldinger";
    private static readonly TimeSpan Frysetid = TimeSpan.FromSeconds(30);

    private Regnskap Regnskap => maskinrom.Regnskap;

    // The two slow faults are in a round each.
    [Theory]
    [InlineData(17, nameof(Megleren_svarer_ikke))]
    [InlineData(4711, nameof(Megleren_tar_ikke_imot))]
    [InlineData(20260701, null)]
    public async Task Ingenting_tapt_ingenting_to_ganger_alt_i_rekkefoelge(int froe, string? langsom)
    {
        var (tilfeldig, last, start) = (new Random(froe), new Last(maskinrom.Klient, Regnskap, froe), Stopwatch.GetTimestamp());
        List<Func<Random, Task>> feil =
        [
            Megleren_doer, Postgres_doer, Utgivere_doer, Mottakere_doer, Alt_kommer_to_ganger, En_av_hver_doer, Forgiftede_meldinger,
            .. new[] { Megleren_svarer_ikke, Megleren_tar_ikke_imot }.Where(f => f.Method.Name == langsom),
        ];
        var rekkefoelge = feil.ToArray();
        tilfeldig.Shuffle(rekkefoelge);
        foreach (var skade in rekkefoelge)
        {
            var naar = $"Seed {froe}, {skade.Method.Name}";
            utskrift.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s: {naar}");
            await last.Mens(async () =>
            {
                await Et_oeyeblikk(tilfeldig);
                await skade(tilfeldig);
                await maskinrom.ErHelt();
            });
            var (helt, ventet) = (Stopwatch.GetElapsedTime(start), await Regnskap.Stemmer(naar));
            utskrift.WriteLine($"    well again at {helt.TotalSeconds:0.0} s{ventet}; {Regnskap.Bekreftede} writes");
        }

        utskrift.WriteLine($"Seed {froe}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
    }

    private async Task Megleren_doer(Random tilfeldig) => await maskinrom.DrepMegler();

    private async Task Postgres_doer(Random tilfeldig) => await maskinrom.DrepPostgres();

    /// <summary>At some moment, or as soon as an event is committed and hardly sent.</summary>
    private async Task Utgivere_doer(Random tilfeldig)
    {
        for (var gang = tilfeldig.Next(2); gang < 4; gang++)
        {
            await (tilfeldig.Next(2) == 0 ? Et_oeyeblikk(tilfeldig) : Maskinrom.NesteCommit(maskinrom.Register));
            await maskinrom.DrepReplika(Maskinrom.Utgiver, gang % 2);
        }
    }

    /// <summary>First the one, then the other: one of them is the one that works. As soon as an event is applied and hardly acknowledged, or whenever.</summary>
    private Task Mottakere_doer(Random tilfeldig) => Regnskap.Tregt(async () =>
    {
        for (var gang = tilfeldig.Next(2); gang < 4; gang++)
        {
            await (tilfeldig.Next(2) == 0 ? Et_oeyeblikk(tilfeldig) : Maskinrom.NesteCommit(maskinrom.Enhet));
            await maskinrom.DrepReplika(Maskinrom.Mottaker, gang % 2);
        }
    });

    private async Task En_av_hver_doer(Random tilfeldig) => await Task.WhenAll(
        maskinrom.DrepReplika(Maskinrom.Utgiver, tilfeldig.Next(2)), maskinrom.DrepReplika(Maskinrom.Mottaker, tilfeldig.Next(2)));

    /// <summary>As after a crash between sending and noting it, for every message; some are copied long after, behind newer ones.</summary>
    private async Task Alt_kommer_to_ganger(Random tilfeldig)
    {
        var fra = await Regnskap.Tall(maskinrom.Register, "SELECT coalesce(max(nr), 0) FROM outbox_history");
        for (var gang = 0; gang < 5; gang++)
        {
            await Et_oeyeblikk(tilfeldig);
            await Regnskap.Kjoer(
                maskinrom.Register,
                """
                INSERT INTO outbox (message_id, type, key, body)
                SELECT message_id, type, key, body FROM (SELECT DISTINCT ON (message_id) * FROM outbox_history WHERE nr > $1 ORDER BY message_id, nr) m ORDER BY nr
                """,
                fra);
            await Regnskap.Kjoer(maskinrom.Register, "SELECT pg_notify('outbox', '')");
        }
    }

    /// <summary>One of a dwelling that nobody else tells of, one of a dwelling whose next changes must wait behind it.</summary>
    private async Task Forgiftede_meldinger(Random tilfeldig)
    {
        await Eventually.Is(() => Task.FromResult(Regnskap.Boliger.Any()), "there are dwellings");
        foreach (var noekkel in new[] { Guid.CreateVersion7(), tilfeldig.GetItems(Regnskap.Boliger.Order().ToArray(), 1)[0] })
        {
            var melding = Guid.CreateVersion7();
            Regnskap.Gift(melding);
            await Regnskap.Kjoer(
                maskinrom.Register,
                "INSERT INTO outbox (message_id, type, key, body) VALUES ($1, 'boligregister.bolig-endret', $2, json_build_object('boligId', $2, 'omraade', 'Skodje'))",
                melding, noekkel.ToString());
            await Regnskap.Kjoer(maskinrom.Register, "SELECT pg_notify('outbox', '')");

            long? doed = null;
            await Eventually.Is(async () => (doed = await DoedMelding(melding)) is not null, "the poison is a dead letter");
            var anvendt = await Regnskap.Tall(maskinrom.Enhet, "SELECT count(*) FROM proeve_logg");
            await Eventually.Is(async () => await Regnskap.Tall(maskinrom.Enhet, "SELECT count(*) FROM proeve_logg") > anvendt + 20, "the good ones flow on");

            using var forkastet = await maskinrom.Drift.PostAsJsonAsync(
                $"{DoedeMeldinger}/{doed}/forkasting", new { grunn = "Mangler kategori og status", utfoertAv = "Kari Drift" });
            Assert.Equal(HttpStatusCode.NoContent, forkastet.StatusCode);
        }
    }

    /// <summary>The wire is silent, and longer than a heartbeat.</summary>
    private Task Megleren_svarer_ikke(Random tilfeldig) => maskinrom.FrysMegler(Frysetid);

    /// <summary>The broker confirms nothing; longer than the relay has patience.</summary>
    private Task Megleren_tar_ikke_imot(Random tilfeldig) => maskinrom.FullDisk(async () =>
    {
        await Eventually.Is(async () => await Regnskap.Tall(maskinrom.Register, "SELECT count(*) FROM outbox") > 200, "messages wait in the outbox");
        await Task.Delay(TimeSpan.FromSeconds(tilfeldig.Next(5, 15)));
        Assert.InRange(await Regnskap.Tall(maskinrom.Register, "SELECT count(*) FROM outbox"), 200, long.MaxValue);
    });

    private static Task Et_oeyeblikk(Random tilfeldig) => Task.Delay(tilfeldig.Next(200, 1500));

    private async Task<long?> DoedMelding(Guid melding)
    {
        var side = await maskinrom.Drift.GetFromJsonAsync<JsonElement>(DoedeMeldinger);
        return side.GetProperty("innhold").EnumerateArray().Where(m => m.GetProperty("meldingId").GetGuid() == melding).Select(m => (long?)m.GetProperty("nr").GetInt64()).SingleOrDefault();
    }
}
