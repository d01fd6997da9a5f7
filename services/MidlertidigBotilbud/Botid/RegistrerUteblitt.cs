using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>They never came. The place is free from the day it is known; nights it stood waiting are the provider's to be paid for, and none is the household's.</summary>
internal static class RegistrerUteblitt
{
    /// <summary>When it was known.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder opphold) => opphold.MapPost("/{id:guid}/uteblivelse", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(RegistrerUteblitt))
        .WithSummary("Registrer at de aldri kom")
        .WithDescription("Koder: finnes-ikke (404), opphold-ikke-loeper (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<OppholdSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http) =>
        db.EndreOpphold(id, bruker, logg, http, async opphold =>
        {
            var dato = request.Dato ?? tid.Idag();
            if (Datokontroll.Kontroller(dato, tid.Idag(), opphold.Fra) is { } feilDato)
                return Problem.From(feilDato);
            await db.LaasPlass(opphold.SisteRom.PlassId, bruker.Enhet, http.RequestAborted);
            db.Kutt(opphold, dato, 0);
            opphold.Utebli();
            return null;
        });
}
