using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Boligsosial.ServiceDefaults.Redaction;

/// <summary>
/// Masks log lines before any provider sees them, so that console, OTLP and whatever comes later need nothing of their own.
/// Scopes pass as they are; no provider of ours writes them (<c>IncludeScopes</c>).
/// </summary>
internal sealed class RedactedLogs(ILoggerFactory inner) : ILoggerFactory
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<LoggerFactory>();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(sp => new RedactedLogs(sp.GetRequiredService<LoggerFactory>())));
    }

    public ILogger CreateLogger(string categoryName) => new Logger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class Logger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!inner.IsEnabled(logLevel))
                return;

            var message = formatter(state, exception);
            var fields = state as IEnumerable<KeyValuePair<string, object?>> ?? [];
            if (!Redact.Finds(message) && !Redact.Finds(exception?.ToString()) && fields.All(f => ReferenceEquals(Redact.Value(f.Value), f.Value)))
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
                return;
            }

            message = Redact.Text(message);
            List<KeyValuePair<string, object?>> redacted = [.. fields.Select(f => KeyValuePair.Create(f.Key, Redact.Value(f.Value)))];
            inner.Log(logLevel, eventId, redacted, exception is null ? null : new Redacted(exception), (_, _) => message);
        }
    }

    /// <summary>Says the same as the exception; what type it was, stands in the text.</summary>
    private sealed class Redacted(Exception original) : Exception(Redact.Text(original.Message))
    {
        private readonly string _text = Redact.Text(original.ToString());

        public override string ToString() => _text;
    }
}
