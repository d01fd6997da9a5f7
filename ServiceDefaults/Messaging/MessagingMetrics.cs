using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>Meter and activities «Boligsosial.Messaging»; what an operator watches (docs/drift.md).</summary>
internal sealed class MessagingMetrics : IDisposable
{
    public static readonly ActivitySource Activities = new($"{Telemetry.Name}.Messaging");

    private readonly Meter _meter = new($"{Telemetry.Name}.Messaging");
    private readonly Counter<long> _published;
    private readonly Counter<long> _applied;
    private readonly Counter<long> _redelivered;
    private readonly Counter<long> _failed;
    private readonly Histogram<double> _lag;

    public MessagingMetrics()
    {
        _published = _meter.CreateCounter<long>("boligsosial.messages.published", "{message}", "Messages that the broker has taken.");
        _applied = _meter.CreateCounter<long>("boligsosial.messages.applied", "{message}", "Messages applied by a reaction.");
        _redelivered = _meter.CreateCounter<long>("boligsosial.messages.redelivered", "{message}", "Messages that came again and were passed over.");
        _failed = _meter.CreateCounter<long>("boligsosial.messages.failed", "{message}", "Attempts that failed.");
        _lag = _meter.CreateHistogram("boligsosial.messages.lag", "s", "From commit in the publisher to applied here.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.002, 0.004, 0.008, 0.015, 0.03, 0.06, 0.12, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 3600] });
        _meter.CreateObservableGauge("boligsosial.outbox.depth", () => Stock.Outbox, "{message}", "Messages that the broker has not taken yet.");
        _meter.CreateObservableGauge("boligsosial.outbox.oldest", () => Stock.OldestSeconds, "s", "Age of the oldest of them.");
        _meter.CreateObservableGauge("boligsosial.messages.held", () => Stock.Held, "{message}", "Messages received that wait: for another attempt, for an earlier one, for a rebuild.");
        _meter.CreateObservableGauge("boligsosial.messages.dead", () => Stock.Dead, "{message}", "Dead letters: a person must decide.");
    }

    /// <summary>As last counted.</summary>
    public (long Outbox, double OldestSeconds, long Held, long Dead) Stock { get; set; }

    public void Published(int messages) => _published.Add(messages);

    public void Applied(string consumer, TimeSpan lag)
    {
        _applied.Add(1, new KeyValuePair<string, object?>("consumer", consumer));
        _lag.Record(lag.TotalSeconds, new KeyValuePair<string, object?>("consumer", consumer));
    }

    public void Redelivered(string consumer) => _redelivered.Add(1, new KeyValuePair<string, object?>("consumer", consumer));

    public void Failed(string consumer) => _failed.Add(1, new KeyValuePair<string, object?>("consumer", consumer));

    public void Dispose() => _meter.Dispose();
}
