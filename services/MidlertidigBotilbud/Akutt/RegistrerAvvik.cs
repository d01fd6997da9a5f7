using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>
/// No place was found for somebody with a right to one: what was tried, and what was done instead. Who has neither a bed nor this is found all the same, by
/// <c>manglerAvvik=true</c> and in the overview.
/// </summary>
internal static class RegistrerAvvik
{
    /// <summary>An avvik.</summary>
    /// <param name="Forsoek">What was tried, at least one.</param>
    /// <param name="Gjort">What was done instead.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required, MinLength(1), MaxLength(50)] Forsoek[]? Forsoek, string? Gjort, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder henvendelse) => henvendelse.MapPost("/avvik", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(RegistrerAvvik))
        .WithSummary("Registrer at det ikke ble funnet plass")
        .WithDescription("Retten består, og det letes videre. Koder: ugyldig (400), finnes-ikke (404), avvik-finnes, henvendelse-feil-status (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<HenvendelseSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil = [.. Fritekst.Kreves("gjort", request.Gjort)];
        foreach (var forsoek in request.Forsoek!)
        {
            if (forsoek is null)
                feil.Add(new("mangler", "Må oppgis.", Felt: "forsoek"));
            else
                feil.AddRange([.. Fritekst.Kreves("forsoek.hvor", forsoek.Hvor), .. Fritekst.Kreves("forsoek.utfall", forsoek.Utfall)]);
        }

        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreHenvendelse(id, request.Dato, bruker, logg, http, (henvendelse, dag) =>
        {
            if (henvendelse.Status is Henvendelsesstatus.Avslag or Henvendelsesstatus.Trukket)
                return Problem.From(new("henvendelse-feil-status", "Henvendelsen er avslått eller trukket.", Felt: "status"), StatusCodes.Status409Conflict);
            if (henvendelse.Avvik.Exists(a => a.Dag == dag))
                return Problem.From(new("avvik-finnes", "Det er registrert avvik for denne dagen.", Felt: "dato"), StatusCodes.Status409Conflict);
            henvendelse.Avvik.Add(new() { HenvendelseId = id, Dag = dag, Forsoek = request.Forsoek, Gjort = request.Gjort!, RegistrertAv = bruker.Navn });
            return null;
        });
    }
}
