using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>They stay longer in the room they have. How long they have been there stops nothing: that is for people to follow up.</summary>
internal static class ForlengOpphold
{
    /// <summary>Until when.</summary>
    /// <param name="Avreise">The new day of departure, after the one that is agreed.</param>
    public sealed record Request([property: Required] DateOnly? Avreise);

    public static void Map(IEndpointRouteBuilder opphold) => opphold.MapPost("/{id:guid}/forlengelse", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(ForlengOpphold))
        .WithSummary("Forleng et opphold")
        .WithDescription("Er rommet bestilt av andre, flytt oppholdet i stedet. Over tre måneder stopper ingenting: svaret varsler (varsler), og husstanden står på lista. Koder: ugyldig (400), finnes-ikke (404), opphold-ikke-loeper, plass-opptatt (409), dato-for-tidlig, plass-tilbys-ikke (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<OppholdSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreOpphold(id, bruker, logg, http, async opphold =>
        {
            var avreise = request.Avreise!.Value;
            if (avreise > opphold.Til.AddYears(1))
                return Problem.Invalid([new Avvisning("ugyldig-verdi", "Må være innen et år etter den avtalte.", Felt: "avreise")]);
            if (avreise <= opphold.Til)
                return Problem.From(new("dato-for-tidlig", $"Må være etter {opphold.Til:yyyy-MM-dd}.", Felt: "avreise"));
            var rom = opphold.SisteRom;
            var plass = await db.LaasPlass(rom.PlassId, bruker.Enhet, http.RequestAborted);
            if (plass!.Data.KontrollerTilbud(rom.Fra, avreise, "avreise") is { } ikkeTilbud)
                return Problem.From(ikkeTilbud);
            (opphold.Til, rom.Til, rom.Klar) = (avreise, avreise, avreise.AddDays(plass.Data.KlargjoeringDager));
            return null;
        });
}
