using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>What takes messages from our queue for one bus, as long as that lives.</summary>
internal sealed class Consuming(string queue, MessagingOptions options, IEnumerable<string> routingKeys, Inbox inbox)
{
    private static int _channels;
    private HostReceiveEndpointHandle? _endpoint;
    private Numbered? _channel;

    /// <summary>Done when messages can come.</summary>
    public Task Start(IBusControl bus)
    {
        _endpoint = bus.ConnectReceiveEndpoint(queue, endpoint => Configure((IRabbitMqReceiveEndpointConfigurator)endpoint));
        return _endpoint.Ready;
    }

    /// <summary>From now on nothing more is taken, and what was is given back.</summary>
    public Task Close() => _channel?.Close() ?? Task.CompletedTask;

    /// <summary>
    /// By its own handle, before the bus is stopped: the bus passes over an endpoint whose connection has just broken, and that
    /// one would connect again a second later and go on consuming beside the next.
    /// </summary>
    public Task Stop(CancellationToken avbrutt) => _endpoint?.StopAsync(avbrutt) ?? Task.CompletedTask;

    private void Configure(IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        // One replica works, the others stand by: order needs it. A poison message is taken care of here, and must not be
        // thrown away by a limit on deliveries, which RabbitMQ 4 sets to 20 where nothing is said.
        endpoint.SetQuorumQueue();
        endpoint.SingleActiveConsumer = true;
        endpoint.SetQueueArgument("x-delivery-limit", 1_000_000);
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PrefetchCount = options.Prefetch;
        endpoint.ConcurrentMessageLimit = options.Prefetch;
        foreach (var key in routingKeys)
        {
            endpoint.Bind(options.Prefix + Envelope.Exchange, binding =>
            {
                binding.ExchangeType = "topic";
                binding.RoutingKey = key;
            });
        }

        endpoint.ConfigureChannel(pipe => pipe.UseExecute(context =>
            _channel = context.AddOrUpdatePayload(() => new Numbered(Interlocked.Increment(ref _channels), context.Channel), before => before)));
        endpoint.ConfigureReceive(pipe => pipe.UseFilter(new ToInbox(inbox)));
        endpoint.DiscardSkippedMessages();
    }

    /// <summary>A channel that messages come on, and its number among those of this process.</summary>
    private sealed record Numbered(int Number, IChannel Channel)
    {
        /// <summary>
        /// In one blow: RabbitMQ takes back what is not acknowledged, and delivers it again in order, before anything newer and
        /// to whoever's turn it is. MassTransit's own stop says goodbye first and gives back afterwards; in between the next
        /// replica is given what comes later.
        /// </summary>
        public async Task Close()
        {
            try
            {
                if (Channel.IsOpen)
                    await Channel.CloseAsync(200, "left", abort: true, CancellationToken.None);
            }
            catch (ObjectDisposedException)
            {
                // The connection broke at the same moment, and took the channel with it.
            }
        }
    }

    /// <summary>
    /// Takes every message as it comes, readable or not, before MassTransit looks into it: the inbox decides, and holds what
    /// it cannot apply. Acknowledged when the task is done.
    /// </summary>
    private sealed class ToInbox(Inbox inbox) : IFilter<ReceiveContext>
    {
        public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
        {
            var channel = context.GetPayload<ChannelContext>().GetPayload<Numbered>();
            try
            {
                await inbox.Receive(channel.Number, context.GetPayload<RabbitMqBasicConsumeContext>().DeliveryTag, context.Body.GetBytes());
            }
            catch (ChannelLeftException)
            {
                await channel.Close();
                throw;
            }
        }

        public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");
    }
}
