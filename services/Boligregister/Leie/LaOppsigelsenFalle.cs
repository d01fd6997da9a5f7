using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Leie;

/// <summary>A notice is taken back, or has fallen since nobody sued (husleieloven § 9-8): the lease is as it was.</summary>
internal static class LaOppsigelsenFalle
{
    /// <summary>That it falls.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Dag] DateOnly? Dato = null);

    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapPost("/{id:guid}/oppsigelse/bortfall", Handle)
        .Krever(Tilganger.EndreLeieforhold)
        .WithName(nameof(LaOppsigelsenFalle))
        .WithSummary("La oppsigelsen falle bort")
        .WithDescription("Trukket etter avtale, satt til side, eller falt fordi søksmål ikke ble reist i tide (husleieloven § 9-8). Leieforholdet løper som før. Koder: ugyldig (400), finnes-ikke (404), ingen-oppsigelse, utflyttet, bolig-utleid (409), dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static Task<Results<Ok<LeieforholdMedHistorikk>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.Endre(id, bruker, logg, http, leieforhold =>
        {
            if (!leieforhold.Loeper)
                return SynligeLeieforhold.Tilstand("utflyttet", "Leieforholdet er avsluttet.");
            if (leieforhold.GjeldendeOppsigelse is not { } oppsigelse)
                return SynligeLeieforhold.Tilstand("ingen-oppsigelse", "Leieforholdet er ikke sagt opp.");
            var dato = request.Dato ?? tid.Idag();
            if (Datokontroll.Kontroller(dato, tid.Idag(), oppsigelse.Mottatt) is { } nei)
                return Problem.From(nei);

            leieforhold.LaOppsigelsenFalle(oppsigelse, dato);
            return null;
        });
}
