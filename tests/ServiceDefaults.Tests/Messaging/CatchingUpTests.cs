using System.Diagnostics;
using Boligsosial.ServiceDefaults.Messaging;

namespace Boligsosial.ServiceDefaults.Tests.Messaging;

/// <summary><see cref="CatchingUp"/>: only what is late is worked off with rests, which end when the service does. A token that is cancelled already tells a rest from none without waiting.</summary>
public sealed class CatchingUpTests
{
    private static readonly CancellationToken Stopper = new(canceled: true);

    [Theory]
    [InlineData(0, TaskStatus.RanToCompletion)]
    [InlineData(-60, TaskStatus.Canceled)]
    public void Bare_det_som_er_sent_hviler(int kom, TaskStatus ventet) =>
        Assert.Equal(ventet, CatchingUp.Rest(Stopwatch.GetTimestamp() - Stopwatch.Frequency, TimeProvider.System.GetUtcNow().AddSeconds(kom), Stopper).Status);
}
