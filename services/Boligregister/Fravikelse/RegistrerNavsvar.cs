using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>NAV has answered outside the system, by letter or telephone; else <see cref="NaarFravikelseBesvart"/> does it.</summary>
internal static class RegistrerNavsvar
{
    /// <summary>The answer.</summary>
    /// <param name="Utfall">«betalingsavtale», «restanse-dekket», «gjeldsraadgivning», «frivillig-forvaltning» or «ingen».</param>
    /// <param name="Dato">The day of the answer; today when left out.</param>
    public sealed record Request([property: Required] string? Utfall, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder fravikelser) => fravikelser.MapPost("/{id:guid}/nav-svar", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(RegistrerNavsvar))
        .WithSummary("Registrer NAVs svar")
        .WithDescription("«ingen» og «gjeldsraadgivning» slutter NAVs to uker; lover NAV en løsning, løper de ut. Koder: ugyldig (400), finnes-ikke (404), steg-mangler, sak-avsluttet (409), dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<FravikelsessakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!Navsvar.Alle.Contains(request.Utfall, StringComparer.Ordinal))
            return Problem.Invalid([Avvisning.UkjentVerdi("utfall", Navsvar.Alle)]);

        return await db.TaSteg(id, request.Dato, profil, bruker, logg, tid, (sak, _, _, dato) =>
        {
            if (sak.Avsluttet is not null)
                return new(new("sak-avsluttet", "Saken er avsluttet."), Tilstand: true);
            if (sak.NavVarslet is null)
                return new(new("steg-mangler", "NAV er ikke varslet i saken."), Tilstand: true);
            sak.NavSvarte(request.Utfall!, dato, bruker.Navn, profil.Husleie);
            return null;
        }, avbrutt);
    }
}
