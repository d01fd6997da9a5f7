using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);

/// <summary>The console of each resource: the last lines of every process, and what the AppHost itself says about it.</summary>
public class ResourceLoggerService
{
    private const int Kept = 10_000;
    private readonly ConcurrentDictionary<string, Log> _logs = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider _time = TimeProvider.System;

    /// <summary>Called with every line and the resource's id; the host forwards to its own log.</summary>
    internal Action<string, LogLine>? Written { get; set; }

    public ILogger GetLogger(IResource resource) => new ResourceLogger(this, resource.ResourceIds());

    public ILogger GetLogger(string resourceName) => new ResourceLogger(this, [resourceName]);

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) => WatchAsync(resource.ResourceIds()[0]);

    /// <summary>The kept lines at once, then the new ones as they come.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName)
    {
        await foreach (var lines in Watch(resourceName, follow: true, CancellationToken.None))
        {
            yield return lines;
        }
    }

    /// <summary>The kept lines, of all replicas.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource) =>
        resource.ResourceIds().ToAsyncEnumerable().SelectMany(id => Watch(id, follow: false, CancellationToken.None));

    internal async IAsyncEnumerable<IReadOnlyList<LogLine>> Watch(string resourceId, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateUnbounded<LogLine>();
        var log = _logs.GetOrAdd(resourceId, _ => new Log());
        LogLine[] kept;
        lock (log)
        {
            kept = [.. log.Lines];
            log.Watchers.Add(channel.Writer);
        }

        try
        {
            if (kept.Length > 0)
            {
                yield return kept;
            }

            if (!follow)
            {
                yield break;
            }

            await foreach (var line in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return [line];
            }
        }
        finally
        {
            lock (log)
            {
                log.Watchers.Remove(channel.Writer);
            }
        }
    }

    internal void Write(string resourceId, string content, bool isError)
    {
        var log = _logs.GetOrAdd(resourceId, _ => new Log());
        LogLine line;
        lock (log)
        {
            line = new LogLine(++log.Count, content, isError);
            log.Lines.Enqueue(line);
            if (log.Lines.Count > Kept)
            {
                log.Lines.Dequeue();
            }

            foreach (var watcher in log.Watchers)
            {
                watcher.TryWrite(line);
            }
        }

        Written?.Invoke(resourceId, line);
    }

    private sealed class Log
    {
        public int Count { get; set; }

        public Queue<LogLine> Lines { get; } = new();

        public List<ChannelWriter<LogLine>> Watchers { get; } = [];
    }

    private sealed class ResourceLogger(ResourceLoggerService service, string[] ids) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var text = $"{service._time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffffffZ} [aspire] {formatter(state, exception)}{(exception is null ? "" : $" {exception.Message}")}";
            foreach (var id in ids)
            {
                service.Write(id, text, logLevel >= LogLevel.Error);
            }
        }
    }
}
