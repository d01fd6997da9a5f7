using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>One dwelling with the statuses it has had.</summary>
internal static class HentBolig
{
    public static void Map(IEndpointRouteBuilder boliger) => boliger.MapGet("/{id:guid}", Handle)
        .Krever(Tilganger.LesBoliger)
        .WithName(nameof(HentBolig))
        .WithSummary("Hent en bolig med statushistorikk")
        .WithDescription("ETag i svaret brukes som If-Match når boligen endres. Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<BoligMedHistorikk>, ProblemHttpResult>> Handle(Guid id, BoligregisterDb db, HttpContext http)
    {
        var bolig = await db.Boliger.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, http.RequestAborted);
        if (bolig is null)
            return Problem.NotFound("Boligen");

        var tidligere = await db.Database
            .SqlQuery<Rad>($"SELECT status, fra, til FROM bolig_statushistorikk WHERE bolig_id = {id} ORDER BY fra, registrert")
            .ToListAsync(http.RequestAborted);
        var historikk = tidligere
            .Select(r => new Statusperiode(EnumNames<Boligstatus>.TryParse(r.Status, out var status) ? status : default, r.Fra, r.Til))
            .Append(new Statusperiode(bolig.Data.Status!.Value, bolig.Data.StatusFra!.Value, null));

        Etag.Set(http, bolig.Versjon);
        return TypedResults.Ok(new BoligMedHistorikk(bolig, [.. historikk]));
    }

    private sealed record Rad(string Status, DateOnly Fra, DateOnly Til);
}
