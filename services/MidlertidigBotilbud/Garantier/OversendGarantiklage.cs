using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>NAV stands by its vedtak and sends the klage to statsforvalteren (sosialtjenesteloven § 47, forvaltningsloven § 33).</summary>
internal static class OversendGarantiklage
{
    /// <summary>The klage is sent on.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder garanti) => garanti.MapPost("/klage/oversendelse", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(OversendGarantiklage))
        .WithSummary("Send klagen på garanti eller depositum til statsforvalteren")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), ingen-klage, klage-avgjort, klage-oversendt (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<GarantiSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreGaranti(id, request.Dato, bruker, logg, http, (garanti, dato) => Task.FromResult(
            garanti.KontrollerOversendelse(dato) is { } regel ? Problem.From(regel) : garanti.Oversend(dato).Nei()));
}
