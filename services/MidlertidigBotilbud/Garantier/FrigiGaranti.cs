using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>The lease is over, or the landlord lets go of it: nothing more can be called.</summary>
internal static class FrigiGaranti
{
    /// <summary>When.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder garanti) => garanti.MapPost("/frigivelse", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(FrigiGaranti))
        .WithSummary("Frigi en garanti")
        .WithDescription("For et kommunalt leieforhold fortelles det som GarantiFrigitt. Koder: finnes-ikke (404), garanti-loeper-ikke (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<GarantiSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreLoepende(id, request.Dato, bruker, logg, http, (garanti, dato) =>
        {
            (garanti.Status, garanti.Frigitt) = (Garantistatus.Frigitt, dato);
            if (garanti.ErFortalt)
                db.Publish(new GarantiFrigitt(garanti.Id, garanti.LeieforholdId!.Value, dato));
            return Task.FromResult<Avvisning?>(null);
        });
}
