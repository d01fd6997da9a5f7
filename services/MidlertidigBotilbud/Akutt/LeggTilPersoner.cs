using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>Now it is known who they are. What they had of stays before comes with them.</summary>
internal static class LeggTilPersoner
{
    /// <summary>Who.</summary>
    /// <param name="Personer">PersonRef, registered for the caller's unit.</param>
    public sealed record Request([property: Required, MinLength(1), MaxLength(20)] PersonRef[]? Personer);

    public static void Map(IEndpointRouteBuilder henvendelse) => henvendelse.MapPost("/personer", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(LeggTilPersoner))
        .WithSummary("Legg til hvem henvendelsen gjelder")
        .WithDescription("Husstanden blir den samme som de var i før, så tidligere opphold teller med. Koder: ugyldig (400), finnes-ikke (404), person-finnes-ikke (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);

    private static Task<Results<Ok<HenvendelseSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, MidlertidigBotilbudDb db, Personer personer, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreHenvendelse(id, null, bruker, logg, http, async (henvendelse, _) =>
        {
            if (await personer.Ukjente(request.Personer!, bruker, http.RequestAborted) is { Count: > 0 })
                return Problem.From(new("person-finnes-ikke", "Minst én av personene er ikke registrert for enheten din.", Felt: "personer"));
            henvendelse.Personer = [.. henvendelse.Personer.Union(request.Personer!.Select(p => p.Verdi))];
            await db.SaveChangesAsync(http.RequestAborted);
            await db.FinnHusstand(bruker.Enhet, henvendelse.Personer, henvendelse.HusstandId, http.RequestAborted);
            await db.Database.ExecuteSqlAsync($"UPDATE opphold SET personer = {henvendelse.Personer} WHERE henvendelse_id = {id}", http.RequestAborted);
            await db.Entry(henvendelse).ReloadAsync(http.RequestAborted);
            return null;
        });
}
