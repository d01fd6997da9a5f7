using Boligsosial.Boligregister.Fravikelse.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>The tenants are told that fravikelse will be requested if they do not pay in two weeks (tvangsfullbyrdelsesloven § 4-18).</summary>
internal static class SendVarsel
{
    /// <summary>When.</summary>
    /// <param name="Dato">The day it was sent; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder fravikelser) => fravikelser.MapPost("/{id:guid}/varsel", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(SendVarsel))
        .WithSummary("Send varsel om tvangsfravikelse")
        .WithDescription(
            "Tvangsfullbyrdelsesloven § 4-18. Tidligst når purringens frist er ute. Et varsel gjelder i ett år (§ 4-19); etter det kan et nytt sendes. "
            + "Koder: finnes-ikke (404), steg-tatt, utflyttet, ingen-restanse, avtale-loeper, dekning-ventes, sak-avsluttet (409), dato-i-framtiden, dato-for-tidlig, for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<FravikelsessakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt) =>
        db.TaSteg(id, request.Dato, profil, bruker, logg, tid, (sak, _, stand, dato) =>
        {
            if (Trapp.Hindrer(Steg.Varsel, sak.Trinn, stand, dato, profil.Husleie) is { } hindring)
                return hindring;
            sak.Varsle(dato, bruker.Navn, profil.Husleie);
            return null;
        }, avbrutt);
}
