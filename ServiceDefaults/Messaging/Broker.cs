using System.Diagnostics;
using System.Net.Sockets;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>
/// The connection to RabbitMQ; with <see cref="Consuming"/> all that knows MassTransit. One bus as long as the connection holds; when it
/// breaks, the bus is given up and a new one is made as soon as the broker answers: MassTransit's own reconnection waits
/// up to half a minute, and messages wait with it.
/// </summary>
internal sealed class Broker(
    IConfiguration configuration, IOptions<MessagingOptions> options, Subscriptions subscriptions, Inbox inbox, OutboxSignal signal, ILoggerFactory loggers) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ILogger _log = loggers.CreateLogger<Broker>();
    private readonly Uri _address = new(configuration.GetConnectionString("rabbitmq") ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is not set"));
    private volatile IBusControl? _bus;

    /// <summary>Whether sending is worth a try.</summary>
    public bool Connected => _bus is not null;

    private string Queue => options.Value.Prefix + subscriptions.Service;

    /// <summary>
    /// Sends to whom it may concern, or to one queue; returns when the broker has confirmed all. Many at a time, but the
    /// next message of a key only when the one before is confirmed.
    /// </summary>
    public async Task Send(IEnumerable<Envelope> messages, string? queue, CancellationToken avbrutt)
    {
        var bus = _bus ?? throw new BrokerAwayException();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(avbrutt);
        timeout.CancelAfter(Patience);
        try
        {
            var endpoint = await bus.GetSendEndpoint(new Uri(queue is null ? $"exchange:{options.Value.Prefix}{Envelope.Exchange}?type=topic" : $"exchange:{options.Value.Prefix}{queue}"));
            foreach (var wave in Waves(messages))
                await Task.WhenAll(wave.Select(message => Send(endpoint, message, timeout.Token)));
        }
        catch (Exception e) when (!avbrutt.IsCancellationRequested)
        {
            throw new BrokerAwayException(e);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogContext.ConfigureCurrentLogContext(loggers);
        var away = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await Answers(stoppingToken))
            {
                if (!away)
                    _log.LogWarning("RabbitMQ at {Host}:{Port} does not answer; what is told waits in the outbox", _address.Host, _address.Port);
                away = true;
                await Task.Delay(LookEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            away = false;
            await KeepOne(stoppingToken);
        }
    }

    private static List<List<Envelope>> Waves(IEnumerable<Envelope> messages)
    {
        var (waves, next) = (new List<List<Envelope>>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var message in messages)
        {
            var wave = next.GetValueOrDefault(message.Key);
            next[message.Key] = wave + 1;
            if (wave == waves.Count)
                waves.Add([]);
            waves[wave].Add(message);
        }

        return waves;
    }

    private static async Task Send(ISendEndpoint endpoint, Envelope message, CancellationToken avbrutt)
    {
        using var activity = MessagingMetrics.Activities.StartActivity($"{message.Type} publish", ActivityKind.Producer, message.Trace);
        await endpoint.Send(
            message with { Trace = activity?.Id ?? message.Trace },
            context =>
            {
                context.MessageId = message.Id;
                context.SetRoutingKey(message.Type);
            },
            avbrutt);
    }

    /// <summary>A bus, from start until it no longer holds.</summary>
    private async Task KeepOne(CancellationToken stopping)
    {
        var bus = Make();
        var queue = new Consuming(Queue, options.Value, subscriptions.RoutingKeys, inbox);
        try
        {
            await bus.StartAsync(stopping).WaitAsync(Patience, stopping);
            await queue.Start(bus).WaitAsync(Patience, stopping);
            _bus = bus;
            _log.LogInformation("Connected to RabbitMQ at {Host}:{Port}", _address.Host, _address.Port);
            signal.Set();
            while (!stopping.IsCancellationRequested && bus.CheckHealth().Status == BusHealthStatus.Healthy)
                await Task.Delay(LookEvery, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            _log.LogWarning("RabbitMQ answers, but not as it should ({Reason}); trying again", e.Message);
            await Task.Delay(LookEvery, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            _bus = null;
            await queue.Close();
            var stopped = Stop(bus, queue);
            if (stopping.IsCancellationRequested)
                await stopped; // Else the next one need not wait for this one's goodbye.
        }
    }

    private async Task Stop(IBusControl bus, Consuming queue)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await queue.Stop(patience.Token);
            await bus.StopAsync(patience.Token);
        }
        catch (Exception e)
        {
            // What it held is unacknowledged, and will be delivered again.
            _log.LogWarning("The old connection to RabbitMQ was not closed in an orderly way: {Reason}", e.Message);
        }
    }

    private async Task<bool> Answers(CancellationToken stopping)
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(_address.Host, Port, stopping).AsTask().WaitAsync(TimeSpan.FromSeconds(2), stopping);
            return true;
        }
        catch (Exception e) when (e is SocketException or TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    private int Port => _address.Port > 0 ? _address.Port : 5672;

    private IBusControl Make() => Bus.Factory.CreateUsingRabbitMq(bus =>
    {
        var user = _address.UserInfo.Split(':', 2);
        bus.Host(_address.Host, (ushort)Port, _address.AbsolutePath is "" or "/" ? "/" : Uri.UnescapeDataString(_address.AbsolutePath[1..]), host =>
        {
            host.Username(Uri.UnescapeDataString(user[0]));
            host.Password(Uri.UnescapeDataString(user.ElementAtOrDefault(1) ?? ""));
            host.Heartbeat(TimeSpan.FromSeconds(10));
            host.PublisherConfirmation = true;
        });
        bus.UseRawJsonSerializer(RawSerializerOptions.All, isDefault: true);
    });
}

/// <summary>The broker is not there, or did not confirm in time: nothing is lost, it is tried again.</summary>
internal sealed class BrokerAwayException(Exception? cause = null) : Exception("RabbitMQ is away", cause);
