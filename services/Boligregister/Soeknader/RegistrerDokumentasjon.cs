using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>Something the applicant is to show was asked for, came or was approved. What it says is not kept here.</summary>
internal static class RegistrerDokumentasjon
{
    /// <summary>What happened.</summary>
    /// <param name="Slag">A kind from the profile.</param>
    /// <param name="Status">Where it stands now.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] string? Slag, [property: Required] Dokumentstatus? Status, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/dokumentasjon", Handle)
        .Krever(Tilganger.RegistrerSoeknader)
        .WithName(nameof(RegistrerDokumentasjon))
        .WithSummary("Registrer at dokumentasjon er etterspurt, mottatt eller godkjent")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), dokumentasjon-ikke-mottatt, soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<Soeknadssak>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Soeknadskontroll.Kjente("slag", [request.Slag], profil.Soeknad.Dokumentasjon).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        return await db.EndreSoeknad(id, request.Dato, bruker, logg, http, (soeknad, dato) => soeknad.Dokumenter(request.Slag!, request.Status!.Value, dato).Nei());
    }
}
