using System.Threading.Channels;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>
/// A message as the broker gave it; <see cref="Done"/> acknowledges it, an exception there gives it back.
/// <see cref="Channel"/> counts up: what comes on a new channel is newer than all that came on those before it.
/// </summary>
internal sealed record Arrival(int Channel, ulong Tag, byte[] Message)
{
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// Puts arrivals back in the broker's order. Deliveries are dispatched to many threads, and may pass each other on the way
/// here; the broker numbers them without gaps within a channel. A channel that is left is left for good: the broker
/// delivers again, in order, what it was not told the end of.
/// </summary>
internal sealed class Arrivals
{
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(2);
    private readonly Channel<Arrival> _arrived = Channel.CreateUnbounded<Arrival>(new() { SingleReader = true });
    private readonly SortedDictionary<ulong, Arrival> _early = [];
    private int _channel;
    private ulong _next = 1;

    public Task Add(int channel, ulong tag, byte[] message)
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
                Leave(_channel + 1);
            else if (Sort(arrival) && batch.Count > 0)
                return batch;
        }
    }

    /// <summary>True when it is the first of a new channel.</summary>
    private bool Sort(Arrival arrival)
    {
        if (arrival.Channel < _channel)
        {
            GiveBack(arrival);
            return false;
        }

        var isNew = arrival.Channel > _channel;
        if (isNew)
            Leave(arrival.Channel);
        _early[arrival.Tag] = arrival;
        return isNew;
    }

    /// <summary>The next arrival; null when one is missing in between and does not come: it never will on this channel.</summary>
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

    /// <summary>From now on nothing is taken from channels before <paramref name="channel"/>.</summary>
    private void Leave(int channel)
    {
        foreach (var early in _early.Values)
            GiveBack(early);
        _early.Clear();
        (_channel, _next) = (channel, 1);
    }

    private static void GiveBack(Arrival arrival) => arrival.Done.TrySetException(new ChannelLeftException());
}

/// <summary>A message before this one is missing, or came on a newer channel: the channel must be closed, so that all are delivered again in order.</summary>
internal sealed class ChannelLeftException() : Exception("An earlier message is missing; the channel is left.");
