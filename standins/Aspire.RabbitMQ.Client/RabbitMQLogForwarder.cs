using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace Aspire.RabbitMQ.Client;

/// <summary>RabbitMQ.Client logs to an event source only; this carries it to the host's logger «RabbitMQ.Client».</summary>
internal sealed class RabbitMQLogForwarder(ILoggerFactory loggers) : IDisposable
{
    private readonly ILogger _logger = loggers.CreateLogger("RabbitMQ.Client");
    private Listener? _listener;

    public void Start() => _listener ??= new Listener(Forward);

    public void Dispose() => _listener?.Dispose();

    private void Forward(EventWrittenEventArgs entry)
    {
        var text = entry.Payload is { Count: > 0 } payload ? payload[0]?.ToString() : null;
        var state = new List<KeyValuePair<string, object?>>();

        if (entry.Payload is { Count: 2 } withCause && withCause[1] is IDictionary<string, object?> cause)
        {
            AddCause(state, "exception.type", cause, "Type");
            AddCause(state, "exception.message", cause, "Message");
            AddCause(state, "exception.stacktrace", cause, "StackTrace");
            AddCause(state, "exception.innerexception", cause, "InnerException");
        }

        _logger.Log(LevelOf(entry.Level), new EventId(entry.EventId), state, null, (_, _) => text ?? "<empty>");
    }

    private static void AddCause(
        List<KeyValuePair<string, object?>> state,
        string name,
        IDictionary<string, object?> cause,
        string key)
    {
        if (cause.TryGetValue(key, out var value) && !string.IsNullOrEmpty(value?.ToString()))
        {
            state.Add(new(name, value));
        }
    }

    private static LogLevel LevelOf(EventLevel level) => level switch
    {
        EventLevel.Critical => LogLevel.Critical,
        EventLevel.Error => LogLevel.Error,
        EventLevel.Warning => LogLevel.Warning,
        EventLevel.Verbose => LogLevel.Debug,
        _ => LogLevel.Information,
    };

    private sealed class Listener : EventListener
    {
        private readonly Lock _gate = new();
        private readonly Action<EventWrittenEventArgs>? _forward;
        private readonly List<EventSource>? _early = [];

        public Listener(Action<EventWrittenEventArgs> forward)
        {
            _forward = forward;
            List<EventSource> early;
            lock (_gate)
            {
                early = _early ?? [];
                _early = null;
            }

            early.ForEach(Listen);
        }

        // The base constructor calls this for sources that already exist, before the constructor above has run.
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            lock (_gate)
            {
                if (_early is not null)
                {
                    _early.Add(eventSource);
                    return;
                }
            }

            Listen(eventSource);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventId >= 0)
            {
                _forward?.Invoke(eventData);
            }
        }

        private void Listen(EventSource source)
        {
            if (source.Name is "rabbitmq-dotnet-client" or "rabbitmq-client")
            {
                EnableEvents(source, EventLevel.Verbose);
            }
        }
    }
}
