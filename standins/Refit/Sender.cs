using System.Reflection;

namespace Refit;

/// <summary>Sends the request of a call and turns the answer into what the method returns.</summary>
internal sealed class Sender(HttpClient client, RefitSettings settings)
{
    private readonly RequestBuilder _requests = new(settings);

    /// <summary>The way from answer to result is chosen once, by the return type.</summary>
    public static Func<Sender, RestMethod, object?[], CancellationToken, object> For(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(Task))
        {
            return (sender, rest, arguments, cancellation) => sender.SendAsync(rest, arguments, cancellation);
        }

        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Task<>))
        {
            throw new ArgumentException(
                $"Method \"{method.Name}\" is invalid. All REST Methods must return either Task<T> or ValueTask<T> or IObservable<T>",
                nameof(method));
        }

        var result = type.GetGenericArguments()[0];
        return BodyTypeOfResponse(result) is { } body
            ? Close(nameof(SendForResponseAsync), result, body)
            : Close(nameof(SendForBodyAsync), result);
    }

    private static Func<Sender, RestMethod, object?[], CancellationToken, object> Close(string name, params Type[] types)
        => typeof(Sender).GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)!
            .MakeGenericMethod(types)
            .CreateDelegate<Func<Sender, RestMethod, object?[], CancellationToken, object>>();

    private static Type? BodyTypeOfResponse(Type result)
    {
        if (result == typeof(IApiResponse))
        {
            return typeof(HttpContent);
        }

        return result.IsGenericType
            && (result.GetGenericTypeDefinition() == typeof(ApiResponse<>)
                || result.GetGenericTypeDefinition() == typeof(IApiResponse<>))
            ? result.GetGenericArguments()[0]
            : null;
    }

    // These are the caller's to dispose.
    private static bool IsHandedOver(Type body)
        => body == typeof(HttpResponseMessage) || body == typeof(HttpContent) || body == typeof(Stream);

    private async Task SendAsync(RestMethod method, object?[] arguments, CancellationToken cancellation)
    {
        using var request = await RequestAsync(method, arguments).ConfigureAwait(false);
        using var response = await client.SendAsync(request, cancellation).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw await ApiException.OfStatusAsync(response, settings).ConfigureAwait(false);
        }
    }

    private async Task<T?> SendForBodyAsync<T>(RestMethod method, object?[] arguments, CancellationToken cancellation)
    {
        using var request = await RequestAsync(method, arguments).ConfigureAwait(false);
        var response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation)
            .ConfigureAwait(false);
        if (typeof(T) == typeof(HttpResponseMessage))
        {
            return (T)(object)response;
        }

        if (!response.IsSuccessStatusCode)
        {
            throw await ApiException.OfStatusAsync(response, settings).ConfigureAwait(false);
        }

        try
        {
            return await ReadAsync<T>(response, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            throw await ApiException.OfUnreadableBodyAsync(response, settings, failure).ConfigureAwait(false);
        }
        finally
        {
            if (!IsHandedOver(typeof(T)))
            {
                response.Dispose();
            }
        }
    }

    private async Task<T> SendForResponseAsync<T, TBody>(
        RestMethod method,
        object?[] arguments,
        CancellationToken cancellation)
    {
        using var request = await RequestAsync(method, arguments).ConfigureAwait(false);
        var response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation)
            .ConfigureAwait(false);
        try
        {
            var (body, error) = await ReadOrExplainAsync<TBody>(response, cancellation).ConfigureAwait(false);
            return (T)(object)new ApiResponse<TBody>(response, body, settings, error);
        }
        finally
        {
            if (!IsHandedOver(typeof(TBody)))
            {
                response.Dispose();
            }
        }
    }

    private async Task<(TBody? Body, ApiException? Error)> ReadOrExplainAsync<TBody>(
        HttpResponseMessage response,
        CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode)
        {
            return (default, await ApiException.OfStatusAsync(response, settings).ConfigureAwait(false));
        }

        try
        {
            return (await ReadAsync<TBody>(response, cancellation).ConfigureAwait(false), null);
        }
        catch (Exception failure)
        {
            return (default, await ApiException.OfUnreadableBodyAsync(response, settings, failure).ConfigureAwait(false));
        }
    }

    private async Task<HttpRequestMessage> RequestAsync(RestMethod method, object?[] arguments)
    {
        var basePath = client.BaseAddress?.AbsolutePath
            ?? throw new InvalidOperationException("BaseAddress must be set on the HttpClient instance");
        var request = _requests.Build(method, basePath, arguments);
        if (method.Buffered && request.Content is not null)
        {
            await request.Content.LoadIntoBufferAsync().ConfigureAwait(false);
        }

        return request;
    }

    private async Task<T?> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
    {
        object? raw = typeof(T) switch
        {
            var type when type == typeof(HttpResponseMessage) => response,
            var type when type == typeof(HttpContent) => response.Content,
            var type when type == typeof(Stream) =>
                await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false),
            var type when type == typeof(string) => await TextAsync(response, cancellation).ConfigureAwait(false),
            _ => null,
        };
        return raw is null
            ? await settings.ContentSerializer.FromHttpContentAsync<T>(response.Content, cancellation).ConfigureAwait(false)
            : (T)raw;
    }

    private static async Task<string> TextAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false));
        return await reader.ReadToEndAsync(cancellation).ConfigureAwait(false);
    }
}
