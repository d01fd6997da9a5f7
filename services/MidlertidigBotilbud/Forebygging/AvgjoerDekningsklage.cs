using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>
/// What became of a klage (sosialtjenesteloven §§ 47 and 48, forvaltningsloven §§ 33 and 34). What boligregister was told to wait for is not called back: where the vedtak falls,
/// somebody makes another, also when the case has ended.
/// </summary>
internal static class AvgjoerDekningsklage
{
    /// <summary>The outcome.</summary>
    /// <param name="Utfall">«omgjort» by NAV itself or statsforvalteren; «stadfestet» or «opphevet» by statsforvalteren.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Klageutfall? Utfall, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder dekning) => dekning.MapPost("/klage/utfall", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(AvgjoerDekningsklage))
        .WithSummary("Registrer utfallet av klagen på dekning av husleierestanse")
        .WithDescription("Omgjort eller opphevet: gjør et nytt vedtak. Koder: ugyldig (400), finnes-ikke (404), ingen-klage, klage-avgjort, klage-ikke-oversendt (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<ForebyggingssakSvar>, ProblemHttpResult>> Handle(
        Guid id, Guid vedtakId, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreDekning(id, vedtakId, request.Dato, bruker, logg, http, (dekning, dato) =>
            dekning.KontrollerUtfall(dato) is { } regel ? Problem.From(regel) : dekning.AvgjoerKlage(request.Utfall!.Value, dato).Nei());
}
