using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>What became of a klage (sosialtjenesteloven §§ 47 and 48, forvaltningsloven §§ 33 and 34): the vedtak stands, or it falls and the henvendelse is decided anew.</summary>
internal static class AvgjoerBotilbudsklage
{
    /// <summary>The outcome.</summary>
    /// <param name="Utfall">«omgjort» by NAV itself or statsforvalteren; «stadfestet» or «opphevet» by statsforvalteren.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Klageutfall? Utfall, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder henvendelse) => henvendelse.MapPost("/klage/utfall", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(AvgjoerBotilbudsklage))
        .WithSummary("Registrer utfallet av klagen")
        .WithDescription("Omgjort eller opphevet: henvendelsen skal avgjøres på nytt. Koder: ugyldig (400), finnes-ikke (404), ingen-klage, ingen-vedtak, klage-avgjort, klage-ikke-oversendt (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<HenvendelseSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreHenvendelse(id, request.Dato, bruker, logg, http, (henvendelse, dato) =>
        {
            if (henvendelse.SisteVedtak is not { } klaget)
                return Henvendelsesak.IngenVedtak;
            if (klaget.KontrollerUtfall(dato) is { } regel)
                return Problem.From(regel);
            return (request.Utfall == Klageutfall.Stadfestet ? klaget.AvgjoerKlage(Klageutfall.Stadfestet, dato) : henvendelse.Gjenaapne(request.Utfall!.Value, dato)).Nei();
        });
}
