using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Refit;

/// <summary>An answer that says failure, or that could not be read; the body is kept as text.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Only an answer makes one.")]
public class ApiException : Exception
{
    protected ApiException(
        string exceptionMessage,
        HttpRequestMessage message,
        HttpMethod httpMethod,
        string? content,
        HttpStatusCode statusCode,
        string? reasonPhrase,
        HttpResponseHeaders headers,
        RefitSettings refitSettings,
        Exception? innerException = null)
        : base(exceptionMessage, innerException)
    {
        RequestMessage = message;
        HttpMethod = httpMethod;
        Content = content;
        StatusCode = statusCode;
        ReasonPhrase = reasonPhrase;
        Headers = headers;
        RefitSettings = refitSettings;
    }

    public HttpStatusCode StatusCode { get; }

    public string? ReasonPhrase { get; }

    public HttpResponseHeaders Headers { get; }

    public HttpMethod HttpMethod { get; }

    public Uri? Uri => RequestMessage.RequestUri;

    public HttpRequestMessage RequestMessage { get; }

    public HttpContentHeaders? ContentHeaders { get; private set; }

    public string? Content { get; private set; }

    [MemberNotNullWhen(true, nameof(Content))]
    public bool HasContent => !string.IsNullOrWhiteSpace(Content);

    public RefitSettings RefitSettings { get; }

    public async Task<T?> GetContentAsAsync<T>()
    {
        if (!HasContent)
        {
            return default;
        }

        using var content = new StringContent(Content);
        return await RefitSettings.ContentSerializer.FromHttpContentAsync<T>(content).ConfigureAwait(false);
    }

    internal static Task<ApiException> OfStatusAsync(HttpResponseMessage response, RefitSettings settings)
        => CreateAsync(MessageFor(response.StatusCode, response.ReasonPhrase), response, settings, null);

    internal static Task<ApiException> OfUnreadableBodyAsync(
        HttpResponseMessage response,
        RefitSettings settings,
        Exception cause)
        => CreateAsync("An error occured deserializing the response.", response, settings, cause);

    protected static string MessageFor(HttpStatusCode statusCode, string? reasonPhrase)
        => $"Response status code does not indicate success: {(int)statusCode} ({reasonPhrase}).";

    // A body that cannot be read must not hide the failure itself.
    private static async Task<ApiException> CreateAsync(
        string message,
        HttpResponseMessage response,
        RefitSettings settings,
        Exception? cause)
    {
        var request = response.RequestMessage!;
        var exception = new ApiException(
            message, request, request.Method, null, response.StatusCode, response.ReasonPhrase, response.Headers, settings, cause);

        try
        {
            exception.ContentHeaders = response.Content.Headers;
            exception.Content = await response.Content.ReadAsStringAsync().ConfigureAwait(false);

            if (string.Equals(
                response.Content.Headers.ContentType?.MediaType, "application/problem+json", StringComparison.Ordinal))
            {
                exception = ValidationApiException.Create(exception);
            }

            response.Content.Dispose();
        }
        catch (Exception)
        {
            return exception;
        }

        return exception;
    }
}

/// <summary>An <see cref="ApiException"/> whose body is problem details (RFC 7807).</summary>
[SuppressMessage("Design", "CA1032", Justification = "Only an answer makes one.")]
public class ValidationApiException : ApiException
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new ObjectToInferredTypesConverter() },
    };

    private ValidationApiException(ApiException exception)
        : base(
            MessageFor(exception.StatusCode, exception.ReasonPhrase),
            exception.RequestMessage,
            exception.HttpMethod,
            exception.Content,
            exception.StatusCode,
            exception.ReasonPhrase,
            exception.Headers,
            exception.RefitSettings)
    {
    }

    public new ProblemDetails? Content { get; private set; }

    public static ValidationApiException Create(ApiException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (!exception.HasContent)
        {
            throw new ArgumentException("Content must be an 'application/problem+json' compliant json string.", nameof(exception));
        }

        return new ValidationApiException(exception)
        {
            Content = JsonSerializer.Deserialize<ProblemDetails>(exception.Content, Options),
        };
    }
}
