using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>The network group has taken the case: for «runddans», and for others that need several at the table (Ålesund's boligsosial plan 2025–2035, 7.1).</summary>
internal static class MeldNettverksgruppe
{
    /// <summary>What came of it.</summary>
    /// <param name="Merknad">In own words.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(string? Merknad, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder sak) => sak.MapPost("/nettverksgruppe", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(MeldNettverksgruppe))
        .WithSummary("Registrer at nettverksgruppa har tatt saken")
        .WithDescription("En merknad til erstatter ikke den forrige. Koder: ugyldig (400), finnes-ikke (404), sak-avsluttet (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<ForebyggingssakSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Fritekst.Kreves("merknad", request.Merknad).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        return await db.EndreAapen(id, request.Dato, bruker, logg, http, (sak, dato) =>
        {
            sak.TaINettverksgruppe(dato, request.Merknad!, bruker.Navn);
            return null;
        });
    }
}
