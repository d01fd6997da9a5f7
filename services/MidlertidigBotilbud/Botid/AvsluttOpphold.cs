using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>They have left, on the day that was agreed or before it. A person says so; the system never does.</summary>
internal static class AvsluttOpphold
{
    /// <summary>When, and what for.</summary>
    /// <param name="Aarsak">Where they went.</param>
    /// <param name="Dato">The day they left: not a night; today when left out.</param>
    public sealed record Request([property: Required] Sluttaarsak? Aarsak, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder opphold) => opphold.MapPost("/{id:guid}/avreise", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(AvsluttOpphold))
        .WithSummary("Registrer at de har reist")
        .WithDescription("Etter den avtalte dagen: forleng først. Koder: ugyldig (400), finnes-ikke (404), opphold-ikke-loeper (409), avreise-etter-avtalt, dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<OppholdSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http) =>
        db.EndreOpphold(id, bruker, logg, http, async opphold =>
        {
            var dato = request.Dato ?? tid.Idag();
            if (Datokontroll.Kontroller(dato, tid.Idag(), opphold.Fra) is { } feilDato)
                return Problem.From(feilDato);
            if (dato > opphold.Til)
                return Problem.From(new("avreise-etter-avtalt", $"Oppholdet er avtalt til {opphold.Til:yyyy-MM-dd}. Forleng det først.", Felt: "dato"));
            var rom = opphold.Belegg.Where(b => b.Fra <= dato && dato <= b.Til).MinBy(b => b.Fra)!; // on the day of a move, the one they left
            var plass = await db.LaasPlass(rom.PlassId, bruker.Enhet, http.RequestAborted);
            db.Kutt(opphold, dato, plass!.Data.KlargjoeringDager);
            opphold.Avslutt(dato, request.Aarsak!.Value);
            return null;
        });
}
