using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>Replaces what is registered of a place. What is booked already keeps its price and its days.</summary>
internal static class EndrePlass
{
    public static void Map(IEndpointRouteBuilder plasser) => plasser.MapPut("/{id:guid}", Handle)
        .Krever(Tilganger.Plasser)
        .WithName(nameof(EndrePlass))
        .WithSummary("Endre en plass")
        .WithDescription("Krever If-Match med ETag-en fra siste svar. Koder: ugyldig (400), finnes-ikke (404), plass-finnes (409), utdatert (412), tilbyder-finnes-ikke (422), if-match-mangler (428).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIfMatch();

    private static async Task<Results<Ok<PlassSvar>, ProblemHttpResult>> Handle(Guid id, Plassdata request, MidlertidigBotilbudDb db, Bruker bruker, HttpContext http)
    {
        if (!Etag.TryRead(http, out var versjon, out var utenVersjon))
            return utenVersjon;
        if (await db.Set<Plass>().SingleOrDefaultAsync(p => p.Id == id && p.Enhet == bruker.Enhet, http.RequestAborted) is not { } plass)
            return Problem.NotFound("Plassen");
        var (data, problem) = await db.Kontroller(request, bruker.Enhet, http.RequestAborted);
        if (problem is not null)
            return problem;
        if (plass.Versjon != versjon)
            return Etag.Stale();

        plass.Data = data;
        if (await db.TrySave(Plasskontroll.Skranker, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);
        Etag.Set(http, plass.Versjon);
        return TypedResults.Ok(PlassSvar.Av(plass));
    }
}
