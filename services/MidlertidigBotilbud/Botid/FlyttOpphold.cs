using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.MidlertidigBotilbud.Plasser.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>They go on staying, in another room. It is the same stay: the clock goes on.</summary>
internal static class FlyttOpphold
{
    /// <summary>Where and when.</summary>
    /// <param name="PlassId">The new place.</param>
    /// <param name="Dato">First night there.</param>
    /// <param name="Begrunnelse">Why this place, when it does not suit in all.</param>
    public sealed record Request([property: Required] Guid? PlassId, [property: Required] DateOnly? Dato, string? Begrunnelse);

    public static void Map(IEndpointRouteBuilder opphold) => opphold.MapPost("/{id:guid}/flytting", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(FlyttOpphold))
        .WithSummary("Flytt et opphold til en annen plass")
        .WithDescription("Fra første natt flyttes hele oppholdet. Koder: ugyldig (400), finnes-ikke (404), opphold-ikke-loeper, plass-opptatt (409), dato-utenfor-oppholdet, plass-finnes-ikke, plass-tilbys-ikke, plassen-passer-ikke (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<OppholdSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, MidlertidigBotilbudDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Fritekst.Kontroller("begrunnelse", request.Begrunnelse).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreOpphold(id, bruker, logg, http, async opphold =>
        {
            var (dato, avbrutt) = (request.Dato!.Value, http.RequestAborted);
            if (dato < opphold.SisteRom.Fra || dato >= opphold.Til)
                return Problem.From(new("dato-utenfor-oppholdet", $"Må være fra {opphold.SisteRom.Fra:yyyy-MM-dd}, og før {opphold.Til:yyyy-MM-dd}.", Felt: "dato"));

            // Both, in the order of their ids, so that two that change rooms do not wait for each other.
            var laast = new Dictionary<Guid, Plass>();
            foreach (var plassId in new[] { opphold.SisteRom.PlassId, request.PlassId!.Value }.Distinct().Order())
            {
                if (await db.LaasPlass(plassId, bruker.Enhet, avbrutt) is not { } plass)
                    return Problem.From(new("plass-finnes-ikke", "Plassen finnes ikke.", Felt: "plassId"));
                laast.Add(plassId, plass);
            }

            var (fra, til) = (laast[opphold.SisteRom.PlassId], laast[request.PlassId.Value]);
            if (fra == til)
                return Problem.From(new("plass-opptatt", "Oppholdet har denne plassen.", Felt: "plassId"), StatusCodes.Status409Conflict);
            if (til.Data.KontrollerTilbud(dato, opphold.Til, "plassId") is { } ikkeTilbud)
                return Problem.From(ikkeTilbud);
            var behov = (await db.Set<Henvendelse>().AsNoTracking().SingleAsync(h => h.Id == opphold.HenvendelseId, avbrutt)).Behov;
            var bommer = Egnethet.Bommer(til.Data, til.Oppfylt, behov, profil.KvalitetForBarn).Select(EnumNames<Bom>.Of).ToList();
            if (bommer.Count > 0 && string.IsNullOrWhiteSpace(request.Begrunnelse))
                return Problem.From(new("plassen-passer-ikke", $"Plassen passer ikke: {string.Join(", ", bommer)}. Begrunn hvorfor den likevel brukes.", Felt: "begrunnelse"));

            db.Kutt(opphold, dato, fra.Data.KlargjoeringDager);
            opphold.Belegg.Add(til.Belegg(opphold.Id, dato, opphold.Til));
            return null;
        });
    }
}
