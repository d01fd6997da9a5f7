using System.Collections.Concurrent;
using System.Diagnostics;
using Boligsosial.Testing;
using Npgsql;

namespace Boligsosial.EndToEnd.Tests.Feil;

/// <summary>What must be true of messages whatever has happened, once nobody writes and all is well again.</summary>
internal sealed class Regnskap(Maskinrom maskinrom)
{
    /// <summary>The channel on which both databases tell the test of a commit: of events told, and applied.</summary>
    public const string Kanal = "proeve";

    private static readonly TimeSpan Frist = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, List<Fakta>> _bekreftet = new();
    private readonly ConcurrentBag<Guid> _gift = [];

    public int Bekreftede => _bekreftet.Values.Sum(b => b.Count);

    public IEnumerable<Guid> Boliger => _bekreftet.Keys;

    /// <summary>An answer told that this is how the dwelling now is.</summary>
    public void Bekreft(Guid bolig, Fakta fakta) => _bekreftet.GetOrAdd(bolig, _ => []).Add(fakta);

    /// <summary>A message that nobody can apply, and that is to be thrown away.</summary>
    public void Gift(Guid melding) => _gift.Add(melding);

    /// <summary>Applying takes time: most moments are in the middle of it.</summary>
    public async Task Tregt(Func<Task> mens)
    {
        await Kjoer(maskinrom.Enhet, "UPDATE proeve_treghet SET sekunder = 0.01");
        await mens();
        await Kjoer(maskinrom.Enhet, "UPDATE proeve_treghet SET sekunder = 0");
    }

    /// <summary>Logs each time an event is applied, in the transaction that applies it.</summary>
    public async Task Forbered()
    {
        await Kjoer(maskinrom.Enhet,
            $"""
            CREATE TABLE proeve_logg (nr bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bolig_id uuid, omraade text, kategori text, status text, soverom integer, tidspunkt timestamptz);
            CREATE TABLE proeve_treghet AS SELECT 0::float8 AS sekunder;
            CREATE FUNCTION proeve() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_sleep(sekunder) FROM proeve_treghet WHERE sekunder > 0;
                INSERT INTO proeve_logg (bolig_id, omraade, kategori, status, soverom, tidspunkt)
                VALUES (NEW.bolig_id, NEW.omraade, NEW.kategori, NEW.status, NEW.soverom, NEW.tidspunkt);
                PERFORM pg_notify('{Kanal}', '');
                RETURN NULL;
            END $$;
            CREATE TRIGGER proeve AFTER INSERT OR UPDATE ON boligmasse_bolig FOR EACH ROW EXECUTE FUNCTION proeve();
            """);
        await Kjoer(maskinrom.Register,
            $"""
            CREATE FUNCTION proeve() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('{Kanal}', ''); RETURN NULL; END $$;
            CREATE TRIGGER proeve AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION proeve();
            """);
    }

    /// <summary>Fails with the invariant that does not come to hold in time, and how it does not; otherwise tells which had to be waited for.</summary>
    public async Task<string> Stemmer(string naar)
    {
        var ventet = "";
        (string, Func<Task<string?>>)[] invarianter =
        [
            ("the outbox is empty", async () => await Tall(maskinrom.Register, "SELECT count(*) FROM outbox") is var n and > 0 ? $"{n} messages" : null),
            ("no message is held but what is thrown away", Holdt),
            ("what is acknowledged is registered", async () => Forskjell(_bekreftet.ToDictionary(b => b.Key, b => b.Value[^1]), await Boligene(maskinrom.Register, "SELECT id, omraade, kategori, status, soverom FROM bolig"))),
            ("each acknowledged change is told once, in order", async () => Forskjell(
                _bekreftet.ToDictionary(b => b.Key, b => b.Value.Select(f => $"{f}").ToList()), await Fortalt(medTidspunkt: false))),
            ("each message is applied once, in order", async () => Forskjell(await Fortalt(medTidspunkt: true), await Rekker(maskinrom.Enhet,
                "SELECT bolig_id, omraade, kategori, status, soverom, tidspunkt FROM proeve_logg ORDER BY nr", medTidspunkt: true))),
            ("the read model is the register", async () => Forskjell(
                await Boligene(maskinrom.Register, "SELECT id, omraade, kategori, status, soverom FROM bolig"),
                await Boligene(maskinrom.Enhet, "SELECT bolig_id, omraade, kategori, status, soverom FROM boligmasse_bolig"))),
            ("the counts are the dwellings", Celler),
        ];
        foreach (var (invariant, avvik) in invarianter)
        {
            var (sist, fra) = ((string?)null, Stopwatch.GetTimestamp());
            try
            {
                await Eventually.Is(async () => (sist = await avvik()) is null, invariant, Frist);
            }
            catch (TimeoutException e)
            {
                Assert.Fail($"{naar}. Broken: {invariant}. {sist} {e.InnerException?.Message}");
            }

            if (Stopwatch.GetElapsedTime(fra).TotalSeconds is var sekunder and > 1)
                ventet += $", {invariant} after {sekunder:0.0} s";
        }

        return ventet;
    }

    public static async Task Kjoer(NpgsqlDataSource database, string sql, params object[] verdier)
    {
        await using var kommando = Kommando(database, sql, verdier);
        await kommando.ExecuteNonQueryAsync();
    }

