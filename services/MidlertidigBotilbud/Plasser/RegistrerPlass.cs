using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>A place that somebody can sleep in.</summary>
internal static class RegistrerPlass
{
    public static void Map(IEndpointRouteBuilder plasser) => plasser.MapPost("/", Handle)
        .Krever(Tilganger.Plasser)
        .WithName(nameof(RegistrerPlass))
        .WithSummary("Registrer en plass")
        .WithDescription("Én husstand om gangen. Kan sendes med Idempotency-Key. Koder: ugyldig (400), plass-finnes (409), tilbyder-finnes-ikke (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<PlassSvar>, ProblemHttpResult>> Handle(Plassdata request, MidlertidigBotilbudDb db, Bruker bruker, HttpContext http)
    {
        var (data, problem) = await db.Kontroller(request, bruker.Enhet, http.RequestAborted);
        if (problem is not null)
            return problem;
        var plass = new Plass { Enhet = bruker.Enhet, Data = data };
        db.Add(plass);
        if (await db.TrySave(Plasskontroll.Skranker, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);
        Etag.Set(http, plass.Versjon);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{plass.Id}", PlassSvar.Av(plass));
    }
}
