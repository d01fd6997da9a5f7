using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Leie;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>It will not come to fravikelse: paid, agreed, covered by NAV, managed by NAV, or given up.</summary>
internal static class AvvergFravikelse
{
    /// <summary>What averted it.</summary>
    public enum Aarsaker
    {
        Betalt,
        Betalingsavtale,
        RestanseDekket,
        FrivilligForvaltning,
        Frafalt,
    }

    /// <summary>Why, and when.</summary>
    /// <param name="Aarsak">«betalt», «betalingsavtale», «restanse-dekket», «frivillig-forvaltning» or «frafalt».</param>
    /// <param name="Begrunnelse">Must be there for «frafalt».</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Aarsaker? Aarsak, string? Begrunnelse, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder fravikelser) => fravikelser.MapPost("/{id:guid}/avvergelse", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(AvvergFravikelse))
        .WithSummary("Registrer at fravikelsen er avverget")
        .WithDescription(
            "Avslutter saken, når som helst i den. Er NAV varslet, fortelles det videre som FravikelseAvverget. "
            + "Koder: ugyldig (400), finnes-ikke (404), restanse-bestaar, ingen-avtale, sak-avsluttet (409), dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<FravikelsessakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = (request.Aarsak == Aarsaker.Frafalt ? Fritekst.Kreves("begrunnelse", request.Begrunnelse) : Fritekst.Kontroller("begrunnelse", request.Begrunnelse)).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.TaSteg(id, request.Dato, profil, bruker, logg, tid, (sak, leieforhold, stand, dato) =>
        {
            if (sak.Avsluttet is not null)
                return new(new("sak-avsluttet", "Saken er avsluttet."), Tilstand: true);
            if (request.Aarsak == Aarsaker.Betalt && stand.Restanse > 0)
                return new(new("restanse-bestaar", $"Det står igjen {stand.Restanse} kroner som er forfalt.", Felt: "aarsak"), Tilstand: true);
            if (request.Aarsak == Aarsaker.Betalingsavtale && !stand.AvtaleLoeper)
                return new(new("ingen-avtale", "Leieforholdet har ingen betalingsavtale som holdes.", Felt: "aarsak"), Tilstand: true);
            Avverg(db, sak, leieforhold, EnumNames<Aarsaker>.Of(request.Aarsak!.Value), dato, bruker.Navn, request.Begrunnelse, profil);
            return null;
        }, avbrutt);
    }

    /// <summary>Ends the case, and tells those who had been warned.</summary>
    internal static void Avverg(BoligregisterDb db, Fravikelsessak sak, Leieforhold leieforhold, string aarsak, DateOnly dato, string av, string? begrunnelse, Kommuneprofil profil)
    {
        sak.Avverg(dato, aarsak, av, begrunnelse, profil.Husleie);
        if (sak.NavVarslet is not null)
            db.Publish(new FravikelseAvverget(leieforhold.Id, leieforhold.BoligId, dato, aarsak, leieforhold.Leietakere));
    }
}
