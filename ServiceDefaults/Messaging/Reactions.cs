using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>For operators, in every service: what it does when something has happened in another, and rebuilding that.</summary>
internal static class Reactions
{
    public static void Map(IEndpointRouteBuilder drift)
    {
        drift.MapGet("/mottakere", List).WithName("HentMottakere")
            .WithSummary("Det tjenesten gjør når noe har skjedd i en annen")
            .WithDescription("Hvordan det står til med hver: om den bygges på nytt, hva som venter og hva som er dødt.");
        drift.MapPost("/mottakere/{navn}/gjenoppbygging", Start).WithName("GjenoppbyggMottaker")
            .WithSummary("Kast det en mottaker har bygd opp, og bygg det på nytt av utgiverens historikk")
            .WithDescription("Nye meldinger venter til historikken er lest. Koder: ugyldig (400), finnes-ikke (404), kan-ikke-gjenoppbygges (422).")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);
    }

    /// <summary>A reaction.</summary>
    /// <param name="Navn">Its name.</param>
    /// <param name="Gjenoppbygges">Whether it is taking history now.</param>
    /// <param name="Siden">Since when it does or does not.</param>
    /// <param name="StartetAv">Who asked for the last rebuild; «ny» for the first, which comes by itself.</param>
    /// <param name="Venter">Messages that wait: for another attempt, an earlier message, or the history.</param>
    /// <param name="Doede">Dead letters.</param>
    public sealed record Mottaker(string Navn, bool Gjenoppbygges, DateTimeOffset Siden, string StartetAv, int Venter, int Doede);

    /// <summary>All of them.</summary>
    public sealed record Mottakere(IReadOnlyList<Mottaker> Innhold);

    /// <summary>A rebuild.</summary>
    /// <param name="UtfoertAv">The name of the person who decides it.</param>
    public sealed record Gjenoppbygging(string? UtfoertAv);

    private static async Task<Ok<Mottakere>> List(ServiceDbContext db, CancellationToken avbrutt) => TypedResults.Ok(new Mottakere(await db.Database.SqlQuery<Mottaker>(
        $"""
        SELECT s.consumer AS "Navn", rebuilding AS "Gjenoppbygges", since AS "Siden", started_by AS "StartetAv",
               count(h.id) FILTER (WHERE state IN ('retry', 'behind', 'rebuild'))::int AS "Venter", count(h.id) FILTER (WHERE state = 'dead')::int AS "Doede"
        FROM subscription s LEFT JOIN inbox_held h USING (consumer) GROUP BY s.consumer ORDER BY s.consumer
        """).ToListAsync(avbrutt)));

    private static async Task<Results<Accepted, ProblemHttpResult>> Start(
        string navn, Gjenoppbygging request, ServiceDbContext db, Subscriptions subscriptions, HeldSignal held, IServiceProvider services, CancellationToken avbrutt)
    {
        if (subscriptions.Named(navn) is not { } subscription)
            return Problem.NotFound("Mottakeren");
        if (DeadLetters.Mangler(("utfoertAv", request.UtfoertAv)) is { Count: > 0 } feil)
            return Problem.Invalid(feil);
        try
        {
            if (!await Rebuild.Start(db, subscription, services, request.UtfoertAv!, avbrutt))
                return Problem.NotFound("Mottakeren");
        }
        catch (NotSupportedException)
        {
            return Problem.From(new Avvisning("kan-ikke-gjenoppbygges", "Denne mottakeren har virkninger som ikke kan kastes og bygges på nytt."));
        }

        held.Set();
        return TypedResults.Accepted((string?)null);
    }
}
