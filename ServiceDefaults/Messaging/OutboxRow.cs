using System.Text.Json;
using Npgsql;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>A row of <c>outbox</c> or <c>outbox_history</c> on its way out.</summary>
internal sealed record OutboxRow(long Nr, short Lane, Envelope Message)
{
    /// <summary>Followed by the lane.</summary>
    public const string Columns = "nr, message_id, type, key, created, trace, body::text";

    public static async Task<List<OutboxRow>> Read(NpgsqlCommand command, string service, Guid? rebuild, CancellationToken avbrutt)
    {
        var rows = new List<OutboxRow>();
        await using var reader = await command.ExecuteReaderAsync(avbrutt);
        while (await reader.ReadAsync(avbrutt))
        {
            rows.Add(new(reader.GetInt64(0), reader.GetInt16(7), new Envelope(
                reader.GetGuid(1), reader.GetString(2), reader.GetString(3), service, reader.GetFieldValue<DateTimeOffset>(4),
                reader.IsDBNull(5) ? null : reader.GetString(5), rebuild, JsonElement.Parse(reader.GetString(6)))));
        }

        return rows;
    }
}
