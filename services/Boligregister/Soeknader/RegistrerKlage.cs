using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>A klage over the last vedtak. Too late, it is noted as such and may still be taken; after a year it cannot.</summary>
internal static class RegistrerKlage
{
    /// <summary>A klage.</summary>
    /// <param name="Grunn">What it says.</param>
    /// <param name="Dato">The day it came; today when left out.</param>
    public sealed record Request(string? Grunn, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/klage", Handle)
        .Krever(Tilganger.RegistrerSoeknader)
        .WithName(nameof(RegistrerKlage))
        .WithSummary("Registrer en klage på vedtaket")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), ingen-vedtak, klage-finnes (409), dato-for-tidlig, dato-i-framtiden, klage-over-ett-aar (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<Soeknadssak>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Fritekst.Kreves("grunn", request.Grunn).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreSoeknad(id, request.Dato, bruker, logg, http, (soeknad, dato) =>
        {
            if (soeknad.SisteVedtak is not { } vedtak)
                return Soeknadsendring.IngenVedtak;
            if (vedtak.KontrollerKlage(dato) is { } regel)
                return Problem.From(regel);
            return vedtak.Klag(dato, request.Grunn!).Nei();
        });
    }
}
