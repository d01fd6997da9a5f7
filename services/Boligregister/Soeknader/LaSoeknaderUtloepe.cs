using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>
/// Writes down what has lapsed and tells others, all of it in one statement. A lapsed application is treated as such from
/// the day after its last, whether or not this has run: a nightly job calls it so that others get to know. While an offer
/// waits for its answer the application waits too: who is offered a dwelling on the last day can say yes until the svarfrist.
/// </summary>
internal static class LaSoeknaderUtloepe
{
    /// <summary>How many lapsed now.</summary>
    public sealed record Response(int Antall);

    public static void Map(IEndpointRouteBuilder soeknader) => soeknader.MapPost("/utloep", Handle)
        .Krever(Tilganger.AvgjoerSoeknader)
        .WithName(nameof(LaSoeknaderUtloepe))
        .WithSummary("Før søknader som er gått ut på dato, som utløpt")
        .WithDescription("Alle i enheten din, også dem du ikke ser. Kan kalles så ofte man vil. Koder: ingen egne.");

    private static async Task<Ok<Response>> Handle(BoligregisterDb db, Bruker bruker, TimeProvider tid, CancellationToken avbrutt)
    {
        await using var transaksjon = await db.Database.BeginTransactionAsync(avbrutt);
        var idag = tid.Idag();
        var utloept = await db.Database.SqlQuery<Utloept>(
            $"""
            UPDATE soeknad s SET status = 'utloept', avsluttet = gyldig_til + 1
            WHERE enhet = {bruker.Enhet} AND status IN ('mottatt', 'innvilget') AND gyldig_til < {idag}
              AND NOT EXISTS (SELECT FROM tilbud t WHERE t.soeknad_id = s.id AND t.status = 'sendt') RETURNING id AS "Id", avsluttet AS "Dato"
            """).ToListAsync(avbrutt);
        await db.Publish(utloept.Select(u => new SoeknadAvsluttet(u.Id, "utloept", u.Dato)), avbrutt);
        await transaksjon.CommitAsync(avbrutt);
        return TypedResults.Ok(new Response(utloept.Count));
    }

    internal sealed record Utloept(Guid Id, DateOnly Dato);
}
