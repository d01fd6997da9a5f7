using System.Buffers.Binary;
using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Aspire.Hosting.Dashboard;

/// <summary>
/// As much of gRPC as the dashboard needs: one request message, one or many answers, a status at the end. A message is a
/// flag for compression (never used here), its length in four bytes, and its bytes; the status is a trailer.
/// </summary>
internal static class Grpc
{
    public const int Unauthenticated = 16;
    private const int Ok = 0;
    private const int Internal = 13;
    private const int Unimplemented = 12;
    private const int HeaderLength = 5;
    private const int LongestRequest = 4 * 1024 * 1024;

    public static void MapUnary<TRequest>(this IEndpointRouteBuilder app, string method, Func<TRequest, CancellationToken, Task<IMessage>> handle)
        where TRequest : IMessage, new() =>
        app.MapPost(method, context => AnswerAsync<TRequest>(context, async request => await WriteAsync(context, await handle(request, context.RequestAborted))));

    public static void MapStream<TRequest>(this IEndpointRouteBuilder app, string method, Func<TRequest, CancellationToken, IAsyncEnumerable<IMessage>> handle)
        where TRequest : IMessage, new() =>
        app.MapPost(method, context => AnswerAsync<TRequest>(context, async request =>
        {
            await foreach (var message in handle(request, context.RequestAborted))
            {
                await WriteAsync(context, message);
            }
        }));

    /// <summary>A conversation in which this side never says anything; it lasts until the other side, or the application, ends.</summary>
    public static void MapSilent(this IEndpointRouteBuilder app, string method, CancellationToken stopping) =>
        app.MapPost(method, async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.StartAsync(context.RequestAborted);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await Task.Delay(Timeout.Infinite, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.Abort();
        });

    public static void MapUnimplemented(this IEndpointRouteBuilder app, string service) =>
        app.MapPost($"{service}/{{method}}", (HttpContext context, string method) => EndAsync(context, Unimplemented, $"{method} is not served by this AppHost."));

    /// <summary>A status without any message: it stands among the headers, where a caller looks before it reads on.</summary>
    public static Task EndAsync(HttpContext context, int status, string reason)
    {
        context.Response.ContentType = "application/grpc";
        SetStatus(context.Response.Headers.Append, status, reason);
        return Task.CompletedTask;
    }

    private static async Task AnswerAsync<TRequest>(HttpContext context, Func<TRequest, Task> answer) where TRequest : IMessage, new()
    {
        try
        {
            var request = await ReadAsync<TRequest>(context.Request.Body, context.RequestAborted);
            context.Response.ContentType = "application/grpc";
            await answer(request);
            SetStatus(context.Response.AppendTrailer, Ok, "");
        }
        catch (OperationCanceledException)
        {
            context.Abort(); // Whoever asked is gone, or the application stops.
        }
        catch (Exception error) when (error is InvalidDataException or InvalidProtocolBufferException or EndOfStreamException)
        {
            SetStatus(context.Response.AppendTrailer, Internal, error.Message);
        }
    }

    private static async Task<TRequest> ReadAsync<TRequest>(Stream body, CancellationToken cancellationToken) where TRequest : IMessage, new()
    {
        var header = new byte[HeaderLength];
        await body.ReadExactlyAsync(header, cancellationToken);
        var length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        if (header[0] != 0 || length > LongestRequest)
        {
            throw new InvalidDataException("A compressed message, or one that is too long.");
        }

        var bytes = new byte[length];
        await body.ReadExactlyAsync(bytes, cancellationToken);
        var request = new TRequest();
        request.MergeFrom(bytes);
        return request;
    }

    private static async Task WriteAsync(HttpContext context, IMessage message)
    {
        var bytes = new byte[HeaderLength + message.CalculateSize()];
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), (uint)(bytes.Length - HeaderLength));
        message.WriteTo(bytes.AsSpan(HeaderLength));
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static void SetStatus(Action<string, StringValues> append, int status, string reason)
    {
        append("grpc-status", status.ToString(CultureInfo.InvariantCulture));
        append("grpc-message", Uri.EscapeDataString(reason));
    }
}
