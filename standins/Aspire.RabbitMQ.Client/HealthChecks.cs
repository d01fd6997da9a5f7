using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;

namespace Aspire.RabbitMQ.Client;

/// <summary>Healthy when the broker opens a channel on the connection.</summary>
internal sealed class RabbitMQHealthCheck(IConnection connection) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default)
    {
        try
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception: failure);
        }
    }
}

/// <summary>Says why there is no connection to check.</summary>
internal sealed class FailedHealthCheck(Exception failure) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default)
        => Task.FromResult(new HealthCheckResult(context.Registration.FailureStatus, exception: failure));
}
