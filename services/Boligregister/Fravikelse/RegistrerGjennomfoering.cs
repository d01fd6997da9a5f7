using Boligsosial.Boligregister.Fravikelse.Regler;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>Namsmannen has carried it out. The lease itself is ended where leases are ended; here nothing of it changes.</summary>
internal static class RegistrerGjennomfoering
{
    /// <summary>When.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder fravikelser) => fravikelser.MapPost("/{id:guid}/gjennomfoering", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(RegistrerGjennomfoering))
        .WithSummary("Registrer at fravikelsen er gjennomført")
        .WithDescription(
            "Tidligst to uker etter begjæringen (tvangsfullbyrdelsesloven § 13-6). Fortelles videre som FravikelseGjennomfoert; leieforholdet avsluttes for seg. "
            + "Koder: finnes-ikke (404), steg-mangler, sak-avsluttet (409), dato-i-framtiden, dato-for-tidlig, for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<FravikelsessakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt) =>
        db.TaSteg(id, request.Dato, profil, bruker, logg, tid, (sak, leieforhold, stand, dato) =>
        {
            if (Trapp.Hindrer(Steg.Gjennomfoering, sak.Trinn, stand, dato, profil.Husleie) is { } hindring)
                return hindring;
            sak.Gjennomfoer(dato, stand.Barn, bruker.Navn, profil.Husleie);
            db.Publish(new FravikelseGjennomfoert(leieforhold.Id, leieforhold.BoligId, dato, stand.Barn > 0, leieforhold.Leietakere, stand.Ugradert));
            return null;
        }, avbrutt);
}
