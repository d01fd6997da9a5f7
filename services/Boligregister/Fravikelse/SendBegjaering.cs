using Boligsosial.Boligregister.Fravikelse.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>
/// Fravikelse is requested of namsmannen: when the varsel's two weeks are out and NAV has had its two or has answered. Where
/// children live a person says why.
/// </summary>
internal static class SendBegjaering
{
    /// <summary>When, and why.</summary>
    /// <param name="Begrunnelse">Must be there when children live in the home: what was tried, and what becomes of them.</param>
    /// <param name="Dato">The day it was sent; today when left out.</param>
    public sealed record Request(string? Begrunnelse, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder fravikelser) => fravikelser.MapPost("/{id:guid}/begjaering", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(SendBegjaering))
        .WithSummary("Begjær fravikelse")
        .WithDescription(
            "Tidligst når det er gått to uker fra varselet (tvangsfullbyrdelsesloven § 4-18), og NAV har hatt sine to uker eller har svart (husleieloven § 9-11). "
            + "Koder: ugyldig (400), finnes-ikke (404), steg-mangler, steg-tatt, utflyttet, ingen-restanse, avtale-loeper, dekning-ventes, sak-avsluttet (409), "
            + "dato-i-framtiden, dato-for-tidlig, for-tidlig, varsel-for-gammelt, barn-krever-begrunnelse (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<FravikelsessakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = Fritekst.Kontroller("begrunnelse", request.Begrunnelse).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.TaSteg(id, request.Dato, profil, bruker, logg, tid, (sak, _, stand, dato) =>
        {
            if (Trapp.Hindrer(Steg.Begjaering, sak.Trinn, stand, dato, profil.Husleie) is { } hindring)
                return hindring;
            if (stand.Barn > 0 && string.IsNullOrWhiteSpace(request.Begrunnelse))
                return new(new("barn-krever-begrunnelse", "Det bor barn i boligen. Begrunn hvorfor fravikelse likevel begjæres.", Felt: "begrunnelse"));
            sak.Begjaer(dato, stand.Barn, bruker.Navn, request.Begrunnelse, profil.Husleie);
            return null;
        }, avbrutt);
    }
}
