using System.Threading.Channels;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>A message as the broker gave it; <see cref="Done"/> acknowledges it, an exception there gives it back.</summary>
internal sealed record Arrival(string Channel, ulong Tag, byte[] Message)
{
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// Puts arrivals back in the broker's order. Deliveries are dispatched to many threads, and may pass each other on the way
/// here; the broker numbers them without gaps within a channel.
/// </summary>
internal sealed class Arrivals
{
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(2);
    private readonly Channel<Arrival> _arrived = Channel.CreateUnbounded<Arrival>(new() { SingleReader = true });
    private readonly SortedDictionary<ulong, Arrival> _early = [];
    private string _channel = "";
    private ulong _next = 1;

    public Task Add(string channel, ulong tag, byte[] message)
    {
        var arrival = new Arrival(channel, tag, message);
        _arrived.Writer.TryWrite(arrival);
        return arrival.Done.Task;
    }

    /// <summary>What is there, in order, at least one and at most <paramref name="most"/>.</summary>
    public async Task<List<Arrival>> Next(int most, CancellationToken avbrutt)
    {
        var batch = new List<Arrival>();
        while (true)
        {
            while (batch.Count < most && _early.Remove(_next, out var due))
            {
                batch.Add(due);
                _next++;
            }

            if (batch.Count >= most || (!_arrived.Reader.TryRead(out var arrival) && batch.Count > 0))
                return batch;
            arrival ??= await Wait(avbrutt);
            if (arrival is null)
                GiveBack();
            else if (arrival.Channel != _channel && batch.Count > 0)
                return Begin(arrival, batch);
            else
                Sort(arrival);
        }
    }

    private List<Arrival> Begin(Arrival arrival, List<Arrival> batch)
    {
        Sort(arrival);
        return batch;
    }

    private void Sort(Arrival arrival)
    {
        if (arrival.Channel != _channel)
        {
            // A new connection: the broker delivers again what was not acknowledged on the old one.
            GiveBack();
            (_channel, _next) = (arrival.Channel, 1);
        }

        _early[arrival.Tag] = arrival;
    }

    /// <summary>The next arrival; null when one is missing in between and does not come: then it never will on this channel.</summary>
    private async Task<Arrival?> Wait(CancellationToken avbrutt)
    {
        if (_early.Count == 0)
            return await _arrived.Reader.ReadAsync(avbrutt);

        using var gap = CancellationTokenSource.CreateLinkedTokenSource(avbrutt);
        gap.CancelAfter(LongestGap);
        try
        {
            return await _arrived.Reader.ReadAsync(gap.Token);
        }
        catch (OperationCanceledException) when (!avbrutt.IsCancellationRequested)
        {
            return null;
        }
    }

    private void GiveBack()
    {
        foreach (var early in _early.Values)
        {
            _next = early.Tag + 1;
            early.Done.TrySetException(new InvalidOperationException("An earlier message is missing; to be delivered again."));
        }

        _early.Clear();
    }
}
