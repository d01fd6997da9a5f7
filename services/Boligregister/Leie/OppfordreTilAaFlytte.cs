using Boligsosial.Boligregister.Leie.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Leie;

/// <summary>The tenant is told in writing to move out at the end of a lease for a fixed time, so that it does not become tidsubestemt: husleieloven § 9-2.</summary>
internal static class OppfordreTilAaFlytte
{
    /// <summary>A letter.</summary>
    /// <param name="Dato">The day it was sent; today when left out.</param>
    public sealed record Request([property: Dag] DateOnly? Dato = null);

    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapPost("/{id:guid}/flyttoppfordring", Handle)
        .Krever(Tilganger.EndreLeieforhold)
        .WithName(nameof(OppfordreTilAaFlytte))
        .WithSummary("Registrer skriftlig flyttoppfordring")
        .WithDescription("Etter tre måneder uten går en utløpt leieavtale over til å være tidsubestemt (husleieloven § 9-2). Koder: ugyldig (400), finnes-ikke (404), tidsubestemt, utflyttet (409), flyttoppfordring-for-sent, dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static Task<Results<Ok<LeieforholdMedHistorikk>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.Endre(id, bruker, logg, http, leieforhold =>
        {
            if (!leieforhold.Loeper)
                return SynligeLeieforhold.Tilstand("utflyttet", "Leieforholdet er avsluttet.");
            if (leieforhold.Til is not { } til)
                return SynligeLeieforhold.Tilstand("tidsubestemt", "Leieforholdet er tidsubestemt og må sies opp.");
            var dato = request.Dato ?? tid.Idag();
            if (Datokontroll.Kontroller(dato, tid.Idag(), leieforhold.Fra) is { } nei)
                return Problem.From(nei);
            if (dato >= Leietid.TidsubestemtFra(til))
                return Problem.From(new("flyttoppfordring-for-sent", $"Leieavtalen gikk over til å være tidsubestemt {Leietid.TidsubestemtFra(til):yyyy-MM-dd}.", new Hjemmel("husleieloven", "§ 9-2"), "dato"));

            leieforhold.OppfordreTilAaFlytte(dato);
            return null;
        });
}
