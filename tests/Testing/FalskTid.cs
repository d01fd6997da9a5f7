namespace Boligsosial.Testing;

/// <summary>A clock that stands where it is put. Timers run in real time.</summary>
public sealed class FalskTid : TimeProvider
{
    /// <summary>1 December 2026, 12:00 in Norway, unless set.</summary>
    public DateTimeOffset Naa { get; set; } = new(2026, 12, 1, 11, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Naa;
}
