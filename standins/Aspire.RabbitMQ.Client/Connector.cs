using System.Diagnostics;
using System.Net.Sockets;
using Polly;
using Polly.Retry;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Aspire.RabbitMQ.Client;

/// <summary>Opens the connection, with retries while the broker is out of reach, and traces each attempt.</summary>
internal static class Connector
{
    public const string ActivitySourceName = "Aspire.RabbitMQ.Client";

    private static readonly ActivitySource Source = new(ActivitySourceName);

    // The container hands out instances synchronously: whoever asks first waits here.
    public static IConnection Connect(IConnectionFactory factory, int retries)
    {
        using var activity = Source.StartActivity("rabbitmq connect", ActivityKind.Client);
        Tag(activity, factory.Uri);

        return Retrying(retries)
            .ExecuteAsync(static async (factory, cancellation) => await AttemptAsync(factory, cancellation), factory)
            .AsTask().GetAwaiter().GetResult();
    }

    private static ResiliencePipeline Retrying(int retries)
    {
        var pipeline = new ResiliencePipelineBuilder();
        if (retries > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<SocketException>().Handle<BrokerUnreachableException>(),
                BackoffType = DelayBackoffType.Exponential,
                MaxRetryAttempts = retries,
                Delay = TimeSpan.FromSeconds(1),
            });
        }

        return pipeline.Build();
    }

    private static async Task<IConnection> AttemptAsync(IConnectionFactory factory, CancellationToken cancellation)
    {
        using var attempt = Source.StartActivity("rabbitmq connect attempt", ActivityKind.Client);
        Tag(attempt, factory.Uri);
        attempt?.AddTag("messaging.operation", "connect");

        try
        {
            return await factory.CreateConnectionAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            attempt?.AddTag("exception.message", failure.Message);
            attempt?.AddTag("exception.stacktrace", failure.ToString());
            attempt?.AddTag("exception.type", failure.GetType().FullName);
            attempt?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private static void Tag(Activity? activity, Uri address)
    {
        activity?.AddTag("server.address", address.Host);
        activity?.AddTag("server.port", address.Port);
        activity?.AddTag("messaging.system", "rabbitmq");
    }
}
