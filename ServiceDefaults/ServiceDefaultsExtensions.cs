using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Boligsosial.ServiceDefaults.Redaction;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Boligsosial.ServiceDefaults;

/// <summary>What every process has (<see cref="AddWebDefaults"/>) and what every service has beside it.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>More than a service has questions that it asks often; each costs every connection some tens of kB.</summary>
    private const int MaxAutoPrepare = 100;

    /// <summary>
    /// Connections of a process where the connection string says nothing else. More callers than that wait in the process for some ms, which costs less than as many
    /// backends that take turns; and a server has a hundred for all services and their replicas.
    /// </summary>
    private const int MaxPoolSize = 16;

    /// <summary>Telemetry, access, health, problems, graceful shutdown: for the gateway and, through the next, for services.</summary>
    public static void AddWebDefaults(this WebApplicationBuilder builder, string navn)
    {
        builder.AddTelemetry();
        builder.AddAccess(navn);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHostedService<MemoryAtRest>();
        builder.Services.AddHealthChecks();
        builder.Services.AddProblemDetails(o => o.CustomizeProblemDetails = Problem.Complete);
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
    }

    /// <summary>
    /// A service with its own database (connection string <c>{navn}-db</c>) and the broker (<c>rabbitmq</c>). It starts
    /// without either, says so in <c>/health</c>, and goes to work when they are there.
    /// </summary>
    public static void AddServiceDefaults<TDb>(this WebApplicationBuilder builder, string navn)
        where TDb : ServiceDbContext
    {
        builder.AddWebDefaults(navn);

        // Telemetry listens to Npgsql's and RabbitMQ's own sources already.
        builder.AddNpgsqlDataSource($"{navn}-db", s => (s.DisableTracing, s.DisableMetrics) = (true, true), s => Tune(s.ConnectionStringBuilder));
        // No retries inside: a health check that finds the broker away says so at once and asks again next time.
        builder.AddRabbitMQClient("rabbitmq", s => (s.DisableTracing, s.MaxConnectRetryCount) = (true, 0));

        builder.Services.AddDbContextPool<TDb>((sp, o) => o
            .UseNpgsql(sp.GetRequiredService<NpgsqlDataSource>())
            // Two who register the same at once is an ordinary day (409). What nobody expected, whoever meets it at the top logs: problems, messages, the host.
            .ConfigureWarnings(w => w.Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)))
            .AddInterceptors(new OutboxSignal.OnSave(sp.GetRequiredService<OutboxSignal>()), new OutboxSignal.OnCommit(sp.GetRequiredService<OutboxSignal>())));
        builder.Services.AddScoped<ServiceDbContext>(sp => sp.GetRequiredService<TDb>());
        builder.Services.AddSingleton(sp => ActivatorUtilities.CreateInstance<Migrator>(sp, typeof(TDb).Assembly));
        builder.Services.AddHostedService(sp => sp.GetRequiredService<Migrator>());
        builder.AddMessaging(navn, typeof(TDb).Assembly);
        builder.AddPersons(navn, typeof(TDb).Assembly);
        builder.Services.AddHealth();

        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new EnumNamesConverterFactory());
            o.SerializerOptions.UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip;
            o.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
            o.SerializerOptions.MaxDepth = 32;
        });
    }

    /// <summary>
    /// For many short questions: one that is asked often is read and planned by Postgres once for each connection, and none is compiled.
    /// Compiling takes tens of ms, and Postgres does it when it fears a large table, whatever the index then finds. Nothing is set for longer than a transaction
    /// (<c>SET LOCAL</c>, <c>ON COMMIT DROP</c>), so a connection is not cleaned with seven statements each time it is taken from the pool.
    /// </summary>
    private static void Tune(NpgsqlConnectionStringBuilder connection)
    {
        (connection.MaxAutoPrepare, connection.NoResetOnClose, connection.Options) = (MaxAutoPrepare, true, $"{connection.Options} -c jit=off");
        if (connection.MaxPoolSize == new NpgsqlConnectionStringBuilder().MaxPoolSize)
            connection.MaxPoolSize = MaxPoolSize;
    }

    /// <summary>The pipeline that goes with <see cref="AddWebDefaults"/>.</summary>
    public static void UseWebDefaults(this WebApplication app)
    {
        app.Use(NumberInAddress.Refuse);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.MapHealth();
    }

    /// <summary>
    /// The pipeline of a service; returns the group that its endpoints live in, <c>/api/v1/{navn}</c>. An endpoint that does
    /// not say whom it lets in (<see cref="TilgangExtensions.Krever{T}"/>) lets in nobody.
    /// </summary>
    public static RouteGroupBuilder UseServiceDefaults(this WebApplication app, string navn, Persontilganger personer)
    {
        app.UseWebDefaults();
        app.UseAuthorization();
        app.Use(WaitForMigration);
        app.Use(next => context => Idempotency.Buffer(context, next));
        // Only the one that there is: to others the framework would answer 404 in words of its own.
        app.MapOpenApi($"/openapi/{{documentName:regex(^{navn}$)}}.json").Krever(Tilgang.Api);
        var api = app.MapGroup($"/api/v1/{navn}");
        var drift = api.MapGroup("/drift").WithTags("Drift").Krever(Tilgang.Drift);
        DeadLetters.Map(drift);
        Reactions.Map(drift);
        KeyRotation.Map(drift);
        AccessLogEndpoints.Map(api, drift, personer.Leder);
        PersonEndpoints.Map(api, personer);
        return api;
    }

    private static RequestDelegate WaitForMigration(RequestDelegate next) => context =>
    {
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.RequestServices.GetRequiredService<Migrator>().Done)
            return next(context);

        context.Response.Headers.RetryAfter = "5";
        return TypedResults.Problem(
            Problem.Of(StatusCodes.Status503ServiceUnavailable, "utilgjengelig", "Tjenesten starter og venter på databasen. Prøv igjen om litt.")).ExecuteAsync(context);
    };
}
