using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>One lease.</summary>
internal static class HentLeieforhold
{
    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapGet("/{id:guid}", Handle)
        .Krever(Tilganger.LesLeieforhold)
        .WithName(nameof(HentLeieforhold))
        .WithSummary("Hent et leieforhold med avtaler, leie, oppsigelser og protokoller")
        .WithDescription("Leieforhold i enheten din. Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<LeieforholdMedHistorikk>, ProblemHttpResult>> Handle(Guid id, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        if (await db.Synlige(bruker).MedAlt().SingleOrDefaultAsync(l => l.Id == id, http.RequestAborted) is not { } leieforhold)
            return Problem.NotFound("Leieforholdet");

        await logg.Les(bruker, leieforhold.Lest(), http.RequestAborted);
        Etag.Set(http, leieforhold.Versjon);
        return TypedResults.Ok(new LeieforholdMedHistorikk(leieforhold));
    }
}
