using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>Somebody has places that NAV may use.</summary>
internal static class RegistrerTilbyder
{
    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["tilbyder_navn"] = new("tilbyder-finnes", "Det finnes en tilbyder med dette navnet.", Felt: "navn"),
    };

    /// <summary>A provider.</summary>
    /// <param name="Navn">«Blå Kors».</param>
    /// <param name="Type">«kommunal», «ideell» or «privat».</param>
    public sealed record Request([property: Required, StringLength(100, MinimumLength = 1)] string? Navn, [property: Required] Tilbydertype? Type);

    /// <summary>The provider.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Navn">Its name.</param>
    /// <param name="Type">Whose it is.</param>
    public sealed record Response(Guid Id, string Navn, Tilbydertype Type);

    public static void Map(IEndpointRouteBuilder tilbydere) => tilbydere.MapPost("/", Handle)
        .Krever(Tilganger.Plasser)
        .WithName(nameof(RegistrerTilbyder))
        .WithSummary("Registrer en tilbyder av plasser")
        .WithDescription("Kan sendes med Idempotency-Key. Koder: ugyldig (400), tilbyder-finnes (409).")
        .ProducesProblem(400).ProducesProblem(409)
        .WithIdempotency();

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Request request, MidlertidigBotilbudDb db, Bruker bruker, HttpContext http)
    {
        var feil = Fritekst.Kreves("navn", request.Navn).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        var tilbyder = new Tilbyder { Enhet = bruker.Enhet, Navn = request.Navn!.Trim(), Type = request.Type!.Value };
        db.Add(tilbyder);
        if (await db.TrySave(Skranker, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{tilbyder.Id}", new Response(tilbyder.Id, tilbyder.Navn, tilbyder.Type));
    }
}
