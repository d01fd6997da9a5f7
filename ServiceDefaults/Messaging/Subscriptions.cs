using System.Reflection;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>The reactions of this service: every <see cref="Naar{TEvent}"/> of its assembly.</summary>
internal sealed class Subscriptions
{
    private readonly Dictionary<string, List<Subscription>> _byEvent;

    public Subscriptions(string service, Assembly assembly)
    {
        Service = service;
        All = [.. assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(Naar))).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => new Subscription(t))];
        _byEvent = All.GroupBy(s => s.Event, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
    }

    /// <summary>This service, and its queue.</summary>
    public string Service { get; }

    public IReadOnlyList<Subscription> All { get; }

    /// <summary>What the queue is bound to: the events that are reacted to, and requests for this service's own history.</summary>
    public IEnumerable<string> RoutingKeys => _byEvent.Keys.Append(Rebuild.RequestTo(Service));

    public IReadOnlyList<Subscription> To(string type) => _byEvent.GetValueOrDefault(type, []);

    public Subscription? Named(string consumer) => All.FirstOrDefault(s => s.Consumer == consumer);
}

/// <summary>One reaction.</summary>
internal sealed record Subscription(Type Type)
{
    /// <summary>Its name in tables, metrics and the operators' endpoints: renaming the class makes it a new reaction.</summary>
    public string Consumer => Type.Name;

    public Type Contract { get; } = EventOf(Type);

    /// <summary>«boligregister.bolig-endret».</summary>
    public string Event => Envelope.NameOf(Contract);

    /// <summary>«boligregister».</summary>
    public string Source => Event[..Event.IndexOf('.', StringComparison.Ordinal)];

    private static Type EventOf(Type? type) =>
        type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Naar<>) ? type.GenericTypeArguments[0] : EventOf(type!.BaseType);
}
