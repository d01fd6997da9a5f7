using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Boligsosial.Bench.Benk;

/// <summary>
/// The same work without any of our code: insert state and outbox in a transaction, publish with confirms, consume from a
/// quorum queue, insert inbox and state in a transaction per message.
/// </summary>
internal sealed class BarLoekke(NpgsqlDataSource database, IConnection forbindelse) : IAsyncDisposable
{
    private readonly SemaphoreSlim _vekker = new(0);
    private readonly CancellationTokenSource _slutt = new();
    private readonly List<double> _lag = [];
    private readonly Lock _laas = new();
    private Task _rele = Task.CompletedTask;
    private int _brukt;

    public int Brukt => Volatile.Read(ref _brukt);

    public static async Task<BarLoekke> Start(NpgsqlDataSource database, string megler)
    {
        var forbindelse = await new ConnectionFactory { Uri = new Uri(megler) }.CreateConnectionAsync();
        var loekke = new BarLoekke(database, forbindelse);
        var ut = await forbindelse.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var inn = await forbindelse.CreateChannelAsync();
        await inn.QueueDeclareAsync("bar", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" });
        await inn.BasicQosAsync(0, 256, global: false);
        var mottaker = new AsyncEventingBasicConsumer(inn);
        mottaker.ReceivedAsync += async (_, melding) =>
        {
            await loekke.TaImot(new Guid(melding.Body.Span[..16]), DateTime.FromBinary(BitConverter.ToInt64(melding.Body.Span[16..24])));
            await inn.BasicAckAsync(melding.DeliveryTag, multiple: false);
        };
        await inn.BasicConsumeAsync("bar", autoAck: false, mottaker);
        loekke._rele = loekke.Rele(ut);
        return loekke;
    }

    public async Task Skriv(int tall)
    {
        await using var gruppe = database.CreateBatch();
        var id = Guid.CreateVersion7();
        gruppe.BatchCommands.Add(new("INSERT INTO bar_ting (id, tall) VALUES ($1, $2)") { Parameters = { new() { Value = id }, new() { Value = tall } } });
        gruppe.BatchCommands.Add(new("INSERT INTO bar_utboks (id, innhold) VALUES ($1, $2::json)") { Parameters = { new() { Value = id }, new() { Value = $$"""{"ting":"{{id}}","tall":{{tall}}}""" } } });
        await gruppe.ExecuteNonQueryAsync();
        _vekker.Release();
    }

    public List<double> Lag()
    {
        lock (_laas)
        {
            var lag = _lag.ToList();
            _lag.Clear();
            return lag;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _slutt.CancelAsync();
        await _rele.ContinueWith(_ => { }, TaskScheduler.Default);
        await forbindelse.DisposeAsync();
        _slutt.Dispose();
        _vekker.Dispose();
    }

    private async Task Rele(IChannel kanal)
    {
        while (true)
        {
            await _vekker.WaitAsync(_slutt.Token);
            while (await Runde(kanal))
            {
            }
        }
    }

    private async Task<bool> Runde(IChannel kanal)
    {
        var (nr, sendt) = (new List<long>(), new List<Task>());
        await using (var hent = database.CreateCommand("SELECT nr, id, innhold::text, tid FROM bar_utboks ORDER BY nr LIMIT 500"))
        await using (var leser = await hent.ExecuteReaderAsync(_slutt.Token))
        {
            while (await leser.ReadAsync(_slutt.Token))
            {
                nr.Add(leser.GetInt64(0));
                byte[] kropp = [.. leser.GetGuid(1).ToByteArray(), .. BitConverter.GetBytes(leser.GetDateTime(3).ToBinary()), .. System.Text.Encoding.UTF8.GetBytes(leser.GetString(2))];
                sendt.Add(kanal.BasicPublishAsync("", "bar", mandatory: false, new BasicProperties { Persistent = true }, kropp, _slutt.Token).AsTask());
            }
        }

        if (nr.Count == 0)
            return false;
        await Task.WhenAll(sendt);
        await using var slett = database.CreateCommand("DELETE FROM bar_utboks WHERE nr = ANY ($1)");
        slett.Parameters.Add(new() { Value = nr.ToArray() });
        await slett.ExecuteNonQueryAsync(_slutt.Token);
        return true;
    }

    private async Task TaImot(Guid id, DateTime tid)
    {
        await using var gruppe = database.CreateBatch();
        gruppe.BatchCommands.Add(new("INSERT INTO bar_innboks (id) VALUES ($1) ON CONFLICT DO NOTHING") { Parameters = { new() { Value = id } } });
        gruppe.BatchCommands.Add(new("INSERT INTO bar_mottatt (id, tall) VALUES ($1, 0)") { Parameters = { new() { Value = id } } });
        await gruppe.ExecuteNonQueryAsync();
        lock (_laas)
            _lag.Add((TimeProvider.System.GetUtcNow().UtcDateTime - tid).TotalSeconds);
        Interlocked.Increment(ref _brukt);
    }
}
