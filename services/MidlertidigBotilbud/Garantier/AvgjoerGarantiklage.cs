using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>
/// What became of a klage (sosialtjenesteloven §§ 47 and 48, forvaltningsloven §§ 33 and 34). Where the vedtak falls, somebody makes another: a refusal binds nothing, and a garanti
/// that a landlord has been given runs until it is released.
/// </summary>
internal static class AvgjoerGarantiklage
{
    /// <summary>The outcome.</summary>
    /// <param name="Utfall">«omgjort» by NAV itself or statsforvalteren; «stadfestet» or «opphevet» by statsforvalteren.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Klageutfall? Utfall, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder garanti) => garanti.MapPost("/klage/utfall", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(AvgjoerGarantiklage))
        .WithSummary("Registrer utfallet av klagen på garanti eller depositum")
        .WithDescription(
            "Omgjort eller opphevet: gjør et nytt vedtak. En garanti som løper, er gitt utleieren og løper til den frigis. "
            + "Koder: ugyldig (400), finnes-ikke (404), ingen-klage, klage-avgjort, klage-ikke-oversendt (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<GarantiSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreGaranti(id, request.Dato, bruker, logg, http, (garanti, dato) => Task.FromResult(
            garanti.KontrollerUtfall(dato) is { } regel ? Problem.From(regel) : garanti.AvgjoerKlage(request.Utfall!.Value, dato).Nei()));
}