    public static async Task<long> Tall(NpgsqlDataSource database, string sql, params object[] verdier)
    {
        await using var kommando = Kommando(database, sql, verdier);
        return (long)(await kommando.ExecuteScalarAsync())!;
    }

    private async Task<string?> Holdt() =>
        await Tall(maskinrom.Enhet, "SELECT count(*) FROM inbox_held WHERE state <> 'discarded'") is var holdt and > 0 ? $"{holdt} held"
        : await Tall(maskinrom.Enhet, "SELECT count(*) FROM inbox_held WHERE message_id <> ALL ($1)", _gift.ToArray()) is var gode and > 0 ? $"{gode} good ones thrown away"
        : null;

    private async Task<string?> Celler() =>
        await Tall(
            maskinrom.Enhet,
            """
            SELECT count(*) FROM
                (SELECT omraade, kategori, status, soverom, tilgjengelighet, sum(endring) AS antall FROM boligmasse_dag GROUP BY 1, 2, 3, 4, 5 HAVING sum(endring) <> 0) dag
            FULL JOIN
                (SELECT omraade, kategori, status, soverom, tilgjengelighet, count(*) AS antall FROM boligmasse_bolig GROUP BY 1, 2, 3, 4, 5) bolig
            USING (omraade, kategori, status, soverom, tilgjengelighet, antall) WHERE dag.antall IS NULL OR bolig.antall IS NULL
            """) is var feil and > 0 ? $"{feil} cells differ"
        : await Tall(maskinrom.Enhet, "SELECT coalesce(sum(endring), 0) FROM boligmasse_dag") is var sum && sum != _bekreftet.Count ? $"{sum} of {_bekreftet.Count} dwellings"
        : null;

    /// <summary>What is told of how each dwelling is, a copy of a message not counted.</summary>
    private Task<Dictionary<Guid, List<string>>> Fortalt(bool medTidspunkt) => Rekker(
        maskinrom.Register,
        """
        SELECT key::uuid, body->>'omraade', body->>'kategori', body->>'status', (body->>'soverom')::int, created
        FROM (SELECT DISTINCT ON (message_id) * FROM outbox_history WHERE type = 'boligregister.bolig-endret' AND message_id <> ALL ($1) ORDER BY message_id, nr) m ORDER BY nr
        """,
        medTidspunkt, _gift.ToArray());

    private static async Task<Dictionary<Guid, Fakta>> Boligene(NpgsqlDataSource database, string sql)
    {
        var boliger = new Dictionary<Guid, Fakta>();
        await foreach (var (id, fakta, _) in Les(database, sql))
            boliger.Add(id, fakta);
        return boliger;
    }

    private static async Task<Dictionary<Guid, List<string>>> Rekker(NpgsqlDataSource database, string sql, bool medTidspunkt, params object[] verdier)
    {
        var rekker = new Dictionary<Guid, List<string>>();
        await foreach (var (id, fakta, rad) in Les(database, sql, verdier))
        {
            if (!rekker.TryGetValue(id, out var rekke))
                rekker[id] = rekke = [];
            rekke.Add(medTidspunkt ? $"{fakta} {rad.GetFieldValue<DateTimeOffset>(5):O}" : $"{fakta}");
        }

        return rekker;
    }

    private static async IAsyncEnumerable<(Guid Id, Fakta Fakta, NpgsqlDataReader Rad)> Les(NpgsqlDataSource database, string sql, params object[] verdier)
    {
        await using var kommando = Kommando(database, sql, verdier);
        await using var rad = await kommando.ExecuteReaderAsync();
        while (await rad.ReadAsync())
            yield return (rad.GetGuid(0), new(rad.GetString(1), rad.GetString(2), rad.GetString(3), rad.GetInt32(4)), rad);
    }

    private static NpgsqlCommand Kommando(NpgsqlDataSource database, string sql, object[] verdier)
    {
        var kommando = database.CreateCommand(sql);
        foreach (var verdi in verdier)
            kommando.Parameters.Add(new() { Value = verdi });
        return kommando;
    }

    private static string? Forskjell(Dictionary<Guid, Fakta> ventet, Dictionary<Guid, Fakta> fikk) =>
        ventet.Keys.Union(fikk.Keys).Where(id => ventet.GetValueOrDefault(id) != fikk.GetValueOrDefault(id)).ToList() is { Count: > 0 } ulike
            ? $"{ulike.Count} dwellings, such as {ulike[0]}: {ventet.GetValueOrDefault(ulike[0])} and {fikk.GetValueOrDefault(ulike[0])}"
            : null;

    private static string? Forskjell(Dictionary<Guid, List<string>> ventet, Dictionary<Guid, List<string>> fikk)
    {
        var ulike = ventet.Keys.Union(fikk.Keys).Where(id => !ventet.GetValueOrDefault(id, []).SequenceEqual(fikk.GetValueOrDefault(id, []))).ToList();
        return ulike.Count == 0 ? null
            : $"{ulike.Count} dwellings, such as {ulike[0]}:\n{string.Join('\n', ventet.GetValueOrDefault(ulike[0], []))}\nand\n{string.Join('\n', fikk.GetValueOrDefault(ulike[0], []))}\n";
    }
}
