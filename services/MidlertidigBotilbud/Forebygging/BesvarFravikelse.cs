using System.ComponentModel.DataAnnotations;
using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>NAV answers the warning; boligregister has the answer before fravikelse can be requested. A later answer replaces it, as long as the case is open.</summary>
internal static class BesvarFravikelse
{
    /// <summary>The answer.</summary>
    /// <param name="Utfall">«betalingsavtale», «restanse-dekket», «gjeldsraadgivning», «frivillig-forvaltning» or «ingen».</param>
    /// <param name="Merknad">What was done, and what becomes of the children when there are any. Stays with NAV.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Navsvar? Utfall, string? Merknad, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder sak) => sak.MapPost("/svar", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(BesvarFravikelse))
        .WithSummary("Svar på et varsel om fravikelse")
        .WithDescription("Fortelles som FravikelseBesvart. «restanse-dekket» krever et vedtak om dekning, og kan føres også etter at saken er avverget. Koder: ugyldig (400), finnes-ikke (404), dekning-mangler, sak-avsluttet (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<ForebyggingssakSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Fritekst.Kreves("merknad", request.Merknad).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreForebygging(id, request.Dato, bruker, logg, http, (sak, dato) =>
        {
            if (sak.KanSvare(request.Utfall!.Value) is { } nei)
                return nei.Nei();
            sak.Svar(request.Utfall.Value, request.Merknad!, dato, bruker.Navn);
            if (sak.Avsluttet is null)
                db.Publish(new FravikelseBesvart(sak.Id, sak.LeieforholdId, EnumNames<Navsvar>.Of(request.Utfall.Value), dato));
            return null;
        });
    }
}
