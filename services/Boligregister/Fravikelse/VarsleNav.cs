using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Fravikelse.Regler;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>NAV is told that there are grounds for fravikelse (husleieloven § 9-11), and has two weeks before it is requested.</summary>
internal static class VarsleNav
{
    /// <summary>When NAV and the tenants were told.</summary>
    /// <param name="KopiTilLeietaker">The day the tenants were sent the copy: at the latest the same day as NAV.</param>
    /// <param name="Dato">The day NAV was told; today when left out.</param>
    public sealed record Request([property: Required] DateOnly? KopiTilLeietaker, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder fravikelser) => fravikelser.MapPost("/{id:guid}/nav-varsel", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(VarsleNav))
        .WithSummary("Varsle NAV")
        .WithDescription(
            "Husleieloven § 9-11. Fortelles videre som FravikelseVarslet. Leietakeren skal ha kopi senest samtidig, og kan reservere seg. "
            + "Koder: ugyldig (400), finnes-ikke (404), steg-mangler, steg-tatt, leietaker-reservert, utflyttet, ingen-restanse, avtale-loeper, dekning-ventes, sak-avsluttet (409), "
            + "dato-i-framtiden, dato-for-tidlig, kopi-for-sen (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<FravikelsessakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt) =>
        db.TaSteg(id, request.Dato, profil, bruker, logg, tid, (sak, leieforhold, stand, dato) =>
        {
            if (Trapp.Hindrer(Steg.NavVarsel, sak.Trinn, stand, dato, profil.Husleie) is { } hindring)
                return hindring;
            if (request.KopiTilLeietaker > dato)
                return new(new Avvisning("kopi-for-sen", "Leietakeren skal ha kopi senest samtidig med NAV.", new("husleieloven", "§ 9-11"), "kopiTilLeietaker"));

            sak.VarsleNav(dato, stand.Barn, bruker.Navn, profil.Husleie);
            db.Publish(new FravikelseVarslet(leieforhold.Id, leieforhold.BoligId, dato, sak.NesteTidligst!.Value, stand.Barn > 0, stand.Restanse, leieforhold.Leietakere, stand.Ugradert));
            return null;
        }, avbrutt);
}
