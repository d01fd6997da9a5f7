namespace Aspire.RabbitMQ.Client;

/// <summary>What <c>AddRabbitMQClient</c> reads from configuration before code has the last word.</summary>
public sealed class RabbitMQClientSettings
{
    /// <summary>The <c>amqp://</c> address; <c>ConnectionStrings:{name}</c> wins over the configuration sections.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Further attempts after a first connection that failed, one second apart and doubling; 0 for none.</summary>
    public int MaxConnectRetryCount { get; set; } = 5;

    public bool DisableHealthChecks { get; set; }

    public bool DisableTracing { get; set; }

    /// <summary>False: the connection is made while the host starts. True, the default: on first use.</summary>
    public bool DisableAutoActivation { get; set; } = true;
}
