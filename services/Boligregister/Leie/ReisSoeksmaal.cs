using Boligsosial.Boligregister.Leie.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Leie;

/// <summary>The landlord sues after a protest: husleieloven § 9-8.</summary>
internal static class ReisSoeksmaal
{
    /// <summary>A lawsuit.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Dag] DateOnly? Dato = null);

    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapPost("/{id:guid}/oppsigelse/soeksmaal", Handle)
        .Krever(Tilganger.EndreLeieforhold)
        .WithName(nameof(ReisSoeksmaal))
        .WithSummary("Registrer søksmål etter protest")
        .WithDescription("Innen tre måneder etter at leierens protestfrist løp ut (husleieloven § 9-8). Koder: ugyldig (400), finnes-ikke (404), ingen-protest (409), soeksmaal-for-sent, dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static Task<Results<Ok<LeieforholdMedHistorikk>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.Endre(id, bruker, logg, http, leieforhold =>
        {
            if (leieforhold.GjeldendeOppsigelse is not { Protestert: { } protestert } oppsigelse)
                return SynligeLeieforhold.Tilstand("ingen-protest", "Leieren har ikke protestert mot en oppsigelse.");
            var dato = request.Dato ?? tid.Idag();
            if (Datokontroll.Kontroller(dato, tid.Idag(), protestert) is { } nei)
                return Problem.From(nei);
            if (dato > Oppsigelsesfrist.Soeksmaal(oppsigelse.Mottatt))
                return Problem.From(new("soeksmaal-for-sent", $"Fristen gikk ut {Oppsigelsesfrist.Soeksmaal(oppsigelse.Mottatt):yyyy-MM-dd}, og oppsigelsen har falt bort.", new Hjemmel("husleieloven", "§ 9-8"), "dato"));

            oppsigelse.Soeksmaal = dato;
            return null;
        });
}
