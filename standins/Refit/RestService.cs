using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Refit;

/// <summary>Makes a client of an interface with HTTP attributes.</summary>
public static class RestService
{
    public static T For<T>(HttpClient client) => For<T>(client, settings: null);

    public static T For<T>(HttpClient client, RefitSettings? settings)
    {
        settings ??= new RefitSettings();
        var methods = HttpMethodsOf(typeof(T)).ToDictionary(
            method => method,
            method => new RestMethod(method, settings));

        if (methods.Count == 0)
        {
            throw new InvalidOperationException(
                $"{typeof(T).Name} doesn't look like a Refit interface. Make sure it has at least one " +
                "method with a Refit HTTP method attribute and Refit is installed in the project.");
        }

        var proxy = DispatchProxy.Create<T, RestProxy>();
        ((RestProxy)(object)proxy!).Use(client, settings, methods);
        return proxy;
    }

    private static IEnumerable<MethodInfo> HttpMethodsOf(Type type)
        => type.GetInterfaces().Prepend(type)
            .SelectMany(each => each.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(method => method.IsAbstract && method.GetCustomAttribute<HttpMethodAttribute>() is not null);
}

/// <summary>The object behind the interface: every call becomes a request.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it.")]
internal class RestProxy : DispatchProxy
{
    private Sender _sender = null!;
    private IReadOnlyDictionary<MethodInfo, RestMethod> _methods = null!;

    public void Use(HttpClient client, RefitSettings settings, IReadOnlyDictionary<MethodInfo, RestMethod> methods)
    {
        _sender = new Sender(client, settings);
        _methods = methods;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod is null || !_methods.TryGetValue(targetMethod, out var method))
        {
            throw new NotSupportedException($"{targetMethod?.Name} has no HTTP method attribute.");
        }

        return method.Send(_sender, args ?? []);
    }
}
