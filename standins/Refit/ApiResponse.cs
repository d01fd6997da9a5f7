using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;

namespace Refit;

/// <summary>An answer with status and headers, which does not throw when it says failure.</summary>
public interface IApiResponse : IDisposable
{
    HttpResponseHeaders Headers { get; }

    HttpContentHeaders? ContentHeaders { get; }

    /// <summary>The status says success; the body may still have been unreadable.</summary>
    [MemberNotNullWhen(true, nameof(ContentHeaders))]
    [MemberNotNullWhen(false, nameof(Error))]
    bool IsSuccessStatusCode { get; }

    /// <summary>The status says success and the body was read.</summary>
    [MemberNotNullWhen(true, nameof(ContentHeaders))]
    [MemberNotNullWhen(false, nameof(Error))]
    bool IsSuccessful { get; }

    HttpStatusCode StatusCode { get; }

    string? ReasonPhrase { get; }

    HttpRequestMessage? RequestMessage { get; }

    Version Version { get; }

    ApiException? Error { get; }
}

/// <summary>An answer with status and headers and a body.</summary>
public interface IApiResponse<out T> : IApiResponse
{
    new ApiException? Error { get; }

    new HttpContentHeaders? ContentHeaders { get; }

    [MemberNotNullWhen(true, nameof(ContentHeaders))]
    [MemberNotNullWhen(false, nameof(Error))]
    new bool IsSuccessStatusCode { get; }

    [MemberNotNullWhen(true, nameof(Content))]
    [MemberNotNullWhen(true, nameof(ContentHeaders))]
    [MemberNotNullWhen(false, nameof(Error))]
    new bool IsSuccessful { get; }

    T? Content { get; }
}

public sealed class ApiResponse<T>(
    HttpResponseMessage response,
    T? content,
    RefitSettings settings,
    ApiException? error = null) : IApiResponse<T>
{
    private readonly HttpResponseMessage _response = response ?? throw new ArgumentNullException(nameof(response));

    public T? Content { get; } = content;

    public RefitSettings Settings { get; } = settings;

    public HttpResponseHeaders Headers => _response.Headers;

    public HttpContentHeaders? ContentHeaders => _response.Content?.Headers;

    [MemberNotNullWhen(true, nameof(ContentHeaders))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccessStatusCode => _response.IsSuccessStatusCode;

    [MemberNotNullWhen(true, nameof(Content))]
    [MemberNotNullWhen(true, nameof(ContentHeaders))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccessful => IsSuccessStatusCode && Error is null;

    public string? ReasonPhrase => _response.ReasonPhrase;

    public HttpRequestMessage? RequestMessage => _response.RequestMessage;

    public HttpStatusCode StatusCode => _response.StatusCode;

    public Version Version => _response.Version;

    public ApiException? Error { get; } = error;

    public void Dispose() => _response.Dispose();

    public Task<ApiResponse<T>> EnsureSuccessStatusCodeAsync() => ThrowUnlessAsync(IsSuccessStatusCode);

    public Task<ApiResponse<T>> EnsureSuccessfulAsync() => ThrowUnlessAsync(IsSuccessful);

    private async Task<ApiResponse<T>> ThrowUnlessAsync(bool success)
    {
        if (success)
        {
            return this;
        }

        var failure = Error ?? await ApiException.OfStatusAsync(_response, Settings).ConfigureAwait(false);
        Dispose();
        throw failure;
    }
}
