using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>Takes a dwelling of an agreement into use: whichever is vacant, as long as there are not too many at once.</summary>
internal static class TilvisBolig
{
    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["tilvisning_tak"] = new("tilvisning-full", "Avtalen har ikke plass til flere boliger samtidig i perioden."),
        ["tilvisning_boenhet"] = new("boenhet-i-bruk", "Boenheten er i bruk i hele eller deler av perioden.", Felt: "boenhet"),
    };

    /// <summary>A dwelling to take into use. Nothing of who is going to live there: the owner lets.</summary>
    /// <param name="Boenhet">What it is called in the project: «H0203».</param>
    /// <param name="Dato">First day; today when left out.</param>
    public sealed record Request([property: Required, StringLength(50, MinimumLength = 1)] string? Boenhet, DateOnly? Dato);

    /// <summary>A dwelling in use.</summary>
    /// <param name="Id">The id.</param>
    /// <param name="AvtaleId">The agreement.</param>
    /// <param name="Boenhet">What it is called in the project.</param>
    /// <param name="Fra">First day.</param>
    /// <param name="Til">The day after the last; null while it lasts.</param>
    public sealed record Response(Guid Id, Guid AvtaleId, string Boenhet, DateOnly Fra, DateOnly? Til);

    public static void Map(IEndpointRouteBuilder avtaler) => avtaler.MapPost("/{id:guid}/tilvisninger", Handle)
        .Krever(Tilganger.EndreBoligmasse)
        .WithName(nameof(TilvisBolig))
        .WithSummary("Ta en bolig i bruk ved tilvisning")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), tilvisning-full, boenhet-i-bruk, avtalen-loeper-ikke (409), dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Guid id, Request request, BoligregisterDb db, TimeProvider tid, HttpContext http)
    {
        var (idag, boenhet) = (tid.Idag(), request.Boenhet!.Trim().ToUpperInvariant());
        var dato = request.Dato ?? idag;
        var feil = Fritekst.Kreves("boenhet", boenhet).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (Datokontroll.Kontroller(dato, idag) is { } framtid)
            return Problem.From(framtid);
        if (await db.Set<Tilvisningsavtale>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, http.RequestAborted) is not { } avtale)
            return Problem.NotFound("Avtalen");
        if (dato < avtale.Fra || dato >= avtale.Til)
            return Problem.From(new("avtalen-loeper-ikke", $"Avtalen gjelder fra {avtale.Fra:yyyy-MM-dd} til {avtale.Til:yyyy-MM-dd}.", Felt: "dato"), StatusCodes.Status409Conflict);

        var tilvisning = new Tilvisning { Id = Guid.CreateVersion7(), AvtaleId = id, Boenhet = boenhet, Fra = dato };
        db.Add(tilvisning);
        if (await db.TrySave(Skranker, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);
        return TypedResults.Created($"{http.Request.Path}/{tilvisning.Id}", new Response(tilvisning.Id, id, boenhet, dato, Til: null));
    }
}
