using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Boligsosial.Bench;

/// <summary>
/// A service of the packages that ours use, with next to nothing in it: one table, one queue, one address. What it holds is the packages' and the runtime's own.
/// Without MassTransit, which only one folder knows.
/// </summary>
internal static class BarTjeneste
{
    public static async Task Kjoer(string database, string rabbitMq)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.AddOpenTelemetry(l => l.AddOtlpExporter());
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().AddSource("Microsoft.AspNetCore", "System.Net.Http", "Npgsql").AddOtlpExporter().Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().AddMeter("Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "Npgsql").AddOtlpExporter().Build());
        builder.Services.AddDbContextPool<Db>(o => o.UseNpgsql(database));
        builder.Services.AddAuthentication().AddJwtBearer(o => (o.Authority, o.RequireHttpsMetadata) = ("http://utsteder", false));
        builder.Services.AddAuthorization();
        builder.Services.AddOpenApi();

        await using var app = builder.Build();
        app.Services.GetRequiredService<TracerProvider>();
        app.Services.GetRequiredService<MeterProvider>();
        app.MapGet("/health", async (Db db) => await db.Rader.CountAsync());
        app.MapOpenApi();
        await using var forbindelse = await new ConnectionFactory { Uri = new Uri(rabbitMq) }.CreateConnectionAsync();
        await using var kanal = await forbindelse.CreateChannelAsync();
        await kanal.BasicConsumeAsync((await kanal.QueueDeclareAsync()).QueueName, autoAck: true, new AsyncEventingBasicConsumer(kanal));
        await app.StartAsync();
        // Ours collect at rest as well; what the C library keeps, they give back and this does not.
        using var rydding = new Timer(_ => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true), null, TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);
        await app.WaitForShutdownAsync();
    }

    private sealed class Db(DbContextOptions<Db> valg) : DbContext(valg)
    {
        public DbSet<Rad> Rader => Set<Rad>();
    }

    private sealed class Rad
    {
        public Guid Id { get; init; }
    }
}
