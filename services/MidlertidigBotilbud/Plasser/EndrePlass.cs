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
        .WithDescription("Krever If-Match med ETag-en fra siste svar. Koder: ugyldig (400), finnes-ikke (404), plass-finnes, plass-har-gjester (409), utdatert (412), tilbyder-finnes-ikke (422), if-match-mangler (428).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIfMatch();

    private static async Task<Results<Ok<PlassSvar>, ProblemHttpResult>> Handle(Guid id, Plassdata request, MidlertidigBotilbudDb db, Bruker bruker, HttpContext http)
    {
        if (!Etag.TryRead(http, out var versjon, out var utenVersjon))
            return utenVersjon;
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(http.RequestAborted) : null;
        if (await db.LaasPlass(id, bruker.Enhet, http.RequestAborted) is not { } plass)
            return Problem.NotFound("Plassen");
        var (data, problem) = await db.Kontroller(request, bruker.Enhet, http.RequestAborted);
        if (problem is not null)
            return problem;
        if (plass.Versjon != versjon)
            return Etag.Stale();
        if (data.Avviklet is { } avviklet && await db.Set<Plassbelegg>().Where(b => b.PlassId == id && b.OppholdId != null && b.Til > avviklet).MaxAsync(b => (DateOnly?)b.Til, http.RequestAborted) is { } opptattTil)
            return Problem.From(new("plass-har-gjester", $"Plassen har gjester, eller er bestilt, til {opptattTil:yyyy-MM-dd}. Flytt dem først, eller avvikle den fra da.", Felt: "avviklet"), StatusCodes.Status409Conflict);

        plass.Data = data;
        if (await db.TrySave(Plasskontroll.Skranker, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(http.RequestAborted);
        Etag.Set(http, plass.Versjon);
        return TypedResults.Ok(PlassSvar.Av(plass));
    }
}
