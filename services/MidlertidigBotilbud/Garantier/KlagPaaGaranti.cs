using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>A klage over a vedtak on garanti or depositum, granted or refused. Too late, it is noted as such and may still be taken; after a year it cannot.</summary>
internal static class KlagPaaGaranti
{
    /// <summary>A klage.</summary>
    /// <param name="Grunn">What it says.</param>
    /// <param name="Dato">The day it came; today when left out.</param>
    public sealed record Request(string? Grunn, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder garanti) => garanti.MapPost("/klage", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(KlagPaaGaranti))
        .WithSummary("Registrer en klage på vedtaket om garanti eller depositum")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), klage-finnes (409), dato-for-tidlig, dato-i-framtiden, klage-over-ett-aar (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<GarantiSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Fritekst.Kreves("grunn", request.Grunn).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreGaranti(id, request.Dato, bruker, logg, http, (garanti, dato) => Task.FromResult(
            garanti.KontrollerKlage(dato) is { } regel ? Problem.From(regel) : garanti.Klag(dato, request.Grunn!).Nei()));
    }
}
