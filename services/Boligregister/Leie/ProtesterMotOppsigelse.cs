using Boligsosial.Boligregister.Leie.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Leie;

/// <summary>The tenant protests against the landlord's notice: husleieloven § 9-8.</summary>
internal static class ProtesterMotOppsigelse
{
    /// <summary>A protest.</summary>
    /// <param name="Mottatt">The day that the landlord got it, in writing; today when left out.</param>
    public sealed record Request([property: Dag] DateOnly? Mottatt = null);

    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapPost("/{id:guid}/oppsigelse/protest", Handle)
        .Krever(Tilganger.FoelgOppLeieforhold)
        .WithName(nameof(ProtesterMotOppsigelse))
        .WithSummary("Registrer protest mot oppsigelsen")
        .WithDescription("Innen én måned etter at oppsigelsen er mottatt (husleieloven § 9-8). Utleier må da reise søksmål innen tre måneder etter fristen, ellers faller oppsigelsen. Koder: ugyldig (400), finnes-ikke (404), ingen-oppsigelse, protestert (409), protest-for-sent, dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static Task<Results<Ok<LeieforholdMedHistorikk>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.Endre(id, bruker, logg, http, leieforhold =>
        {
            if (leieforhold.GjeldendeOppsigelse is not { Av: Part.Utleier } oppsigelse)
                return SynligeLeieforhold.Tilstand("ingen-oppsigelse", "Utleier har ikke sagt opp leieforholdet.");
            if (oppsigelse.Protestert is not null)
                return SynligeLeieforhold.Tilstand("protestert", $"Leieren protesterte {oppsigelse.Protestert:yyyy-MM-dd}.");
            var mottatt = request.Mottatt ?? tid.Idag();
            if (Datokontroll.Kontroller(mottatt, tid.Idag(), oppsigelse.Mottatt, "mottatt") is { } nei)
                return Problem.From(nei);
            if (mottatt > Oppsigelsesfrist.Protest(oppsigelse.Mottatt))
                return Problem.From(new("protest-for-sent", $"Fristen gikk ut {Oppsigelsesfrist.Protest(oppsigelse.Mottatt):yyyy-MM-dd}.", new Hjemmel("husleieloven", "§ 9-8"), "mottatt"));

            oppsigelse.Protestert = mottatt;
            return null;
        });
}
