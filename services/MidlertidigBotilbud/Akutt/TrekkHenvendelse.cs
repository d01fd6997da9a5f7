using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>They need no help any more. What has been decided stands; a stay that runs is ended first.</summary>
internal static class TrekkHenvendelse
{
    /// <summary>When.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder henvendelse) => henvendelse.MapPost("/trekking", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(TrekkHenvendelse))
        .WithSummary("Registrer at henvendelsen er trukket")
        .WithDescription("Løper et opphold, avsluttes det først. Koder: finnes-ikke (404), henvendelse-feil-status, opphold-loeper (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<HenvendelseSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreHenvendelse(id, request.Dato, bruker, logg, http, async (henvendelse, _) =>
            await db.IngenOppholdLoeper(id, http.RequestAborted) ?? henvendelse.Trekk().Nei());
}
