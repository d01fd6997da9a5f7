using System.ComponentModel.DataAnnotations;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>Section <c>Messaging</c>.</summary>
internal sealed class MessagingOptions
{
    /// <summary>Before the names of exchange and queues: for several installations on one broker.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Messages that a consumer holds at a time.</summary>
    [Range(1, 10_000)]
    public ushort Prefetch { get; init; } = 256;

    /// <summary>Messages applied in one transaction, at most.</summary>
    [Range(1, 1000)]
    public int Batch { get; init; } = 50;

    /// <summary>Seconds between the attempts at a message that could not be applied; after the last it is a dead letter.</summary>
    [Required, RegularExpression(@"[\d.]+( [\d.]+)*")]
    public string RetryDelays { get; init; } = "10 60 300 900 3600 14400";

    /// <summary>How long an applied message is remembered. A copy that comes later would be applied again.</summary>
    public TimeSpan InboxKept { get; init; } = TimeSpan.FromDays(30);
}
