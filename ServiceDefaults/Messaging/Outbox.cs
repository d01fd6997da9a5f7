using System.Diagnostics;
using System.Text.Json;
using Boligsosial.Contracts;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using NpgsqlTypes;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>Telling other services: the event is a row in the transaction of the change that it tells of.</summary>
public static class Outbox
{
    /// <summary>Told when, and only if, the changes are saved.</summary>
    public static void Publish(this ServiceDbContext db, IHendelse hendelse)
    {
        db.Published = true;
        db.Add(new OutboxMessage
        {
            MessageId = Guid.CreateVersion7(),
            Type = Envelope.NameOf(hendelse.GetType()),
            Key = hendelse.Aggregat.ToString(),
            Body = JsonSerializer.Serialize(hendelse, hendelse.GetType(), Envelope.Json),
            Trace = Activity.Current?.Id,
        });
    }

    /// <summary>Many at once, in their order: for set-based changes. In the transaction that is open on <paramref name="db"/>.</summary>
    public static async Task Publish(this ServiceDbContext db, IEnumerable<IHendelse> hendelser, CancellationToken avbrutt)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Events are told in the transaction of what they tell: begin one first.");

        db.Published = true;
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync("COPY outbox (message_id, type, key, body, trace) FROM STDIN (FORMAT binary)", avbrutt);
        foreach (var hendelse in hendelser)
        {
            await copy.StartRowAsync(avbrutt);
            await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, avbrutt);
            await copy.WriteAsync(Envelope.NameOf(hendelse.GetType()), NpgsqlDbType.Text, avbrutt);
            await copy.WriteAsync(hendelse.Aggregat.ToString(), NpgsqlDbType.Text, avbrutt);
            await copy.WriteAsync(JsonSerializer.Serialize(hendelse, hendelse.GetType(), Envelope.Json), NpgsqlDbType.Json, avbrutt);
            if (Activity.Current?.Id is { } trace)
                await copy.WriteAsync(trace, NpgsqlDbType.Text, avbrutt);
            else
                await copy.WriteNullAsync(avbrutt);
        }

        await copy.CompleteAsync(avbrutt);
    }
}

/// <summary>A row of <c>outbox</c>.</summary>
internal sealed class OutboxMessage
{
    /// <summary>The order, given by the database.</summary>
    public long Nr { get; init; }

    public Guid MessageId { get; init; }

    public required string Type { get; init; }

    public required string Key { get; init; }

    public required string Body { get; init; }

    public string? Trace { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> builder)
        {
            builder.ToTable("outbox").HasKey(m => m.Nr);
            builder.Property(m => m.Nr).ValueGeneratedOnAdd();
            builder.Property(m => m.Body).HasColumnType("json");
        }
    }
}
