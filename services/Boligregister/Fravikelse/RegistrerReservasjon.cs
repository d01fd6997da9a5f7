using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>The tenant does not want NAV to be told (husleieloven § 9-11): that step falls away.</summary>
internal static class RegistrerReservasjon
{
    /// <summary>When.</summary>
    /// <param name="Dato">The day the tenant said so; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder fravikelser) => fravikelser.MapPost("/{id:guid}/reservasjon", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(RegistrerReservasjon))
        .WithSummary("Registrer at leietakeren reserverer seg mot at NAV varsles")
        .WithDescription("Husleieloven § 9-11. Koder: finnes-ikke (404), steg-tatt, sak-avsluttet (409), dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<FravikelsessakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt) =>
        db.TaSteg(id, request.Dato, profil, bruker, logg, tid, (sak, _, _, dato) =>
        {
            if (sak.Avsluttet is not null)
                return new(new("sak-avsluttet", "Saken er avsluttet."), Tilstand: true);
            if ((sak.Reservert ?? sak.NavVarslet) is not null)
                return new(new("steg-tatt", "NAV er varslet, eller leietakeren har reservert seg før."), Tilstand: true);
            sak.Reserver(dato, bruker.Navn, profil.Husleie);
            return null;
        }, avbrutt);
}
