using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Venteliste;

/// <summary>Keeps the waiting list as it is now, for a tildelingsmøte or to be able to answer for it later.</summary>
internal static class TaOeyeblikksbilde
{
    /// <summary>What was kept.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Dag">The day.</param>
    public sealed record Response(Guid Id, DateOnly Dag);

    public static void Map(IEndpointRouteBuilder venteliste) => venteliste.MapPost("/oeyeblikksbilder", Handle)
        .Krever(Tilganger.AvgjoerSoeknader)
        .WithName(nameof(TaOeyeblikksbilde))
        .WithSummary("Ta vare på ventelisten slik den er nå")
        .WithDescription("Med kriteriene og det hver plass er regnet ut av. Kan sendes med Idempotency-Key. Koder: ingen egne.")
        .WithIdempotency();

    private static async Task<Created<Response>> Handle(BoligregisterDb db, Kommuneprofil profil, Bruker bruker, TimeProvider tid, HttpContext http)
    {
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(http.RequestAborted) : null;
        var (dag, vei) = (tid.Idag(), http.Request.Path.Value!.TrimEnd('/'));
        var (kriterier, plasser) = await Ventelisten.Plasser(db, profil.Venteliste, bruker, dag, http.RequestAborted);
        var id = await Ventelisten.Ta(db, bruker, dag, kriterier, plasser, http.RequestAborted);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(http.RequestAborted);
        return TypedResults.Created($"{vei}/{id}", new Response(id, dag));
    }
}
