using System.Threading.Channels;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Boligsosial.ServiceDefaults.AccessLog;

/// <summary>
/// The access log: who did what with whose data, and why (personvernforordningen art. 5 no. 2 and art. 32). What is written is logged
/// with <see cref="Skriv"/> in the same transaction; what is read with <c>Les</c> before the answer is sent. Readers
/// that come at the same time share one transaction, so that the log costs little.
/// </summary>
public sealed class Tilgangslogg(NpgsqlDataSource database, TimeProvider time) : BackgroundService
{
    private const int Most = 1000;

    // A page is fifty people and one reader, so what is said of the reader is sent once.
    private const string Insert =
        """
        INSERT INTO tilgangslogg (id, tidspunkt, hvem, navn, rolle, enhet, handling, person_ref, sak, felter, formaal, spor)
        SELECT r.id, l.tidspunkt, l.hvem, l.navn, l.rolle, l.enhet, r.handling, r.person_ref, r.sak, r.felter, r.formaal, l.spor
        FROM unnest($1, $2, $3, $4, $5, $6) WITH ORDINALITY l(tidspunkt, hvem, navn, rolle, enhet, spor, nr)
        JOIN unnest($7, $8, $9, $10, $11, $12, $13) r(nr, id, handling, person_ref, sak, felter, formaal) USING (nr)
        """;

    private readonly Channel<Entry> _entries = Channel.CreateUnbounded<Entry>(new() { SingleReader = true });

    /// <summary>Stored together with what is saved next on <paramref name="db"/>, or not at all.</summary>
    public void Skriv(ServiceDbContext db, Bruker bruker, Bruk bruk) => db.Add(AccessLogRow.Of(bruker, bruk, time.GetUtcNow()));

    /// <summary>Returns when it is stored; throws, and the answer is not sent, when it could not be.</summary>
    public async Task Les(Bruker bruker, IEnumerable<Bruk> bruk, CancellationToken avbrutt)
    {
        var now = time.GetUtcNow();
        var rows = bruk.Select(b => AccessLogRow.Of(bruker, b, now)).ToList();
        if (rows.Count == 0)
            return;
        var entry = new Entry(rows);
        await _entries.Writer.WriteAsync(entry, avbrutt);
        await entry.Stored.Task.WaitAsync(avbrutt);
    }

    /// <inheritdoc cref="Les(Bruker, IEnumerable{Bruk}, CancellationToken)"/>
    public Task Les(Bruker bruker, Bruk bruk, CancellationToken avbrutt) => Les(bruker, [bruk], avbrutt);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Entry>();
        // Until the last is stored: requests that are being answered when the service stops are answered.
        while (await _entries.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Sum(e => e.Rows.Count) < Most && _entries.Reader.TryRead(out var entry))
                batch.Add(entry);
            await Store(batch);
            batch.Clear();
        }
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _entries.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    private async Task Store(List<Entry> batch)
    {
        try
        {
            var (readers, rows) = (batch.Select(e => e.Rows[0]), batch.SelectMany(e => e.Rows));
            await using var insert = database.CreateCommand(Insert);
            Add(readers.Select(r => r.Tidspunkt));
            Add(readers.Select(r => r.Hvem));
            Add(readers.Select(r => r.Navn));
            Add(readers.Select(r => r.Rolle));
            Add(readers.Select(r => r.Enhet));
            Add(readers.Select(r => r.Spor));
            Add(batch.SelectMany((e, nr) => Enumerable.Repeat(nr + 1L, e.Rows.Count)));
            Add(rows.Select(r => r.Id));
            Add(rows.Select(r => r.Handling));
            Add(rows.Select(r => r.PersonRef));
            Add(rows.Select(r => r.Sak));
            Add(rows.Select(r => r.Felter));
            Add(rows.Select(r => r.Formaal));
            await insert.ExecuteNonQueryAsync();
            batch.ForEach(e => e.Stored.TrySetResult());

            void Add<T>(IEnumerable<T> values) => insert.Parameters.Add(new() { Value = values.ToArray() });
        }
        catch (Exception e)
        {
            // Each of those who wait is told, and answers as for a database that is away.
            batch.ForEach(entry => entry.Stored.TrySetException(e));
        }
    }

    private sealed record Entry(List<AccessLogRow> Rows)
    {
        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
