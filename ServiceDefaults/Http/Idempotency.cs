using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Boligsosial.ServiceDefaults.Http;

/// <summary>
/// <c>Idempotency-Key</c> on a creating POST: the same key and body within 24 hours gives the first answer again, word for
/// word; another body under the same key is refused (422). The key's row is written in the handler's own transaction, so
/// of two simultaneous requests the second waits in the database for the first, and a crash leaves neither answer nor
/// change behind. A key is the caller's own: another's says nothing of it. Answers from 500 up are not kept: the next try is a new one.
/// </summary>
public static class Idempotency
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 255;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>The endpoint honours Idempotency-Key.</summary>
    public static RouteHandlerBuilder WithIdempotency(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(Filter).WithMetadata(new IdempotencyMetadata());

    private static async ValueTask<object?> Filter(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0)
            return await next(invocation);
        if (key.Length > LongestKey)
            return Problem.From(new Avvisning("ugyldig-verdi", $"Idempotency-Key kan være på {LongestKey} tegn.", Felt: Header), StatusCodes.Status400BadRequest);

        var db = http.RequestServices.GetRequiredService<ServiceDbContext>();
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var endpoint = $"{http.Request.Method} {http.Request.Path} {Bruker.Of(http.User).Id}";
        var print = await Print(http.Request);

        db.Database.AutoSavepointsEnabled = true;
        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        await db.Database.ExecuteSqlAsync($"DELETE FROM idempotens WHERE opprettet < {now - Kept}", http.RequestAborted);

        // Waits here while another transaction holds the same key.
        var first = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO idempotens (noekkel, endepunkt, avtrykk, opprettet) VALUES ({key}, {endpoint}, {print}, {now}) ON CONFLICT DO NOTHING",
            http.RequestAborted) == 1;
        if (!first)
            return await Stored(transaction, endpoint, key, print, http.RequestAborted);

        var answer = await Capture(http, await next(invocation));
        if (answer.Status < 500)
        {
            await db.Database.ExecuteSqlAsync(
                $"UPDATE idempotens SET status = {answer.Status}, hoder = {JsonSerializer.Serialize(answer.Headers)}::jsonb, innhold = {answer.Body} WHERE noekkel = {key} AND endepunkt = {endpoint}",
                http.RequestAborted);
            await transaction.CommitAsync(http.RequestAborted);
        }

        return answer;
    }

    private static async Task<IResult> Stored(IDbContextTransaction transaction, string endpoint, string key, byte[] print, CancellationToken cancellation)
    {
        var command = new NpgsqlCommand(
            "SELECT avtrykk, status, hoder::text, innhold FROM idempotens WHERE noekkel = $1 AND endepunkt = $2",
            (NpgsqlConnection)transaction.GetDbTransaction().Connection!,
            (NpgsqlTransaction)transaction.GetDbTransaction())
        {
            Parameters = { new() { Value = key }, new() { Value = endpoint } },
        };
        await using (command)
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            await reader.ReadAsync(cancellation);
            if (!reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(print))
                return Problem.From(new Avvisning("idempotency-key-gjenbrukt", "Samme Idempotency-Key er brukt med et annet innhold.", Felt: Header));

            return new Answer(
                reader.GetInt32(1),
                JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(2))!,
                reader.GetFieldValue<byte[]>(3));
        }
    }

    /// <summary>Runs the handler's result into memory, so that it can be kept before it is sent.</summary>
    private static async Task<Answer> Capture(HttpContext http, object? result)
    {
        var real = http.Response.Body;
        using var memory = new MemoryStream();
        http.Response.Body = memory;
        try
        {
            await (result as IResult ?? TypedResults.Ok(result)).ExecuteAsync(http);
        }
        finally
        {
            http.Response.Body = real;
        }

        string[] kept = ["Content-Type", "Location", "ETag"];
        var headers = kept.Where(http.Response.Headers.ContainsKey).ToDictionary(h => h, h => http.Response.Headers[h].ToString(), StringComparer.Ordinal);
        return new(http.Response.StatusCode, headers, memory.ToArray());
    }

    /// <summary>The body was buffered by <see cref="Buffer"/> before it was bound; read it once more.</summary>
    private static async Task<byte[]> Print(HttpRequest request)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes(request.QueryString.Value ?? ""));
        request.Body.Position = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(8192);
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
            sha.AppendData(buffer, 0, read);
        ArrayPool<byte>.Shared.Return(buffer);
        return sha.GetHashAndReset();
    }

    /// <summary>Before binding: a request with a key to an endpoint that honours it is kept readable.</summary>
    internal static Task Buffer(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.ContainsKey(Header) && context.GetEndpoint()?.Metadata.GetMetadata<IdempotencyMetadata>() is not null)
            context.Request.EnableBuffering();
        return next(context);
    }

    /// <summary>Marks an endpoint that honours the header.</summary>
    internal sealed class IdempotencyMetadata;

    /// <summary>An answer as it was first given.</summary>
    private sealed record Answer(int Status, Dictionary<string, string> Headers, byte[] Body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = Status;
            foreach (var (name, value) in Headers)
                httpContext.Response.Headers[name] = value;
            httpContext.Response.ContentLength = Body.Length;
            return httpContext.Response.Body.WriteAsync(Body, httpContext.RequestAborted).AsTask();
        }
    }
}
